import Decisions
import FEEL

/// One record put into the slots, scored and judged by every rule: what a climb and an explanation start from.
struct RecordEvaluation {
  let playbook: Playbook
  let kind: KindProgram
  /// The kind's place in the playbook.
  let kindPlace: Int
  /// Nil where the record has none that is known; then nothing is climbed.
  let pipeline: PipelineProgram?
  let record: Record
  let clock: Clock
  /// Place among the pipeline's stages; nil: unknown.
  let stated: Int?
  /// By assessment of the kind.
  var results: [AssessmentResult] = []
  var notices: [Decision.Notice] = []

  /// Place of the stated stage in the climb, if it is open.
  var statedOpen: Int? {
    guard let pipeline, let stated else { return nil }
    return pipeline.climbPlace[stated]
  }

  /// Finds kind and pipeline; nil if the kind is not known.
  init?(_ record: Record, _ playbook: Playbook, _ clock: Clock) {
    guard let kindPlace = playbook.kind(named: record.kind) else { return nil }
    self.record = record
    self.playbook = playbook
    self.clock = clock
    kind = playbook.kinds[kindPlace]
    self.kindPlace = kindPlace
    var notices: [Decision.Notice] = []
    var found: PipelineProgram?
    if let name = record.pipeline {
      found = kind.pipelines.map { playbook.pipelines[$0] }.first { $0.name == name }
      if found == nil {
        notices.append(
          Decision.Notice(
            code: "NO-PIPELINE", message: Text("there is no pipeline \(name) for the kind \(kind.name)")))
      }
    } else if kind.pipelines.count == 1 {
      found = playbook.pipelines[kind.pipelines[0]]
    } else {
      let names = kind.pipelines.map { playbook.pipelines[$0].name }
      let message: Text =
        names.isEmpty
        ? Text("the kind \(kind.name) has no pipeline")
        : "the record names no pipeline; possible are " + names.listedBriefly
      notices.append(Decision.Notice(code: "NO-PIPELINE", message: message))
    }
    pipeline = found
    stated = record.stage.flatMap { stage in found?.stage(named: stage) }
    if let found {
      if let stage = record.stage, stated == nil {
        notices.append(
          Decision.Notice(
            code: "UNKNOWN-STAGE", message: Text("the pipeline \(found.name) does not know the stage \(stage)")))
      } else if record.stage == nil {
        notices.append(Decision.Notice(code: "NO-STAGE", message: "the record states no stage"))
      }
    }
    self.notices = notices
  }

  /// Fills the slots, scores and runs the rules.
  mutating func run(_ worker: inout DecisionWorker) {
    for slot in worker.machine.slots.indices { worker.machine.slots[slot] = .unknown }
    worker.machine.notes.removeAll(keepingCapacity: true)
    worker.evidence.prepare(kind, at: kindPlace, on: clock.day)
    fillAttributes(&worker)
    fillRelated(&worker)
    let special = kind.layout.special
    if let slot = special.id { worker.machine.slots[slot] = .string(record.id) }
    if let slot = special.owner, let owner = record.owner { worker.machine.slots[slot] = .string(owner) }
    if let slot = special.stage, let stage = record.stage { worker.machine.slots[slot] = .string(stage) }
    if let slot = special.probability, let pipeline, let stated {
      worker.machine.slots[slot] = .number(pipeline.definition.stages[stated].probability)
    }
    score(&worker)
    kind.rules.run(&worker.machine, clock: clock, into: &worker.evaluation)
    tellConflicts(worker.evaluation)
    tellFailures(worker.machine.notes)
  }

  private mutating func fillAttributes(_ worker: inout DecisionWorker) {
    let attributes = kind.definition.attributes
    worker.attributeChanges.removeAll(keepingCapacity: true)
    for _ in attributes { worker.attributeChanges.append(nil) }
    var expected = 0
    for attribute in record.attributes {
      // Readers give attributes in the order of their declaration, so the next one is mostly the right one.
      let place =
        expected < attributes.count && attributes[expected].name == attribute.name
        ? expected : attributes.firstIndex { $0.name == attribute.name }
      guard let place else {
        notices.append(
          Decision.Notice(code: "UNDEFINED", message: Text("\(attribute.name) is no attribute of \(kind.name)")))
        continue
      }
      worker.machine.slots[kind.layout.slot(attribute: place)] = attribute.value
      worker.attributeChanges[place] = attribute.changedAt
      expected = place + 1
    }
  }

  private mutating func fillRelated(_ worker: inout DecisionWorker) {
    worker.relatedChanges.removeAll(keepingCapacity: true)
    for _ in kind.definition.related { worker.relatedChanges.append(nil) }
    for list in record.related {
      guard let place = kind.definition.related.firstIndex(where: { $0.name == list.name }) else {
        notices.append(
          Decision.Notice(code: "UNDEFINED", message: Text("\(list.name) is no related list of \(kind.name)")))
        continue
      }
      worker.machine.slots[kind.layout.slot(related: place)] = .list(list.items)
      worker.relatedChanges[place] = list.changedAt
    }
  }

  private mutating func score(_ worker: inout DecisionWorker) {
    results.reserveCapacity(kind.assessments.count)
    for unit in kind.assessments {
      let result = unit.newest.score(
        record.submissions, machine: &worker.machine, clock: clock,
        freshnessDays: playbook.definition.policy.freshnessDays, episodeStart: record.history.episodeStart,
        otherVersions: unit.older)
      fill(unit, result, &worker.machine)
      results.append(result)
    }
    for submission in record.submissions
    where !kind.assessments.contains(where: { $0.name == submission.assessment }) {
      let notice = Decision.Notice(
        code: "UNDEFINED", message: Text("there is no assessment \(submission.assessment) for \(kind.name)"))
      if !notices.contains(notice) { notices.append(notice) }
    }
  }

  /// What rules may read of an assessment. Expired answers carry nothing: to rules they are missing. `Complete` is
  /// unknown rather than false until it is true, as what is missing may still come.
  private func fill(_ unit: AssessmentUnit, _ result: AssessmentResult, _ machine: inout Machine) {
    guard !result.expired else {
      for slot in unit.newest.firstSlot..<unit.newest.firstSlot + unit.newest.slotCount {
        machine.slots[slot] = .unknown
      }
      return
    }
    if result.state == .complete { machine.slots[unit.slots.complete] = .boolean(true) }
    machine.slots[unit.slots.score] = result.value(of: result.score)
    machine.slots[unit.slots.points] = result.value(of: result.points)
    machine.slots[unit.slots.percent] = result.value(of: result.percent)
  }

  private mutating func tellConflicts(_ evaluation: RuleEvaluation) {
    for conflict in evaluation.conflicts {
      notices.append(Decision.Notice(code: "CONFLICT", message: kind.rules.sentence(conflict)))
    }
  }

  /// Failures that FEEL turns into null, each once, the first ten.
  private mutating func tellFailures(_ notes: [Machine.Note]) {
    var told = 0
    for note in notes {
      let notice = Decision.Notice(code: note.code, message: note.message)
      guard told < 10, !notices.contains(notice) else { continue }
      notices.append(notice)
      told += 1
    }
  }
}

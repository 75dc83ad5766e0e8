import Decisions
import FEEL

/// Looks for single changes that carry a record through the gate where its certain climb ends. Every candidate is
/// tried by deciding the changed record, so that nothing is promised that would not come true.
struct ChangeSearch {
  let record: Record
  let decision: Decision
  let playbook: Playbook
  let kind: Int
  let clock: Clock

  /// How many changes are told.
  static let most = 3
  /// How many candidates are tried.
  static let mostTried = 2_000

  private var program: KindProgram { playbook.kinds[kind] }

  init(record: Record, decision: Decision, playbook: Playbook, kind: Int, clock: Clock) {
    self.record = record
    self.decision = decision
    self.playbook = playbook
    self.kind = kind
    self.clock = clock
  }

  mutating func run(_ worker: inout DecisionWorker) -> [Change] {
    guard let least = decision.supported?.least, let gates = gatesFromLeast(least) else { return [] }
    var sources = EvidenceSources()
    for gate in gates { sources.formUnion(gate.evidence) }
    var found: [Change] = []
    var tried = 0
    for place in sources.attributes where program.definition.attributes[place].changeable {
      for change in attributeChanges(place, tried: &tried, &worker) { found.append(change) }
    }
    for place in sources.assessments {
      for change in answerChanges(program.assessments[place], tried: &tried, &worker) { found.append(change) }
    }
    // To answer what was left open changes nothing that was said, so it comes first. The order of the playbook is that
    // in which they were found; sorting must keep it.
    let order = found.indices.sorted { a, b in
      let x = found[a]
      let y = found[b]
      if x.fillsIn != y.fillsIn { return x.fillsIn }
      return x.points.magnitude != y.points.magnitude ? x.points.magnitude < y.points.magnitude : a < b
    }
    return order.prefix(Self.most).map { found[$0] }
  }

  /// The gates that lead out of the stage where the certain climb ends.
  private func gatesFromLeast(_ least: Text) -> [GateProgram]? {
    guard let name = decision.pipeline,
      let pipeline = playbook.pipelines.first(where: { $0.name == name && $0.kind == kind }),
      let stage = pipeline.stage(named: least), let place = pipeline.climbPlace[stage]
    else { return nil }
    return pipeline.gates.filter { $0.from == place }
  }

  /// Whether the changed record is carried farther for certain; then how far.
  private func carried(_ changed: Record, _ worker: inout DecisionWorker) -> (least: Text, decision: Decision)? {
    let next = decide(changed, playbook: playbook, clock: clock, climb: true, worker: &worker)
    guard let before = decision.supported?.least, let after = next.supported?.least, let name = decision.pipeline,
      let pipeline = playbook.pipelines.first(where: { $0.name == name && $0.kind == kind }),
      let from = pipeline.stage(named: before).flatMap({ pipeline.climbPlace[$0] }),
      let to = pipeline.stage(named: after).flatMap({ pipeline.climbPlace[$0] }), to > from
    else { return nil }
    return (after, next)
  }

  // MARK: Answers

  private func answerChanges(_ unit: AssessmentUnit, tried: inout Int, _ worker: inout DecisionWorker) -> [Change] {
    guard let result = decision.assessments.first(where: { $0.assessment == unit.name }),
      result.state != .notSubmitted, result.version == unit.newest.version
    else { return [] }
    var changes: [Change] = []
    let space = AnswerSpace(unit.newest)
    for (place, question) in unit.newest.definition.questions.enumerated() {
      guard place < result.questions.count, result.questions[place].relevance != .no else { continue }
      let before = result.questions[place].answer
      for candidate in space.classes(of: place) {
        guard let answer = candidate.answer, answer != before, tried < Self.mostTried else { continue }
        tried += 1
        let changed = record(with: answer, to: question.id, result: result, unit: unit)
        guard let (least, next) = carried(changed, &worker),
          let after = next.assessments.first(where: { $0.assessment == unit.name })
        else { continue }
        changes.append(
          Change(
            kind: .answer(assessment: unit.name, question: question.id, before: before, after: answer),
            points: ChangeSearch.moved(from: result.points, to: after.points),
            score: after.score.flatMap { if case .decided(let score) = $0 { score } else { nil } },
            least: least, advice: Advice.forAnswer(answer, to: question, label: candidate.label)))
      }
    }
    return changes
  }

  /// The record with one more sheet: the answers that count now, one of them changed, captured now.
  private func record(
    with answer: AnswerValue, to question: Text, result: AssessmentResult, unit: AssessmentUnit
  ) -> Record {
    var answers: [Submission.Answer] = []
    for given in result.questions {
      if given.question != question, let value = given.answer {
        answers.append(Submission.Answer(question: given.question, value: value))
      }
    }
    answers.append(Submission.Answer(question: question, value: answer))
    var newest = clock.epochMilliseconds
    for submission in record.submissions {
      if let captured = submission.capturedAt, captured > newest { newest = captured }
    }
    var changed = record
    changed.submissions.append(
      Submission(
        assessment: unit.name, version: unit.newest.version, answers: answers,
        capturedAt: newest &+ 1, device: nil, sequence: nil))
    return changed
  }

  private static func moved(from before: AssessmentResult.Amount?, to after: AssessmentResult.Amount?) -> Decimal34 {
    guard case .decided(let after)? = after else { return .zero }
    switch before {
    case .decided(let before): return after.subtracting(before) ?? .zero
    case .between(let least, _): return after.subtracting(least) ?? .zero
    case nil: return after
    }
  }

  // MARK: Attributes

  private func attributeChanges(_ place: Int, tried: inout Int, _ worker: inout DecisionWorker) -> [Change] {
    let definition = program.definition.attributes[place]
    let slot = program.layout.slot(attribute: place)
    let before = record.attributes.first { $0.name == definition.name }?.value ?? .unknown
    var changes: [Change] = []
    for candidate in candidates(for: definition, slot: slot) {
      guard !candidate.isIdentical(to: before), tried < Self.mostTried else { continue }
      tried += 1
      var changed = record
      changed.attributes.removeAll { $0.name == definition.name }
      changed.attributes.append(
        Record.Attribute(name: definition.name, value: candidate, changedAt: clock.epochMilliseconds))
      guard let (least, _) = carried(changed, &worker) else { continue }
      changes.append(
        Change(
          kind: .attribute(definition.name, before: before, after: candidate), points: .zero, score: nil, least: least,
          advice: Advice.forAttribute(definition, value: candidate)))
      // The values come nearest first, so the first that carries is the least change of this attribute.
      break
    }
    return changes
  }

  /// The values worth trying: the allowed ones, both truths, and what lies at and beside every number that a rule
  /// compares it with; nearest to the present value first.
  private func candidates(for definition: AttributeDefinition, slot: Int) -> [Value] {
    switch definition.type {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .string: return definition.values.map { .string($0) }
    case .number: break
    default: return []
    }
    var numbers: [Decimal34] = []
    for rule in program.rules.rules {
      for test in ThresholdTest.all(in: rule.condition.tree, scope: program.scope) where test.slot == slot {
        for number in [test.bound, test.bound.adding(.one), test.bound.subtracting(.one)] {
          if let number, !numbers.contains(number) { numbers.append(number) }
        }
      }
    }
    let present = record.attributes.first { $0.name == definition.name }?.value.decimal ?? .zero
    func distance(_ number: Decimal34) -> Decimal34 { number.subtracting(present)?.magnitude ?? number.magnitude }
    numbers.sort { a, b in distance(a) != distance(b) ? distance(a) < distance(b) : a < b }
    return numbers.map { .number($0) }
  }
}

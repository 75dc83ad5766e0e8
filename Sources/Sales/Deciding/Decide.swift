import Decisions
public import FEEL

/// Decides one record: a pure function of playbook, record and clock (design §7).
///
/// Never fails: what is wrong with a record (no pipeline, an unknown stage) is reported as a notice. With `climb` the whole
/// climb is made: supported stages, verdict, proposals; without it the record is only scored and judged at its stated
/// stage.
///
/// - Parameter worker: one of this playbook; used again from record to record.
/// - Complexity: every assessment once, every rule once, and rules that read `stage` once for each gate they count at.
public func decide(
  _ record: Record, playbook: Playbook, clock: Clock, climb: Bool, worker: inout DecisionWorker
) -> Decision {
  var decision = Decision(record: record.id, kind: record.kind, pipeline: record.pipeline, stated: record.stage)
  decision.climbed = climb
  guard var evaluation = RecordEvaluation(record, playbook, clock) else {
    decision.notices = [
      Decision.Notice(
        code: "UNKNOWN-KIND",
        message: Text("there is no kind \(record.kind); possible are ")
          + playbook.kinds.map { $0.name }.listedBriefly)
    ]
    return decision
  }
  evaluation.run(&worker)
  decision.take(evaluation, worker)
  guard let pipeline = evaluation.pipeline else { return decision }
  decision.pipeline = pipeline.name
  if let stated = evaluation.stated {
    decision.recommended = pipeline.assessments[stated].map { evaluation.kind.assessments[$0].name }
    // A closed record is scored and stays outside the climb.
    if evaluation.statedOpen == nil { return decision }
  } else if record.stage != nil {
    return decision
  }
  var asked = evaluation.firedAsks(worker)
  if climb {
    decision.take(Climbing(evaluation, pipeline, &worker), evaluation, worker, &asked)
  } else {
    decision.judgeStated(evaluation, pipeline, &worker)
  }
  decision.asks = asked.sorted().map { evaluation.kind.assessments[$0].name }
  return decision
}

extension RecordEvaluation {
  /// What the rules that fired ask for, as places among the kind's assessments.
  func firedAsks(_ worker: DecisionWorker) -> Set<Int> {
    var asked: Set<Int> = []
    for (rule, actions) in kind.actions.enumerated() where worker.evaluation.outcomes[rule] == .yes {
      asked.formUnion(actions.asks)
    }
    return asked
  }

  /// The gate as the decision shows it.
  func result(of gate: JudgedGate, _ pipeline: PipelineProgram, isReached: Bool, _ worker: DecisionWorker) -> GateResult
  {
    var result = GateResult(
      from: pipeline.name(open: gate.from), to: pipeline.name(open: gate.to), state: gate.state, rules: [],
      stale: gate.stale, barred: gate.watermark != nil)
    result.isReached = isReached
    guard let program = gate.program else { return result }
    for (rule, outcome) in zip(pipeline.gates[program].rules, gate.outcomes) {
      result.rules.append(
        GateResult.RuleResult(name: kind.rules.rules[rule.rule].name, outcome: outcome, mode: rule.mode))
    }
    let sources =
      passingRule(gate, pipeline).map { evidence(ofRule: $0, worker) } ?? evidence(of: gate, pipeline, worker)
    result.submissions = submissions(sources)
    result.evidenceAt = newest(sources, worker)
    return result
  }
}

extension Decision {
  /// Scores, facts and rules.
  fileprivate mutating func take(_ evaluation: RecordEvaluation, _ worker: DecisionWorker) {
    assessments = evaluation.results
    notices = evaluation.notices
    override = evaluation.activeOverride
    for fact in evaluation.kind.rules.facts {
      facts.append(FactResult(name: fact.name, value: worker.machine.slots[fact.slot]))
    }
    // Rules come by name.
    for (rule, outcome) in worker.evaluation.outcomes.enumerated() {
      switch outcome {
      case .yes:
        fired.append(evaluation.kind.rules.rules[rule].name)
        for flag in evaluation.kind.actions[rule].flags where !flags.contains(flag) { flags.append(flag) }
      case .unknown: unknown.append(evaluation.kind.rules.rules[rule].name)
      case .no, .notInForce: break
      }
    }
    flags.sort()
  }

  /// The whole climb.
  fileprivate mutating func take(
    _ climb: Climbing, _ evaluation: RecordEvaluation, _ worker: DecisionWorker, _ asked: inout Set<Int>
  ) {
    let pipeline = climb.pipeline
    supported = (pipeline.name(open: climb.least), pipeline.name(open: climb.most))
    verdict = climb.verdict
    lowest = climb.lowest.map { pipeline.name(open: $0) }
    for gate in climb.gates {
      gates.append(evaluation.result(of: gate, pipeline, isReached: climb.reaches(gate), worker))
    }
    askForEvidence(climb, evaluation, worker, &asked)
    guard let stated = climb.stated else { return }
    var promoting = Promoting(evaluation, pipeline, worker)
    promoting.promote(climb.promotion, from: stated)
    promoting.close(from: stated)
    proposals = promoting.proposals
    notices.append(contentsOf: promoting.notices)
  }

  /// What a verdict lacks, and what has expired on the way up to where the record stands.
  private mutating func askForEvidence(
    _ climb: Climbing, _ evaluation: RecordEvaluation, _ worker: DecisionWorker, _ asked: inout Set<Int>
  ) {
    let pipeline = climb.pipeline
    switch climb.verdict {
    case .unproven, .ahead:
      let recommended = pipeline.assessments[pipeline.open[climb.least]]
      asked.formUnion(recommended)
      guard recommended.isEmpty else { break }
      for gate in climb.gates where gate.from == climb.least {
        asked.formUnion(evaluation.evidence(of: gate, pipeline, worker).assessments)
      }
    case .level, .behind, nil: break
    }
    let upTo = max(climb.stated ?? climb.least, climb.least)
    var expired: Set<Int> = []
    for gate in climb.gates where gate.from <= upTo && gate.state != .passed {
      for place in evaluation.evidence(of: gate, pipeline, worker).assessments where evaluation.results[place].expired {
        expired.insert(place)
      }
    }
    asked.formUnion(expired)
    for place in expired.sorted() {
      let result = evaluation.results[place]
      let note = result.notes.first { $0.code == "EXPIRED" }?.message ?? "The answers are too old"
      notices.append(Notice(code: "EXPIRED", message: result.assessment + ": " + note))
    }
  }

  /// Without a climb: what the gate at the stated stage says.
  fileprivate mutating func judgeStated(
    _ evaluation: RecordEvaluation, _ pipeline: PipelineProgram, _ worker: inout DecisionWorker
  ) {
    guard let stated = evaluation.statedOpen else { return }
    for gate in evaluation.judgeGates(pipeline, from: stated, &worker) where gate.from == stated {
      gates.append(evaluation.result(of: gate, pipeline, isReached: true, worker))
      if gate.isCertain { proposes = pipeline.name(open: gate.to) }
    }
    var closing = Promoting(evaluation, pipeline, worker)
    closing.close(from: stated, always: true)
    notices.append(contentsOf: closing.notices)
    if proposes == nil { proposes = closing.proposals.first?.to }
  }
}

public import Decisions
public import FEEL

/// Why a record is decided as it is, and what it would take to get further (design §7.8): plain data; the sentences are
/// made from it.
public struct Explanation: Sendable {
  /// The record that was decided.
  public var record: Record
  /// With the whole climb.
  public var decision: Decision
  /// Along the climb, in order of origin and target.
  public var gates: [Gate]
  /// The rules to closed stages, by name.
  public var closings: [RuleReason]
  /// Why each fact has its value.
  public var facts: [FactReason]
  /// Places in `gates` of those that end the way: out of the least supported stage, and not passed.
  public var stops: [Int]
  /// Single changes that carry the record beyond its least supported stage, at most three: least points moved first,
  /// then in the order of the playbook. Each was verified by deciding the changed record.
  public var improvements: [Improvement]
  /// The assessments that these gates depend on and that nobody has filled in, or whose answers are too old.
  public var unanswered: [Text]
  /// Those of the assessments whose answers are too old.
  public var expired: [Text]
  /// What the definitions call things.
  let playbook: Playbook

  /// One gate with the reasons of its rules.
  public struct Gate: Sendable {
    /// What became of it.
    public var result: GateResult
    /// In the order of `result.rules`.
    public var rules: [RuleReason]
  }
}

/// Decides a record and explains the decision.
///
/// - Complexity: one decision, a compilation of the rules that are asked about, and up to 2,000 decisions to find what it
///   would take, one for each other answer and each border of an attribute.
public func explain(_ record: Record, playbook: Playbook, clock: Clock) -> Explanation {
  var worker = DecisionWorker(playbook)
  let decision = decide(record, playbook: playbook, clock: clock, climb: true, worker: &worker)
  var explanation = Explanation(
    record: record, decision: decision, gates: [], closings: [], facts: [], stops: [], improvements: [],
    unanswered: [], expired: [], playbook: playbook)
  guard var evaluation = RecordEvaluation(record, playbook, clock) else { return explanation }
  evaluation.run(&worker)
  var reasoning = Reasoning(evaluation, worker)
  explanation.facts = reasoning.facts()
  guard let pipeline = evaluation.pipeline, decision.supported != nil else { return explanation }
  let climb = Climbing(evaluation, pipeline, &worker)
  for (gate, result) in zip(climb.gates, decision.gates) {
    explanation.gates.append(Explanation.Gate(result: result, rules: reasoning.reasons(of: gate, pipeline)))
  }
  explanation.closings = reasoning.closings(pipeline)
  explanation.stops = climb.gates.indices.filter { place in
    let gate = climb.gates[place]
    // One that has only rules out of force ends the way too; one that never had any does not.
    return gate.from == climb.least && !gate.isCertain && (gate.state != .withoutRules || !gate.outcomes.isEmpty)
  }
  if !explanation.stops.isEmpty {
    var search = ImprovementSearch(evaluation, climb, stops: explanation.stops, worker: worker)
    explanation.improvements = search.improvements()
    explanation.unanswered = search.assessments { $0.state == .notSubmitted }
    explanation.expired = search.assessments { $0.expired }
  }
  return explanation
}

/// The reasons of rules and facts after a run.
private struct Reasoning {
  let evaluation: RecordEvaluation
  let slots: [Value]
  let outcomes: RuleEvaluation
  var explainer: RuleExplainer

  init(_ evaluation: RecordEvaluation, _ worker: DecisionWorker) {
    self.evaluation = evaluation
    slots = worker.machine.slots
    outcomes = worker.evaluation
    explainer = RuleExplainer(evaluation.kind.rules, scope: evaluation.kind.scope)
  }

  mutating func facts() -> [FactReason] {
    var reasons: [FactReason] = []
    for place in evaluation.kind.rules.facts.indices {
      reasons.append(explainer.why(fact: place, slots: slots, outcomes, clock: evaluation.clock))
    }
    return reasons
  }

  mutating func reasons(of gate: JudgedGate, _ pipeline: PipelineProgram) -> [RuleReason] {
    guard let program = gate.program else { return [] }
    var reasons: [RuleReason] = []
    for rule in pipeline.gates[program].rules {
      var slots = slots
      if rule.readsState, gate.from != evaluation.statedOpen {
        evaluation.stand(at: gate.from, pipeline) { slots[$0] = $1 }
      }
      reasons.append(explainer.why(rule: rule.rule, slots: slots, outcomes, clock: evaluation.clock))
    }
    return reasons
  }

  mutating func closings(_ pipeline: PipelineProgram) -> [RuleReason] {
    var rules: [Int] = []
    for closing in pipeline.closings where !rules.contains(closing.rule) { rules.append(closing.rule) }
    var reasons: [RuleReason] = []
    for rule in rules.sorted() {
      reasons.append(explainer.why(rule: rule, slots: slots, outcomes, clock: evaluation.clock))
    }
    return reasons
  }
}

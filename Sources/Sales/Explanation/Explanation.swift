public import Decisions
public import FEEL

/// Why a record stands where it stands, and what it would take to go on: plain data, computed on demand.
public struct Explanation: Sendable {
  /// One gate with the reasons of its rules.
  public struct Gate: Sendable {
    public var result: GateResult
    /// In the order of `result.rules`.
    public var rules: [RuleReason]

    public init(result: GateResult, rules: [RuleReason]) {
      self.result = result
      self.rules = rules
    }
  }

  public var decision: Decision
  public var gates: [Gate]
  public var facts: [FactReason]
  /// Single changes that would carry the record through the next gate: least points moved first, then in the order of
  /// the playbook. Each was verified by deciding the changed record.
  public var changes: [Change]
  /// What belongs to the assessments, for their words.
  public var definitions: [AssessmentDefinition]

  /// The gate where the climb of what is certain ends, if it ends at one.
  public var nextGate: Gate? {
    guard let least = decision.supported?.least else { return nil }
    return gates.first { gate in
      gate.result.from == least && gate.result.state != .passed && gate.result.state != .kept
    }
  }
}

/// Explains a record: decides it, and asks every rule at its gates why.
///
/// - Complexity: one decision, a compilation of the rules that are asked about, and one decision for each answer class
///   and border of an attribute that the next gate hangs on.
public func explain(_ record: Record, playbook: Playbook, clock: Clock) -> Explanation {
  var worker = DecisionWorker(playbook)
  let decision = decide(record, playbook: playbook, clock: clock, climb: true, worker: &worker)
  var explanation = Explanation(decision: decision, gates: [], facts: [], changes: [], definitions: [])
  guard let kind = playbook.kind(named: decision.kind) else { return explanation }
  let program = playbook.kinds[kind]
  explanation.definitions = program.assessments.map { $0.newest.definition }
  var explainer = RuleExplainer(program.rules, scope: program.scope)
  var slots = worker.machine.slots
  if let slot = program.layout.special.stage { slots[slot] = decision.stated.map { .string($0) } ?? .unknown }
  for place in program.rules.facts.indices {
    explanation.facts.append(explainer.why(fact: place, slots: slots, worker.evaluation, clock: clock))
  }
  for gate in decision.gates {
    if let slot = program.layout.special.stage { slots[slot] = .string(gate.from) }
    var reasons: [RuleReason] = []
    for rule in gate.rules {
      guard let place = program.rules.rule(named: rule.name) else { continue }
      reasons.append(explainer.why(rule: place, slots: slots, worker.evaluation, clock: clock))
    }
    explanation.gates.append(Explanation.Gate(result: gate, rules: reasons))
  }
  if explanation.nextGate != nil {
    var search = ChangeSearch(record: record, decision: decision, playbook: playbook, kind: kind, clock: clock)
    explanation.changes = search.run(&worker)
  }
  return explanation
}

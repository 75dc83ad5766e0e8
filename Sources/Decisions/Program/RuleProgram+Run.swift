public import FEEL

extension Clock {
  /// The local day, as days since 1970-01-01.
  var localDay: Int64 {
    let (sum, overflow) = epochMilliseconds.addingReportingOverflow(Int64(offsetSeconds) * 1000)
    let milliseconds = overflow ? epochMilliseconds : sum
    let day: Int64 = 86_400_000
    return milliseconds >= 0 ? milliseconds / day : -((-(milliseconds + 1)) / day) - 1
  }
}

extension RuleProgram {
  /// Judges every rule and computes every fact, in the order of their dependencies, over the machine's slots; the
  /// facts' slots are written, all others only read. Always ends; an error inside a text is null there and a machine's
  /// note.
  ///
  /// - Complexity: one evaluation of each condition, and of each value whose rule fires; facts that need each other
  ///   take as many rounds as their values have steps.
  public func run(_ machine: inout Machine, clock: Clock, into evaluation: inout RuleEvaluation) {
    evaluation.conflicts.removeAll(keepingCapacity: true)
    if evaluation.outcomes.count != rules.count {
      evaluation.outcomes = Array(repeating: .no, count: rules.count)
    }
    while machine.slots.count < flat.slotCount { machine.slots.append(.unknown) }
    let today = clock.localDay
    for step in plan {
      switch step {
      case .condition(let rule):
        evaluation.outcomes[rule] = judge(rule, &machine, clock: clock, today: today)
      case .fact(let fact):
        machine.slots[flat.facts[fact].slot] = merged(fact, &machine, clock: clock, into: &evaluation)
      case .loop(let loop):
        close(loops[loop], &machine, clock: clock, today: today, into: &evaluation)
      }
    }
  }

  /// As `run(_:clock:into:)`, with an evaluation of its own.
  public func run(_ machine: inout Machine, clock: Clock) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    run(&machine, clock: clock, into: &evaluation)
    return evaluation
  }

  /// What becomes of one rule's condition with the slots as they are now: for judging a gate at another stage.
  /// No fact is computed.
  public func outcome(of rule: Int, _ machine: inout Machine, clock: Clock) -> Outcome {
    guard rule >= 0, rule < flat.rules.count else { return .no }
    return judge(rule, &machine, clock: clock, today: clock.localDay)
  }

  func judge(_ index: Int, _ machine: inout Machine, clock: Clock, today: Int64) -> Outcome {
    let rule = flat.rules[index]
    if today < rule.from || today > rule.until { return .notInForce }
    return Outcome(machine.run(rule.condition, clock: clock))
  }
}

extension Outcome {
  /// A rule fires only if its condition is true; what is neither true nor open is no.
  init(_ value: Value) {
    switch value {
    case .boolean(let truth): self = truth ? .yes : .no
    case .unknown, .undecided: self = .unknown
    default: self = .no
    }
  }
}

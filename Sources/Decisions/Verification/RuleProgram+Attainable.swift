public import FEEL

extension RuleProgram {
  /// What becomes of a rule's condition for each of the values that one slot can attain; all other slots stay as they
  /// are in the machine (all unknown: what comes out decided is so whatever they are). The slot gets its value back.
  ///
  /// `throughFacts` computes the facts anew for each value; without it their slots stay too.
  ///
  /// - Complexity: one evaluation of the condition, or one run of the program, for each value.
  public func attainableOutcomes(
    of rule: Int, slot: Int, values: [Value], throughFacts: Bool = false, _ machine: inout Machine, clock: Clock
  ) -> [Outcome] {
    guard slot >= 0, slot < machine.slots.count, rule >= 0, rule < rules.count else { return [] }
    let slots = machine.slots
    var evaluation = RuleEvaluation()
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(values.count)
    for value in values {
      machine.slots[slot] = value
      if throughFacts {
        run(&machine, clock: clock, into: &evaluation)
        outcomes.append(evaluation.outcomes[rule])
      } else {
        outcomes.append(outcome(of: rule, &machine, clock: clock))
      }
    }
    machine.slots = slots
    return outcomes
  }
}

import FEEL

// How the contributions of the rules that fire become one value (design §7.2). The writers of a fact stand by rule
// name, so nothing here depends on the order in which rules were written.

extension RuleProgram {
  /// The value of a fact whose rules have all been judged. Undecided while a rule is, or while a value is open.
  func merged(_ index: Int, _ machine: inout Machine, clock: Clock, into evaluation: inout RuleEvaluation) -> Value {
    let fact = flat.facts[index]
    var open = false
    var fired = 0
    var last = 0
    for row in fact.firstWriter..<fact.endWriter {
      switch evaluation.outcomes[flat.writers[row].rule] {
      case .yes:
        fired += 1
        last = row
      case .unknown: open = true
      case .no, .notInForce: break
      }
    }
    if fired == 0 {
      return open ? .unknown : nothingFired(fact, &machine, clock: clock, index: index, into: &evaluation)
    }
    if fired == 1, !open, let value = only(flat.writers[last], fact, &machine, clock: clock) { return value }
    var merging = Merging(fact: index, definition: fact, open: open)
    for row in fact.firstWriter..<fact.endWriter where evaluation.outcomes[flat.writers[row].rule] == .yes {
      let writer = flat.writers[row]
      let value = writer.constant ?? machine.run(writer.value, clock: clock)
      merging.take(value, from: writer)
    }
    return merging.finish(fired: fired, into: &evaluation.conflicts)
  }

  /// The shortcut where one rule alone fired and its value is the fact's as it stands; nil where it must be looked at.
  private func only(
    _ writer: FlatProgram.Writer, _ fact: FlatProgram.Fact, _ machine: inout Machine, clock: Clock
  ) -> Value? {
    switch fact.merge {
    case .any, .unique, .highestPriority: break
    case .collect, .sum, .min, .max, .count: return nil
    }
    // Literals were held against the list of allowed values when they were compiled.
    if let constant = writer.constant { return constant }
    if !fact.domain.isEmpty { return nil }
    let value = machine.run(writer.value, clock: clock)
    return value.isOpen ? .unknown : value
  }

  /// The default, which holds only when every rule is false; sum and count else 0; else null, which is decided.
  private func nothingFired(
    _ fact: FlatProgram.Fact, _ machine: inout Machine, clock: Clock, index: Int,
    into evaluation: inout RuleEvaluation
  ) -> Value {
    if let fallback = fact.fallback {
      let value = fact.fallbackConstant ?? machine.run(fallback, clock: clock)
      if case .undecided = value { return .unknown }
      if fact.domain.isEmpty || !value.isWhole || Merging.isAllowedFallback(value, of: fact) { return value }
      evaluation.conflicts.append(Conflict(.outsideDomain, fact: index, rules: [], values: [value]))
      return .unknown
    }
    switch fact.merge {
    case .sum, .count: return .small(coefficient: 0, exponent: 0)
    case .any, .unique, .collect, .min, .max, .highestPriority: return .null
    }
  }
}

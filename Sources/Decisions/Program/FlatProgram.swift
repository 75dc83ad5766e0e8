import FEEL

/// Rules, contributions and facts of a program as plain rows, so that a run follows no references.
struct FlatProgram: Sendable {
  struct Rule: Sendable {
    let condition: Entry
    /// First and last day in force, both included.
    let from: Int64
    let until: Int64
  }

  struct Writer: Sendable {
    let rule: Int
    let value: Entry
    /// The value, if it is a literal.
    let constant: Value?
    let priority: Decimal34?
  }

  struct Fact: Sendable {
    let slot: Int
    let merge: Merge
    /// Its rows among the writers, by rule name.
    let firstWriter: Int
    let endWriter: Int
    let fallback: Entry?
    let fallbackConstant: Value?
    let domain: [Value]
  }

  let rules: [Rule]
  let writers: [Writer]
  let facts: [Fact]
  /// Slots that a machine must have at least.
  let slotCount: Int

  init(facts: [RuleProgram.Fact], rules: [RuleProgram.Rule]) {
    self.rules = rules.map { rule in
      Rule(
        condition: rule.condition.entry, from: rule.definition.from?.days ?? Int64.min,
        until: rule.definition.until?.days ?? Int64.max)
    }
    var writers: [Writer] = []
    var flatFacts: [Fact] = []
    var slotCount = 0
    for fact in facts {
      let first = writers.count
      for writer in fact.writers {
        let rule = rules[writer.rule]
        let value = rule.values[writer.contribution]
        writers.append(
          Writer(rule: writer.rule, value: value.entry, constant: value.constant, priority: rule.definition.priority))
      }
      flatFacts.append(
        Fact(
          slot: fact.slot, merge: fact.definition.merge, firstWriter: first, endWriter: writers.count,
          fallback: fact.fallback?.entry, fallbackConstant: fact.fallback?.constant, domain: fact.domain))
      slotCount = max(slotCount, fact.slot + 1)
    }
    self.writers = writers
    self.facts = flatFacts
    self.slotCount = slotCount
  }
}

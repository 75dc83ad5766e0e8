public import FEEL

/// Facts and rules in the order of their dependencies, compiled: a function from a record's slots to facts and
/// outcomes. Immutable; shared by any number of machines.
public final class RuleProgram: Sendable {
  /// A fact with its place in the machine.
  public struct Fact: Sendable {
    /// As declared, with the type that its rules' values showed where none was declared.
    public let definition: FactDefinition
    /// Where its value lies in the machine.
    public let slot: Int
    /// The contributions to it, by rule name.
    public let writers: [Writer]
    /// Its default; nil: it is null where no rule gives a value.
    public let fallback: CompiledText?
    /// The allowed values in ascending order; empty: all.
    let domain: [Value]
    /// As its definition calls it.
    public var name: Text { definition.name }
  }

  /// A contribution: the rule's place in the program and the contribution's place in the rule.
  public struct Writer: Hashable, Sendable {
    /// Place among the program's rules.
    public let rule: Int
    /// Place among the rule's contributions.
    public let contribution: Int
  }

  /// A rule with its compiled texts.
  public struct Rule: Sendable {
    /// As its author wrote it.
    public let definition: RuleDefinition
    /// When it is true, the rule fires.
    public let condition: CompiledText
    /// One for each contribution.
    public let values: [CompiledText]
    /// As its definition calls it.
    public var name: Text { definition.name }
  }

  /// One step of a run.
  enum Step: Sendable {
    /// Judge the condition of a rule.
    case condition(Int)
    /// Merge what its rules gave to a fact.
    case fact(Int)
    /// Find the least fixpoint of facts that need each other.
    case loop(Int)
  }

  /// In the order in which they were given to `compile`.
  public let facts: [Fact]
  /// In the order in which they were given to `compile`.
  public let rules: [Rule]
  let plan: [Step]
  let loops: [Loop]
  /// What the hot path needs of rules and facts, flat.
  let flat: FlatProgram
  /// By slot: the fact that lives there, or -1.
  let factOfSlot: [Int]

  init(facts: [Fact], rules: [Rule], plan: [Step], loops: [Loop]) {
    self.facts = facts
    self.rules = rules
    self.plan = plan
    self.loops = loops
    flat = FlatProgram(facts: facts, rules: rules)
    var factOfSlot: [Int] = []
    for (index, fact) in facts.enumerated() {
      while factOfSlot.count <= fact.slot { factOfSlot.append(-1) }
      factOfSlot[fact.slot] = index
    }
    self.factOfSlot = factOfSlot
  }

  /// The fact that lives in a slot, if one does.
  public func fact(inSlot slot: Int) -> Int? {
    guard slot >= 0, slot < factOfSlot.count, factOfSlot[slot] >= 0 else { return nil }
    return factOfSlot[slot]
  }

  /// The rule of that name. - Complexity: linear in the number of rules.
  public func rule(named name: Text) -> Int? { rules.firstIndex { $0.name == name } }

  /// The fact of that name. - Complexity: linear in the number of facts.
  public func fact(named name: Text) -> Int? { facts.firstIndex { $0.name == name } }

  /// Whether any text of the program calls `today()` or `now()`.
  public var readsClock: Bool {
    for rule in rules {
      if rule.condition.readsClock { return true }
      for value in rule.values where value.readsClock { return true }
    }
    for fact in facts {
      if let fallback = fact.fallback, fallback.readsClock { return true }
    }
    return false
  }
}

public import FEEL

/// What a rule gives to a fact when its condition is true.
public struct Contribution: Hashable, Sendable {
  public enum Kind: UInt8, Sendable { case set, add }
  public var kind: Kind
  public var fact: Text
  /// FEEL.
  public var value: Text

  public init(_ kind: Kind, fact: Text, value: Text) {
    self.kind = kind
    self.fact = fact
    self.value = value
  }
}

/// A rule as far as facts go: a condition and what it gives to facts.
public struct RuleDefinition: Hashable, Sendable {
  /// Unique in the playbook; an unnamed sentence is called `file#ordinal`.
  public var name: Text
  /// FEEL.
  public var condition: Text
  public var contributions: [Contribution]
  public var priority: Decimal34?
  /// First and last day, both included, in the policy's zone.
  public var from: CalendarDate?
  public var until: CalendarDate?

  public init(
    name: Text, condition: Text, contributions: [Contribution] = [], priority: Decimal34? = nil,
    from: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    self.name = name
    self.condition = condition
    self.contributions = contributions
    self.priority = priority
    self.from = from
    self.until = until
  }
}

/// What became of a condition.
public enum Outcome: UInt8, Sendable {
  case no, yes, unknown
  /// Before its first day or after its last.
  case notInForce
}

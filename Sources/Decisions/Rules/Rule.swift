public import FEEL

/// What a rule gives to a fact when its condition is true.
public struct Contribution: Hashable, Sendable {
  /// Whether a value is set, or added to those of other rules.
  public enum Kind: UInt8, Sendable { case set, add }
  /// Whether the value is set, or added to those of other rules.
  public var kind: Kind
  /// The fact's name.
  public var fact: Text
  /// FEEL.
  public var value: Text

  /// Makes a contribution; the value is FEEL.
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
  /// What it gives to facts when it fires.
  public var contributions: [Contribution]
  /// For facts merged by the highest priority; absent: below all that have one.
  public var priority: Decimal34?
  /// First and last day, both included, in the policy's zone.
  public var from: CalendarDate?
  /// The last day that it is in force; absent: for ever.
  public var until: CalendarDate?

  /// Makes a rule; a first or last day that is nil does not bound it.
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

  /// Whether it has a first or last day, so that it may be out of force.
  public var hasDates: Bool { from != nil || until != nil }

  /// Whether a day is none before its first and none after its last.
  public func isInForce(on day: CalendarDate) -> Bool {
    if let from, day < from { return false }
    if let until, until < day { return false }
    return true
  }
}

/// What became of a condition.
public enum Outcome: UInt8, Sendable {
  /// `no`: anything but true, null included; `yes`: true, so that the rule fires; `unknown`: something is missing.
  case no, yes, unknown
  /// Before its first day or after its last.
  case notInForce
}

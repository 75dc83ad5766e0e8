public import FEEL

/// How the values that several rules give to one fact become one (design §7.2).
public enum Merge: UInt8, Sendable, CaseIterable {
  /// Equal values agree; different ones are a conflict.
  case any
  /// Exactly one rule may give a value.
  case unique
  /// The list of all values, sorted by value, then by rule name.
  case collect
  /// The sum of the numbers; null is left out and told. If no rule gives one and there is no default, 0.
  case sum
  /// The least value, in the order of the fact's domain if it has one, else in FEEL's; null is left out and told.
  case min
  /// The greatest value, in the same order; null is left out and told.
  case max
  /// How many rules gave a value.
  case count
  /// The value of the rule of highest priority; a tie of different values is a conflict.
  case highestPriority
}

/// A named value derived by rules: a function of the record, never stored as truth.
public struct FactDefinition: Hashable, Sendable {
  /// Unique among the facts of a kind.
  public var name: Text
  /// What its values must be.
  public var type: FeelType
  /// How the values of several rules become one.
  public var merge: Merge
  /// FEEL; holds when every rule is false.
  public var fallback: Text?
  /// The allowed values in ascending order, if the author lists them.
  public var domain: [Text]

  /// Makes a fact; if `fallback` is nil, where every rule is false, a sum or count is 0 and all else null.
  public init(name: Text, type: FeelType, merge: Merge, fallback: Text? = nil, domain: [Text] = []) {
    self.name = name
    self.type = type
    self.merge = merge
    self.fallback = fallback
    self.domain = domain
  }
}

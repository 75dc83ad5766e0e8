public import FEEL

/// What a run of a rule program found out beside the facts, which are in the machine's slots. Made once for each
/// thread and used again from record to record.
public struct RuleEvaluation: Sendable {
  /// By rule, in the order of the program's rules.
  public internal(set) var outcomes: [Outcome] = []
  /// What a person should be told of, in the order of the facts' computation.
  public internal(set) var conflicts: [Conflict] = []

  /// Makes an evaluation of no run yet.
  public init() {}
}

/// Why several rules could not agree on the value of a fact, or a value could not be used.
public struct Conflict: Sendable {
  /// What kept the rules from agreeing.
  public enum Cause: UInt8, Sendable {
    /// Merged by *any*, and the values differ.
    case differentValues
    /// Merged by *unique*, and more than one rule gave a value.
    case severalRules
    /// The highest priority is shared by rules with different values.
    case tie
    /// Values of kinds that have no order or no sum.
    case unusable
    /// A value that the fact's list of allowed values does not have.
    case outsideDomain
    /// Null given to a sum, a minimum or a maximum: left out. The one cause that does not leave the fact undecided.
    case nothingGiven
  }

  /// What kept the rules from agreeing.
  public var cause: Cause
  /// Place among the program's facts.
  public var fact: Int
  /// Places among the program's rules, by rule name.
  public var rules: [Int]
  /// The values of those rules.
  public var values: [Value]

  /// Makes a conflict: the values in the order of the rules that gave them, or that of a default and no rules.
  public init(_ cause: Cause, fact: Int, rules: [Int], values: [Value]) {
    self.cause = cause
    self.fact = fact
    self.rules = rules
    self.values = values
  }
}

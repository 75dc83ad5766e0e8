/// The arithmetic on dates, times and durations that the machine needs.
enum TemporalArithmetic {
  enum Outcome {
    case value(Value)
    case outOfRange
    /// The two can't be joined so.
    case noRule
  }

  static func compute(_ operation: BinaryOperator, _ a: Value, _ b: Value) -> Outcome { .noRule }

  static func negated(_ value: Value) -> Value? { nil }

  /// A part of a temporal value (`date.year`); nil if it has no such part.
  static func property(_ key: Text, of value: Value) -> Value? { nil }
}

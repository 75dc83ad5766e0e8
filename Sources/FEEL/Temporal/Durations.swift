/// A years and months duration, as months.
public struct MonthsDuration: Hashable, Sendable {
  /// Years count as twelve; below zero for one that goes back.
  public var months: Int64
  /// Makes a duration of so many months, below zero for one that goes back.
  @inlinable public init(months: Int64) { self.months = months }
}

/// A days and time duration: whole seconds and the nanoseconds beyond them (0 ..< 1,000,000,000).
public final class DaysDuration: Sendable {
  /// Whole seconds, rounded down.
  public let seconds: Int64
  /// What is left beyond them, from 0 to 999,999,999.
  public let nanoseconds: Int32
  /// Makes a duration of whole seconds and what is left beyond them.
  ///
  /// - Parameters:
  ///   - seconds: rounded down, so that -0.5 s is -1 and half a second beyond.
  ///   - nanoseconds: from 0 to 999,999,999, which is not checked.
  public init(seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

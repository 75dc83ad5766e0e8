/// A years and months duration, as months.
public struct MonthsDuration: Hashable, Sendable {
  public var months: Int64
  @inlinable public init(months: Int64) { self.months = months }
}

/// A days and time duration: whole seconds and the nanoseconds beyond them (0 ..< 1,000,000,000).
public final class DaysDuration: Sendable {
  public let seconds: Int64
  public let nanoseconds: Int32
  public init(seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

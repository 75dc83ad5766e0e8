/// A day of the proleptic Gregorian calendar (FEEL `date`), as days since 1970-01-01.
public struct CalendarDate: Hashable, Sendable {
  /// Since 1970-01-01.
  public var days: Int64
  /// Makes a day; whether it lies within FEEL's years is not checked.
  ///
  /// - Parameter days: since 1970-01-01, below zero for days before it.
  @inlinable public init(days: Int64) { self.days = days }
}

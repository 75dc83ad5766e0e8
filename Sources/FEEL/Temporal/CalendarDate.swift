/// A day of the proleptic Gregorian calendar (FEEL `date`), as days since 1970-01-01.
public struct CalendarDate: Hashable, Sendable {
  /// Since 1970-01-01.
  public var days: Int64
  @inlinable public init(days: Int64) { self.days = days }
}

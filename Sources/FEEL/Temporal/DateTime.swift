/// A date with a time of day (FEEL `date and time`).
public final class DateTime: Sendable {
  /// The day.
  public let date: CalendarDate
  /// The time of that day.
  public let time: TimeOfDay
  /// Seconds east of UTC: the offset of the time, or that of its zone then; nil for a local one.
  public let offsetSeconds: Int32?

  /// Makes a date with a time; of a time in a zone the offset on that day is looked up.
  public init(date: CalendarDate, time: TimeOfDay) {
    self.date = date
    self.time = time
    offsetSeconds =
      time.zone.map { $0.offset(atLocal: date.days &* 86_400 &+ time.nanoseconds / TimeOfDay.nanosecondsOfSecond) }
      ?? time.offsetSeconds
  }

  /// The time that a zone's clocks show at an instant, the second of two that look alike included.
  ///
  /// Nil beyond FEEL's years.
  ///
  /// - Parameter nanoseconds: since 1970-01-01T00:00:00Z.
  init?(instant nanoseconds: Int128, zone: NamedZone) {
    let (seconds, fraction) = TemporalArithmetic.floor(nanoseconds, Int128(TimeOfDay.nanosecondsOfSecond))
    guard let seconds = Int64(exactly: seconds) else { return nil }
    let offset = zone.offset(at: seconds)
    let (local, overflow) = seconds.addingReportingOverflow(Int64(offset))
    let second = CalendarDate.remainder(local, 86_400)
    guard !overflow, let date = CalendarDate(checked: (local &- second) / 86_400) else { return nil }
    self.date = date
    time = TimeOfDay(
      nanoseconds: second * TimeOfDay.nanosecondsOfSecond + Int64(truncatingIfNeeded: fraction), zone: zone)
    offsetSeconds = offset
  }
}

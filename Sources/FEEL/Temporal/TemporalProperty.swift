/// The parts of dates, times and durations that a path reads (DMN 1.5 §10.3.2.15, table 65).
public enum TemporalProperty {
  /// The part of that name: a number, `time offset` as a duration, or null where there is none: the offset of a local time, or of
  /// one in a zone that changes its clocks.
  /// Nil if values of that kind have no part of that name.
  public static func property(_ name: Text, of value: Value) -> Value? {
    switch value {
    case .date(let date): property(name, of: date)
    case .time(let time): property(name, of: time, offset: time.lastingOffset)
    case .dateTime(let dateTime):
      property(name, of: dateTime.date) ?? property(name, of: dateTime.time, offset: dateTime.offsetSeconds)
    case .monthsDuration(let duration):
      switch name {
      case Names.years: number(duration.months / 12)
      case Names.months: number(duration.months % 12)
      default: nil
      }
    case .daysDuration(let duration): property(name, of: duration)
    default: nil
    }
  }

  private enum Names {
    static let year: Text = "year"
    static let month: Text = "month"
    static let day: Text = "day"
    static let weekday: Text = "weekday"
    static let hour: Text = "hour"
    static let minute: Text = "minute"
    static let second: Text = "second"
    static let timeOffset: Text = "time offset"
    static let timezone: Text = "timezone"
    static let years: Text = "years"
    static let months: Text = "months"
    static let days: Text = "days"
    static let hours: Text = "hours"
    static let minutes: Text = "minutes"
    static let seconds: Text = "seconds"
  }

  private static func number(_ value: Int64) -> Value { .small(coefficient: value, exponent: 0) }

  private static func property(_ name: Text, of date: CalendarDate) -> Value? {
    switch name {
    case Names.year: number(date.parts.year)
    case Names.month: number(date.parts.month)
    case Names.day: number(date.parts.day)
    case Names.weekday: number(date.weekday)
    default: nil
    }
  }

  private static func property(_ name: Text, of time: TimeOfDay, offset: Int32?) -> Value? {
    switch name {
    case Names.hour: number(time.hour)
    case Names.minute: number(time.minute)
    case Names.second: number(time.second)
    case Names.timeOffset:
      offset.map { .daysDuration(DaysDuration(seconds: Int64($0), nanoseconds: 0)) } ?? .null
    case Names.timezone: time.zone.map { .string($0.name) } ?? .null
    default: nil
    }
  }

  /// All parts of a negative duration are zero or below.
  private static func property(_ name: Text, of duration: DaysDuration) -> Value? {
    let (days, hours, minutes, seconds, _) = duration.magnitude
    let part: UInt64
    switch name {
    case Names.days: part = days
    case Names.hours: part = hours
    case Names.minutes: part = minutes
    case Names.seconds: part = seconds
    default: return nil
    }
    let signed = Int64(truncatingIfNeeded: part)
    return number(duration.isNegative ? -signed : signed)
  }
}

/// A date with a time of day (FEEL `date and time`).
public final class DateTime: Sendable {
  public let date: CalendarDate
  public let time: TimeOfDay
  public init(date: CalendarDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }
}

/// The texts of dates, times and durations, and back.
public enum TemporalLiteral {
  /// The value of the text inside `@"..."` (DMN 1.5 §10.3.1.3): a date, time, date and time, or duration, known by its
  /// form; nil if it is none.
  public static func parse(_ text: Text) -> Value? {
    let bytes = text.bytes
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "P") || first == UInt8(ascii: "-") && bytes.count > 1 && bytes[1] == UInt8(ascii: "P") {
      return duration(text)
    }
    if bytes.count > 2, bytes[2] == UInt8(ascii: ":") { return TimeOfDay(text).map { .time($0) } }
    if bytes.contains(UInt8(ascii: "T")) { return DateTime(text).map { .dateTime($0) } }
    return CalendarDate(text).map { .date($0) }
  }

  /// A duration of either kind, known by its units.
  public static func duration(_ text: Text) -> Value? {
    var reader = TemporalReader(text)
    return reader.duration()
  }

  /// The text of a date, time or duration as FEEL's `string` gives it; nil for other values.
  public static func text(of value: Value) -> Text? {
    switch value {
    case .date(let date): date.text
    case .time(let time): time.text
    case .dateTime(let dateTime): dateTime.text
    case .monthsDuration(let duration): duration.text
    case .daysDuration(let duration): duration.text
    default: nil
    }
  }
}

extension CalendarDate {
  /// The day of a text such as `2026-01-31`; nil if it is none.
  public init?(_ text: Text) {
    var reader = TemporalReader(text)
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self = date
  }
}

extension TimeOfDay {
  /// The time of a text such as `10:30:00`, `10:30:00.25Z`, `10:30:00+07:00` or `10:30:00@Europe/Paris`; nil if it is
  /// none. `24:00:00` is midnight.
  public convenience init?(_ text: Text) {
    var reader = TemporalReader(text)
    guard let nanoseconds = reader.timeOfDay(), let place = reader.place() else { return nil }
    self.init(nanoseconds: nanoseconds % Self.nanosecondsOfDay, place)
  }

  fileprivate convenience init(nanoseconds: Int64, _ place: TemporalReader.Place) {
    switch place {
    case .local: self.init(nanoseconds: nanoseconds, offsetSeconds: nil)
    case .offset(let seconds): self.init(nanoseconds: nanoseconds, offsetSeconds: seconds)
    case .zone(let zone): self.init(nanoseconds: nanoseconds, zone: zone)
    }
  }
}

extension DateTime {
  /// The date and time of a text such as `2026-01-31T10:30:00+07:00`; nil if it is none. `24:00:00` is midnight of the
  /// next day.
  public convenience init?(_ text: Text) {
    var reader = TemporalReader(text)
    guard let date = reader.date(), reader.skip("T"), let nanoseconds = reader.timeOfDay(),
      let place = reader.place(), let day = date.adding(days: nanoseconds / TimeOfDay.nanosecondsOfDay)
    else { return nil }
    self.init(date: day, time: TimeOfDay(nanoseconds: nanoseconds % TimeOfDay.nanosecondsOfDay, place))
  }
}

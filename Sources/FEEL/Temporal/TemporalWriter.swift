extension CalendarDate {
  /// `2026-01-31`.
  public var text: Text { Text(bytes: TemporalWriter.write { $0.append(self) }) }
}

extension TimeOfDay {
  /// `10:30:00`, with a fraction if there is one, and `Z`, the offset or `@` and the zone if it has one.
  public var text: Text { Text(bytes: TemporalWriter.write { $0.append(self) }) }
}

extension DateTime {
  /// `2026-01-31T10:30:00+07:00`.
  public var text: Text {
    Text(
      bytes: TemporalWriter.write {
        $0.append(date)
        $0.append("T")
        $0.append(time)
      })
  }
}

extension MonthsDuration {
  /// `P1Y2M`, `-P3M`, `P0M`.
  public var text: Text { Text(bytes: TemporalWriter.write { $0.append(self) }) }
}

extension DaysDuration {
  /// `P1DT2H3M4.5S`, `-PT90S` as `-PT1M30S`, `PT0S`.
  public var text: Text { Text(bytes: TemporalWriter.write { $0.append(self) }) }
}

/// Builds the texts of dates, times and durations.
struct TemporalWriter {
  private var bytes: [UInt8] = []

  static func write(_ body: (inout TemporalWriter) -> Void) -> [UInt8] {
    var writer = TemporalWriter()
    body(&writer)
    return writer.bytes
  }

  mutating func append(_ letter: Unicode.Scalar) { bytes.append(UInt8(ascii: letter)) }

  /// A number with at least so many digits.
  private mutating func append(_ number: UInt64, digits least: Int = 1) {
    let start = bytes.count
    var rest = number
    while rest > 0 || bytes.count - start < least {
      bytes.append(UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0"))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  /// `.25` of nanoseconds; nothing if there are none.
  private mutating func append(fraction nanoseconds: UInt64) {
    if nanoseconds == 0 { return }
    append(".")
    append(nanoseconds, digits: 9)
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
  }

  mutating func append(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    if year < 0 { append("-") }
    append(year.magnitude, digits: 4)
    append("-")
    append(month.magnitude, digits: 2)
    append("-")
    append(day.magnitude, digits: 2)
  }

  mutating func append(_ time: TimeOfDay) {
    append(time.hour.magnitude, digits: 2)
    append(":")
    append(time.minute.magnitude, digits: 2)
    append(":")
    append(time.second.magnitude, digits: 2)
    append(fraction: (time.nanoseconds % TimeOfDay.nanosecondsOfSecond).magnitude)
    if let zone = time.zone {
      append("@")
      bytes += zone.name.bytes
    }
    guard let offset = time.offsetSeconds else { return }
    if offset == 0 { return append("Z") }
    append(offset < 0 ? "-" : "+")
    let seconds = UInt64(offset.magnitude)
    append(seconds / 3600, digits: 2)
    append(":")
    append(seconds / 60 % 60, digits: 2)
    if seconds % 60 != 0 {
      append(":")
      append(seconds % 60, digits: 2)
    }
  }

  mutating func append(_ duration: MonthsDuration) {
    if duration.months < 0 { append("-") }
    append("P")
    let (years, months) = duration.months.magnitude.quotientAndRemainder(dividingBy: 12)
    append(years, unit: "Y")
    if months > 0 || years == 0 {
      append(months)
      append("M")
    }
  }

  mutating func append(_ duration: DaysDuration) {
    let (days, hours, minutes, seconds, nanoseconds) = duration.magnitude
    if duration.isNegative { append("-") }
    append("P")
    append(days, unit: "D")
    if hours == 0 && minutes == 0 && seconds == 0 && nanoseconds == 0 && days > 0 { return }
    append("T")
    append(hours, unit: "H")
    append(minutes, unit: "M")
    if seconds == 0 && nanoseconds == 0 && (hours > 0 || minutes > 0) { return }
    append(seconds)
    append(fraction: nanoseconds)
    append("S")
  }

  private mutating func append(_ count: UInt64, unit: Unicode.Scalar) {
    if count == 0 { return }
    append(count)
    append(unit)
  }
}

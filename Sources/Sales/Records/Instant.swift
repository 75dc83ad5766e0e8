public import FEEL

/// Points in time as documents write them: RFC 3339 in, RFC 3339 in UTC out, epoch milliseconds inside.
public enum Instant {
  /// The epoch milliseconds of a text like `2026-03-31T19:00:00Z` or `2026-04-01T02:00:00.250+07:00`; a day alone
  /// (`2026-03-20`) is its start in UTC. Digits beyond the millisecond are dropped. Nil: no such instant.
  public static func milliseconds(_ text: Text) -> Int64? {
    let bytes = text.bytes
    guard bytes.count <= 64 else { return nil }
    if bytes.count == 10 { return CalendarDate(day: text).map { $0.days * 86_400_000 } }
    guard bytes.count >= 20, bytes[10] == 84 || bytes[10] == 116 || bytes[10] == 32,
      let day = CalendarDate(day: Text(bytes: Array(bytes[..<10]))),
      bytes[13] == 58, bytes[16] == 58,
      let hour = digits(bytes, 11, 2), let minute = digits(bytes, 14, 2), let second = digits(bytes, 17, 2),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var place = 19
    var fraction: Int64 = 0
    if bytes[place] == 46 {
      place += 1
      var scale: Int64 = 100
      let start = place
      while place < bytes.count, bytes[place] >= 48, bytes[place] <= 57 {
        fraction += Int64(bytes[place] - 48) * scale
        scale /= 10
        place += 1
      }
      guard place > start else { return nil }
    }
    guard let offset = offsetMinutes(bytes, place) else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60 + second) - Int64(offset) * 60
    return day.days * 86_400_000 + seconds * 1000 + fraction
  }

  /// The instant as RFC 3339 in UTC, with milliseconds where there are any; nothing readable outside the years 0 to
  /// 9999.
  public static func text(_ milliseconds: Int64) -> Text {
    let day: Int64 = 86_400_000
    let days = floored(milliseconds, day)
    let rest = Int(milliseconds - days * day)
    var text = CalendarDate(days: days).dayText
    text += "T" + padded(rest / 3_600_000, 2) + ":" + padded(rest / 60_000 % 60, 2)
    text += ":" + padded(rest / 1000 % 60, 2)
    if rest % 1000 != 0 { text += "." + padded(rest % 1000, 3) }
    return text + "Z"
  }

  /// The end of an instant: `Z`, or `+07:00`. Nil if it is neither.
  private static func offsetMinutes(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    if bytes[place] == 90 || bytes[place] == 122 { return place + 1 == bytes.count ? 0 : nil }
    guard bytes[place] == 43 || bytes[place] == 45, place + 6 == bytes.count, bytes[place + 3] == 58,
      let hours = digits(bytes, place + 1, 2), let minutes = digits(bytes, place + 4, 2), hours < 24, minutes < 60
    else { return nil }
    return (bytes[place] == 45 ? -1 : 1) * (hours * 60 + minutes)
  }

  static func digits(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var number = 0
    for index in start..<start + count {
      guard bytes[index] >= 48, bytes[index] <= 57 else { return nil }
      number = number * 10 + Int(bytes[index] - 48)
    }
    return number
  }

  static func padded(_ number: Int, _ width: Int) -> Text {
    var digits: [UInt8] = []
    var rest = number
    while digits.count < width || rest > 0 {
      digits.append(UInt8(48 + rest % 10))
      rest /= 10
    }
    return Text(bytes: digits.reversed())
  }

  static func floored(_ number: Int64, _ divisor: Int64) -> Int64 {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }
}

extension CalendarDate {
  /// The day that a text like `2026-01-31` names; nil if there is no such day.
  init?(day text: Text) {
    let bytes = text.bytes
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45, let year = Instant.digits(bytes, 0, 4),
      let month = Instant.digits(bytes, 5, 2), let day = Instant.digits(bytes, 8, 2), month >= 1, month <= 12, day >= 1
    else { return nil }
    // Days from the civil calendar, counted from March so that the leap day comes last.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(days: Int64(era * 146_097 + dayOfEra - 719_468))
    // A day that the month does not have comes out as one of the next.
    if dayText != text { return nil }
  }

  /// The day as `2026-01-31`, for the years 0 to 9999; other years are written with as many digits as they have.
  var dayText: Text {
    let shifted = days + 719_468
    let era = Instant.floored(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    let sign: Text = year < 0 ? "-" : ""
    return sign + Instant.padded(Int(year.magnitude), 4) + "-" + Instant.padded(Int(calendarMonth), 2) + "-"
      + Instant.padded(Int(day), 2)
  }
}

extension Clock {
  /// The local day.
  var day: CalendarDate { day(of: epochMilliseconds) }

  /// The local day of an instant, with what the zone adds to UTC now.
  func day(of milliseconds: Int64) -> CalendarDate {
    let (sum, overflow) = milliseconds.addingReportingOverflow(Int64(offsetSeconds) * 1000)
    return CalendarDate(days: Instant.floored(overflow ? milliseconds : sum, 86_400_000))
  }
}

public import FEEL

/// Points in time as documents write them: RFC 3339 in, RFC 3339 in UTC out, epoch milliseconds inside.
public enum Instant {
  /// The epoch milliseconds of a text like `2026-03-31T19:00:00Z`, `2026-04-01T02:00:00.250+07:00` or, as CRMs write it,
  /// `2026-04-01T02:00:00.250+0700`; a day alone (`2026-03-20`) is its start in UTC. Digits beyond the millisecond are dropped. Nil: no such instant.
  public static func milliseconds(_ text: Text) -> Int64? {
    guard text.bytes.count <= 64 else { return nil }
    if text.bytes.count == 10 { return CalendarDate(day: text).map { $0.days * 86_400_000 } }
    guard let dateTime = DateTime(document: text), dateTime.time.offsetSeconds != nil, dateTime.date.isFourDigitYear
    else {
      return nil
    }
    return dateTime.epochSeconds * 1000 + Int64(dateTime.fraction) / 1_000_000
  }

  /// The instant as RFC 3339 in UTC, with milliseconds where there are any.
  public static func text(_ milliseconds: Int64) -> Text {
    let day: Int64 = 86_400_000
    let days = floored(milliseconds, day)
    // Wrapping: the product of an extreme instant leaves the range, the difference comes back into it.
    let rest = Int(truncatingIfNeeded: milliseconds &- days &* day)
    var text = CalendarDate(days: days).dayText
    text += "T" + padded(rest / 3_600_000, 2) + ":" + padded(rest / 60_000 % 60, 2)
    text += ":" + padded(rest / 1000 % 60, 2)
    if rest % 1000 != 0 { text += "." + padded(rest % 1000, 3) }
    return text + "Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> Text {
    var digits: [UInt8] = []
    var rest = number
    while digits.count < width {
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
    guard text.bytes.count == 10, let date = CalendarDate(text) else { return nil }
    self = date
  }

  /// The day as `2026-01-31`.
  var dayText: Text { text }

  var isFourDigitYear: Bool { days >= -719_528 && days < 2_932_897 }
}

extension Clock {
  /// The local day.
  public var day: CalendarDate { day(of: epochMilliseconds) }

  /// The local day of an instant, with what the zone adds to UTC now.
  func day(of milliseconds: Int64) -> CalendarDate {
    let (sum, overflow) = milliseconds.addingReportingOverflow(Int64(offsetSeconds) * 1000)
    return CalendarDate(days: Instant.floored(overflow ? milliseconds : sum, 86_400_000))
  }
}

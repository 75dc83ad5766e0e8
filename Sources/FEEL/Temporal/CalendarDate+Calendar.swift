extension CalendarDate {
  /// The years that FEEL knows (DMN 1.5 §10.3.2.3.5), year 0 included.
  public static let years: ClosedRange<Int64> = -999_999_999...999_999_999
  /// -999999999-01-01.
  public static let first = CalendarDate(days: daysBefore(year: years.lowerBound, month: 1))
  /// 999999999-12-31.
  public static let last = CalendarDate(days: daysBefore(year: years.upperBound, month: 12) + 30)

  /// The day of a year, month and day; nil if there is no such day.
  public init?(year: Int64, month: Int64, day: Int64) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, year: year)
    else { return nil }
    self.init(days: Self.daysBefore(year: year, month: month) + day - 1)
  }

  /// The day so many days after 1970-01-01; nil beyond FEEL's years.
  init?(checked days: Int64) {
    guard days >= Self.first.days, days <= Self.last.days else { return nil }
    self.init(days: days)
  }

  /// Year, month (1...12) and day of the month (1...31).
  public var parts: (year: Int64, month: Int64, day: Int64) {
    // Years from March on, in eras of 400 years; the formula of Howard Hinnant, "chrono-Compatible Low-Level Date
    // Algorithms".
    let shifted = days &+ 719_468
    let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
    let dayOfEra = shifted &- era &* 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// 1 (Monday) to 7 (Sunday).
  public var weekday: Int64 { Self.remainder(days &+ 3, 7) + 1 }

  /// 1 to 366.
  public var dayOfYear: Int64 { days - Self.daysBefore(year: parts.year, month: 1) + 1 }

  /// The ISO 8601 week, 1 to 53: the first week of a year is the one with its first Thursday.
  public var weekOfYear: Int64 {
    let thursday = CalendarDate(days: days &- weekday &+ 4)
    return (thursday.dayOfYear - 1) / 7 + 1
  }

  /// The day so many days later; nil beyond FEEL's years.
  public func adding(days count: Int64) -> CalendarDate? {
    let (sum, overflow) = days.addingReportingOverflow(count)
    return overflow ? nil : CalendarDate(checked: sum)
  }

  /// The same day so many months later, or the last of that month if it has no such day; nil beyond FEEL's years.
  public func adding(months count: Int64) -> CalendarDate? {
    let (year, month, day) = parts
    let (months, overflow) = (year &* 12 &+ month - 1).addingReportingOverflow(count)
    if overflow { return nil }
    let newMonth = Self.remainder(months, 12) + 1
    let newYear = (months - newMonth + 1) / 12
    guard Self.years.contains(newYear) else { return nil }
    return CalendarDate(year: newYear, month: newMonth, day: min(day, Self.days(inMonth: newMonth, year: newYear)))
  }

  static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func days(inMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to the first of a month; `month` is 1...12.
  static func daysBefore(year: Int64, month: Int64) -> Int64 {
    let shiftedYear = month <= 2 ? year &- 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear &- 399) / 400
    let yearOfEra = shiftedYear &- era &* 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    return era &* 146_097 &+ yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The remainder with the sign of the divisor, which is above zero.
  static func remainder(_ a: Int64, _ b: Int64) -> Int64 {
    let rest = a % b
    return rest < 0 ? rest + b : rest
  }
}

extension CalendarDate: Comparable {
  /// The earlier day first.
  @inlinable public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.days < b.days }
}

/// `+`, `-`, `*`, `/` of dates, times and durations (DMN 1.5 §10.3.2.3 and tables 55 to 59).
///
/// Nil: there is no such operation, its result lies beyond FEEL's dates or durations, or local and zoned times mix.
public enum TemporalArithmetic {
  /// `a + b`.
  public static func add(_ a: Value, _ b: Value) -> Value? {
    switch (a, b) {
    case (.monthsDuration(let x), .monthsDuration(let y)):
      return months(x.months.addingReportingOverflow(y.months))
    case (.daysDuration(let x), .daysDuration(let y)):
      return DaysDuration.make(nanoseconds: x.totalNanoseconds + y.totalNanoseconds).map { .daysDuration($0) }
    case (_, .monthsDuration(let duration)): return move(a, months: duration.months)
    case (.monthsDuration(let duration), _): return move(b, months: duration.months)
    case (_, .daysDuration(let duration)): return move(a, by: duration.totalNanoseconds)
    case (.daysDuration(let duration), _): return move(b, by: duration.totalNanoseconds)
    default: return nil
    }
  }

  /// `a - b`.
  public static func subtract(_ a: Value, _ b: Value) -> Value? {
    switch (a, b) {
    case (.monthsDuration(let x), .monthsDuration(let y)):
      return months(x.months.subtractingReportingOverflow(y.months))
    case (.daysDuration(let x), .daysDuration(let y)):
      return DaysDuration.make(nanoseconds: x.totalNanoseconds - y.totalNanoseconds).map { .daysDuration($0) }
    case (_, .monthsDuration(let duration)):
      return duration.months == .min ? nil : move(a, months: -duration.months)
    case (_, .daysDuration(let duration)): return move(a, by: -duration.totalNanoseconds)
    default: return difference(a, b)
    }
  }

  /// `-a`, of durations.
  public static func negate(_ a: Value) -> Value? {
    switch a {
    case .monthsDuration(let duration): return months((0 as Int64).subtractingReportingOverflow(duration.months))
    case .daysDuration(let duration):
      return DaysDuration.make(nanoseconds: -duration.totalNanoseconds).map { .daysDuration($0) }
    default: return nil
    }
  }

  /// `a * b`: a duration and a number, in either order. Months are cut to whole ones, seconds to nanoseconds.
  public static func multiply(_ a: Value, _ b: Value) -> Value? {
    if let factor = b.decimal { return measured(a)?.multiplied(by: factor).flatMap { duration(of: $0, like: a) } }
    if let factor = a.decimal { return measured(b)?.multiplied(by: factor).flatMap { duration(of: $0, like: b) } }
    return nil
  }

  /// `a / b`: a duration by a number is a duration, by another of its kind a number.
  public static func divide(_ a: Value, _ b: Value) -> Value? {
    if let divisor = b.decimal {
      return measured(a)?.divided(by: divisor).flatMap { duration(of: $0, like: a) }
    }
    switch (a, b) {
    case (.monthsDuration, .monthsDuration), (.daysDuration, .daysDuration):
      guard let dividend = measured(a), let divisor = measured(b) else { return nil }
      return dividend.divided(by: divisor).map { .number($0) }
    default: return nil
    }
  }

  /// Months, or nanoseconds.
  private static func measured(_ duration: Value) -> Decimal34? {
    switch duration {
    case .monthsDuration(let duration): Decimal34(duration.months)
    // Int64 seconds are 28 digits of nanoseconds.
    case .daysDuration(let duration): Decimal34(coefficient: duration.totalNanoseconds, exponent: 0)
    default: nil
    }
  }

  private static func duration(of measure: Decimal34, like original: Value) -> Value? {
    guard let whole = measure.rounded(toScale: 0, .down) else { return nil }
    if case .monthsDuration = original {
      return Int64(exactly: whole).map { .monthsDuration(MonthsDuration(months: $0)) }
    }
    guard whole.exponent <= 0 || whole.isZero || whole.exponent < 28 else { return nil }
    var total = whole.coefficient
    var exponent = whole.exponent
    while exponent > 0 {
      let (product, overflow) = total.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      total = product
      exponent -= 1
    }
    while exponent < 0 {
      total /= 10
      exponent += 1
    }
    return DaysDuration.make(nanoseconds: total).map { .daysDuration($0) }
  }

  private static func months(_ result: (partialValue: Int64, overflow: Bool)) -> Value? {
    result.overflow ? nil : .monthsDuration(MonthsDuration(months: result.partialValue))
  }

  /// The same day of another month, clamped to its last; the time stays.
  private static func move(_ value: Value, months: Int64) -> Value? {
    switch value {
    case .date(let date): date.adding(months: months).map { .date($0) }
    case .dateTime(let dateTime):
      dateTime.date.adding(months: months).map { .dateTime(DateTime(date: $0, time: dateTime.time)) }
    default: nil
    }
  }

  /// A date is its midnight, and stays a date (the day that the sum falls in); a time wraps around.
  private static func move(_ value: Value, by nanoseconds: Int128) -> Value? {
    let day = Int128(TimeOfDay.nanosecondsOfDay)
    switch value {
    case .date(let date):
      return Int64(exactly: floor(nanoseconds, day).quotient).flatMap { date.adding(days: $0) }.map { .date($0) }
    case .time(let time):
      let (_, rest) = floor(Int128(time.nanoseconds) + nanoseconds, day)
      return .time(time.with(nanoseconds: Int64(truncatingIfNeeded: rest)))
    case .dateTime(let dateTime):
      // In a zone the clocks may have been turned in between.
      if let zone = dateTime.time.zone {
        return DateTime(instant: dateTime.epochNanoseconds + nanoseconds, zone: zone).map { .dateTime($0) }
      }
      let (days, rest) = floor(Int128(dateTime.time.nanoseconds) + nanoseconds, day)
      guard let days = Int64(exactly: days), let date = dateTime.date.adding(days: days) else { return nil }
      return .dateTime(
        DateTime(date: date, time: dateTime.time.with(nanoseconds: Int64(truncatingIfNeeded: rest))))
    default: return nil
    }
  }

  /// The quotient that is not above the exact one, and a remainder that is not negative.
  static func floor(_ a: Int128, _ b: Int128) -> (quotient: Int128, remainder: Int128) {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? (quotient - 1, remainder + b) : (quotient, remainder)
  }

  /// The duration between two points in time. A date is its midnight in UTC.
  private static func difference(_ a: Value, _ b: Value) -> Value? {
    if case .time(let x) = a, case .time(let y) = b {
      return TimeOfDay.distance(from: y, to: x).flatMap { DaysDuration.make(nanoseconds: Int128($0)) }
        .map { .daysDuration($0) }
    }
    guard let x = instant(a), let y = instant(b), x.isLocal == y.isLocal else { return nil }
    return DaysDuration.make(nanoseconds: x.nanoseconds - y.nanoseconds).map { .daysDuration($0) }
  }

  private static func instant(_ value: Value) -> (nanoseconds: Int128, isLocal: Bool)? {
    switch value {
    case .date(let date): (Int128(date.days) * Int128(TimeOfDay.nanosecondsOfDay), false)
    case .dateTime(let dateTime): (dateTime.epochNanoseconds, dateTime.isLocal)
    default: nil
    }
  }
}

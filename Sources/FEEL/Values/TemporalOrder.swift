/// Order and equality of FEEL's temporal values (DMN 1.5 tables 53 and 54): no order between a value that has an offset
/// and one that has not; they are not equal either.
///
/// Times and date-times are compared by whole seconds: `value-t` and `value-dt` of DMN 1.5 §10.3.2.3 count seconds.
enum TemporalOrder {
  static func equality(_ a: TimeOfDay, _ b: TimeOfDay) -> Truth { Truth(order(a, b) == 0) }

  static func equality(_ a: DateTime, _ b: DateTime) -> Truth { Truth(order(a, b) == 0) }

  static func equality(_ a: DaysDuration, _ b: DaysDuration) -> Truth { Truth(DaysDuration.order(a, b) == 0) }

  static func less(_ a: TimeOfDay, _ b: TimeOfDay) -> Truth { less(order(a, b)) }

  static func less(_ a: DateTime, _ b: DateTime) -> Truth { less(order(a, b)) }

  static func less(_ a: DaysDuration, _ b: DaysDuration) -> Truth { less(DaysDuration.order(a, b)) }

  private static func order(_ a: TimeOfDay, _ b: TimeOfDay) -> Int? {
    guard let order = TimeOfDay.order(a, b), order != 0 else { return TimeOfDay.order(a, b) }
    return wholeSeconds(a) == wholeSeconds(b) ? 0 : order
  }

  private static func order(_ a: DateTime, _ b: DateTime) -> Int? {
    guard let order = DateTime.order(a, b), order != 0 else { return DateTime.order(a, b) }
    return a.epochSeconds == b.epochSeconds ? 0 : order
  }

  /// Rounded down, also before midnight.
  private static func wholeSeconds(_ time: TimeOfDay) -> Int64 {
    let (seconds, rest) = time.utcNanoseconds.quotientAndRemainder(dividingBy: TimeOfDay.nanosecondsOfSecond)
    return rest < 0 ? seconds - 1 : seconds
  }

  private static func less(_ order: Int?) -> Truth { order.map { Truth($0 < 0) } ?? .null }
}

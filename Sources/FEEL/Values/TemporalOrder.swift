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
    TimeOfDay.distance(from: b, to: a).map { Int(($0 - a.fraction + b.fraction).signum()) }
  }

  private static func order(_ a: DateTime, _ b: DateTime) -> Int? {
    guard a.isLocal == b.isLocal else { return nil }
    let (first, second) = (a.epochSeconds, b.epochSeconds)
    return first == second ? 0 : first < second ? -1 : 1
  }

  private static func less(_ order: Int?) -> Truth { order.map { Truth($0 < 0) } ?? .null }
}

/// Order and equality of FEEL's temporal values (DMN 1.5 tables 53 and 54): no order between a value that has an offset
/// and one that has not; they are not equal either.
enum TemporalOrder {
  static func equality(_ a: TimeOfDay, _ b: TimeOfDay) -> Truth { Truth(TimeOfDay.order(a, b) == 0) }

  static func equality(_ a: DateTime, _ b: DateTime) -> Truth { Truth(DateTime.order(a, b) == 0) }

  static func equality(_ a: DaysDuration, _ b: DaysDuration) -> Truth { Truth(DaysDuration.order(a, b) == 0) }

  static func less(_ a: TimeOfDay, _ b: TimeOfDay) -> Truth { less(TimeOfDay.order(a, b)) }

  static func less(_ a: DateTime, _ b: DateTime) -> Truth { less(DateTime.order(a, b)) }

  static func less(_ a: DaysDuration, _ b: DaysDuration) -> Truth { less(DaysDuration.order(a, b)) }

  private static func less(_ order: Int?) -> Truth { order.map { Truth($0 < 0) } ?? .null }
}

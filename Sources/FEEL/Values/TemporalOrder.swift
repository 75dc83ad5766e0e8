/// Order and equality of FEEL's temporal values (DMN 1.5 tables 53 and 54): no order between a value that has an offset
/// and one that has not; they are not equal either. Times are equal if their seconds are: what is less than a second does
/// not count (table 53 compares the properties of table 65, and `second` is a whole number).
enum TemporalOrder {
  static func equality(_ a: TimeOfDay, _ b: TimeOfDay) -> Truth {
    guard let distance = TimeOfDay.distance(from: a, to: b) else { return .no }
    return Truth(distance == b.fraction - a.fraction)
  }

  static func equality(_ a: DateTime, _ b: DateTime) -> Truth {
    Truth(a.isLocal == b.isLocal && a.epochSeconds == b.epochSeconds)
  }

  static func equality(_ a: DaysDuration, _ b: DaysDuration) -> Truth { Truth(DaysDuration.order(a, b) == 0) }

  static func less(_ a: TimeOfDay, _ b: TimeOfDay) -> Truth { less(TimeOfDay.order(a, b)) }

  static func less(_ a: DateTime, _ b: DateTime) -> Truth { less(DateTime.order(a, b)) }

  static func less(_ a: DaysDuration, _ b: DaysDuration) -> Truth { less(DaysDuration.order(a, b)) }

  private static func less(_ order: Int?) -> Truth { order.map { Truth($0 < 0) } ?? .null }
}

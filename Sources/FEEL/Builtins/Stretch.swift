/// A point or a range, as the relations between intervals see it (DMN 1.5 table 79).
///
/// An end that a range does not have lies beyond every value; one that is explicitly null has no order.
struct Stretch {
  /// An end: a value, or nothing on that side.
  private struct Bound {
    let value: Value?
    let isIncluded: Bool
  }

  let isPoint: Bool
  private let start: Bound
  private let end: Bound

  /// Nil for what has no order and is no range.
  init?(_ value: Value) {
    switch value {
    case .range(let range):
      // Everything but one value is no interval.
      if case .different = range.form { return nil }
      isPoint = false
      start = Bound(value: range.start, isIncluded: range.startIncluded)
      end = Bound(value: range.end, isIncluded: range.endIncluded)
    case .small, .large, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration:
      isPoint = true
      start = Bound(value: value, isIncluded: true)
      end = start
    default: return nil
    }
  }

  private var values: [Value] { [start.value, end.value].compactMap { $0 } }

  /// Whether all points and ends of both have an order among each other.
  func isComparable(with other: Stretch) -> Bool {
    let all = values + other.values
    return all.allSatisfy { Comparison.less(all[0], $0) != .null }
  }

  // MARK: Relations, in the words of table 79

  func isBefore(_ other: Stretch) -> Truth {
    guard let mine = end.value, let theirs = other.start.value else { return .no }
    return Comparison.less(mine, theirs)
      .or(Truth(!end.isIncluded || !other.start.isIncluded).and(Self.equal(mine, theirs)))
  }

  func meets(_ other: Stretch) -> Truth {
    guard let mine = end.value, let theirs = other.start.value else { return .no }
    return Truth(end.isIncluded && other.start.isIncluded).and(Self.equal(mine, theirs))
  }

  func overlaps(_ other: Stretch) -> Truth { reaches(other).and(other.reaches(self)) }

  /// Whether its end lies behind the other's start, or both have that point.
  private func reaches(_ other: Stretch) -> Truth {
    guard let mine = end.value, let theirs = other.start.value else { return .yes }
    return Comparison.less(theirs, mine)
      .or(Truth(end.isIncluded && other.start.isIncluded).and(Self.equal(mine, theirs)))
  }

  func overlapsBefore(_ other: Stretch) -> Truth {
    Self.startsLess(start, other.start)
      .or(Self.areEqual(start, other.start).and(Truth(start.isIncluded && !other.start.isIncluded)))
      .and(reaches(other))
      .and(endsWithin(other))
  }

  /// Whether its end is not behind the other's.
  private func endsWithin(_ other: Stretch) -> Truth {
    Self.endsLess(end, other.end)
      .or(Self.areEqual(end, other.end).and(Truth(!end.isIncluded || other.end.isIncluded)))
  }

  /// Whether its start is not before the other's.
  private func startsWithin(_ other: Stretch) -> Truth {
    Self.startsLess(other.start, start)
      .or(Self.areEqual(start, other.start).and(Truth(!start.isIncluded || other.start.isIncluded)))
  }

  func finishes(_ range: Stretch) -> Truth {
    let ends = Self.areEqual(end, range.end)
    if isPoint { return Truth(range.end.isIncluded).and(ends) }
    return Truth(end.isIncluded == range.end.isIncluded).and(ends).and(startsWithin(range))
  }

  func starts(_ range: Stretch) -> Truth {
    let starts = Self.areEqual(start, range.start)
    if isPoint { return Truth(range.start.isIncluded).and(starts) }
    return Truth(start.isIncluded == range.start.isIncluded).and(starts).and(endsWithin(range))
  }

  func includes(_ other: Stretch) -> Truth {
    guard other.isPoint else { return other.startsWithin(self).and(other.endsWithin(self)) }
    return Self.startsLess(start, other.start).and(Self.endsLess(other.end, end))
      .or(Self.areEqual(start, other.start).and(Truth(start.isIncluded)))
      .or(Self.areEqual(end, other.end).and(Truth(end.isIncluded)))
  }

  func coincides(with other: Stretch) -> Truth {
    Self.areEqual(start, other.start).and(Truth(start.isIncluded == other.start.isIncluded))
      .and(Self.areEqual(end, other.end)).and(Truth(end.isIncluded == other.end.isIncluded))
  }

  // MARK: Ends

  private static func equal(_ a: Value, _ b: Value) -> Truth {
    var comparison = Comparison()
    return comparison.equality(a, b)
  }

  /// Whether two starts, or two ends, are the same; two that are missing are.
  private static func areEqual(_ a: Bound, _ b: Bound) -> Truth {
    if let x = a.value, let y = b.value { return equal(x, y) }
    return Truth(a.value == nil && b.value == nil)
  }

  private static func startsLess(_ a: Bound, _ b: Bound) -> Truth {
    guard let later = b.value else { return .no }
    return a.value.map { Comparison.less($0, later) } ?? .yes
  }

  private static func endsLess(_ a: Bound, _ b: Bound) -> Truth {
    guard let earlier = a.value else { return .no }
    return b.value.map { Comparison.less(earlier, $0) } ?? .yes
  }
}

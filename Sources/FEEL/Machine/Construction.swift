/// How composed values are made and looked into.
enum Construction {
  /// The range between two ends; unknown if one is missing, null if they are of different kinds or have no order.
  static func range(_ start: Value?, _ startIncluded: Bool, _ end: Value?, _ endIncluded: Bool) -> Value {
    if start?.isMissing == true || end?.isMissing == true { return .unknown }
    let kinds = [start, end].compactMap { $0 }.filter { !$0.isNull }.map { FeelType(kindOf: $0) }
    guard kinds.allSatisfy({ $0.isOrdered && $0.kind == kinds[0].kind }) else { return .null }
    return .range(RangeValue(start: start, startIncluded: startIncluded, end: end, endIncluded: endIncluded))
  }

  /// The range `(= value)` or `(!= value)`; unknown if the value is missing.
  static func range(by operation: CompareOperator, _ value: Value) -> Value {
    if value.isMissing { return .unknown }
    return .range(operation == .equal ? RangeValue(equalTo: value) : RangeValue(differentFrom: value))
  }

  /// The item at a place: from 1, or from the end if it is negative; nil if there is none.
  static func item(_ items: [Value], at place: Int) -> Value? {
    if place > 0 { return place <= items.count ? items[place - 1] : nil }
    return place < 0 && place >= -items.count ? items[items.count + place] : nil
  }

  /// The item at a place of a list of which some items may not be there: known where those before it are certain.
  static func item(_ list: UncertainList, at place: Int) -> Value {
    guard let item = item(list.items, at: place) else { return .null }
    let passed = place > 0 ? 0..<place : (list.items.count + place)..<list.items.count
    return passed.allSatisfy { list.isCertain($0) } ? item : .unknown
  }

  /// The numbers or dates that a loop over a range passes: both ends included; nil if there are none to speak of.
  ///
  /// - Parameter descending: whether it may go down.
  static func stretch(_ range: RangeValue, descending: Bool) -> Value? {
    guard let start = range.start, let end = range.end else { return nil }
    var first: Int64
    var last: Int64
    let isDate: Bool
    if case .date(let from) = start, case .date(let to) = end {
      (first, last, isDate) = (from.days, to.days, true)
    } else {
      guard let from = start.decimal.flatMap({ Int64(exactly: $0) }),
        let to = end.decimal.flatMap({ Int64(exactly: $0) })
      else { return nil }
      (first, last, isDate) = (from, to, false)
    }
    if first > last && !descending { return nil }
    // Far from the ends of Int64, so that no count overflows.
    let bounds: ClosedRange<Int64> = -1_000_000_000_000_000_000...1_000_000_000_000_000_000
    guard bounds.contains(first), bounds.contains(last) else { return nil }
    if !range.startIncluded { first += 1 }
    if !range.endIncluded { last -= 1 }
    if first > last && !descending { return .list([]) }
    func value(_ number: Int64) -> Value {
      isDate ? .date(CalendarDate(days: number)) : .small(coefficient: number, exponent: 0)
    }
    return .range(RangeValue(start: value(first), startIncluded: true, end: value(last), endIncluded: true))
  }

  /// The value at a place of a stretch, from 0; nil beyond its end.
  static func item(_ stretch: RangeValue, at place: Int64) -> Value? {
    switch (stretch.start, stretch.end) {
    case (.small(let first, _)?, .small(let last, _)?):
      guard place <= abs(last - first) else { return nil }
      return .small(coefficient: first <= last ? first + place : first - place, exponent: 0)
    case (.date(let first)?, .date(let last)?):
      guard place <= abs(last.days - first.days) else { return nil }
      return .date(CalendarDate(days: first.days <= last.days ? first.days + place : first.days - place))
    default: return nil
    }
  }
}

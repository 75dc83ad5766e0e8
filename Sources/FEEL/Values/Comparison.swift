/// FEEL's equality, order and membership, with a budget, so that no pair of values takes for ever.
struct Comparison {
  /// How many more values may be looked at.
  var remaining: Int
  /// Whether a comparison was given up because of its size or depth; it then came to null.
  var isExhausted = false

  /// Deeper nesting than any value that the machine or the JSON reader makes.
  static let depth = 256

  init(budget: Int = 1_000_000) { remaining = budget }

  /// `a = b` (DMN 1.5 table 53).
  mutating func equality(_ a: Value, _ b: Value, depth: Int = 0) -> Truth {
    if case .small(let x, let e) = a, case .small(let y, let f) = b, e == f { return Truth(x == y) }
    switch (a, b) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.null, .null): return .yes
    case (.null, _), (_, .null): return .no
    case (.boolean(let x), .boolean(let y)): return Truth(x == y)
    case (.string(let x), .string(let y)): return Truth(x.hasSameBytes(as: y))
    case (.date(let x), .date(let y)): return Truth(x == y)
    case (.time(let x), .time(let y)): return TemporalOrder.equality(x, y)
    case (.dateTime(let x), .dateTime(let y)): return TemporalOrder.equality(x, y)
    case (.monthsDuration(let x), .monthsDuration(let y)): return Truth(x == y)
    case (.daysDuration(let x), .daysDuration(let y)): return TemporalOrder.equality(x, y)
    case (.function(let x), .function(let y)): return Truth(x === y || Value.function(x).isIdentical(to: .function(y)))
    case (.list(let x), .list(let y)): return equality(of: x, y, depth: depth)
    case (.uncertainList(let x), .uncertainList(let y)): return .init(disjoint: x.reach, y.reach)
    case (.uncertainList(let x), .list(let y)): return .init(disjoint: x.reach, y.count...y.count)
    case (.list(let x), .uncertainList(let y)): return .init(disjoint: x.count...x.count, y.reach)
    case (.context(let x), .context(let y)): return equality(of: x, y, depth: depth)
    case (.range(let x), .range(let y)): return equality(of: x, y, depth: depth)
    default: return Self.numberEquality(a, b)
    }
  }

  /// Equality of numbers, one of which may be known by its bounds only; null for anything else.
  private static func numberEquality(_ a: Value, _ b: Value) -> Truth {
    if let x = a.decimal, let y = b.decimal { return Truth(x == y) }
    guard let x = a.bounds, let y = b.bounds else { return .null }
    if x.most < y.least || y.most < x.least { return .no }
    return x.least == x.most && y.least == y.most ? .yes : .unknown
  }

  private mutating func equality(of a: [Value], _ b: [Value], depth: Int) -> Truth {
    if a.count != b.count { return .no }
    guard enter(a.count, depth) else { return .null }
    var all = Truth.yes
    for index in a.indices {
      all = all.and(equality(a[index], b[index], depth: depth + 1))
      if all == .no { return .no }
    }
    return all
  }

  private mutating func equality(of a: Context, _ b: Context, depth: Int) -> Truth {
    if a.values.count != b.values.count { return .no }
    guard enter(a.values.count, depth) else { return .null }
    var all = Truth.yes
    for (index, key) in a.shape.keys.enumerated() where index < a.values.count {
      guard let other = b[key] else { return .no }
      all = all.and(equality(a.values[index], other, depth: depth + 1))
      if all == .no { return .no }
    }
    return all
  }

  /// Ranges are equal by structure: `(< 10)` has no start, `(null..10]` has one (DMN 1.5 table 53).
  private mutating func equality(of a: RangeValue, _ b: RangeValue, depth: Int) -> Truth {
    guard a.startIncluded == b.startIncluded, a.endIncluded == b.endIncluded else { return .no }
    guard enter(2, depth) else { return .null }
    switch (a.form, b.form) {
    case (.interval, .interval): break
    case (.equal, .equal): return end(a.start, b.start, depth)
    case (.different(let x), .different(let y)): return equality(x, y, depth: depth + 1)
    default: return .no
    }
    return end(a.start, b.start, depth).and(end(a.end, b.end, depth))
  }

  private mutating func end(_ a: Value?, _ b: Value?, _ depth: Int) -> Truth {
    switch (a, b) {
    case (nil, nil): .yes
    case (let a?, let b?): equality(a, b, depth: depth + 1)
    default: .no
    }
  }

  private mutating func enter(_ count: Int, _ depth: Int) -> Bool {
    remaining -= count + 1
    if remaining < 0 || depth > Self.depth { isExhausted = true }
    return !isExhausted
  }

  /// `a < b` (DMN 1.5 table 54): null where there is no order.
  static func less(_ a: Value, _ b: Value) -> Truth {
    if case .small(let x, let e) = a, case .small(let y, let f) = b, e == f { return Truth(x < y) }
    switch (a, b) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.string(let x), .string(let y)): return Truth(x < y)
    case (.date(let x), .date(let y)): return Truth(x.days < y.days)
    case (.time(let x), .time(let y)): return TemporalOrder.less(x, y)
    case (.dateTime(let x), .dateTime(let y)): return TemporalOrder.less(x, y)
    case (.monthsDuration(let x), .monthsDuration(let y)): return Truth(x.months < y.months)
    case (.daysDuration(let x), .daysDuration(let y)): return TemporalOrder.less(x, y)
    default:
      if let x = a.decimal, let y = b.decimal { return Truth(x < y) }
      guard let x = a.bounds, let y = b.bounds else { return .null }
      if x.most < y.least { return .yes }
      return x.least >= y.most ? .no : .unknown
    }
  }

  /// One of the six comparisons. `<=` is `not >`, which is the same wherever there is an order.
  mutating func compare(_ operation: CompareOperator, _ a: Value, _ b: Value) -> Truth {
    switch operation {
    case .equal: equality(a, b)
    case .notEqual: equality(a, b).negated
    case .less: Self.less(a, b)
    case .lessOrEqual: Self.less(b, a).negated
    case .greater: Self.less(b, a)
    case .greaterOrEqual: Self.less(a, b).negated
    }
  }

  /// `value between least and most`: an undecided number is in no empty stretch, whatever it turns out to be.
  static func between(_ value: Value, _ least: Value, _ most: Value) -> Truth {
    if case .undecided = value, less(most, least) == .yes { return .no }
    return less(value, least).negated.and(less(most, value).negated)
  }

  /// Whether a value lies in a range (DMN 1.5 table 55). An end that is explicitly null makes it null, one that is
  /// missing unknown.
  static func membership(_ value: Value, _ range: RangeValue) -> Truth {
    switch range.form {
    case .interval: break
    case .equal:
      var comparison = Comparison()
      return comparison.equality(value, range.start ?? .null)
    case .different(let other):
      var comparison = Comparison()
      return comparison.equality(value, other).negated
    }
    if range.start?.isNull == true || range.end?.isNull == true { return .null }
    if case .undecided = value, range.isEmpty { return .no }
    var inside = Truth.yes
    if let start = range.start {
      inside = range.startIncluded ? less(value, start).negated : less(start, value)
    }
    if let end = range.end {
      inside = inside.and(range.endIncluded ? less(end, value).negated : less(value, end))
    }
    return inside
  }
}

extension Truth {
  /// Equality of two lists of which only the possible lengths are looked at.
  fileprivate init(disjoint a: ClosedRange<Int>, _ b: ClosedRange<Int>) {
    self = a.upperBound < b.lowerBound || b.upperBound < a.lowerBound ? .no : .unknown
  }
}

extension RangeValue {
  /// Whether no value at all lies in it, as far as its ends tell.
  var isEmpty: Bool {
    guard let start, let end else { return false }
    if Comparison.less(end, start) == .yes { return true }
    if startIncluded && endIncluded { return false }
    var comparison = Comparison()
    return comparison.equality(start, end) == .yes
  }
}

extension UncertainList {
  /// How many items it may have.
  var reach: ClosedRange<Int> {
    var sure = 0
    for index in items.indices where isCertain(index) { sure += 1 }
    return sure...items.count
  }

  /// Whether an item belongs to the list for certain.
  func isCertain(_ index: Int) -> Bool { index < certain.count && certain[index] }
}

extension Value {
  /// The bounds of a number: itself twice, or those of an undecided one.
  var bounds: (least: Decimal34, most: Decimal34)? {
    if case .undecided(let interval) = self { return (interval.least, interval.most) }
    guard let number = decimal else { return nil }
    return (number, number)
  }
}

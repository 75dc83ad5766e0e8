/// An order over all values, kinds included, that tells any two different ones apart.
struct TotalOrder {
  enum Place { case before, same, after }

  /// How many more values may be looked at.
  var remaining = 1_000_000
  /// Whether it gave up because of size or depth; what was left then counts as the same.
  var isExhausted = false

  /// Where `a` stands beside `b`.
  mutating func compare(_ a: Value, _ b: Value, depth: Int = 0) -> Place {
    let kinds = place(a.kindRank, b.kindRank)
    if kinds != .same { return kinds }
    switch (a, b) {
    case (.boolean(let x), .boolean(let y)): return place(x ? 1 : 0, y ? 1 : 0)
    case (.string(let x), .string(let y)): return place(x, y)
    case (.date(let x), .date(let y)): return place(x.days, y.days)
    case (.time(let x), .time(let y)): return place(x, y)
    case (.dateTime(let x), .dateTime(let y)):
      return place(x.date.days, y.date.days).then(place(x.time, y.time))
    case (.monthsDuration(let x), .monthsDuration(let y)): return place(x.months, y.months)
    case (.daysDuration(let x), .daysDuration(let y)):
      return place(x.seconds, y.seconds).then(place(x.nanoseconds, y.nanoseconds))
    case (.list(let x), .list(let y)): return compare(x, y, depth)
    case (.uncertainList(let x), .uncertainList(let y)):
      return compare(x.items, y.items, depth).then(compare(x.flags, y.flags, depth))
    case (.context(let x), .context(let y)):
      return compare(x.keys, y.keys, depth).then(compare(x.values, y.values, depth))
    case (.range(let x), .range(let y)): return compare(x.details, y.details, depth)
    case (.function(let x), .function(let y)): return compare(x, y, depth)
    case (.undecided(let x), .undecided(let y)): return place(x.least, y.least).then(place(x.most, y.most))
    default:
      guard let x = a.decimal, let y = b.decimal else { return .same }
      return place(x, y)
    }
  }

  private mutating func compare(_ a: [Value], _ b: [Value], _ depth: Int) -> Place {
    if depth > Comparison.depth { isExhausted = true }
    for index in 0..<min(a.count, b.count) {
      remaining -= 1
      if remaining < 0 { isExhausted = true }
      if isExhausted { return .same }
      let items = compare(a[index], b[index], depth: depth + 1)
      if items != .same { return items }
    }
    return place(a.count, b.count)
  }

  /// Functions are the same if they are one definition with the same values around it.
  private mutating func compare(_ a: FunctionValue, _ b: FunctionValue, _ depth: Int) -> Place {
    switch (a.body, b.body) {
    case (.builtin(let x), .builtin(let y)): return place(x, y)
    case (.closure(let x), .closure(let y)):
      if x === y { return .same }
      return place(x.function, y.function).then(compare(x.captured, y.captured, depth))
    case (.host(let x), .host(let y)): return place(x.name, y.name)
    default: return place(a.rank, b.rank)
    }
  }

  private func place<Item: Comparable>(_ a: Item, _ b: Item) -> Place {
    if a < b { return .before }
    return b < a ? .after : .same
  }

  private func place(_ a: TimeOfDay, _ b: TimeOfDay) -> Place {
    place(a.nanoseconds, b.nanoseconds)
      .then(place(a.offsetSeconds == nil ? 0 : 1, b.offsetSeconds == nil ? 0 : 1))
      .then(place(a.offsetSeconds ?? 0, b.offsetSeconds ?? 0))
      .then(place(a.zone.map { Int($0.index) + 1 } ?? 0, b.zone.map { Int($0.index) + 1 } ?? 0))
  }
}

extension TotalOrder.Place {
  /// The first that tells a difference.
  fileprivate func then(_ next: @autoclosure () -> Self) -> Self { self == .same ? next() : self }
}

extension Value {
  /// Where the kind of this value stands among all kinds.
  fileprivate var kindRank: Int {
    switch self {
    case .unknown: 0
    case .undecided: 1
    case .null: 2
    case .boolean: 3
    case .small, .large: 4
    case .string: 5
    case .date: 6
    case .time: 7
    case .dateTime: 8
    case .monthsDuration: 9
    case .daysDuration: 10
    case .list: 11
    case .uncertainList: 12
    case .context: 13
    case .range: 14
    case .function: 15
    }
  }
}

extension FunctionValue {
  fileprivate var rank: Int {
    switch body {
    case .builtin: 0
    case .closure: 1
    case .host: 2
    }
  }
}

extension UncertainList {
  fileprivate var flags: [Value] { items.indices.map { .boolean(isCertain($0)) } }
}

extension Context {
  fileprivate var keys: [Value] { shape.keys.map { .string($0) } }
}

extension RangeValue {
  /// All that makes it up; an absent end sorts before a null one.
  fileprivate var details: [Value] {
    [
      start ?? .unknown, .boolean(start == nil), .boolean(startIncluded),
      end ?? .unknown, .boolean(end == nil), .boolean(endIncluded),
      only ?? .unknown, .boolean(only == nil),
    ]
  }
}

import FEEL

/// Writes random expressions over the names x0 to x5, and random values for them.
struct RandomExpression {
  var random: RepeatableRandom
  /// Variables of loops in scope.
  private var locals: [String] = []

  init(seed: UInt64) { random = RepeatableRandom(seed: seed) }

  static let nameCount = 6

  static var scope: Scope {
    Scope((0..<nameCount).map { Scope.Variable(Text("x\($0)"), .slot($0, .any)) })
  }

  // MARK: Texts

  mutating func text() -> Text { Text(expression(depth: 4)) }

  private mutating func pick(_ choices: [String]) -> String { choices[random.next(below: choices.count)] }

  private mutating func atom() -> String {
    switch random.next(below: 10) {
    case 0...5: return pick((0..<Self.nameCount).map { "x\($0)" } + locals + locals)
    case 6: return pick(["0", "1", "2", "3", "-1", "2.5", "10"])
    case 7: return pick(["\"a\"", "\"b\"", "\"\""])
    case 8: return pick(["true", "false", "[1, 2]", "[]"])
    default: return pick(["@\"2026-01-01\"", "@\"P1D\"", "[1..3]", "(> 2)", "\"a\""])
    }
  }

  private mutating func expression(depth: Int) -> String {
    if depth == 0 || random.next(below: 8) == 0 { return atom() }
    let below = depth - 1
    switch random.next(below: 25) {
    case 0, 1: return "(\(expression(depth: below)) \(pick(["+", "-", "*", "/"])) \(expression(depth: below)))"
    case 2, 3, 4:
      return "(\(expression(depth: below)) \(pick(["=", "!=", "<", "<=", ">", ">="])) \(expression(depth: below)))"
    case 5, 6: return "(\(expression(depth: below)) and \(expression(depth: below)))"
    case 7, 8: return "(\(expression(depth: below)) or \(expression(depth: below)))"
    case 9:
      return """
        (if \(expression(depth: below)) then \(expression(depth: below)) else \(expression(depth: below)))
        """
    case 10:
      return "(\(expression(depth: below)) between \(expression(depth: below)) and \(expression(depth: below)))"
    case 11:
      let test = pick(["[1..3]", "(> 1)", "(1, 2)", "(\(expression(depth: below)), 2)", expression(depth: below)])
      return "(\(expression(depth: below)) in \(test))"
    case 12: return "[\(expression(depth: below)), \(expression(depth: below))]"
    case 13, 14:
      locals.append(pick(["item", "k"]))
      defer { locals.removeLast() }
      return "(\(expression(depth: below)))[\(expression(depth: below))]"
    case 15: return "(\(expression(depth: below))).k"
    case 16: return "{k: \(expression(depth: below)), m: \(expression(depth: below))}"
    case 17:
      let function = pick(["count", "sum", "min", "not", "string", "reverse", "distinct values", "all", "any"])
      return "\(function)(\(expression(depth: below)))"
    case 18: return "list contains(\(expression(depth: below)), \(expression(depth: below)))"
    case 19: return loop(below, opening: "for", closing: "return")
    case 20:
      let type = pick(["number", "list<number>", "list<Any>", "context<k: number>", "Any", "Null", "range<number>"])
      return "(\(expression(depth: below)) instance of \(type))"
    case 21: return call(below)
    case 22: return "sort(\(expression(depth: below)), function(i, j) i \(pick(["<", ">"])) j)"
    case 23: return "(\(expression(depth: below)) in (\(pick(["=", "!="])) \(expression(depth: below))))"
    default: return loop(below, opening: pick(["some", "every"]), closing: "satisfies")
    }
  }

  private mutating func call(_ depth: Int) -> String {
    let argument = expression(depth: depth)
    locals.append("i")
    defer { locals.removeLast() }
    let type = pick(["", "", ": number", ": list<Any>"])
    return "(function(i\(type)) \(expression(depth: depth)))(\(argument))"
  }

  private mutating func loop(_ depth: Int, opening: String, closing: String) -> String {
    let variable = pick(["i", "j"])
    let domain = random.next(below: 5) == 0 ? "1..3" : expression(depth: depth)
    let before = locals
    locals.append(variable)
    if opening == "for", random.next(below: 2) == 0 { locals.append("partial") }
    defer { locals = before }
    return "(\(opening) \(variable) in \(domain) \(closing) \(expression(depth: depth)))"
  }

  // MARK: Values

  /// A value that may be missing, or have missing parts.
  mutating func value(depth: Int = 2) -> Value {
    switch random.next(below: 10) {
    case 0, 1, 2: return .unknown
    case 3:
      let least = random.next(below: 4)
      return .undecided(Interval(least: Decimal34(least), most: Decimal34(least + random.next(below: 4))))
    case 4 where depth > 0:
      let items = (0..<random.next(below: 4)).map { _ in value(depth: depth - 1) }
      return .uncertainList(UncertainList(items: items, certain: items.map { _ in random.next(below: 2) == 0 }))
    default: return plain(depth: depth) { $0.value(depth: $1) }
    }
  }

  /// A value of which nothing is missing.
  mutating func decided(depth: Int = 2) -> Value { plain(depth: depth) { $0.decided(depth: $1) } }

  private mutating func plain(depth: Int, _ part: (inout Self, Int) -> Value) -> Value {
    switch random.next(below: depth > 0 ? 11 : 7) {
    case 0: return .null
    case 1: return .boolean(random.next(below: 2) == 0)
    case 2, 3, 4: return .small(coefficient: Int64(random.next(below: 5)) - 1, exponent: 0)
    case 5: return .string(random.next(below: 2) == 0 ? "a" : "b")
    case 6: return .date(CalendarDate(days: 20_454))
    case 7, 8: return .list((0..<random.next(below: 4)).map { _ in part(&self, depth - 1) })
    case 9: return .context(Context(shape: Shape(["k"]), values: [part(&self, depth - 1)]))
    default:
      return .context(Context(shape: Shape(["k", "m"]), values: [part(&self, depth - 1), part(&self, depth - 1)]))
    }
  }

  /// The value with what is missing filled in: a way that it may turn out.
  mutating func completed(_ value: Value) -> Value {
    switch value {
    case .unknown: return random.next(below: 3) == 0 ? .unknown : decided()
    case .undecided(let interval):
      guard let least = Int64(exactly: interval.least), let most = Int64(exactly: interval.most) else { return value }
      return .small(coefficient: least + Int64(random.next(below: Int(most - least) + 1)), exponent: 0)
    case .list(let items): return .list(items.map { completed($0) })
    case .uncertainList(let list):
      var items: [Value] = []
      for (index, item) in list.items.enumerated() where list.certain[index] || random.next(below: 2) == 0 {
        items.append(completed(item))
      }
      return .list(items)
    case .context(let context):
      return .context(Context(shape: context.shape, values: context.values.map { completed($0) }))
    default: return value
    }
  }
}

extension Value {
  /// Whether `other` is a way in which this value may turn out.
  func mayBecome(_ other: Value) -> Bool {
    switch (self, other) {
    case (.unknown, _): return true
    case (.undecided(let mine), .undecided(let its)): return mine.least <= its.least && its.most <= mine.most
    case (.undecided(let interval), _):
      guard let number = other.decimal else { return false }
      return interval.least <= number && number <= interval.most
    case (.list(let mine), .list(let its)):
      return mine.count == its.count && zip(mine, its).allSatisfy { $0.mayBecome($1) }
    case (.context(let mine), .context(let its)):
      return mine.shape.keys == its.shape.keys && zip(mine.values, its.values).allSatisfy { $0.mayBecome($1) }
    case (.uncertainList(let mine), .list(let its)):
      return mine.mayBecome(its[...], its.map { _ in true }, from: 0)
    case (.uncertainList(let mine), .uncertainList(let its)):
      return mine.mayBecome(its.items[...], its.certain, from: 0)
    default: return isIdentical(to: other)
    }
  }
}

extension UncertainList {
  /// Whether the items from `start` on may turn out as `items`: the certain ones are all there, in order.
  fileprivate func mayBecome(_ others: ArraySlice<Value>, _ flags: [Bool], from start: Int) -> Bool {
    if start == items.count { return others.isEmpty }
    if let first = others.first, items[start].mayBecome(first), !certain[start] || flags[others.startIndex],
      mayBecome(others.dropFirst(), flags, from: start + 1)
    {
      return true
    }
    return !certain[start] && mayBecome(others, flags, from: start + 1)
  }
}

/// Functions that look for items or build lists (DMN 1.5 §10.3.4.4).
enum ListBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition("list contains", [.list("list"), .any("element")], unknown: .own, result: .boolean) {
      arguments, surroundings in contains(arguments[0], arguments[1], &surroundings)
    },
    BuiltinDefinition("index of", [.list("list"), .any("match")], unknown: .own, result: .list(.number)) {
      arguments, surroundings in indices(arguments[0], arguments[1], &surroundings)
    },
    BuiltinDefinition(
      "sublist", [.list("list"), .number("start position")],
      [.list("list"), .number("start position"), .number("length")], result: .list(.any)
    ) { arguments, surroundings in
      sublist(arguments, &surroundings)
    },
    BuiltinDefinition(
      "append", [.list("list"), .any("item")], variadic: .repeated, unknown: .own, result: .list(.any)
    ) { arguments, surroundings in
      var parts = ListParts()
      parts.append(arguments[0])
      parts.append(.list(Array(arguments.values.dropFirst())))
      return parts.value(&surroundings)
    },
    BuiltinDefinition("concatenate", [.list("list")], variadic: .repeated, unknown: .own, result: .list(.any)) {
      arguments, surroundings in
      var parts = ListParts()
      for list in arguments.values { parts.append(list) }
      return parts.value(&surroundings)
    },
    BuiltinDefinition("union", [.items("list")], variadic: .repeated, result: .list(.any)) { arguments, surroundings in
      var items: [Value] = []
      for list in arguments.values {
        if case .list(let more) = list { items += more }
        if items.count > surroundings.limits.size { return surroundings.tooLarge("items") }
      }
      return DistinctItems.of(items, &surroundings)
    },
    BuiltinDefinition("distinct values", [.items("list")], result: .list(.any)) { arguments, surroundings in
      DistinctItems.of(arguments.items(0), &surroundings)
    },
    BuiltinDefinition(
      "insert before", [.list("list"), .number("position"), .any("newItem")], unknown: .own, result: .list(.any)
    ) { arguments, surroundings in
      if arguments[0].isOpen || arguments[1].isOpen { return .unknown }
      var items = arguments.items(0)
      guard let index = place(arguments.integer(1), in: items, &surroundings) else { return .null }
      if items.count >= surroundings.limits.size { return surroundings.tooLarge("items") }
      items.insert(arguments[2], at: index)
      return .list(items)
    },
    BuiltinDefinition("remove", [.list("list"), .number("position")], result: .list(.any)) { arguments, surroundings in
      var items = arguments.items(0)
      guard let index = place(arguments.integer(1), in: items, &surroundings) else { return .null }
      items.remove(at: index)
      return .list(items)
    },
    BuiltinDefinition(
      "list replace", [.list("list"), .any("position"), .any("newItem")],
      [.list("list"), .any("match"), .any("newItem")],
      unknown: .own, result: .list(.any)
    ) { arguments, surroundings in
      replaced(arguments, &surroundings)
    },
    BuiltinDefinition("reverse", [.list("list")], unknown: .own, result: .list(.any)) { arguments, _ in
      switch arguments[0] {
      case .list(let items): .list(items.reversed())
      case .uncertainList(let list):
        .uncertainList(
          UncertainList(
            items: list.items.reversed(), certain: list.items.indices.reversed().map { list.isCertain($0) }))
      default: .unknown
      }
    },
    BuiltinDefinition("flatten", [.items("list")], result: .list(.any)) { arguments, surroundings in
      var items: [Value] = []
      switch flatten(arguments.items(0), into: &items, depth: 0, &surroundings) {
      case .done: return items.count > surroundings.limits.size ? surroundings.tooLarge("items") : .list(items)
      case .open: return .unknown
      case .tooLarge: return surroundings.tooLarge("items")
      case .tooDeep: return surroundings.fail("the lists are nested too deep")
      }
    },
  ]

  /// The list with the item at a position replaced. (With a function instead of a position the machine calls it for each
  /// item, and never comes here.)
  private static func replaced(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    if arguments[0].isOpen || arguments[1].isOpen { return .unknown }
    var position = arguments[1]
    if case .list(let only) = position, only.count == 1 { position = only[0] }
    if position.isOpen { return .unknown }
    guard let number = position.decimal else {
      return surroundings.wrong(2, "a number or a function", arguments[1])
    }
    var items = arguments.items(0)
    guard let index = place(Arguments.integer(number), in: items, &surroundings) else { return .null }
    items[index] = arguments[2]
    return .list(items)
  }

  /// The index of a position: from 1, or from the end below 0; nil, told why, if the list has none there.
  private static func place(_ position: Int, in items: [Value], _ surroundings: inout CallSurroundings) -> Int? {
    let index = position > 0 ? position - 1 : items.count + position
    if position != 0 && items.indices.contains(index) { return index }
    _ = surroundings.fail(Text("there is no position \(position) in a list of \(items.count)"))
    return nil
  }

  /// A certain equal item says yes; an uncertain or unknown one that might be equal leaves it unknown.
  private static func contains(_ list: Value, _ element: Value, _ surroundings: inout CallSurroundings) -> Value {
    let items: [Value]
    var certain: [Bool]?
    switch list {
    case .list(let all): items = all
    case .uncertainList(let uncertain):
      items = uncertain.items
      certain = uncertain.certain
    default: return .unknown
    }
    var comparison = Comparison(budget: surroundings.limits.steps)
    var isOpen = false
    for (index, item) in items.enumerated() {
      switch comparison.equality(item, element) {
      case .yes where certain.map { index < $0.count && $0[index] } ?? true: return .boolean(true)
      case .yes, .unknown: isOpen = true
      case .no, .null: break
      }
      if comparison.isExhausted { return surroundings.fail("the values are too large to compare") }
    }
    return isOpen ? .unknown : .boolean(false)
  }

  private static func indices(_ list: Value, _ match: Value, _ surroundings: inout CallSurroundings) -> Value {
    guard case .list(let items) = list else { return .unknown }
    var comparison = Comparison(budget: surroundings.limits.steps)
    var places: [Value] = []
    for (index, item) in items.enumerated() {
      switch comparison.equality(item, match) {
      case .yes: places.append(.number(Decimal34(index + 1)))
      case .unknown: return .unknown
      case .no, .null: break
      }
      if comparison.isExhausted { return surroundings.fail("the values are too large to compare") }
    }
    return .list(places)
  }

  private static func sublist(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    let items = arguments.items(0)
    guard let start = place(arguments.integer(1), in: items, &surroundings) else { return .null }
    guard arguments.count > 2 else { return .list(Array(items[start...])) }
    let length = arguments.integer(2)
    if length < 1 || length > items.count - start {
      return surroundings.fail(Text("there are \(items.count - start) items from there on, not \(length)"))
    }
    return .list(Array(items[start..<start + length]))
  }

  private enum Flattening { case done, open, tooLarge, tooDeep }

  private static func flatten(
    _ list: [Value], into items: inout [Value], depth: Int, _ surroundings: inout CallSurroundings
  ) -> Flattening {
    if depth > Comparison.depth { return .tooDeep }
    for item in list {
      // Empty lists make no items, but take time.
      if !surroundings.spend(1) || items.count > surroundings.limits.size { return .tooLarge }
      if item.isOpen { return .open }
      if case .list(let inner) = item {
        let result = flatten(inner, into: &items, depth: depth + 1, &surroundings)
        if result != .done { return result }
      } else {
        items.append(item)
      }
    }
    return .done
  }
}

/// Lists one behind the other, of which some may be uncertain or unknown.
private struct ListParts {
  private var items: [Value] = []
  private var certain: [Bool]?
  private var isUnknown = false

  mutating func append(_ list: Value) {
    switch list {
    case .list(let more):
      items += more
      certain? += Array(repeating: true, count: more.count)
    case .uncertainList(let more):
      var flags = certain ?? Array(repeating: true, count: items.count)
      for index in more.items.indices { flags.append(more.isCertain(index)) }
      certain = flags
      items += more.items
    default: isUnknown = true
    }
  }

  func value(_ surroundings: inout CallSurroundings) -> Value {
    if isUnknown { return .unknown }
    if items.count > surroundings.limits.size { return surroundings.tooLarge("items") }
    if let certain { return .uncertainList(UncertainList(items: items, certain: certain)) }
    return .list(items)
  }
}

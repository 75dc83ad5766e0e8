/// `not`, `all`, `any`, `is`.
enum LogicBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition("not", [.any("negand")], unknown: .own, result: .boolean) { arguments, surroundings in
      switch arguments[0] {
      case .boolean(let boolean): .boolean(!boolean)
      case .unknown, .undecided, .uncertainList: .unknown
      case .null: .null
      case let other: surroundings.wrong(1, "a boolean", other)
      }
    },
    BuiltinDefinition("all", [.list("list")], variadic: .collected, unknown: .own, result: .boolean) {
      arguments, surroundings in
      quantified(arguments[0], decisive: false, &surroundings)
    },
    BuiltinDefinition("any", [.list("list")], variadic: .collected, unknown: .own, result: .boolean) {
      arguments, surroundings in
      quantified(arguments[0], decisive: true, &surroundings)
    },
    BuiltinDefinition("is", [.any("value1"), .any("value2")], result: .boolean) { arguments, surroundings in
      var budget = surroundings.limits.steps
      for value in arguments.values {
        guard let isOpen = value.holdsOpen(&budget) else { return surroundings.fail("the values are too large") }
        if isOpen { return .unknown }
      }
      return .boolean(arguments[0].isIdentical(to: arguments[1]))
    },
  ]

  /// `all` (decided by one false) or `any` (decided by one true); an item that may or may not be there decides nothing.
  private static func quantified(
    _ list: Value, decisive: Bool, _ surroundings: inout CallSurroundings
  ) -> Value {
    let items: [Value]
    var certain: [Bool]?
    switch list {
    case .list(let all): items = all
    case .uncertainList(let uncertain):
      items = uncertain.items
      certain = uncertain.certain
    default: return .unknown
    }
    var isOpen = false
    var wrong: Int?
    for (index, item) in items.enumerated() {
      let isCertain = certain.map { index < $0.count && $0[index] } ?? true
      switch item {
      case .boolean(decisive): if isCertain { return .boolean(decisive) } else { isOpen = true }
      case .boolean: break
      case .unknown, .undecided: isOpen = true
      default: if isCertain { wrong = wrong ?? index } else { isOpen = true }
      }
    }
    if isOpen { return .unknown }
    if let wrong {
      return items[wrong].isNull ? .null : surroundings.wrongItem(wrong + 1, "a boolean", items[wrong])
    }
    return .boolean(!decisive)
  }
}

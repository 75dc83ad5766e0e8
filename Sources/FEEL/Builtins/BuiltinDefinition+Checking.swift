extension BuiltinDefinition {
  /// Calls with any arguments: fits them to the parameters, or tells which does not fit.
  func call(_ given: [Value], _ surroundings: inout CallSurroundings) -> Value {
    guard let (matching, parameters) = matched(given) else { return surroundings.fail(wrongCount(given.count)) }
    var arguments = matching
    if unknown == .strict {
      for argument in arguments where argument.isOpen { return .unknown }
    }
    for place in arguments.indices {
      let parameter = parameters[min(place, parameters.count - 1)]
      switch Self.fit(arguments[place], to: parameter.kind) {
      case .asItIs: break
      case .replaced(let argument): arguments[place] = argument
      case .wrong: return surroundings.wrong(place + 1, Self.wording(of: parameter.kind), arguments[place])
      }
      surroundings.steps += arguments[place].size
      if unknown == .own { continue }
      if arguments[place].isOpen { return .unknown }
      if parameter.kind == .items, case .list(let items) = arguments[place] {
        for item in items where item.isOpen { return .unknown }
      }
    }
    return body(Arguments(values: arguments), &surroundings)
  }

  /// The arguments as the parameters of one signature; nil if their number fits none.
  private func matched(_ given: [Value]) -> ([Value], [Parameter])? {
    switch variadic {
    case .no:
      for signature in signatures where signature.count == given.count { return (given, signature) }
      return nil
    case .collected:
      guard let parameters = signatures.first, !given.isEmpty else { return nil }
      return (given.count == 1 ? given : [.list(given)], parameters)
    case .repeated:
      guard let parameters = signatures.first, given.count >= parameters.count else { return nil }
      return (given, parameters)
    }
  }

  /// Why a value of this type can never be the argument at a place of so many; nil if it may fit.
  func misfit(_ type: FeelType, at place: Int, of count: Int) -> Builtin.Misfit? {
    guard type.kind != 0 else { return nil }
    let isCollected = variadic == .collected && count > 1
    let signature = variadic == .no ? signatures.first { $0.count == count } : signatures.first
    guard let signature, !signature.isEmpty else { return nil }
    let parameter = isCollected ? signature[0] : signature[min(place, signature.count - 1)]
    let argument: Text = "the \(CallSurroundings.ordinal(place + 1)) argument"
    switch parameter.kind {
    case .boolean, .number, .string, .stringOrNull, .context, .day:
      // A list of one item stands for it.
      let item: FeelType = if case .list(let item) = type { item } else { type }
      let isDay = parameter.kind == .day
      let isNone = isDay ? item.isNone(of: .date, .dateTime) : item.isNone(of: parameter.kind.type)
      return isNone ? Builtin.Misfit(what: argument, wanted: isDay ? .date : parameter.kind.type, found: type) : nil
    case .list, .items:
      let item = isCollected ? type : type.itemType
      guard parameter.item.kind != 0, item.isNone(of: parameter.item) else { return nil }
      return Builtin.Misfit(
        what: item == type ? argument : "every item of " + argument, wanted: parameter.item, found: item)
    case .any, .single: return nil
    }
  }

  private enum Fit {
    case asItIs
    case replaced(Value)
    case wrong
  }

  /// Whether the argument is of the kind that is asked: a list of one item stands for it, a value for a list of one (DMN
  /// 1.5 §10.3.2.9.4).
  private static func fit(_ argument: Value, to kind: ArgumentKind) -> Fit {
    if argument.isOpen { return .asItIs }
    switch kind {
    case .any: return .asItIs
    case .single:
      if case .list(let items) = argument, items.count == 1 { return .replaced(items[0]) }
      return .asItIs
    case .list, .items:
      switch argument {
      case .list: return .asItIs
      case .null: return .wrong
      default: return .replaced(.list([argument]))
      }
    default: break
    }
    if fits(argument, kind) { return .asItIs }
    guard case .list(let items) = argument, items.count == 1, fits(items[0], kind) || items[0].isOpen else {
      return .wrong
    }
    return .replaced(items[0])
  }

  private static func fits(_ argument: Value, _ kind: ArgumentKind) -> Bool {
    switch (kind, argument) {
    case (.boolean, .boolean), (.number, .small), (.number, .large), (.string, .string), (.stringOrNull, .string),
      (.stringOrNull, .null), (.context, .context), (.day, .date), (.day, .dateTime):
      true
    default: false
    }
  }

  private static func wording(of kind: ArgumentKind) -> Text {
    switch kind {
    case .any, .single: "a value"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string, .stringOrNull: "a string"
    case .list, .items: "a list"
    case .context: "a context"
    case .day: "a date"
    }
  }

  private func wrongCount(_ count: Int) -> Text {
    var counts: [Int] = []
    for signature in signatures where !counts.contains(signature.count) { counts.append(signature.count) }
    counts.sort()
    let takes: Text
    if variadic != .no {
      takes = Text("\(counts.first ?? 0) or more arguments")
    } else if counts.count == 1 && counts[0] == 0 {
      takes = "no arguments"
    } else {
      var words: Text = ""
      for (place, count) in counts.enumerated() { words += Text(place == 0 ? "\(count)" : " or \(count)") }
      takes = words + (counts == [1] ? " argument" : " arguments")
    }
    return "takes " + takes + Text(", but got \(count)")
  }
}

extension CallSurroundings {
  /// Null, and why.
  mutating func fail(_ sentence: Text) -> Value {
    failure = sentence
    return .null
  }

  /// Null, because an argument (counted from 1) is not what it must be.
  mutating func wrong(_ place: Int, _ expected: Text, _ value: Value) -> Value {
    fail(Text("the \(Self.ordinal(place)) argument must be ") + expected + ", but is " + value.kindInWords)
  }

  /// Null, because an item of a list (counted from 1) is not what it must be.
  mutating func wrongItem(_ place: Int, _ expected: Text, _ value: Value) -> Value {
    fail(Text("the \(Self.ordinal(place)) item must be ") + expected + ", but is " + value.kindInWords)
  }

  /// Null, because the result would be larger than allowed.
  mutating func tooLarge(_ things: Text) -> Value {
    fail(Text("the result would have more than \(limits.size) ") + things)
  }

  /// Counts work done; false once it is more than one evaluation may do.
  mutating func spend(_ work: Int) -> Bool {
    steps += work
    return steps <= limits.steps
  }

  static func ordinal(_ place: Int) -> String {
    switch (place % 10, place % 100) {
    case (1, let rest) where rest != 11: "\(place)st"
    case (2, let rest) where rest != 12: "\(place)nd"
    case (3, let rest) where rest != 13: "\(place)rd"
    default: "\(place)th"
    }
  }
}

extension Value {
  /// The value of a typed JSON value; see `TypedValue` for the form.
  ///
  /// Only what the form says: no string becomes a date, an object with a member `@type` must be one of the form, and
  /// functions are never read.
  /// - Throws: `TypedValueError` with the place of the first thing that is wrong.
  public init(typed json: JSON) throws(TypedValueError) { self = try TypedValueReading.value(json, depth: 0) }
}

private enum TypedValueReading {
  static func value(_ json: JSON, depth: Int) throws(TypedValueError) -> Value {
    // No reader of ours makes deeper ones.
    if depth > JSONLimits.deepest { throw TypedValueError("is nested too deeply") }
    switch json {
    case .null: return .null
    case .boolean(let boolean): return .boolean(boolean)
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .array(let items): return .list(try list(items, depth: depth))
    case .object(let members):
      guard let type = json[TypedValue.type] else { return try context(members, depth: depth) }
      return try typed(type, members, json, depth: depth)
    }
  }

  private static func list(_ items: [JSON], depth: Int) throws(TypedValueError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for (place, item) in items.enumerated() {
      values.append(try inside(.item(place)) { () throws(TypedValueError) in try value(item, depth: depth + 1) })
    }
    return values
  }

  private static func context(_ members: [JSON.Member], depth: Int) throws(TypedValueError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(members.count)
    for member in members {
      values.append(
        try inside(.member(member.name)) { () throws(TypedValueError) in try value(member.value, depth: depth + 1) })
    }
    return .context(Context(shape: Shape(members.map { $0.name }), values: values))
  }

  private static func inside<Result>(
    _ step: ConversionError.Step, _ body: () throws(TypedValueError) -> Result
  ) throws(TypedValueError) -> Result {
    do throws(TypedValueError) { return try body() } catch { throw error.inside(step) }
  }

  // MARK: Objects with `@type`

  private static func typed(
    _ type: JSON, _ members: [JSON.Member], _ json: JSON, depth: Int
  ) throws(TypedValueError) -> Value {
    guard let name = type.text else { throw TypedValueError("`@type` must be a string").inside(.member("@type")) }
    guard let kind = TypedValue.Kind(named: name) else {
      let near = suggestions(for: name, among: TypedValue.Kind.allCases.map { $0.name })
      throw TypedValueError(
        "there is no type \"" + name + "\"" + (near.map { "; did you mean \"" + $0 + "\"?" } ?? "")
      ).inside(.member("@type"))
    }
    let reading = Members(kind: kind, json: json)
    switch kind {
    case .date, .time, .dateTime, .daysDuration, .monthsDuration:
      try reading.allow([TypedValue.value], members)
      return try temporal(kind, reading)
    case .context:
      try reading.allow([TypedValue.entries], members)
      return try entries(reading.items(TypedValue.entries), depth: depth)
    case .range:
      let names = [
        TypedValue.start, TypedValue.end, TypedValue.startIncluded, TypedValue.endIncluded, TypedValue.except,
      ]
      try reading.allow(names, members)
      return try range(reading, json, depth: depth)
    case .function: throw TypedValueError("functions are never read from JSON")
    case .unknown:
      try reading.allow([], members)
      return .unknown
    case .undecided:
      try reading.allow([TypedValue.least, TypedValue.most], members)
      let least = try reading.number(TypedValue.least)
      let most = try reading.number(TypedValue.most)
      guard least <= most else { throw TypedValueError("`least` is more than `most`") }
      return .undecided(Interval(least: least, most: most))
    case .uncertainList:
      try reading.allow([TypedValue.items, TypedValue.certain], members)
      return try uncertainList(reading, depth: depth)
    }
  }

  private static func temporal(_ kind: TypedValue.Kind, _ members: Members) throws(TypedValueError) -> Value {
    guard let text = members.json[TypedValue.value]?.text else {
      throw members.wrong(TypedValue.value, "a string")
    }
    let value = TemporalLiteral.parse(text)
    let example: Text
    switch (kind, value) {
    case (.date, .date(let date)?): return .date(date)
    case (.time, .time(let time)?): return .time(time)
    case (.dateTime, .dateTime(let dateTime)?): return .dateTime(dateTime)
    case (.daysDuration, .daysDuration(let duration)?): return .daysDuration(duration)
    case (.monthsDuration, .monthsDuration(let duration)?): return .monthsDuration(duration)
    case (.date, _): example = "2026-01-31"
    case (.time, _): example = "10:30:00"
    case (.dateTime, _): example = "2026-01-31T10:30:00Z"
    case (.monthsDuration, _): example = "P1Y6M"
    default: example = "P1DT2H"
    }
    throw TypedValueError("\"" + text + "\" is no " + kind.name + " such as " + example).inside(.member("value"))
  }

  private static func entries(_ items: [JSON], depth: Int) throws(TypedValueError) -> Value {
    var keys: [Text] = []
    var values: [Value] = []
    for (place, item) in items.enumerated() {
      let (key, entry) = try inside(.item(place)) { () throws(TypedValueError) -> (Text, Value) in
        guard let pair = item.items, pair.count == 2, let key = pair[0].text else {
          throw TypedValueError("an entry is written as [name, value]")
        }
        return (key, try value(pair[1], depth: depth + 3))
      }
      keys.append(key)
      values.append(entry)
    }
    var seen = keys
    seen.sort()
    for (first, second) in zip(seen, seen.dropFirst()) where first.hasSameBytes(as: second) {
      throw TypedValueError("the entry \"" + first + "\" stands there twice")
    }
    return .context(Context(shape: Shape(keys), values: values))
  }

  private static func range(_ members: Members, _ json: JSON, depth: Int) throws(TypedValueError) -> Value {
    if let except = json[TypedValue.except] {
      let other: Value = try inside(.member(TypedValue.except)) { () throws(TypedValueError) in
        try value(except, depth: depth + 1)
      }
      return .range(RangeValue(differentFrom: other))
    }
    var ends: [Value?] = []
    for name in [TypedValue.start, TypedValue.end] {
      guard let end = json[name] else {
        ends.append(nil)
        continue
      }
      ends.append(try inside(.member(name)) { () throws(TypedValueError) in try value(end, depth: depth + 1) })
    }
    return .range(
      RangeValue(
        start: ends[0], startIncluded: try members.boolean(TypedValue.startIncluded), end: ends[1],
        endIncluded: try members.boolean(TypedValue.endIncluded)))
  }

  private static func uncertainList(_ members: Members, depth: Int) throws(TypedValueError) -> Value {
    let items = try members.items(TypedValue.items)
    let certain = try members.items(TypedValue.certain).map { $0.boolean }
    guard certain.count == items.count, certain.allSatisfy({ $0 != nil }) else {
      throw TypedValueError("`certain` must say true or false for each item")
    }
    let values = try inside(.member(TypedValue.items)) { () throws(TypedValueError) in
      try list(items, depth: depth + 1)
    }
    return .uncertainList(UncertainList(items: values, certain: certain.map { $0 ?? false }))
  }
}

/// The members of one object with `@type`.
private struct Members {
  let kind: TypedValue.Kind
  let json: JSON

  /// Refuses members that the form does not have.
  func allow(_ names: [Text], _ members: [JSON.Member]) throws(TypedValueError) {
    for member in members where member.name != TypedValue.type && !names.contains(member.name) {
      throw TypedValueError("a " + kind.name + " has no member \"" + member.name + "\"")
    }
  }

  func wrong(_ name: Text, _ wanted: Text) -> TypedValueError {
    TypedValueError(
      json[name] == nil
        ? "a " + kind.name + " needs the member \"" + name + "\"" : "\"" + name + "\" must be " + wanted)
  }

  func items(_ name: Text) throws(TypedValueError) -> [JSON] {
    guard let items = json[name]?.items else { throw wrong(name, "a list") }
    return items
  }

  func number(_ name: Text) throws(TypedValueError) -> Decimal34 {
    guard let number = json[name]?.number else { throw wrong(name, "a number") }
    return number
  }

  func boolean(_ name: Text) throws(TypedValueError) -> Bool {
    guard let boolean = json[name]?.boolean else { throw wrong(name, "true or false") }
    return boolean
  }
}

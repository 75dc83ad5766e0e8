extension JSON {
  /// A value with its kind; see `TypedValue` for the form.
  ///
  /// What is nested deeper than 256 levels, and what comes after the first million values, is null.
  public init(typed value: Value) {
    var isCut = false
    self.init(typed: value, isCut: &isCut)
  }

  /// A value with its kind.
  ///
  /// - Parameter isCut: set if the value was too large or too deep, so that parts of it stand as null.
  public init(typed value: Value, isCut: inout Bool) {
    // A small value may hold the same list again and again, and be endless when written out.
    var writing = TypedValueWriting()
    self = writing.json(value, depth: 0)
    if writing.isCut { isCut = true }
  }
}

/// Makes the JSON of a value, with an eye on size and depth.
private struct TypedValueWriting {
  var budget = JSONLimits().values
  var isCut = false

  mutating func json(_ value: Value, depth: Int) -> JSON {
    budget -= 1
    if depth >= JSONLimits.deepest || budget < 0 {
      isCut = true
      return .null
    }
    switch value {
    case .null: return .null
    case .boolean(let boolean): return .boolean(boolean)
    case .small, .large: return .number(value.decimal ?? .zero)
    case .string(let text): return .string(text)
    case .date: return temporal(.date, value)
    case .time: return temporal(.time, value)
    case .dateTime: return temporal(.dateTime, value)
    case .monthsDuration: return temporal(.monthsDuration, value)
    case .daysDuration: return temporal(.daysDuration, value)
    case .list(let items): return list(items, depth: depth + 1)
    case .context(let context): return self.context(context, depth: depth)
    case .range(let range): return self.range(range, depth: depth)
    case .function(let function):
      return object(.function, [Member(TypedValue.parameters, .array(function.parameters.map { .string($0.name) }))])
    case .unknown: return object(.unknown, [])
    case .undecided(let interval):
      return object(
        .undecided,
        [Member(TypedValue.least, .number(interval.least)), Member(TypedValue.most, .number(interval.most))])
    case .uncertainList(let list):
      let certain = list.items.indices.map { JSON.boolean(list.isCertain($0)) }
      return object(
        .uncertainList,
        [
          Member(TypedValue.items, self.list(list.items, depth: depth + 2)),
          Member(TypedValue.certain, .array(certain)),
        ])
    }
  }

  private typealias Member = JSON.Member

  private func object(_ kind: TypedValue.Kind, _ members: [Member]) -> JSON {
    .object([Member(TypedValue.type, .string(kind.name))] + members)
  }

  private func temporal(_ kind: TypedValue.Kind, _ value: Value) -> JSON {
    object(kind, [Member(TypedValue.value, .string(TemporalLiteral.text(of: value) ?? ""))])
  }

  private mutating func list(_ items: [Value], depth: Int) -> JSON {
    var written: [JSON] = []
    written.reserveCapacity(items.count)
    for item in items {
      if budget < 0 { break }
      written.append(json(item, depth: depth))
    }
    return .array(written)
  }

  private mutating func context(_ context: Context, depth: Int) -> JSON {
    guard context.shape.index(of: TypedValue.type) != nil else {
      var members: [Member] = []
      for (key, value) in zip(context.shape.keys, context.values) {
        members.append(Member(key, json(value, depth: depth + 1)))
      }
      return .object(members)
    }
    var entries: [JSON] = []
    for (key, value) in zip(context.shape.keys, context.values) {
      entries.append(.array([.string(key), json(value, depth: depth + 3)]))
    }
    return object(.context, [Member(TypedValue.entries, .array(entries))])
  }

  private mutating func range(_ range: RangeValue, depth: Int) -> JSON {
    var members: [Member] = []
    if case .different(let value) = range.form {
      members.append(Member(TypedValue.except, json(value, depth: depth + 1)))
    }
    if let start = range.start { members.append(Member(TypedValue.start, json(start, depth: depth + 1))) }
    if let end = range.end { members.append(Member(TypedValue.end, json(end, depth: depth + 1))) }
    members.append(Member(TypedValue.startIncluded, .boolean(range.startIncluded)))
    members.append(Member(TypedValue.endIncluded, .boolean(range.endIncluded)))
    return object(.range, members)
  }
}

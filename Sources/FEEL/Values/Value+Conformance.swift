extension Value {
  /// Whether the value is an instance of a type (DMN 1.5 §10.3.2.9.2): of `Any` everything but null, of lists, contexts,
  /// ranges and functions by their structure. A context may have more entries than the type asks for; null inside a
  /// list or a context conforms to every type.
  ///
  /// What is unknown may turn out to be anything: nil.
  public func conforms(to type: FeelType) -> Bool? {
    var conformance = Conformance()
    switch conformance.test(self, type, isInside: false) {
    case .yes: return true
    case .unknown: return nil
    default: return false
    }
  }

  /// The value as something of that type expects it (DMN 1.5 §10.3.2.9.4), or nil if it does not conform.
  ///
  /// Null and unknown are of every type. A list of one item stands for the item, any other value for a list of itself,
  /// a date for its midnight in UTC.
  public func coerced(to type: FeelType) -> Value? {
    if isNull { return self }
    if case .unknown = self { return self }
    switch (self, type) {
    case (_, .any), (_, .named): return self
    case (.date(let date), .dateTime):
      return .dateTime(DateTime(date: date, time: TimeOfDay(nanoseconds: 0, offsetSeconds: 0)))
    default: break
    }
    if conforms(to: type) != false { return self }
    if case .list(let items) = self {
      guard items.count == 1 else { return nil }
      if case .list = type { return nil }
      return items[0].isNull ? nil : items[0].coerced(to: type)
    }
    guard case .list(let item) = type, let single = coerced(to: item) else { return nil }
    return .list([single])
  }
}

extension FeelType {
  /// Whether every value of this type is one of the other (DMN 1.5 table 50): lists, ranges and contexts by their parts,
  /// functions with parameters the other way round.
  public func conforms(to other: FeelType) -> Bool {
    switch (self, other) {
    case (_, .any), (.null, _): return true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): return a.conforms(to: b)
    case (.context(let a), .context(let b)):
      return b.allSatisfy { entry in
        a.contains { $0.name == entry.name && $0.type.conforms(to: entry.type) }
      }
    case (.function, .function(nil, let b)):
      guard case .function(_, let a) = self else { return false }
      return a.conforms(to: b)
    case (.function(let parameters?, let a), .function(let wanted?, let b)):
      return parameters.count == wanted.count && a.conforms(to: b)
        && zip(parameters, wanted).allSatisfy { $1.conforms(to: $0) }
    default: return self == other
    }
  }
}

/// Walks a value beside a type, with a budget, so that no pair of them takes for ever.
private struct Conformance {
  var remaining = 1_000_000

  mutating func test(_ value: Value, _ type: FeelType, isInside: Bool, depth: Int = 0) -> Truth {
    if depth > Comparison.depth { return .no }
    switch (value, type) {
    case (.unknown, _): return .unknown
    case (.null, .null): return .yes
    case (.null, _): return Truth(isInside)
    case (_, .any): return .yes
    case (.boolean, .boolean), (.small, .number), (.large, .number), (.undecided, .number), (.string, .string),
      (.date, .date), (.time, .time), (.dateTime, .dateTime), (.monthsDuration, .monthsDuration),
      (.daysDuration, .daysDuration):
      return .yes
    case (.list(let items), .list(let item)): return all(items, item, depth)
    case (.uncertainList(let list), .list(let item)):
      let verdict = all(list.items, item, depth)
      return verdict == .yes ? .yes : .unknown
    case (.context(let context), .context(let entries)): return test(context, entries, depth)
    case (.range(let range), .range(let end)):
      return all([range.start, range.end].compactMap { $0 }, end, depth)
    case (.function(let function), .function): return Truth(function.type.conforms(to: type))
    default: return .no
    }
  }

  private mutating func all(_ items: [Value], _ type: FeelType, _ depth: Int) -> Truth {
    if type == .any { return .yes }
    remaining -= items.count
    if remaining < 0 { return .no }
    var verdict = Truth.yes
    for item in items {
      verdict = verdict.and(test(item, type, isInside: true, depth: depth + 1))
      if verdict == .no { return .no }
    }
    return verdict
  }

  private mutating func test(_ context: Context, _ entries: [FeelType.Entry], _ depth: Int) -> Truth {
    remaining -= entries.count
    if remaining < 0 { return .no }
    var verdict = Truth.yes
    for entry in entries {
      guard let value = context[entry.name] else { return .no }
      verdict = verdict.and(test(value, entry.type, isInside: true, depth: depth + 1))
      if verdict == .no { return .no }
    }
    return verdict
  }
}

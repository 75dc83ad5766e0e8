extension JSON {
  /// A value as people and other programs read it.
  ///
  /// Dates, times and durations are their texts; ranges theirs (`[1..5)`). An undecided number is
  /// `{"least": 10, "most": 40}`, a list with uncertain items `{"certain": [...], "possible": [...]}`. A function, what
  /// is nested deeper than 256 levels, and what comes after the first million values, is null.
  /// - Parameter unknown: what stands for what is missing.
  public init(_ value: Value, unknown: JSON = .null) {
    // A small value may hold the same list again and again, and be endless when written out.
    var budget = JSONLimits().values
    self.init(value, unknown: unknown, depth: 0, budget: &budget)
  }

  private init(_ value: Value, unknown: JSON, depth: Int, budget: inout Int) {
    budget -= 1
    if depth >= JSONLimits.deepest || budget < 0 {
      self = .null
      return
    }
    switch value {
    case .unknown: self = unknown
    case .null, .function: self = .null
    case .boolean(let boolean): self = .boolean(boolean)
    case .small, .large: self = .number(value.decimal ?? .zero)
    case .string(let text): self = .string(text)
    case .date, .time, .dateTime, .monthsDuration, .daysDuration, .range:
      self = .string(ValueText.string(value) ?? "")
    case .list(let items): self = .array(items.map { JSON($0, unknown: unknown, depth: depth + 1, budget: &budget) })
    case .uncertainList(let list):
      var certain: [JSON] = []
      var possible: [JSON] = []
      for (item, isCertain) in zip(list.items, list.certain) {
        let json = JSON(item, unknown: unknown, depth: depth + 1, budget: &budget)
        if isCertain { certain.append(json) } else { possible.append(json) }
      }
      self = .object([Member("certain", .array(certain)), Member("possible", .array(possible))])
    case .context(let context):
      self = .object(
        zip(context.shape.keys, context.values).map {
          Member($0, JSON($1, unknown: unknown, depth: depth + 1, budget: &budget))
        })
    case .undecided(let interval):
      self = .object([Member("least", .number(interval.least)), Member("most", .number(interval.most))])
    }
  }
}

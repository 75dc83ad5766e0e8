public import FEEL

extension Value {
  /// How deep a value is shown.
  private static let deepest = 32

  /// The value as documents show it: dates, times and durations as their text, an undecided number as its bounds, what
  /// is unknown (and ranges and functions, which have no JSON) as null.
  public var json: JSON { json(depth: 0) }

  private func json(depth: Int) -> JSON {
    guard depth < Self.deepest else { return .null }
    switch self {
    case .unknown, .null, .range, .function: return .null
    case .boolean(let boolean): return .boolean(boolean)
    case .small, .large: return decimal.map { .number($0) } ?? .null
    case .string(let text): return .string(text)
    case .date, .time, .dateTime, .monthsDuration, .daysDuration:
      return TemporalLiteral.text(of: self).map { .string($0) } ?? .null
    case .list(let items): return .array(items.json { $0.json(depth: depth + 1) })
    case .uncertainList(let list): return .array(list.items.json { $0.json(depth: depth + 1) })
    case .context(let context):
      var members: [JSON.Member] = []
      for (key, value) in zip(context.shape.keys, context.values) {
        members.append(JSON.Member(key, value.json(depth: depth + 1)))
      }
      return .object(members)
    case .undecided(let interval):
      return .object([
        JSON.Member("least", .number(interval.least)), JSON.Member("most", .number(interval.most)),
      ])
    }
  }

  /// The value in a sentence: texts in quotation marks, the rest as in FEEL.
  var shown: Text {
    switch self {
    case .unknown: "unknown"
    case .small, .large: decimal.map { $0.text } ?? "null"
    case .string(let text): Suggestion.shown(text)
    case .undecided(let interval): interval.least.text + " to " + interval.most.text
    case .date, .time, .dateTime, .monthsDuration, .daysDuration: TemporalLiteral.text(of: self) ?? "null"
    default: Text(bytes: json.bytes)
    }
  }

  /// Whether nothing is known of it; null is known to be nothing.
  public var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}

public import FEEL

extension Value {
  /// The value as a person reads it in a sentence: numbers plain, texts in quotes, bounds as `20 to 50`.
  public var phrase: Text { phrase(depth: 0) }

  private func phrase(depth: Int) -> Text {
    switch self {
    case .unknown: return "missing"
    case .null: return "null"
    case .boolean(let truth): return truth ? "true" : "false"
    case .small, .large: return decimal?.text ?? "null"
    case .string(let text): return "\"" + text + "\""
    case .undecided(let interval): return interval.least.text + " to " + interval.most.text
    case .list(let items): return depth < 4 ? Value.phrase(items, depth: depth) : "[...]"
    case .uncertainList(let list): return depth < 4 ? Value.phrase(list.items, depth: depth) : "[...]"
    case .date, .time, .dateTime, .monthsDuration, .daysDuration, .context, .range, .function: return asString
    }
  }

  /// At most ten items; the rest are counted.
  private static func phrase(_ items: [Value], depth: Int) -> Text {
    var text: Text = "["
    for (index, item) in items.prefix(10).enumerated() {
      if index > 0 { text += ", " }
      text += item.phrase(depth: depth + 1)
    }
    if items.count > 10 { text += Text(", and \(items.count - 10) more") }
    return text + "]"
  }

  /// As FEEL's `string()` writes it.
  private var asString: Text {
    var surroundings = CallSurroundings(
      clock: Clock(epochMilliseconds: 0, offsetSeconds: 0), law: .standard, limits: Limits())
    guard let builtin = Builtin(named: "string"), case .string(let text) = builtin.call([self], &surroundings) else {
      return "..."
    }
    return text
  }
}

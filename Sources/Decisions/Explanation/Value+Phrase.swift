public import FEEL

extension Value {
  static let deepestPhrase = 4
  static let mostPhrased = 10

  /// The value as its author would write it in a sentence: numbers plain and whole, texts in quotes, bounds as
  /// `20 to 50`.
  public var phrase: Text { phrase(nil, depth: 0) }

  /// The same with numbers as `digits` shows them.
  func phrase(_ digits: ShownDigits) -> Text { phrase(digits, depth: 0) }

  private func phrase(_ digits: ShownDigits?, depth: Int) -> Text {
    switch self {
    case .unknown: return "missing"
    case .null: return "null"
    case .boolean(let truth): return truth ? "true" : "false"
    case .small, .large: return decimal.map { digits?.shown($0) ?? $0.text } ?? "null"
    case .string(let text): return "\"" + text + "\""
    case .undecided(let interval):
      return (digits?.shown(interval.least) ?? interval.least.text) + " to "
        + (digits?.shown(interval.most) ?? interval.most.text)
    case .list(let items): return depth < Value.deepestPhrase ? Value.phrase(items, digits, depth: depth) : "[...]"
    case .uncertainList(let list): return Value.list(list.items).phrase(digits, depth: depth)
    case .date, .time, .dateTime, .monthsDuration, .daysDuration, .context, .range, .function: return asString
    }
  }

  /// At most ten items; the rest are counted.
  private static func phrase(_ items: [Value], _ digits: ShownDigits?, depth: Int) -> Text {
    var text: Text = "["
    for (index, item) in items.prefix(mostPhrased).enumerated() {
      if index > 0 { text += ", " }
      text += item.phrase(digits, depth: depth + 1)
    }
    if items.count > mostPhrased { text += Text(", and \(items.count - mostPhrased) more") }
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

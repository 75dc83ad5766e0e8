extension Value {
  /// The kind of a value as sentences name it: `a number`, `null`.
  var kindInWords: Text {
    switch self {
    case .unknown: "unknown"
    case .undecided: "undecided"
    case .null: "null"
    case .boolean: "a boolean"
    case .small, .large: "a number"
    case .string: "a string"
    case .date: "a date"
    case .time: "a time"
    case .dateTime: "a date and time"
    case .monthsDuration: "a years and months duration"
    case .daysDuration: "a days and time duration"
    case .list, .uncertainList: "a list"
    case .context: "a context"
    case .range: "a range"
    case .function: "a function"
    }
  }

  /// Whether it is not decided as a whole: unknown, undecided, or a list with uncertain items.
  var isOpen: Bool {
    switch self {
    case .unknown, .undecided, .uncertainList: true
    default: false
    }
  }

  /// Items of a list, or words of eight bytes of a string: what looking at all of it costs.
  var size: Int {
    switch self {
    case .list(let items): items.count
    case .uncertainList(let list): list.items.count
    case .string(let text): text.bytes.count / 8
    case .context(let context): context.values.count
    default: 0
    }
  }

  /// Whether anything is undecided at any depth; nil if there is more to look at than `budget` allows.
  func holdsOpen(_ budget: inout Int, depth: Int = 0) -> Bool? {
    let values: [Value]
    switch self {
    case .list(let items): values = items
    case .context(let context): values = context.values
    case .range(let range): values = [range.start ?? .null, range.end ?? .null]
    default: return isOpen
    }
    budget -= values.count + 1
    if budget < 0 || depth > Comparison.depth { return nil }
    for value in values {
      guard let isOpen = value.holdsOpen(&budget, depth: depth + 1) else { return nil }
      if isOpen { return true }
    }
    return false
  }
}

extension FeelType {
  /// The type of a value; `any` where it tells nothing.
  init(of value: Value) {
    switch value {
    case .unknown, .null: self = .any
    case .boolean: self = .boolean
    case .small, .large, .undecided: self = .number
    case .string: self = .string
    case .date: self = .date
    case .time: self = .time
    case .dateTime: self = .dateTime
    case .monthsDuration: self = .monthsDuration
    case .daysDuration: self = .daysDuration
    case .list(let items): self = .list(Self.common(items.lazy.map { FeelType(of: $0) }))
    case .uncertainList: self = .list(.any)
    case .context: self = .any
    case .range(let range):
      self = .range(Self.common([range.start, range.end].compactMap { $0.map(FeelType.init(of:)) }))
    case .function(let function): self = function.type
    }
  }

  /// The type that all have; `any` if they differ or there are none.
  static func common(_ types: some Sequence<FeelType>) -> FeelType {
    var result: FeelType?
    for type in types {
      if let result, result != type { return .any }
      result = type
    }
    return result ?? .any
  }

  /// Which kind of value it is; types of one kind can be equal to each other, and those of kind 0 to any.
  var kind: Int {
    switch self {
    case .any, .null, .named: 0
    case .boolean: 1
    case .number: 2
    case .string: 3
    case .date: 4
    case .time: 5
    case .dateTime: 6
    case .monthsDuration: 7
    case .daysDuration: 8
    case .list: 9
    case .context: 10
    case .range: 11
    case .function: 12
    }
  }

  /// Whether it has more than 256 parts.
  var isWide: Bool {
    var pending = [self]
    var visited = 0
    while let type = pending.popLast() {
      visited += 1
      if visited + pending.count > 256 { return true }
      switch type {
      case .list(let part), .range(let part): pending.append(part)
      case .context(let entries): pending += entries.prefix(257).map { $0.type }
      case .function(let parameters, let result): pending += (parameters ?? []).prefix(257) + [result]
      default: break
      }
    }
    return false
  }

  /// Whether values of it have an order.
  var isOrdered: Bool {
    switch self {
    case .any, .number, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration: true
    default: false
    }
  }

  /// Whether no value can be of both types.
  func clashes(with other: FeelType) -> Bool { kind != other.kind && kind != 0 && other.kind != 0 }

  /// Whether it is known and is none of `types`.
  func isNone(of types: FeelType...) -> Bool { kind != 0 && !types.contains { $0.kind == kind } }

  /// The type of the items when it stands where a list is wanted: anything else is a list of itself.
  var itemType: FeelType {
    switch self {
    case .list(let item): item
    case .any: .any
    default: self
    }
  }

  /// How a message calls a value of it.
  public var wording: Text {
    switch self {
    case .any, .named: "a value"
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .date: "a date"
    case .time: "a time"
    case .dateTime: "a date and time"
    case .monthsDuration: "a years and months duration"
    case .daysDuration: "a days and time duration"
    case .list: "a list"
    case .context: "a context"
    case .range: "a range"
    case .function: "a function"
    }
  }

  /// The type of the entry under a key, as far as it is known; nil if there is certainly none.
  func member(_ key: Text) -> FeelType? {
    switch self {
    case .any: .any
    case .context(let entries): entries.first { $0.name == key }?.type
    case .list(let item): item.member(key).map { .list($0) }
    case .range(let end):
      switch key {
      case "start", "end": end
      case "start included", "end included": .boolean
      default: nil
      }
    default: Self.properties(of: self).first { $0.name == key }?.type
    }
  }

  /// The keys that a value of it has, for suggestions.
  var memberNames: [Text] {
    switch self {
    case .context(let entries): entries.map { $0.name }
    case .list(let item): item.memberNames
    case .range: ["start", "end", "start included", "end included"]
    default: Self.properties(of: self).map { $0.name }
    }
  }

  /// The properties of temporal values (DMN 1.5 table 65).
  static func properties(of type: FeelType) -> [Entry] {
    let date = [Entry("year", .number), Entry("month", .number), Entry("day", .number), Entry("weekday", .number)]
    let time = [
      Entry("hour", .number), Entry("minute", .number), Entry("second", .number),
      Entry("time offset", .daysDuration), Entry("timezone", .string),
    ]
    return switch type {
    case .date: date
    case .time: time
    case .dateTime: date + time
    case .monthsDuration: [Entry("years", .number), Entry("months", .number)]
    case .daysDuration:
      [Entry("days", .number), Entry("hours", .number), Entry("minutes", .number), Entry("seconds", .number)]
    default: []
    }
  }
}

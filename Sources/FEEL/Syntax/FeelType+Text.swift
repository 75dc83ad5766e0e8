extension FeelType {
  /// The types without parts and how FEEL writes them (DMN 1.5 table 49).
  static let simpleNames: [(name: Text, type: FeelType)] = [
    ("Any", .any), ("Null", .null), ("boolean", .boolean), ("number", .number), ("string", .string), ("date", .date),
    ("time", .time), ("date and time", .dateTime), ("years and months duration", .monthsDuration),
    ("days and time duration", .daysDuration),
  ]

  /// The type as FEEL writes it (grammar rule 54): `list<number>`, `function<number, string> -> boolean`.
  ///
  /// A function of whatever parameters is written `function`, a context of whatever entries `context<>`.
  public var text: Text {
    for simple in Self.simpleNames where simple.type == self { return simple.name }
    switch self {
    case .list(let item): return "list<" + item.text + ">"
    case .range(let end): return "range<" + end.text + ">"
    case .context(let entries):
      return "context<" + entries.map { $0.name + ": " + $0.type.text }.joined(by: ", ") + ">"
    case .function(nil, _): return "function"
    case .function(let parameters?, let result):
      return "function<" + parameters.map { $0.text }.joined(by: ", ") + "> -> " + result.text
    case .named(let name): return name
    default: return "Any"
    }
  }

  /// Reads the text of a type; nil if it is none. A name that is no type of the language becomes `named`.
  public init?(text: Text, limits: Limits = Limits()) {
    var parser = Parser(source: text, names: .builtins, limits: limits)
    guard let type = parser.parseType() else { return nil }
    self = type
  }
}

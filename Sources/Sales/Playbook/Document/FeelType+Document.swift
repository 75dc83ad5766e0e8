import FEEL

extension FeelType {
  /// Types without parts by their DMN names.
  static let documentNames: [(name: Text, type: FeelType)] = [
    ("Any", .any), ("boolean", .boolean), ("number", .number), ("string", .string), ("date", .date), ("time", .time),
    ("date and time", .dateTime), ("years and months duration", .monthsDuration),
    ("days and time duration", .daysDuration), ("function", .anyFunction),
  ]

  /// A simple type by its name, a list as `{"list": T}`, a context as `{"context": [{"name", "type"}]}`, a range as
  /// `{"range": T}`.
  func document() -> JSON {
    for pair in Self.documentNames where pair.type == self { return .string(pair.name) }
    switch self {
    case .list(let item): return .object([JSON.Member("list", item.document())])
    case .range(let end): return .object([JSON.Member("range", end.document())])
    case .context(let entries):
      let items = entries.json { entry in
        var members = DocumentMembers()
        members.add("name", entry.name)
        members.add("type", entry.type.document())
        return members.sorted()
      }
      return .object([JSON.Member("context", .array(items))])
    case .function: return .string("function")
    default: return .string("Any")
    }
  }
}

extension DocumentReader {
  mutating func type(_ place: DocumentPlace, _ key: Text) -> FeelType {
    guard let member = require(place, key) else { return .any }
    return type(member)
  }

  /// The document's own limit of depth bounds the recursion.
  mutating func type(_ place: DocumentPlace) -> FeelType {
    if let name = place.json.text {
      var known: [Text] = []
      for pair in FeelType.documentNames {
        if pair.name == name { return pair.type }
        known.append(pair.name)
      }
      report(
        place.path, "unknown type " + Suggestion.shown(name), fix: Suggestion.didYouMean(name, among: known))
      return .any
    }
    check(place, keys: ["context", "list", "range"])
    if let item = place["list"] { return .list(type(item)) }
    if let end = place["range"] { return .range(type(end)) }
    var entries: [FeelType.Entry] = []
    for item in items(place, "context") {
      check(item, keys: ["name", "type"])
      entries.append(FeelType.Entry(text(item, "name"), type(item, "type")))
    }
    return .context(entries)
  }
}

internal import Decisions
internal import FEEL
internal import Sales

/// `rules/facts.yaml`, which is optional: what rules derive, with its type, how several values become one, and what
/// holds when no rule says anything.
///
///     facts:
///       priority: number                     # the short form: name and type
///       fit:
///         type: string
///         merge: any                         # any, unique, collect, sum, min, max, count or highest priority
///         default: '"low"'                   # FEEL
///         values: [low, high]                # the texts that are allowed
extension PlaybookLowering {
  func lowerFacts(_ root: YAMLNode, _ source: Source) {
    let reader = source.reader
    guard let map = reader.mapping(root, "the file of facts", keys: ["facts"]), let node = map.required("facts"),
      let facts = reader.anyMapping(node, "`facts`")
    else { return }
    for entry in facts.entries where reader.checkName(entry.key, at: entry.keyStart, "a fact") {
      record(.fact(entry.key), source, at: entry.keyStart)
      if let fact = fact(entry, source) { definition.facts.append(fact) }
    }
  }

  private func fact(_ entry: YAMLEntry, _ source: Source) -> FactDefinition? {
    let reader = source.reader
    if case .scalar = entry.value.content {
      let type = reader.type(entry.value, "the type of `\(entry.key)`")
      return FactDefinition(name: entry.key, type: type ?? .any, merge: .any)
    }
    guard let map = reader.mapping(entry.value, "a fact", keys: ["default", "merge", "type", "values"]) else {
      return nil
    }
    var fact = FactDefinition(name: entry.key, type: .any, merge: .any)
    if let node = map.required("type") { fact.type = reader.type(node, "`type`") ?? .any }
    let merges: [(Text, Merge)] = [
      ("any", .any), ("unique", .unique), ("collect", .collect), ("sum", .sum), ("min", .min), ("max", .max),
      ("count", .count), ("highest priority", .highestPriority),
    ]
    fact.merge = map.word("merge", among: merges) ?? .any
    if let scalar = map.scalar("default") {
      fact.fallback = scalar.text
      record(.fallback(fact: entry.key), source, scalar)
    }
    fact.domain = map.texts("values").map(\.text).sorted()
    return fact
  }
}

internal import FEEL
internal import Sales

/// `rules/records.yaml`: the kinds of records, what is known of each, and what a list of theirs holds.
///
///     records:
///       opportunity:
///         money: amount                      # the attribute that is the record's money
///         attributes:
///           amount: number                   # the short form: name and type
///           region:                          # the long one
///             type: string
///             label: {en: Region, id: Wilayah}
///             values: [EMEA, NA]             # the texts that are allowed
///             changeable: true               # a person can be told to change it
///             crm: Region__c                 # the CRM's field
///         outcome:                           # fields of the CRM in which its people see what the evidence says
///           least: Supported_Stage__c        # the stage that is carried for certain
///           verdict: Stagecraft_Verdict__c   # level, behind, unproven, ahead
///           difference: Stagecraft_Difference__c   # money as carried less money as stated
///           link: Stagecraft_Link__c         # our page of the record
///         related:
///           activities: {date: date, type: string}
extension PlaybookLowering {
  func lowerRecords(_ root: YAMLNode, _ source: Source) {
    let reader = source.reader
    guard let map = reader.mapping(root, "the file of records", keys: ["records"]), let node = map.required("records"),
      let kinds = reader.anyMapping(node, "`records`")
    else { return }
    if kinds.entries.isEmpty { reader.error("EMPTY-VALUE", at: node.start, "`records` declares no record kind") }
    for entry in kinds.entries where reader.checkName(entry.key, at: entry.keyStart, "a record kind") {
      record(.kind(entry.key), source, at: entry.keyStart)
      definition.kinds.append(kind(entry, source))
    }
  }

  private func kind(_ entry: YAMLEntry, _ source: Source) -> RecordKindDefinition {
    var kind = RecordKindDefinition(name: entry.key, attributes: [])
    let reader = source.reader
    guard let map = reader.mapping(entry.value, "a record kind", keys: ["attributes", "money", "outcome", "related"])
    else {
      return kind
    }
    if let node = map["attributes"], let attributes = reader.anyMapping(node, "`attributes`") {
      kind.attributes = attributes.entries.compactMap { attribute($0, source, kind: entry.key) }
    }
    if let node = map["related"], let related = reader.anyMapping(node, "`related`") {
      for list in related.entries where reader.checkName(list.key, at: list.keyStart, "a related list") {
        if kind.attributes.contains(where: { $0.name == list.key }) {
          reader.error(
            "DUPLICATE", at: list.keyStart, "`\(list.key)` is an attribute already", fix: "rename one of the two")
        }
        let items = reader.anyMapping(list.value, "a related list")?.entries ?? []
        kind.related.append(
          RelatedListDefinition(
            name: list.key, attributes: items.compactMap { attribute($0, source, kind: nil) }))
      }
    }
    if let node = map["money"], let money = reader.text(node, "`money`") {
      // An attribute that was refused would be missed here a second time.
      let isWhole = map["attributes"]?.entryCount == kind.attributes.count
      if !isWhole || isMoney(money, of: kind, at: node.start, reader) { kind.money = isWhole ? money : nil }
    }
    if let node = map["outcome"] { kind.outcome = outcome(node, of: kind, reader) }
    return kind
  }

  private func outcome(_ node: YAMLNode, of kind: RecordKindDefinition, _ reader: YAMLReader) -> OutcomeFields {
    let keys: [Text] = ["difference", "least", "link", "verdict"]
    guard let map = reader.mapping(node, "`outcome`", keys: keys) else { return OutcomeFields() }
    let outcome = OutcomeFields(
      least: map.text("least"), verdict: map.text("verdict"), difference: map.text("difference"),
      link: map.text("link"))
    if outcome.names.isEmpty {
      reader.error(
        "EMPTY-VALUE", at: map.start, "`outcome` names no field of the CRM",
        fix: "name one for \(listed(keys, or: true)), or take it out")
    }
    var seen: [Text] = []
    for key in keys {
      guard let node = map[key], let field = map.text(key) else { continue }
      if let attribute = kind.attributes.first(where: { $0.field == field }) {
        reader.error(
          "OWN-OUTPUT", at: node.start,
          "`\(key)` would be written into `\(field)`, from which the attribute `\(attribute.name)` is read",
          fix: "give it a field of its own in the CRM")
      }
      if seen.contains(field) {
        reader.error(
          "DUPLICATE", at: node.start, "`\(field)` is named twice under `outcome`", fix: "give each a field of its own")
      }
      seen.append(field)
    }
    if outcome.difference != nil, kind.money == nil {
      reader.error(
        "UNDEFINED", at: map["difference"]?.start ?? map.start,
        "`difference` is one of money, and no attribute of \(kind.name) is named by `money`",
        fix: "name it: `money: amount`")
    }
    return outcome
  }

  private func isMoney(_ money: Text, of kind: RecordKindDefinition, at byte: Int, _ reader: YAMLReader) -> Bool {
    guard let attribute = kind.attributes.first(where: { $0.name == money }) else {
      reader.error(
        "UNKNOWN-ATTRIBUTE", at: byte, "`money` names `\(money)`, which is no attribute of \(kind.name)",
        fix: reader.didYouMean(money, among: kind.attributes.map(\.name)) ?? "declare it under `attributes`")
      return false
    }
    if attribute.type == .any { return false }
    if attribute.type != .number {
      reader.error(
        "TYPE", at: byte, "`money` names `\(money)`, which is no number", fix: "declare it as `\(money): number`")
    }
    return attribute.type == .number
  }

  /// - Parameter kind: the record kind, or nil for an attribute of a related list.
  private func attribute(_ entry: YAMLEntry, _ source: Source, kind: Text?) -> AttributeDefinition? {
    let reader = source.reader
    guard reader.checkName(entry.key, at: entry.keyStart, "an attribute") else { return nil }
    if let kind { record(.attribute(kind: kind, name: entry.key), source, at: entry.keyStart) }
    if case .scalar = entry.value.content {
      return AttributeDefinition(
        name: entry.key, type: reader.type(entry.value, "the type of `\(entry.key)`") ?? .any)
    }
    let keys: [Text] = ["changeable", "crm", "label", "type", "values"]
    guard let map = reader.mapping(entry.value, "an attribute", keys: keys) else { return nil }
    var attribute = AttributeDefinition(name: entry.key, type: .any)
    if let node = map.required("type") { attribute.type = reader.type(node, "`type`") ?? .any }
    attribute.label = map.label("label", language: "")
    attribute.values = map.texts("values").map(\.text).sorted()
    attribute.changeable = map.boolean("changeable") ?? false
    attribute.field = map.text("crm")
    if !attribute.values.isEmpty, attribute.type != .string {
      reader.error(
        "TYPE", at: map["values"]?.start ?? map.start, "`values` lists texts, `\(entry.key)` is no string",
        fix: "take `values` out, or write `type: string`")
    }
    return attribute
  }
}

extension YAMLReader {
  /// A type by its FEEL name, or `list of` one.
  func type(_ node: YAMLNode, _ what: String) -> FeelType? {
    guard let text = text(node, what) else { return nil }
    let prefix = Text("list of ")
    var name = text
    var lists = 0
    while name.bytes.starts(with: prefix.bytes), lists < 4 {
      name = Text(bytes: Array(name.bytes.dropFirst(prefix.bytes.count)))
      lists += 1
    }
    guard var type = simpleTypes.first(where: { $0.name == name })?.type else {
      let known = simpleTypes.map(\.name)
      let usual = foreignTypeNames.first { $0.name == name }?.ours
      error(
        "UNKNOWN-TYPE", at: node.start, "\(what) cannot be `\(text)`",
        fix: usual.map { "write `\($0)`" } ?? didYouMean(name, among: known) ?? "write \(listed(known, or: true))")
      return nil
    }
    for _ in 0..<lists { type = .list(type) }
    return type
  }
}

private let simpleTypes: [(name: Text, type: FeelType)] = [
  ("number", .number), ("string", .string), ("boolean", .boolean), ("date", .date), ("time", .time),
  ("date and time", .dateTime), ("days and time duration", .daysDuration),
  ("years and months duration", .monthsDuration), ("any", .any),
]

/// What other tools call our types.
private let foreignTypeNames: [(name: Text, ours: String)] = [
  ("text", "string"), ("bool", "boolean"), ("yes/no", "boolean"), ("int", "number"), ("integer", "number"),
  ("decimal", "number"), ("float", "number"), ("double", "number"), ("money", "number"), ("currency", "number"),
  ("datetime", "date and time"), ("timestamp", "date and time"), ("picklist", "string"),
]

internal import FEEL
internal import Sales

/// Reads `mapping.yaml`: how the rows of a file become records.
///
///     kind: opportunity                      # the record kind
///     pipeline: Opportunities                # its pipeline
///     format: csv                            # csv or ndjson; else by the file's name
///     separator: ";"                         # of the cells; a comma if nothing is said
///     id: opportunity_id                     # a column; `row` is the number of the row
///     owner: sales_agent                     # a column
///     stage: {column: deal_stage, aliases: {Engaging: Discovery}}
///     currency: CurrencyIsoCode              # a column; rows in another currency than the policy's are refused
///     dates: {format: M/d/yyyy}              # else 2026-01-31
///     numbers: {decimal: ",", group: "."}    # else 1234.50
///     attributes:
///       amount: close_value                  # the short form: attribute and column
///       product: {column: product, aliases: {GTXPro: GTX Pro}}
///       close_date: {column: close_date, format: d.M.yyyy}
///       source: {value: trade fair}          # the same for every row
///     join:
///       - file: accounts.csv                 # beside the imported file, or beside the mapping
///         column: account                    # here
///         key: name                          # there
///         aliases: {GTXPro: GTX Pro}         # of the key
///         attributes: {sector: sector}       # or `prefix: account_` for all its columns
///     assessments:
///       ProspectingAssessment:
///         version: 2                         # the playbook's newest if nothing is said
///         captured: answered_on              # a column with a day or an instant
///         answers:
///           compliance: {column: Compliance, aliases: {Unknown: ""}}
///
/// An alias is read instead of what a cell says; an empty one means that nothing was said.
struct ImportMappingReader {
  let reader: YAMLReader
  let playbook: PlaybookDefinition
  /// How days are written unless a column says otherwise.
  private var days: DayFormat?

  init(file: SourceFile, playbook: PlaybookDefinition, findings: FindingCollector) {
    reader = YAMLReader(file: file, findings: findings)
    self.playbook = playbook
  }

  /// The mapping; of use only if there is no error among the findings.
  mutating func read(_ root: YAMLNode) -> ImportMapping? {
    let keys: [Text] = [
      "assessments", "attributes", "currency", "dates", "format", "id", "join", "kind", "numbers", "owner", "pipeline",
      "separator", "stage",
    ]
    guard let map = reader.mapping(root, "the mapping", keys: keys) else { return nil }
    if let node = map["dates"], let dates = reader.mapping(node, "`dates`", keys: ["format"]) {
      days = dates.required("format").flatMap { dayFormat($0) }
    }
    let kindNode = map.required("kind")
    let identity = map.required("id").flatMap { self.identity($0) }
    guard let kindNode, let identity, let kind = kind(kindNode) else { return nil }
    var mapping = ImportMapping(kind: kind, identity: identity)
    mapping.pipeline = map["pipeline"].flatMap { pipeline($0, of: kind) } ?? onlyPipeline(of: kind, map)
    mapping.separator = map["separator"].flatMap { separator($0) } ?? mapping.separator
    mapping.isLineDelimited = map.word("format", among: [("csv", false), ("ndjson", true)])
    mapping.owner = map["owner"].flatMap { column($0, "`owner`") }
    mapping.currency = map["currency"].flatMap { column($0, "`currency`") }
    mapping.stage = map["stage"].flatMap { column($0, "`stage`") }
    if let stage = mapping.stage { checkStage(stage, mapping.pipeline) }
    mapping.numbers = map["numbers"].map { numbers($0) } ?? mapping.numbers
    mapping.attributes = map["attributes"].map { attributes($0, of: kind) } ?? []
    mapping.joins = (map.sequence("join") ?? []).compactMap { join($0, of: kind) }
    mapping.sheets = map["assessments"].map { sheets($0, of: kind) } ?? []
    checkOnce(mapping)
    return mapping
  }

  private func kind(_ node: YAMLNode) -> RecordKindDefinition? {
    guard let name = reader.text(node, "`kind`") else { return nil }
    if let kind = playbook.kinds.first(where: { $0.name == name }) { return kind }
    unknown("UNKNOWN-KIND", "record kind", name, playbook.kinds.map(\.name), at: node.start)
    return nil
  }

  private func pipeline(_ node: YAMLNode, of kind: RecordKindDefinition) -> PipelineDefinition? {
    guard let name = reader.text(node, "`pipeline`") else { return nil }
    let pipelines = playbook.pipelines.filter { $0.kind == kind.name }
    if let pipeline = pipelines.first(where: { $0.name == name }) { return pipeline }
    unknown("UNKNOWN-PIPELINE", "pipeline of \(kind.name)", name, pipelines.map(\.name), at: node.start)
    return nil
  }

  /// Several pipelines of a kind must be told apart.
  private func onlyPipeline(of kind: RecordKindDefinition, _ map: YAMLMapping) -> PipelineDefinition? {
    let pipelines = playbook.pipelines.filter { $0.kind == kind.name }
    if pipelines.count > 1, map["pipeline"] == nil {
      reader.error(
        "MISSING-KEY", at: map.start, "the mapping needs `pipeline`: \(kind.name) has several",
        fix: "write one of \(listed(pipelines.map(\.name), or: true))")
    }
    return pipelines.count == 1 ? pipelines[0] : nil
  }

  func unknown(_ code: String, _ what: String, _ name: Text, _ names: [Text], at byte: Int) {
    reader.error(
      code, at: byte, "there is no \(what) `\(name)`",
      fix: reader.didYouMean(name, among: names) ?? "there is \(listed(names))")
  }

  private func identity(_ node: YAMLNode) -> ImportMapping.Identity? {
    if case .scalar(let scalar) = node.content, scalar.text == "row" { return .row }
    return column(node, "`id`").map { .column($0) }
  }

  func separator(_ node: YAMLNode) -> UInt8? {
    guard let text = reader.text(node, "`separator`") else { return nil }
    let words: [Text: UInt8] = ["tab": 0x09, "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";")]
    if let byte = words[text] { return byte }
    if text.bytes.count == 1, let byte = text.bytes.first, byte < 0x80, byte > 0x20, byte != UInt8(ascii: "\"") {
      return byte
    }
    reader.error(
      "WRONG-VALUE", at: node.start, "`separator` is one character, not `\(text)`", fix: "write \";\", or tab")
    return nil
  }

  private func numbers(_ node: YAMLNode) -> NumberFormat {
    var format = NumberFormat()
    guard let map = reader.mapping(node, "`numbers`", keys: ["decimal", "group"]) else { return format }
    let marks: [(Text, UInt8)] = [(".", UInt8(ascii: ".")), (",", UInt8(ascii: ","))]
    format.decimalMark = map.word("decimal", among: marks) ?? format.decimalMark
    let groups = marks + [(" ", UInt8(ascii: " ")), ("'", UInt8(ascii: "'"))]
    format.groupMark = map.word("group", among: groups)
    if format.groupMark == format.decimalMark {
      reader.error("WRONG-VALUE", at: map.start, "`decimal` and `group` cannot be the same mark")
    }
    return format
  }

  func dayFormat(_ node: YAMLNode) -> DayFormat? {
    guard let text = reader.text(node, "`format`") else { return nil }
    if let format = DayFormat(text) { return format }
    reader.error(
      "WRONG-VALUE", at: node.start, "`\(text)` is no format of days",
      fix: "write it with yyyy, M or MM or MMM, and d or dd, such as M/d/yyyy")
    return nil
  }

  /// A column by its name, or `{column, aliases, format}`, or `{value}`.
  func column(_ node: YAMLNode, _ what: String) -> ImportMapping.Column? {
    if case .scalar = node.content {
      guard let name = reader.text(node, what) else { return nil }
      return ImportMapping.Column(name: name, format: days, start: node.start)
    }
    guard let map = reader.mapping(node, what, keys: ["aliases", "column", "format", "value"]) else { return nil }
    var column = ImportMapping.Column(format: days, start: node.start)
    column.name = map.text("column")
    column.constant = map.text("value")
    if (column.name == nil) == (column.constant == nil) {
      reader.error("MISSING-KEY", at: map.start, "\(what) needs either `column` or `value`")
      return nil
    }
    column.start = (map["column"] ?? map["value"])?.start ?? node.start
    if let node = map["format"] { column.format = dayFormat(node) }
    column.aliases = map["aliases"].map { aliases($0) } ?? [:]
    return column
  }

  /// What is written, and what is read instead; `""` for nothing.
  func aliases(_ node: YAMLNode) -> [Text: Text] {
    var aliases: [Text: Text] = [:]
    for entry in reader.anyMapping(node, "`aliases`")?.entries ?? [] {
      guard case .scalar(let scalar) = entry.value.content else {
        reader.error("WRONG-SHAPE", at: entry.value.start, "an alias is one text")
        continue
      }
      if scalar.isAbsent {
        reader.error(
          "EMPTY-VALUE", at: entry.keyStart, "the alias `\(entry.key)` has no value", fix: "write \"\" for no answer")
        continue
      }
      aliases[entry.key] = scalar.text
    }
    return aliases
  }

  private func checkStage(_ stage: ImportMapping.Column, _ pipeline: PipelineDefinition?) {
    guard let pipeline else { return }
    let names = pipeline.stages.map(\.name)
    for name in stage.aliases.values.sorted() + [stage.constant].compactMap({ $0 }) {
      if names.contains(name) || name.isEmpty { continue }
      unknown("UNKNOWN-STAGE", "stage", name, names, at: stage.start)
    }
  }

  /// One attribute must not come from two places.
  private func checkOnce(_ mapping: ImportMapping) {
    var seen: Set<Text> = []
    for (name, column) in mapping.attributes + mapping.joins.flatMap(\.attributes) {
      if seen.insert(name).inserted { continue }
      reader.error(
        "DUPLICATE", at: column.start, "the attribute `\(name)` is filled from two places", fix: "keep one of the two")
    }
  }
}

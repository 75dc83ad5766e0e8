// libyaml as Yams carries it, event by event: anchors, tags, depth and size are refused before a node is built, and
// every event has its end beside its start. Yams' own nodes come too late for the first and lack the second.
internal import CYaml
internal import FEEL

/// Reads one strict YAML document: no anchors, aliases, tags, merges or tabs; one document; limited in size.
struct YAMLComposer {
  private let file: SourceFile
  private let limits: YAMLLimits
  /// The first byte of every character, if not all are one byte long.
  private let characterStarts: [Int32]?
  private var nodeCount = 0

  /// The document of a file, or nil and a finding. An empty document is an empty mapping.
  static func compose(_ file: SourceFile, limits: YAMLLimits = YAMLLimits(), findings: FindingCollector) -> YAMLNode? {
    do {
      try check(file, limits)
      var composer = YAMLComposer(file, limits)
      return try composer.document()
    } catch {
      findings.add(.error, error.code, in: file, at: error.byte, error.message, fix: error.fix)
      return nil
    }
  }

  private init(_ file: SourceFile, _ limits: YAMLLimits) {
    self.file = file
    self.limits = limits
    if file.bytes.contains(where: { $0 >= 0x80 }) {
      characterStarts = file.bytes.indices.filter { file.bytes[$0] & 0b1100_0000 != 0b1000_0000 }.map { Int32($0) }
    } else {
      characterStarts = nil
    }
  }

  /// What can be seen without reading YAML.
  private static func check(_ file: SourceFile, _ limits: YAMLLimits) throws(YAMLError) {
    if file.bytes.count > limits.bytes { throw .tooLarge(bytes: file.bytes.count, limit: limits.bytes) }
    if let byte = file.firstInvalidByte { throw .notUTF8(byte: byte, value: file.bytes[byte]) }
    let tabs = file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "\t") }
    if let first = tabs.first {
      throw .tab(byte: first, lines: Set(tabs.map { file.position(ofByte: $0).line }).count)
    }
  }

  private func byte(_ mark: yaml_mark_t) -> Int {
    guard let characterStarts else { return min(mark.index, file.bytes.count) }
    return mark.index < characterStarts.count ? Int(characterStarts[mark.index]) : file.bytes.count
  }

  private mutating func document() throws(YAMLError) -> YAMLNode {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw .outOfMemory }
    defer { yaml_parser_delete(&parser) }
    let result = file.bytes.withUnsafeBufferPointer { buffer -> Result<YAMLNode, YAMLError> in
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      do throws(YAMLError) {
        return .success(try stream(&parser))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private mutating func stream(_ parser: inout yaml_parser_t) throws(YAMLError) -> YAMLNode {
    _ = try next(&parser)
    let opening = try next(&parser)
    guard opening.kind == .documentStart else { return YAMLNode(start: 0, content: .mapping([])) }
    let first = try next(&parser)
    let node = try self.node(first, depth: 1, &parser)
    _ = try next(&parser)
    let after = try next(&parser)
    guard after.kind == .streamEnd else { throw .severalDocuments(byte: after.start) }
    return node
  }

  private mutating func node(
    _ event: YAMLEvent, depth: Int, _ parser: inout yaml_parser_t
  ) throws(YAMLError) -> YAMLNode {
    nodeCount += 1
    if nodeCount > limits.nodes { throw .tooMany(byte: event.start, limit: limits.nodes) }
    if depth > limits.depth { throw .tooDeep(byte: event.start, limit: limits.depth) }
    switch event.kind {
    case .scalar(let scalar): return YAMLNode(start: event.start, content: .scalar(scalar))
    case .sequenceStart: return try sequence(event, depth, &parser)
    case .mappingStart: return try mapping(event, depth, &parser)
    default: throw .syntax(byte: event.start, problem: "a value was expected here", fix: nil)
    }
  }

  private mutating func sequence(
    _ start: YAMLEvent, _ depth: Int, _ parser: inout yaml_parser_t
  ) throws(YAMLError) -> YAMLNode {
    var items: [YAMLNode] = []
    while true {
      let event = try next(&parser)
      if event.kind == .sequenceEnd { return YAMLNode(start: start.start, content: .sequence(items)) }
      items.append(try node(event, depth: depth + 1, &parser))
    }
  }

  private mutating func mapping(
    _ start: YAMLEvent, _ depth: Int, _ parser: inout yaml_parser_t
  ) throws(YAMLError) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var places: [Text: Int] = [:]
    while true {
      let event = try next(&parser)
      if event.kind == .mappingEnd { return YAMLNode(start: start.start, content: .mapping(entries)) }
      guard case .scalar(let key) = event.kind else { throw .keyIsNoText(byte: event.start) }
      if key.isAbsent { throw .keyIsNoText(byte: event.start) }
      if key.text == "<<", key.style == .plain { throw .merge(byte: event.start) }
      if let first = places[key.text] {
        throw .duplicateKey(byte: event.start, key: key.text.string, firstLine: file.position(ofByte: first).line)
      }
      places[key.text] = event.start
      let value = try node(try next(&parser), depth: depth + 1, &parser)
      entries.append(YAMLEntry(key: key, value: value))
    }
  }

  /// The next event; anchors, aliases and tags are refused here.
  private func next(_ parser: inout yaml_parser_t) throws(YAMLError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else { throw syntaxError(parser) }
    defer { yaml_event_delete(&event) }
    let start = byte(event.start_mark)
    let end = byte(event.end_mark)
    let kind: YAMLEvent.Kind
    switch event.type {
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_ALIAS_EVENT: throw .alias(byte: start)
    case YAML_SEQUENCE_START_EVENT:
      if event.data.sequence_start.anchor != nil { throw .anchor(byte: start) }
      if event.data.sequence_start.tag != nil { throw .tag(byte: start) }
      kind = .sequenceStart
    case YAML_MAPPING_START_EVENT:
      if event.data.mapping_start.anchor != nil { throw .anchor(byte: start) }
      if event.data.mapping_start.tag != nil { throw .tag(byte: start) }
      kind = .mappingStart
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      if scalar.anchor != nil { throw .anchor(byte: start) }
      if scalar.tag != nil { throw .tag(byte: start) }
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(
        YAMLScalar(text: Text(bytes: Array(bytes)), style: YAMLScalar.Style(scalar.style), source: start..<end))
    default: kind = .other
    }
    return YAMLEvent(kind: kind, start: start)
  }

  private func syntaxError(_ parser: yaml_parser_t) -> YAMLError {
    let problem = parser.problem.map { String(cString: $0) } ?? "this is no YAML"
    if parser.error == YAML_MEMORY_ERROR { return .outOfMemory }
    if parser.error == YAML_READER_ERROR {
      return .syntax(
        byte: min(parser.problem_offset, file.bytes.count), problem: problem,
        fix: "take the character out; it cannot be seen")
    }
    let context = parser.context.map { String(cString: $0) } ?? ""
    if problem == "found unexpected end of stream", context.contains("quoted") {
      return .syntax(
        byte: byte(parser.context_mark), problem: "this quote is never closed", fix: "close it with the same quote")
    }
    // A bracket that opens a band is found out only where YAML misses its end, lines later.
    if context.contains("flow sequence") {
      return .syntax(parser: problem, byte: byte(parser.context_mark), in: file)
    }
    return .syntax(parser: problem, byte: byte(parser.problem_mark), in: file)
  }
}

/// What libyaml tells of one piece of a file.
private struct YAMLEvent {
  enum Kind {
    case streamEnd
    case documentStart
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case scalar(YAMLScalar)
    case other

    static func == (a: Kind, b: Kind) -> Bool {
      switch (a, b) {
      case (.streamEnd, .streamEnd), (.documentStart, .documentStart), (.sequenceStart, .sequenceStart),
        (.sequenceEnd, .sequenceEnd), (.mappingStart, .mappingStart), (.mappingEnd, .mappingEnd):
        true
      default: false
      }
    }
  }
  var kind: Kind
  var start: Int
}

extension YAMLScalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}

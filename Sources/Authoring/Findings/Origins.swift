public import FEEL
public import Sales

/// Where every definition, and every FEEL text in it, stands in the files.
public struct Origins: Sendable {
  /// A place in a file.
  struct Origin: Sendable {
    var file: Int
    var byte: Int
    /// For spans of the text; absent: they are of no use here.
    var map: TextMap?
  }

  private var files: [SourceFile] = []
  private var origins: [Subject: Origin] = [:]

  /// Knows no place yet.
  public init() {}

  /// Adds a file; the number is for `record`.
  mutating func add(_ file: SourceFile) -> Int {
    files.append(file)
    return files.count - 1
  }

  /// Remembers where something stands; the first place stays.
  mutating func record(_ subject: Subject, file: Int, byte: Int, map: TextMap? = nil) {
    if origins[subject] == nil { origins[subject] = Origin(file: file, byte: byte, map: map) }
  }

  /// Forgets an assessment with all that belongs to it.
  mutating func forget(assessment: Text) {
    origins = origins.filter { $0.key.assessment != assessment }
  }

  /// The file and position of a definition, or of a stretch of its FEEL text.
  ///
  /// What has no place of its own (an action, say) has that of what it belongs to; nil if that has none either.
  public func place(of subject: Subject, span: Span? = nil) -> (file: String, position: SourcePlace)? {
    guard let origin = origins[subject] else { return subject.owner.flatMap { place(of: $0) } }
    let file = files[origin.file]
    var byte = origin.byte
    if let span, let map = origin.map { byte = map.fileByte(Int(span.start)) }
    return (file.name, file.position(ofByte: byte))
  }

  /// A finding about a definition as a finding about a file; what stands in no file is told of the folder.
  ///
  /// What it is about besides is named with its lines behind the message.
  public func placed(_ finding: Finding) -> PlacedFinding {
    let others = finding.related.compactMap { self.place(of: $0) }
    let place = self.place(of: finding.subject, span: finding.span) ?? others.first
    var message = finding.message.string
    if !others.isEmpty {
      var lines: [String] = []
      for other in others {
        let line = "\(other.file):\(other.position.line)"
        if !lines.contains(line) { lines.append(line) }
      }
      message += "; see \(lines.joined(separator: ", "))"
    }
    return PlacedFinding(
      finding.severity, finding.code.string, file: place?.file ?? "rules", line: place?.position.line ?? 0,
      column: place?.position.column ?? 0, message, fix: finding.fix?.string)
  }
}

extension Subject {
  /// The assessment that it is, or belongs to.
  fileprivate var assessment: Text? {
    switch self {
    case .assessment(let name), .question(let name, _), .option(let name, _, _), .band(let name, _, _),
      .relevance(let name, _):
      name
    default: nil
    }
  }

  /// What it belongs to.
  fileprivate var owner: Subject? {
    switch self {
    case .playbook, .policy, .kind, .pipeline, .assessment, .fact, .rule: nil
    case .attribute(let kind, _): .kind(kind)
    case .stage(let pipeline, _): .pipeline(pipeline)
    case .question(let assessment, _): .assessment(assessment)
    case .option(let assessment, let question, _): .question(assessment: assessment, id: question)
    case .band(let assessment, let question, _): .question(assessment: assessment, id: question)
    case .relevance(let assessment, let id): .question(assessment: assessment, id: id)
    case .fallback(let fact): .fact(fact)
    case .condition(let rule), .action(let rule, _): .rule(rule)
    }
  }
}

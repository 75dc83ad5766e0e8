public import Decisions
public import FEEL

/// Reads decision models: DMN XML of versions 1.1 to 1.6.
public enum DMNModelReader {
  /// A file of a model: its bytes, and the name under which findings speak of it.
  public struct File: Sendable {
    /// As findings show it.
    public var name: Text
    /// What it holds.
    public var bytes: [UInt8]
    /// A file that is in memory; nothing is read from the disk.
    public init(name: Text, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Reads a file and those of the given ones that it imports, by namespace and, where several have it, by location; all
  /// findings about these are told, and none about the rest.
  ///
  /// The model is nil only if the file is no DMN at all; anything less is a finding, and null when it is evaluated.
  ///
  /// - Parameter limits: what one evaluated expression may cost, and how deep a model may nest.
  public static func read(
    _ file: File, imports: [File] = [], limits: Limits = Limits()
  ) -> (model: DecisionModel?, findings: [ModelFinding]) {
    read(file, limits: limits) { _ in imports }
  }

  /// Reads a file and what it imports.
  ///
  /// - Parameter candidates: the files that may be an imported model; each is asked for its namespace.
  static func read(
    _ file: File, limits: Limits = Limits(), candidates: (ModelImport) -> [File]
  ) -> (model: DecisionModel?, findings: [ModelFinding]) {
    let (document, findings) = DMNDocumentReader.read(file.bytes, file: file.name, limits: limits)
    guard let document else { return (nil, findings) }
    var search = ImportSearch(document, limits: limits)
    search.follow(candidates)
    let reading = findings + search.findings
    let (model, others) = DecisionModel.compile(document, imports: search.found, reading: reading, limits: limits)
    return (model, reading + others)
  }
}

/// The models that a model imports, directly or by others.
private struct ImportSearch {
  /// In the order in which they were asked for.
  private(set) var found: [ModelDocument] = []
  private(set) var findings: [ModelFinding] = []
  private var pending: [(reference: ModelImport, file: Text)]
  private var namespaces: Set<Text>
  private var read: [Text: (document: ModelDocument?, findings: [ModelFinding])] = [:]
  private let limits: Limits

  init(_ document: ModelDocument, limits: Limits) {
    self.limits = limits
    namespaces = [document.namespace]
    pending = document.imports.map { ($0, document.file) }
  }

  mutating func follow(_ candidates: (ModelImport) -> [DMNModelReader.File]) {
    var next = 0
    while next < pending.count {
      let (reference, file) = pending[next]
      next += 1
      guard namespaces.insert(reference.namespace).inserted else { continue }
      find(reference, from: file, among: candidates(reference))
    }
  }

  private mutating func find(_ reference: ModelImport, from file: Text, among files: [DMNModelReader.File]) {
    var fitting: [(document: ModelDocument, findings: [ModelFinding])] = []
    var unreadable: [ModelFinding] = []
    for file in files {
      let (document, findings) = document(of: file)
      if let document {
        if document.namespace == reference.namespace { fitting.append((document, findings)) }
      } else {
        unreadable += findings
      }
    }
    let located = fitting.first { reference.location?.isEnd(ofPath: $0.document.file) ?? false }
    guard let (document, told) = located ?? fitting.first else {
      // A file that can't be read may be the one that is missing.
      findings += unreadable
      return
    }
    if located == nil, fitting.count > 1 {
      let names = fitting.map { $0.document.file }.joined(by: ", ")
      findings.append(
        ModelFinding(
          .warning, "IMPORT", file: file, reference.place,
          "\(fitting.count) files have the namespace `\(reference.namespace)`: \(names); the first is taken",
          fix: "say which by `locationURI`"))
    }
    found.append(document)
    findings += told
    pending += document.imports.map { ($0, document.file) }
  }

  private mutating func document(
    of file: DMNModelReader.File
  ) -> (document: ModelDocument?, findings: [ModelFinding]) {
    if let known = read[file.name] { return known }
    let result = DMNDocumentReader.read(file.bytes, file: file.name, limits: limits)
    read[file.name] = result
    return result
  }
}

extension Text {
  /// Whether a path is this location or ends with it: `models/tax.dmn` with `tax.dmn` or `./tax.dmn`.
  fileprivate func isEnd(ofPath path: Text) -> Bool {
    var wanted = bytes
    if wanted.starts(with: "./".utf8) { wanted.removeFirst(2) }
    guard !wanted.isEmpty, path.bytes.count >= wanted.count, path.bytes.suffix(wanted.count).elementsEqual(wanted)
    else { return false }
    let before = path.bytes.count - wanted.count
    return before == 0 || path.bytes[before - 1] == UInt8(ascii: "/")
  }
}

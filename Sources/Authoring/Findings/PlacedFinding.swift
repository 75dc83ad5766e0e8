public import FEEL

/// Something to say about a file: where, which kind, why, and what to do about it.
public struct PlacedFinding: Hashable, Sendable {
  /// Whether it keeps the playbook from being used.
  public var severity: Diagnostic.Severity
  /// Stable code in capitals, e.g. `UNKNOWN-KEY`.
  public var code: String
  /// The path from the playbook's folder.
  public var file: String
  /// From 1; 0 if the finding is about the file as a whole (it is absent, say).
  public var line: Int
  /// From 1, in characters; 0 beside line 0.
  public var column: Int
  /// What is wrong, one sentence without a full stop.
  public var message: String
  /// What to do about it, a sentence without a full stop.
  public var fix: String?

  /// A finding at a place of a file; without line and column it is about the file as a whole.
  public init(
    _ severity: Diagnostic.Severity, _ code: String, file: String, line: Int = 0, column: Int = 0, _ message: String,
    fix: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.fix = fix
  }
}

extension PlacedFinding: Comparable {
  /// By file, line and column; at one place the gravest first, then by code and text.
  public static func < (a: PlacedFinding, b: PlacedFinding) -> Bool {
    if a.file != b.file { return Text(a.file) < Text(b.file) }
    if a.line != b.line { return a.line < b.line }
    if a.column != b.column { return a.column < b.column }
    if a.severity != b.severity { return a.severity > b.severity }
    if a.code != b.code { return Text(a.code) < Text(b.code) }
    return Text(a.message) < Text(b.message)
  }
}

/// Where findings are put while files are read: to the end, and all of them.
final class FindingCollector {
  private(set) var findings: [PlacedFinding] = []

  func add(_ finding: PlacedFinding) { findings.append(finding) }

  /// Adds a finding at a byte of a file.
  func add(
    _ severity: Diagnostic.Severity, _ code: String, in file: SourceFile, at byte: Int, _ message: String,
    fix: String? = nil
  ) {
    let position = file.position(ofByte: byte)
    add(
      PlacedFinding(
        severity, code, file: file.name, line: position.line, column: position.column, message, fix: fix))
  }

  /// Adds an error at a byte of a file.
  func add(_ code: String, in file: SourceFile, at byte: Int, _ message: String, fix: String? = nil) {
    add(.error, code, in: file, at: byte, message, fix: fix)
  }

  var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// A stretch of a source text, in UTF-8 bytes from its start.
public struct Span: Hashable, Sendable {
  public var start: Int32
  public var end: Int32
  public init(_ start: Int, _ end: Int) {
    self.start = Int32(start)
    self.end = Int32(end)
  }
}

/// Something to say about a source text: where, which kind, why, and what to do.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: UInt8, Sendable, Comparable {
    case note, warning, error
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }
  public var severity: Severity
  /// Stable code in capitals, e.g. `UNDEFINED`, `SYNTAX`, `TYPE`.
  public var code: Text
  public var span: Span
  /// What is wrong, one sentence without a full stop.
  public var message: Text
  /// What to do about it, if there is something to say ("did you mean employees?").
  public var fix: Text?

  public init(_ severity: Severity, _ code: Text, _ span: Span, _ message: Text, fix: Text? = nil) {
    self.severity = severity
    self.code = code
    self.span = span
    self.message = message
    self.fix = fix
  }
}

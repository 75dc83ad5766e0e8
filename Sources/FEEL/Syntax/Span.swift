/// A stretch of a source text, in UTF-8 bytes from its start.
public struct Span: Hashable, Sendable {
  /// The first byte.
  public var start: Int32
  /// The byte behind the last.
  public var end: Int32
  /// Makes a span from its first byte to the one behind its last; both must fit `Int32`.
  public init(_ start: Int, _ end: Int) {
    self.start = Int32(start)
    self.end = Int32(end)
  }
}

/// Something to say about a source text: where, which kind, why, and what to do.
public struct Diagnostic: Hashable, Sendable {
  /// How bad a finding is.
  public enum Severity: UInt8, Sendable, Comparable {
    /// `note`: worth knowing; `warning`: likely a mistake, but usable; `error`: not usable.
    case note, warning, error
    /// Notes before warnings before errors.
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

    /// The severity as people and machines are told it.
    public var word: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }
  /// How bad it is.
  public var severity: Severity
  /// Stable code in capitals, e.g. `UNDEFINED`, `SYNTAX`, `TYPE`.
  public var code: Text
  /// The bytes that it is about.
  public var span: Span
  /// What is wrong, one sentence without a full stop.
  public var message: Text
  /// What to do about it, if there is something to say ("did you mean employees?").
  public var fix: Text?
  /// Where the things come from that don't fit together: each with what it is.
  public var origins: [Origin]

  /// A place that a finding speaks of beside its own.
  public struct Origin: Hashable, Sendable {
    /// The bytes that it is about.
    public var span: Span
    /// A sentence without its full stop.
    public var message: Text
    /// Makes an origin.
    public init(_ span: Span, _ message: Text) {
      self.span = span
      self.message = message
    }
  }

  /// Makes a finding; the message is a sentence without a full stop.
  public init(
    _ severity: Severity, _ code: Text, _ span: Span, _ message: Text, fix: Text? = nil, origins: [Origin] = []
  ) {
    self.origins = origins
    self.severity = severity
    self.code = code
    self.span = span
    self.message = message
    self.fix = fix
  }

  /// The message, and what the things are that don't fit together: `a string cannot be compared with a number: `stage` is
  /// a string, `5` is a number`.
  public var told: Text {
    origins.isEmpty ? message : message + ": " + origins.map { $0.message }.joined(by: ", ")
  }

  /// The code of a literal that stands for no value: `@"2026-02-30"`, `1e7000`.
  static let literal: Text = "LITERAL"

  /// What a finding of the parser is under a law: a literal that stands for no value is null by the standard (DMN 1.5
  /// §10.3.2.12), and all around it has its meaning.
  public func under(_ law: Law) -> Diagnostic {
    var finding = self
    if law == .standard, code == Self.literal { finding.severity = .warning }
    return finding
  }
}

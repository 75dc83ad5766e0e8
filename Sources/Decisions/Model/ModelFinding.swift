public import FEEL

/// Something to say about a decision model, when it is read or when it is evaluated.
///
/// Codes of reading: `XML`, `LIMIT`, `DOCTYPE`, `ENCODING`, `NAMESPACE`, `MISSING`, `DUPLICATE`, `REFERENCE`, `TYPE`,
/// `CYCLE`, `IMPORT`, `HITPOLICY`, `UNSUPPORTED`, and those of FEEL's `Diagnostic`. Codes of evaluation: those of
/// `Machine.Note`, `INPUT`, `COERCION`, `TABLE`, `EXTERNAL`.
public struct ModelFinding: Hashable, Sendable {
  /// Whether what it is about is null when the model is evaluated.
  public var severity: Diagnostic.Severity
  /// Stable code in capitals.
  public var code: Text
  /// The decision, business knowledge model, service, input or type that it is about, if it is about one.
  public var node: Text?
  /// The file as the caller named it.
  public var file: Text
  /// Where it stands in its file.
  public var place: SourcePlace
  /// What is wrong, one sentence without a full stop.
  public var message: Text
  /// What to do about it, if there is something to say.
  public var fix: Text?

  /// Makes a finding; the message is a sentence without a full stop.
  public init(
    _ severity: Diagnostic.Severity, _ code: Text, node: Text? = nil, file: Text, _ place: SourcePlace,
    _ message: Text, fix: Text? = nil
  ) {
    self.severity = severity
    self.code = code
    self.node = node
    self.file = file
    self.place = place
    self.message = message
    self.fix = fix
  }
}

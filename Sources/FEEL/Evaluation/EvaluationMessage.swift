/// What is to be told of a source text or of its evaluation, with its place for people.
public struct EvaluationMessage: Hashable, Sendable {
  /// Whether the result is no good because of it.
  public var severity: Diagnostic.Severity
  /// That of the `Diagnostic` or `Machine.Note`.
  public var code: Text
  /// Line and column of its beginning.
  public var place: SourcePlace
  /// The bytes that it is about.
  public var span: Span
  /// What is wrong, one sentence without a full stop.
  public var message: Text
  /// What to do about it, if there is something to say.
  public var fix: Text?

  /// A finding about a source text, its origins told in the message.
  ///
  /// - Parameter source: the text whose bytes the span counts.
  public init(_ diagnostic: Diagnostic, in source: Text) {
    severity = diagnostic.severity
    code = diagnostic.code
    place = SourcePlace(ofByte: Int(diagnostic.span.start), in: source)
    span = diagnostic.span
    message = diagnostic.told
    fix = diagnostic.fix
  }

  /// A note of an evaluation: something became null, which is what FEEL does with errors.
  public init(_ note: Machine.Note, in source: Text) {
    severity = note.severity
    code = note.code
    place = SourcePlace(ofByte: Int(note.span.start), in: source)
    span = note.span
    message = note.message
  }

  /// `{"severity": "warning", "code": "NUMBER", "text": "...", "fix": "...", "at": [1, 5]}`.
  public var json: JSON {
    var members = [
      JSON.Member("severity", .string(Text(severity.word))), JSON.Member("code", .string(code)),
      JSON.Member("text", .string(message)),
    ]
    if let fix { members.append(JSON.Member("fix", .string(fix))) }
    members.append(
      JSON.Member("at", .array([.number(Decimal34(place.line)), .number(Decimal34(place.column))])))
    return .object(members)
  }
}

extension ContextExpression {
  /// The findings of the source and the failures of an evaluation; what a finding told is not told again.
  public func messages(_ notes: [Machine.Note] = []) -> [EvaluationMessage] {
    var messages = diagnostics.map { EvaluationMessage($0, in: source) }
    for note in notes {
      let isRepeated = messages.contains { $0.span == note.span && $0.message.hasSameBytes(as: note.message) }
      if !isRepeated, !diagnostics.contains(where: { $0.foretells(note) }) {
        messages.append(EvaluationMessage(note, in: source))
      }
    }
    return messages
  }
}

extension EvaluationMessage: CustomStringConvertible {
  /// `1:5 NUMBER: division by zero`, with the fix behind it.
  public var description: String {
    "\(place.line):\(place.column) \(code.string): \(message.string)" + (fix.map { "; \($0.string)" } ?? "")
  }
}

extension Diagnostic {
  /// Whether a failure is the one that the finding spoke of: that of the same stretch, or in the same words at its start.
  fileprivate func foretells(_ note: Machine.Note) -> Bool {
    if note.severity == .error { return false }
    let words = note.message.bytes
    return span == note.span || span.start == note.span.start && message.bytes.suffix(words.count).elementsEqual(words)
  }
}

extension Machine.Note {
  /// An error where the run was given up: what came to null might have been another value. Else a warning: null is what
  /// FEEL gives for what fails.
  public var severity: Diagnostic.Severity {
    let limits: [Text] = ["STEPS", "SIZE", "DEPTH"]
    return limits.contains { $0.hasSameBytes(as: code) } ? .error : .warning
  }
}

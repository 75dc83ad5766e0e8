internal import FEEL

/// Expressions, their findings and their explanation for people.
enum ExpressionPrinter {
  /// A message, the line of the source that it is about, and a mark under the place.
  static func lines(of message: EvaluationMessage, in source: Text) -> [String] {
    let place = message.place
    var text = "\(place.line):\(place.column): \(message.severity.word) \(message.code): \(message.message)."
    if let fix = message.fix { text += " Fix: \(fix)" + (fix.bytes.last == UInt8(ascii: "?") ? "" : ".") }
    let (line, mark) = marked(message.span, in: source)
    return line.isEmpty ? [text] : [text, "    " + line, "    " + mark]
  }

  /// The line in which a stretch starts, and marks under the stretch up to the end of the line.
  private static func marked(_ span: Span, in source: Text) -> (line: String, mark: String) {
    let bytes = source.bytes
    let start = min(max(0, Int(span.start)), bytes.count)
    let end = min(max(start, Int(span.end)), bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    func shown(_ range: Range<Int>) -> String {
      String(decoding: bytes[range].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
    let before = shown(lineStart..<start).unicodeScalars.count
    let marked = shown(start..<min(end, lineEnd)).unicodeScalars.count
    return (
      shown(lineStart..<lineEnd), String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
    )
  }

  /// What the parts came to, indented.
  static func lines(of explanation: ExpressionExplanation) -> [String] {
    lines(of: explanation.part, indentation: "") + (explanation.isCut ? ["... and more of the same"] : [])
  }

  private static func lines(of part: ExpressionExplanation.Part, indentation: String) -> [String] {
    let label = part.label.map { "\($0): " } ?? ""
    var lines = [
      indentation + Terminal.dim(label) + shortened(part.text.string) + " → "
        + Terminal.bold(ValueText.shown(part.value, limit: 100).string)
    ]
    for reason in part.reasons { lines.append("\(indentation)  because \(reason)") }
    for inner in part.parts { lines += Self.lines(of: inner, indentation: indentation + "  ") }
    return lines
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 100 ? text : String(text.unicodeScalars.prefix(97)) + "..."
  }

  /// The explanation as JSON: `{"text", "value", "label"?, "because"?, "parts"?}`.
  static func json(of part: ExpressionExplanation.Part) -> JSON {
    var members = [JSON.Member("text", .string(part.text)), JSON.Member("value", JSON(typed: part.value))]
    if let label = part.label { members.insert(JSON.Member("label", .string(label)), at: 0) }
    if !part.reasons.isEmpty { members.append(JSON.Member("because", .array(part.reasons.map { .string($0) }))) }
    if !part.parts.isEmpty { members.append(JSON.Member("parts", .array(part.parts.map { json(of: $0) }))) }
    return .object(members)
  }
}

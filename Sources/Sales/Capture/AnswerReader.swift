public import FEEL

/// Reads an answer that a person typed or a file holds: by option id, then by exact label, never fuzzily.
public enum AnswerReader {
  /// Why a text is no answer to a question.
  public struct Problem: Error, Hashable, Sendable {
    /// What is wrong, one sentence without a full stop.
    public var message: Text
    /// What to write instead, if that can be told.
    public var fix: Text?

    /// Makes a problem; the message is a sentence without its full stop.
    public init(_ message: Text, fix: Text? = nil) {
      self.message = message
      self.fix = fix
    }
  }

  /// The answer that a text gives to a question.
  ///
  /// - Parameters:
  ///   - text: an option's id or its label in any language; for several of them a list separated by `;`; `yes` or `no`;
  ///     a number; a text; or a day as `2026-01-31`.
  /// - Throws: a `Problem` with the possible answers.
  public static func read(_ text: Text, for question: QuestionDefinition) throws(Problem) -> AnswerValue {
    switch question.kind {
    case .choice(let options):
      return .text(try option(text, among: options).id)
    case .severalOf(let options):
      var ids: [Text] = []
      for part in parts(of: text) {
        let id = try option(part, among: options).id
        if ids.contains(id) { throw Problem("\"\(part)\" is chosen twice") }
        ids.append(id)
      }
      return .several(ids)
    case .yesNo(let yes, let no):
      return .boolean(try option(text, among: [yes, no]).id == yes.id)
    case .number(let minimum, let maximum, _, _):
      guard let number = Decimal34(utf8: text.bytes) else {
        throw Problem("\"\(text)\" is no number", fix: "write digits, with a point before decimals")
      }
      if let minimum, number < minimum { throw Problem("\(text) is below \(minimum)") }
      if let maximum, number > maximum { throw Problem("\(text) is above \(maximum)") }
      return .number(number)
    case .scale(let from, let to, _, _):
      guard let number = Decimal34(utf8: text.bytes), number.isInteger, number >= Decimal34(from),
        number <= Decimal34(to)
      else {
        throw Problem("\"\(text)\" is no whole number from \(from) to \(to)")
      }
      return .number(number)
    case .text(_, let maximumLength):
      if text.bytes.count > maximumLength {
        throw Problem("the text is longer than \(maximumLength) bytes")
      }
      return .text(text)
    case .date:
      guard CalendarDate(day: text) != nil else {
        throw Problem("\"\(text)\" is no day", fix: "write it like 2026-01-31")
      }
      return .text(text)
    }
  }

  private static func option(_ text: Text, among options: [OptionDefinition]) throws(Problem) -> OptionDefinition {
    for option in options where option.id == text { return option }
    for option in options {
      for translation in option.label.translations where translation.text == text { return option }
    }
    var possible: Text = ""
    for option in options { possible += (possible.isEmpty ? "" : ", ") + option.id }
    throw Problem("\"\(text)\" is none of the options", fix: "possible: \(possible)")
  }

  /// The parts between semicolons, without blanks around them.
  private static func parts(of text: Text) -> [Text] {
    var parts: [Text] = []
    for piece in text.bytes.split(separator: 0x3B) {
      var piece = piece
      while piece.first == 0x20 { piece.removeFirst() }
      while piece.last == 0x20 { piece.removeLast() }
      if !piece.isEmpty { parts.append(Text(bytes: Array(piece))) }
    }
    return parts
  }
}

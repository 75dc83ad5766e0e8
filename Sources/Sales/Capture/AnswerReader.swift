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
  ///   - language: of the person; in one that writes a comma before decimals, `6,5` is a number as `6.5` is.
  /// - Throws: a `Problem` with the possible answers.
  public static func read(
    _ text: Text, for question: QuestionDefinition, language: Text? = nil
  ) throws(Problem) -> AnswerValue {
    switch question.kind {
    case .choice(let options):
      return .text(try option(text, among: options).id)
    case .severalOf:
      return try read(choices: parts(of: text), for: question)
    case .yesNo(let yes, let no):
      return .boolean(try option(text, among: [yes, no]).id == yes.id)
    case .number(let minimum, let maximum, _, _):
      guard let number = number(text, language) else {
        throw Problem(
          "\"\(text)\" is no number",
          fix: writesComma(language)
            ? "write digits, with a comma or a point before decimals" : "write digits, with a point before decimals")
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
      if text.length > maximumLength { throw Problem("the text has more than \(maximumLength) characters") }
      return .text(text)
    case .date:
      guard CalendarDate(day: text) != nil else {
        throw Problem("\"\(text)\" is no day", fix: "write it like 2026-01-31")
      }
      return .text(text)
    }
  }

  /// The answer that the chosen ones of several options give; that none of them fits is an answer too.
  ///
  /// - Parameters:
  ///   - choices: ids or labels, in any order.
  ///   - question: of the kind `severalOf`; one of another kind takes the first choice alone.
  /// - Throws: a `Problem` where a choice is none of the options, or is there twice.
  public static func read(choices: [Text], for question: QuestionDefinition) throws(Problem) -> AnswerValue {
    guard case .severalOf(let options) = question.kind else { return try read(choices.first ?? "", for: question) }
    var ids: [Text] = []
    for choice in choices {
      let id = try option(choice, among: options).id
      if ids.contains(id) { throw Problem("\"\(choice)\" is chosen twice") }
      ids.append(id)
    }
    return .several(ids)
  }

  /// Whether an answer that was given before still answers a question.
  public static func fits(_ answer: AnswerValue, _ question: QuestionDefinition) -> Bool {
    let read: AnswerValue? =
      if case .several(let ids) = answer { try? self.read(choices: ids, for: question) } else {
        try? self.read(answer.typed, for: question)
      }
    return read == answer
  }

  /// Languages that write a comma before decimals, by the Unicode CLDR.
  private static let commaLanguages: Set<Text> = [
    "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "id", "is", "it", "lt", "lv", "nb", "nl",
    "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi",
  ]

  private static func writesComma(_ language: Text?) -> Bool {
    guard let language else { return false }
    let primary = language.bytes.prefix { $0 != UInt8(ascii: "-") }
    return commaLanguages.contains(Text(bytes: Array(primary)))
  }

  private static func number(_ text: Text, _ language: Text?) -> Decimal34? {
    if let number = Decimal34(utf8: text.bytes) { return number }
    let comma = UInt8(ascii: ",")
    guard writesComma(language), text.bytes.count(where: { $0 == comma }) == 1 else { return nil }
    return Decimal34(utf8: text.bytes.map { $0 == comma ? UInt8(ascii: ".") : $0 })
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

extension AnswerValue {
  /// The answer as a person types it, which `AnswerReader` reads back.
  public var typed: Text {
    switch self {
    case .text(let text): text
    case .number(let number): number.text
    case .boolean(let truth): truth ? "yes" : "no"
    case .several(let ids): ids.joined(by: ";")
    }
  }
}

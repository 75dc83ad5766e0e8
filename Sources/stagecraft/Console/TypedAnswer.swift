internal import FEEL
internal import Sales

/// One question as a person sees and answers it in a terminal.
///
/// Options are chosen by their number, id or label. The number is offered only where no option is itself called by one,
/// so that nothing typed can mean two things.
struct TypedAnswer {
  private let question: QuestionDefinition
  private let language: Text?
  private let options: [OptionDefinition]
  private let hasNumbers: Bool

  init(question: QuestionDefinition, language: Text?) {
    self.question = question
    self.language = language
    switch question.kind {
    case .choice(let options), .severalOf(let options): self.options = options
    case .yesNo(let yes, let no): options = [yes, no]
    case .number, .scale, .text, .date: options = []
    }
    hasNumbers = !options.flatMap(Self.names).contains { Int($0) != nil }
  }

  /// The options, a line each.
  var choices: [String] {
    options.enumerated().map { place, option in
      let label = option.label.text(in: language).string
      if hasNumbers { return "\(place + 1)  \(label)" }
      return option.id.string == label ? "·  \(label)" : "\(option.id)  \(label)"
    }
  }

  /// What may be typed.
  var hint: String {
    switch question.kind {
    case .choice, .yesNo: return hasNumbers ? "number or name" : "name"
    case .severalOf: return (hasNumbers ? "numbers or names" : "names") + ", with ; between them"
    case .number(let minimum, let maximum, let unit, _):
      let bounds = [minimum.map { "from \($0)" }, maximum.map { "to \($0)" }].compactMap { $0 }
      return (["a number"] + bounds + [unit?.text(in: language).string].compactMap { $0 }).joined(separator: " ")
    case .scale(let from, let to, _, _): return "\(from) to \(to)"
    case .text: return "text"
    case .date: return "a day like 2026-01-31"
    }
  }

  /// What a rep does to be able to give an answer, a line for each that says so.
  var advice: [String] {
    options.compactMap { option in
      option.advice.map { "\(option.label.text(in: language)): \($0.text(in: language))" }
    }
  }

  /// Whether an option is called so.
  func hasOption(_ text: String) -> Bool { options.flatMap(Self.names).contains(text) }

  func read(_ text: String) throws(AnswerReader.Problem) -> AnswerValue {
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw AnswerReader.Problem("that held keys that are no text", fix: "type it again")
    }
    return try AnswerReader.read(Text(resolved(text)), for: question, language: language)
  }

  /// An answer in the words of its question.
  func shown(_ value: AnswerValue) -> String {
    func label(_ id: Text) -> String { (options.first { $0.id == id }?.label.text(in: language) ?? id).string }
    return switch value {
    case .text(let text): label(text)
    case .number(let number): number.description
    case .boolean(let truth): label(truth ? "yes" : "no")
    case .several(let ids): ids.isEmpty ? "none of them" : ids.map(label).joined(separator: "; ")
    }
  }

  /// Numbers of options, and names in another case, become ids.
  private func resolved(_ text: String) -> String {
    switch question.kind {
    case .choice, .yesNo: id(of: text)
    case .severalOf: text.split(separator: ";").map { id(of: Interview.trimmed(String($0))) }.joined(separator: ";")
    case .number, .scale, .text, .date: text
    }
  }

  private func id(of text: String) -> String {
    if hasOption(text) { return text }
    if hasNumbers, let place = Int(text), place >= 1, place <= options.count { return options[place - 1].id.string }
    let wanted = text.lowercased()
    let near = options.filter { option in
      Self.names(of: option).contains { $0.lowercased() == wanted }
        || isYesNo && option.id.string.hasPrefix(wanted) && wanted.utf8.count == 1
    }
    return near.count == 1 ? near[0].id.string : text
  }

  private var isYesNo: Bool { if case .yesNo = question.kind { true } else { false } }

  private static func names(of option: OptionDefinition) -> [String] {
    [option.id.string] + option.label.translations.map(\.text.string)
  }
}

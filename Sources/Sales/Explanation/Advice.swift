import FEEL

/// What a person does to change an answer or attribute, in words.
enum Advice {
  /// The author's advice for the answer, else a sentence made from question and answer.
  static func forAnswer(_ answer: AnswerValue, to question: QuestionDefinition, label: Text) -> Label {
    switch question.kind {
    case .choice(let options): return forOption(answer, options, question)
    case .yesNo(let yes, let no): return forOption(answer, [yes, no], question)
    case .severalOf(let options):
      guard case .several(let ids) = answer else { break }
      let chosen = options.filter { ids.contains($0.id) }
      return translated(question.ask) { language in
        quoted(question, language) + ": " + chosen.map { $0.label.text(in: language) }.joined(by: ", ")
      }
    case .number(_, _, let unit, let bands): return forBand(label, bands, unit, question)
    case .scale(_, _, _, let bands):
      if !bands.isEmpty { return forBand(label, bands, nil, question) }
    case .date(let bands): return forBand(label, bands, nil, question)
    case .text: return translated(question.ask) { "Answer " + quoted(question, $0) }
    }
    return translated(question.ask) { quoted(question, $0) + ": " + label }
  }

  static func forAttribute(_ attribute: AttributeDefinition, value: Value) -> Label {
    let name = attribute.label ?? Label([Label.Translation("en", attribute.name)])
    return translated(name) { language in "Change " + name.text(in: language) + " to " + value.shown }
  }

  private static func forOption(
    _ answer: AnswerValue, _ options: [OptionDefinition], _ question: QuestionDefinition
  ) -> Label {
    let id: Text
    switch answer {
    case .text(let text): id = text
    case .boolean(let truth): id = truth ? options[0].id : options[options.count - 1].id
    default: return question.ask
    }
    guard let option = options.first(where: { $0.id == id }) else { return question.ask }
    if let advice = option.advice { return advice }
    return translated(question.ask) { quoted(question, $0) + ": " + option.label.text(in: $0) }
  }

  private static func forBand(
    _ tests: Text, _ bands: [BandDefinition], _ unit: Label?, _ question: QuestionDefinition
  ) -> Label {
    if let advice = bands.first(where: { $0.tests == tests })?.advice { return advice }
    return translated(question.ask) { language in
      let unit = unit.map { " " + $0.text(in: language) } ?? ""
      return "Needs " + inWords(tests) + unit
    }
  }

  /// `> 5` as "more than 5"; anything else as it is written.
  static func inWords(_ tests: Text) -> Text {
    let signs: [(Text, Text)] = [(">=", "at least "), ("<=", "at most "), (">", "more than "), ("<", "less than ")]
    for (sign, words) in signs where tests.bytes.starts(with: sign.bytes) {
      var rest = tests.bytes.dropFirst(sign.bytes.count)
      while rest.first == 0x20 { rest.removeFirst() }
      let isNumber = !rest.isEmpty && rest.allSatisfy { (48...57).contains($0) || $0 == 0x2E || $0 == 0x2D }
      return isNumber ? words + Text(bytes: Array(rest)) : tests
    }
    return tests
  }

  private static func quoted(_ question: QuestionDefinition, _ language: Text) -> Text {
    "\"" + question.ask.text(in: language) + "\""
  }

  /// A text in every language of a label.
  private static func translated(_ label: Label, _ text: (Text) -> Text) -> Label {
    if label.translations.isEmpty { return Label([Label.Translation("en", text("en"))]) }
    return Label(label.translations.map { Label.Translation($0.language, text($0.language)) })
  }
}

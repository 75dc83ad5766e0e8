internal import FEEL
internal import Sales

/// `true` and `false`, as JSON and much of YAML write what a yes/no question asks. They are no labels, but nothing else
/// can be meant.
enum TruthWord {
  /// The option's id for a truth value, unless an option is called so itself; anything else as it is.
  static func answer(_ text: Text, to question: QuestionDefinition) -> Text {
    guard text == "true" || text == "false", case .yesNo(let yes, let no) = question.kind else { return text }
    let isName = [yes, no].contains { option in
      option.id == text || option.label.translations.contains { $0.text == text }
    }
    if isName { return text }
    return text == "true" ? yes.id : no.id
  }
}

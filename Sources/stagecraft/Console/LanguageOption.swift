internal import ArgumentParser
internal import FEEL
internal import Sales

/// `--language`: the language of questions, options and advice.
struct LanguageOption: ParsableArguments {
  @Option(help: ArgumentHelp("Language of questions and options, e.g. id.", valueName: "language"))
  var language: String?

  /// The language; one that no assessment is in is told, and then its first language is shown.
  func tag(in playbook: Playbook) -> Text? {
    guard let language else { return nil }
    let tag = Text(language)
    var known: [Text] = []
    for assessment in playbook.definition.assessments {
      for translation in assessment.title.translations where !translation.language.isEmpty {
        if !known.contains(translation.language) { known.append(translation.language) }
      }
    }
    if !known.contains(tag) {
      let names = known.map(\.string).sorted().joined(separator: ", ")
      Terminal.tell(
        "no text is in the language \(language); " + (names.isEmpty ? "none is named" : "there are \(names)"))
    }
    return tag
  }
}

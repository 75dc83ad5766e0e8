public import FEEL

/// What people call the things of a playbook, in one language.
struct ExplanationNames: Sendable {
  let language: Text?
  private let assessments: [AssessmentDefinition]

  init(_ playbook: Playbook, kind: Text, language: Text?) {
    self.language = language
    var newest: [AssessmentDefinition] = []
    for assessment in playbook.definition.assessments where assessment.kind == kind {
      if newest.last?.name == assessment.name { newest.removeLast() }
      newest.append(assessment)
    }
    assessments = newest
  }

  func assessment(_ name: Text) -> AssessmentDefinition? { assessments.first { $0.name == name } }

  func question(_ id: Text, of assessment: Text) -> QuestionDefinition? {
    self.assessment(assessment)?.questions.first { $0.id == id }
  }

  func title(_ assessment: Text) -> Text {
    guard let title = self.assessment(assessment)?.title.text(in: language), !title.isEmpty else { return assessment }
    return title
  }

  /// An assessment's score by its title, other names as they are.
  @Sendable func named(_ path: Text) -> Text { replaced(path) { title($0) } }

  /// An assessment's score by nothing but its value, other names as they are.
  @Sendable func unnamed(_ path: Text) -> Text { replaced(path) { _ in "" } }

  private func replaced(_ path: Text, _ replacement: (Text) -> Text) -> Text {
    guard let dot = path.bytes.firstIndex(of: UInt8(ascii: ".")) else { return path }
    let member = Text(bytes: Array(path.bytes[(dot + 1)...]))
    guard member == "Score" else { return path }
    let name = Text(bytes: Array(path.bytes[..<dot]))
    return assessment(name) == nil ? path : replacement(name)
  }

  /// An answer as the sheet shows it.
  func shown(_ answer: AnswerValue, _ question: QuestionDefinition?) -> Text {
    func label(_ id: Text, _ options: [OptionDefinition]) -> Text {
      guard let option = options.first(where: { $0.id == id }) else { return id }
      let label = option.label.text(in: language)
      return label.isEmpty ? id : label
    }
    switch (answer, question?.kind) {
    case (.text(let id), .choice(let options)): return label(id, options)
    case (.boolean(let truth), .yesNo(let yes, let no)):
      return label(truth ? yes.id : no.id, [yes, no])
    case (.several(let ids), .severalOf(let options)):
      return ids.isEmpty ? "nothing" : ids.map { label($0, options) }.listed(most: 50)
    case (.several(let ids), _): return ids.listed(most: 50)
    case (.text(let text), _): return text
    case (.number(let number), _): return number.text
    case (.boolean(let truth), _): return truth ? "yes" : "no"
    }
  }
}

extension AssessmentResult.Amount {
  /// `80`, or `40 to 100`; with two digits at most.
  public var shown: Text {
    switch self {
    case .decided(let number): number.twoDigits.text
    case .between(let least, let most): least.twoDigits.text + " to " + most.twoDigits.text
    }
  }
}

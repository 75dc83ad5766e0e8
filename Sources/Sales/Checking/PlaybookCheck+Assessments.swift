import Decisions
import FEEL

extension PlaybookCheck {
  mutating func checkAssessment(_ assessment: CheckedAssessment) {
    let definition = assessment.definition
    for question in definition.questions { checkQuestion(question, of: assessment) }
    checkScale(assessment)
    checkMaximum(assessment)
    checkTranslations(definition)
    if let space = assessment.space {
      if assessment.reach?.sheets == nil {
        tell(
          .note, "WAYS", .assessment(definition.name),
          "\(definition.name) can be filled in more than \(AssessmentProgram.mostWays) ways that conditions tell apart: "
            + "until it is complete, its bounds are taken question by question")
      }
      for condition in space.program.conditions where condition.testsNull && !condition.surroundings.isEmpty {
        let id = relevanceID(of: condition.source, in: definition)
        tell(
          .warning, "NULL-TEST", .relevance(assessment: definition.name, id: id),
          "Whether `\(id)` is asked rests on a test against null: what is missing decides it, and its coming turns it")
      }
    }
  }

  /// A percent needs something to be a part of.
  private mutating func checkMaximum(_ assessment: CheckedAssessment) {
    let definition = assessment.definition
    let isRead =
      definition.score == .percent
      || rules.contains { rule in
        rule.tests.contains { $0.amount == .percent && $0.assessment.caseFolded == definition.name.caseFolded }
      }
    guard isRead, let reach = assessment.reach, reach.leastMaximum <= Decimal34.zero else { return }
    tell(
      .warning, "NO-PERCENT", .assessment(definition.name),
      reach.mostMaximum <= Decimal34.zero
        ? "\(definition.name) never has a percent: no answer earns points"
        : "\(definition.name) has no percent where the questions that are asked can earn nothing: "
          + "then it is null, and no rule on it fires",
      fix: "give points to a question that is always asked")
  }

  /// The section or question that has a condition.
  private func relevanceID(of source: Text, in definition: AssessmentDefinition) -> Text {
    definition.sections.first { $0.relevance == source }?.id
      ?? definition.questions.first { $0.relevance == source }?.id ?? definition.name
  }

  private mutating func checkQuestion(_ question: QuestionDefinition, of assessment: CheckedAssessment) {
    let name = assessment.definition.name
    switch question.kind {
    case .choice(let options):
      for option in options { checkPoints(option, question, name) }
      checkRanges(options, question, name)
    case .severalOf(let options):
      for option in options { checkPoints(option, question, name) }
    case .yesNo(let yes, let no):
      checkPoints(yes, question, name)
      checkPoints(no, question, name)
    case .number(let minimum, let maximum, let unit, _):
      if let program = program(of: question, in: assessment) {
        checkLine(program, minimum, maximum, whole: false, name)
      }
      if maximum == nil {
        tell(
          .note, "OPEN-END", .question(assessment: name, id: question.id),
          "`\(question.id)` has no upper bound\(naturalBound(unit)), so a slip of the finger is scored too",
          fix: "declare `maximum:`")
      }
    case .scale(let from, let to, let pointsPerStep, let bands):
      if let program = program(of: question, in: assessment), !bands.isEmpty { checkSteps(program, from, to, name) }
      if bands.isEmpty, pointsPerStep == nil {
        tell(
          .warning, "NO-POINTS", .question(assessment: name, id: question.id),
          "`\(question.id)` has no points for its steps; counted as 0", fix: "give points per step, or bands")
      }
    case .text: break
    case .date:
      if let program = program(of: question, in: assessment) { checkLine(program, nil, nil, whole: true, name) }
    }
  }

  private func program(of question: QuestionDefinition, in assessment: CheckedAssessment) -> QuestionProgram? {
    assessment.space?.program.questions.first { $0.id == question.id }
  }

  private mutating func checkPoints(_ option: OptionDefinition, _ question: QuestionDefinition, _ name: Text) {
    guard option.points == nil else { return }
    tell(
      .warning, "NO-POINTS", .option(assessment: name, question: question.id, id: option.id),
      "`\(question.id)`: the answer \"\(option.title)\" has no points; counted as 0", fix: "write 0 if that is meant")
  }

  /// What a unit says about the greatest number.
  private func naturalBound(_ unit: Label?) -> String {
    guard let unit else { return "" }
    let words = unit.text(in: "en").caseFolded
    guard words.contains(phrase: "hour") else { return "" }
    if words.contains(phrase: "week") { return " (a week has 168)" }
    return words.contains(phrase: "day") ? " (a day has 24)" : ""
  }

  private mutating func checkTranslations(_ assessment: AssessmentDefinition) {
    guard !assessment.languages.isEmpty else { return }
    func lacks(_ label: Label?) -> [Text] {
      guard let label else { return [] }
      return assessment.languages.filter { language in
        !label.translations.contains { $0.language == language && !$0.text.isBlank }
      }
    }
    func tellLack(_ label: Label?, _ what: String, _ subject: Subject) {
      let missing = lacks(label)
      guard !missing.isEmpty else { return }
      tell(.warning, "TRANSLATION-MISSING", subject, "\(what) has no text in \(missing.quotedBriefly)")
    }
    tellLack(assessment.title, "The title of \(assessment.name)", .assessment(assessment.name))
    for section in assessment.sections {
      tellLack(section.title, "The section `\(section.id)`", .assessment(assessment.name))
    }
    for question in assessment.questions {
      let subject = Subject.question(assessment: assessment.name, id: question.id)
      tellLack(question.ask, "`\(question.id)`", subject)
      tellLack(question.explanation, "The explanation of `\(question.id)`", subject)
      for option in question.kind.options {
        let subject = Subject.option(assessment: assessment.name, question: question.id, id: option.id)
        tellLack(option.label, "`\(question.id)`: the answer \"\(option.id)\"", subject)
        tellLack(option.advice, "`\(question.id)`: the advice for \"\(option.id)\"", subject)
      }
      if case .number(_, _, let unit, _) = question.kind { tellLack(unit, "The unit of `\(question.id)`", subject) }
      for (place, band) in question.kind.bands.enumerated() {
        tellLack(
          band.advice, "`\(question.id)`: the advice for \(band.tests)",
          .band(assessment: assessment.name, question: question.id, index: place))
      }
    }
  }
}

extension OptionDefinition {
  /// Its label in the first language, else its id.
  var title: Text {
    let title = label.text(in: nil)
    return title.isEmpty ? id : title
  }
}

extension QuestionDefinition.Kind {
  /// The options, where the kind has any.
  var options: [OptionDefinition] {
    switch self {
    case .choice(let options), .severalOf(let options): options
    case .yesNo(let yes, let no): [yes, no]
    case .number, .scale, .text, .date: []
    }
  }
}

extension Text {
  /// Whether some bytes stand in it, one after the other.
  func contains(phrase: Text) -> Bool {
    let wanted = phrase.bytes
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return wanted.isEmpty }
    for start in 0...(bytes.count - wanted.count) where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return true
    }
    return false
  }
}

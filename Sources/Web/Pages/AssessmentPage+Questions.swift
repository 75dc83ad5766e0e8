internal import FEEL
internal import Sales
internal import Service

/// The questions of the form, each with its fields.
extension AssessmentPage {
  func anchor(_ place: Int) -> String { "question-\(place + 1)" }

  @HTMLBuilder func question(_ place: Int) -> HTML {
    let question = form.questions[place]
    if question.relevance == .no {
      kept(question)
    } else {
      if let section = section(place) { tag(.h2) { words(section.title) } }
      if hasChoices(question.definition) {
        tag(
          .fieldset, .id(anchor(place)), .class(style(place)), described(place),
          question.problem == nil ? nil : .invalid, .plain("tabindex", "-1")
        ) {
          tag(.legend) { asking(place) }
          hints(place)
          choices(place)
        }
      } else {
        tag(.div, .class(style(place))) {
          tag(.label, .for(anchor(place))) { asking(place) }
          hints(place)
          field(place)
        }
      }
    }
  }

  /// What was typed for a question that is not asked now comes along, in case it is asked again.
  @HTMLBuilder private func kept(_ question: AssessmentForm.Question) -> HTML {
    for (name, value) in AssessmentFields.fields(of: question) {
      tag(.input, .type("hidden"), .name(name), .value(value))
    }
  }

  private func style(_ place: Int) -> String {
    form.questions[place].problem != nil || isMarkedMissing(place) ? "question bad" : "question"
  }

  /// The section that begins with a question.
  private func section(_ place: Int) -> SectionDefinition? {
    guard let id = form.questions[place].definition.section,
      let first = shown.first(where: { form.questions[$0].definition.section == id }), first == place
    else { return nil }
    return form.assessment.sections.first { $0.id == id }
  }

  private func asking(_ place: Int) -> HTML {
    let question = form.questions[place]
    let number = (shown.firstIndex(of: place) ?? 0) + 1
    return tag(.small) {
      "Question \(number) of \(shown.count)"
      if !question.definition.required { ", optional" }
      if question.relevance == .unknown { ", asked only if another answer calls for it" }
    } + tag(.span) { words(question.definition.ask) }
  }

  private func described(_ place: Int) -> Attribute? {
    let question = form.questions[place]
    var ids: [String] = []
    if question.problem != nil || isMarkedMissing(place) { ids.append(anchor(place) + "-problem") }
    if question.definition.explanation != nil || question.isFromCRM { ids.append(anchor(place) + "-hint") }
    return ids.isEmpty ? nil : .describedBy(ids.joined(separator: " "))
  }

  @HTMLBuilder private func hints(_ place: Int) -> HTML {
    let question = form.questions[place]
    if question.definition.explanation != nil || question.isFromCRM {
      tag(.p, .class("hint"), .id(anchor(place) + "-hint")) {
        if let explanation = question.definition.explanation { words(explanation) }
        if question.isFromCRM { " The CRM says this; change it if it is not so." }
      }
    }
    if let problem = question.problem {
      tag(.p, .class("trouble"), .id(anchor(place) + "-problem")) {
        "\(problem.message.string.first?.uppercased() ?? "")\(problem.message.string.dropFirst())"
        if let fix = problem.fix { "; \(fix.string)" }
        "."
      }
    } else if isMarkedMissing(place) {
      tag(.p, .class("trouble"), .id(anchor(place) + "-problem")) { "This is not answered yet." }
    }
  }

  private func hasChoices(_ question: QuestionDefinition) -> Bool {
    switch question.kind {
    case .choice, .severalOf, .yesNo: true
    case .scale(let from, let to, _, _): Self.isShort(from, to)
    case .number, .text, .date: false
    }
  }

  /// Whether the steps of a scale can stand side by side; on a longer one the step is typed.
  private static func isShort(_ from: Int, _ to: Int) -> Bool { to - from <= 10 }

  @HTMLBuilder private func choices(_ place: Int) -> HTML {
    let question = form.questions[place]
    let name = AssessmentFields.answer(question.definition.id)
    switch question.definition.kind {
    case .choice(let options):
      for option in options { radio(name, option.id, words(option.label), question) }
      blank(name, question)
    case .yesNo(let yes, let no):
      for option in [yes, no] { radio(name, option.id, words(option.label), question) }
      blank(name, question)
    case .scale(let from, let to, _, _) where from <= to:
      tag(.div, .class("steps")) {
        for step in from...to { radio(name, Text("\(step)"), HTML("\(step)"), question) }
        blank(name, question)
      }
    case .severalOf(let options):
      for (option, number) in zip(options, 0...) {
        choice(
          "checkbox", AssessmentFields.option(number, of: question.definition.id), option.id, words(option.label),
          isChosen: question.entry.texts.contains(option.id))
      }
      choice(
        "checkbox", AssessmentFields.none(question.definition.id), "yes", HTML("None of these"),
        isChosen: question.entry.isNone)
    case .scale, .number, .text, .date: HTML.nothing
    }
  }

  private func radio(
    _ name: String, _ value: Text, _ label: HTML, _ question: AssessmentForm.Question
  ) -> HTML {
    choice("radio", name, value, label, isChosen: (question.entry.texts.first ?? "") == value)
  }

  /// The way back from an answer that need not be given.
  @HTMLBuilder private func blank(_ name: String, _ question: AssessmentForm.Question) -> HTML {
    if !question.definition.required { radio(name, "", HTML("No answer"), question) }
  }

  private func choice(
    _ type: StaticString, _ name: String, _ value: Text, _ label: HTML, isChosen: Bool
  ) -> HTML {
    tag(.label, .class("choice")) {
      tag(.input, .type(type), .name(name), .value(value.string), isChosen ? .checked : nil)
      tag(.span) { label }
    }
  }

  private func field(_ place: Int) -> HTML {
    let question = form.questions[place]
    let name = AssessmentFields.answer(question.definition.id)
    let typed = question.entry.texts.first?.string ?? ""
    let invalid: Attribute? = question.problem == nil ? nil : .invalid
    switch question.definition.kind {
    case .text(_, let longest):
      return tag(
        .textarea, .id(anchor(place)), .name(name), .rows(longest > 200 ? 4 : 2), .most(longest), described(place),
        invalid
      ) { typed }
    case .date:
      // A day that no date field shows stays readable in one of text.
      let isDay = typed.isEmpty || CalendarDate(Text(typed)) != nil
      return tag(
        .input, .type(isDay ? "date" : "text"), .id(anchor(place)), .name(name), .value(typed), described(place),
        invalid)
    case .number(let least, let most, let unit, _):
      return measured(place, name, typed, Self.bounds(least?.text, most?.text), unit)
    case .scale(let from, let to, _, _):
      return measured(place, name, typed, Self.bounds(Text("\(from)"), Text("\(to)")), nil)
    case .choice, .severalOf, .yesNo: return .nothing
    }
  }

  /// A number as text: a field of numbers would throw away what it cannot read.
  private func measured(_ place: Int, _ name: String, _ typed: String, _ bounds: String?, _ unit: Label?) -> HTML {
    tag(.div, .class("measured")) {
      tag(
        .input, .type("text"), .plain("inputmode", "decimal"), .id(anchor(place)), .name(name), .value(typed),
        .autocomplete("off"), described(place), form.questions[place].problem == nil ? nil : .invalid)
      if unit != nil || bounds != nil {
        tag(.span) {
          if let unit { words(unit) }
          if let bounds { (unit == nil ? "" : ", ") + bounds }
        }
      }
    }
  }

  private static func bounds(_ least: Text?, _ most: Text?) -> String? {
    switch (least, most) {
    case (let least?, let most?): "\(least.string) to \(most.string)"
    case (let least?, nil): "\(least.string) or more"
    case (nil, let most?): "at most \(most.string)"
    case (nil, nil): nil
    }
  }
}

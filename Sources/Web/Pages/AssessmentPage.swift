internal import FEEL
internal import Sales
internal import Service

/// An assessment to be filled in about a record, in one form that needs no script.
struct AssessmentPage {
  var visitor: Visitor
  var form: AssessmentForm

  static func path(_ key: RecordKey, _ assessment: Text) -> LocalPath {
    LocalPath("records", key.kind.string, key.id.string, "assessments", assessment.string)
  }

  private var path: LocalPath { Self.path(form.record.key, form.assessment.name).with("language", form.language) }
  private var recordPath: LocalPath { LocalPath("records", form.record.key.kind.string, form.record.key.id.string) }
  private var title: Text { form.assessment.title.text(in: form.language) }
  private var shown: [Int] { form.questions.indices.filter { form.questions[$0].relevance != .no } }

  var html: HTML {
    Layout(title: "\(title.string), \(form.record.title.string)", place: nil, visitor: visitor).page {
      tag(.p, .class("eyebrow")) {
        tag(.a, .href(LocalPath())) { "Pipeline" }
        " / "
        tag(.a, .href(recordPath)) { form.record.title }
      }
      tag(.h1) { words(form.assessment.title) }
      tag(.p, .class("hint")) { introduction }
      languages()
      obstacle()
      if let waits = form.waits {
        tag(.p, .class("notice")) {
          "\(form.record.title.string) is not open: \(waits.string). What you send waits until sales ops lets it count."
        }
      }
      visitor.form(to: path, "sheet") {
        tag(.input, .type("hidden"), .name(AssessmentFields.version), .value(String(form.assessment.version)))
        meaning()
        for place in form.questions.indices { question(place) }
        note()
        buttons()
      }
    }
  }

  private var introduction: String {
    var sentences = ["About \(form.record.title.string)."]
    if let recommendation = form.recommendation { sentences.append(RecommendationWords.sentence(recommendation)) }
    if let answeredAt = form.answeredAt {
      sentences.append(
        "The answers of \(Figures.day(of: answeredAt)) stand in the fields; send them again with what changed.")
    }
    return sentences.joined(separator: " ")
  }

  @HTMLBuilder private func languages() -> HTML {
    if form.assessment.languages.count > 1 {
      tag(.nav, .class("switch"), .label("Language of the questions")) {
        for language in form.assessment.languages {
          tag(
            .a, .href(Self.path(form.record.key, form.assessment.name).with("language", language)),
            .language(language.string), language == spoken ? .currentPage : nil
          ) { LanguageNames.name(language) }
        }
      }
    }
  }

  /// The language that the questions are in.
  private var spoken: Text? {
    let title = form.assessment.title
    return (title.translations.first { $0.language == form.language } ?? title.translations.first)?.language
  }

  /// An author's text, in its own language.
  private func words(_ label: Label) -> HTML {
    let translation = label.translations.first { $0.language == form.language } ?? label.translations.first
    guard let translation else { return .nothing }
    if translation.language == "en" { return HTML(translation.text.string) }
    return tag(.span, .language(translation.language.string)) { translation.text }
  }

  // MARK: - What is in the way

  @HTMLBuilder private func obstacle() -> HTML {
    if let obstacle = form.obstacle {
      tag(.div, .class("notice problem"), .role("alert")) {
        tag(.p) {
          tag(.strong) { sentence(obstacle) }
          " Nothing was sent; what you typed is still here."
        }
        let marked = shown.filter { form.questions[$0].problem != nil || isMarkedMissing($0) }
        if !marked.isEmpty {
          tag(.ul) {
            for place in marked {
              tag(.li) { tag(.a, .anchor(anchor(place))) { words(form.questions[place].definition.ask) } }
            }
          }
        }
      }
    }
  }

  private func sentence(_ obstacle: AssessmentForm.Obstacle) -> String {
    switch obstacle {
    case .problems:
      let count = form.questions.count { $0.problem != nil }
      let problems = count == 1 ? "One answer does not fit." : "\(count) answers do not fit."
      return problems + (openCount == 0 ? "" : " " + openQuestions)
    case .unfinished: return openQuestions
    case .empty: return "Nothing is answered yet."
    case .changed: return "The questions were changed since you opened this page: look through them once more."
    case .refused(let reason): return reason
    }
  }

  private var openCount: Int { form.questions.count { $0.isMissing && $0.problem == nil } }

  private var openQuestions: String {
    openCount == 1 ? "One question is still open." : "\(openCount) questions are still open."
  }

  /// Open questions are marked only to who wanted to send the sheet.
  private func isMarkedMissing(_ place: Int) -> Bool {
    form.questions[place].isMissing && (form.obstacle == .unfinished || form.obstacle == .problems)
  }

  // MARK: - Questions

  private func anchor(_ place: Int) -> String { "question-\(place + 1)" }

  @HTMLBuilder private func question(_ place: Int) -> HTML {
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

  // MARK: - The end of the form

  private func note() -> HTML {
    tag(.details, form.note.isEmpty ? nil : .open) {
      tag(.summary) { "Add a note" }
      tag(.label, .for("note")) { "Note, kept with the answers" }
      tag(.textarea, .id("note"), .name(AssessmentFields.note), .rows(2), .most(2000)) {
        form.note
      }
    }
  }

  @HTMLBuilder private func meaning() -> HTML {
    if let meaning = form.meaning {
      tag(.section, .class("panel meaning"), .labelledBy("meaning"), .role("status")) {
        tag(.h2, .id("meaning")) { "What this means" }
        tag(.dl) {
          tag(.div) {
            tag(.dt) { "Score" }
            tag(.dd) { meaning.score.map { "\($0)\(meaning.maximum.map { " of \($0)" } ?? "")" } ?? "–" }
          }
          if let supported = meaning.supported {
            tag(.div) {
              tag(.dt) { "Carried by evidence" }
              tag(.dd) {
                supported.least == supported.most
                  ? supported.least.string : "\(supported.least) for certain, \(supported.most) at most"
              }
            }
          }
        }
        if !meaning.message.isEmpty {
          tag(.p) {
            tag(.strong) { "To get further: " }
            meaning.message
          }
        }
        if !meaning.counts {
          tag(.p, .class("hint")) { "This sheet is not complete, so the complete one before it goes on counting." }
        }
        tag(.p, .class("hint")) { "Nothing is sent yet." }
        if form.obstacle == nil, !form.questions.contains(where: { $0.isMissing || $0.problem != nil }) {
          tag(.button, .type("submit"), .name("do"), .value("send")) { "Send" }
        }
      }
    }
  }

  private func buttons() -> HTML {
    tag(.div, .class("row")) {
      if form.obstacle == .unfinished {
        tag(.button, .type("submit"), .name("do"), .value("send")) { "Send" }
        tag(.button, .type("submit"), .name("do"), .value("unfinished"), .class("quiet")) { "Send it unfinished" }
      } else {
        tag(.button, .type("submit"), .name("do"), .value("send")) { "Send" }
      }
      tag(.button, .type("submit"), .name("do"), .value("look"), .class("quiet")) { "See what it means" }
    }
  }
}

/// Why an assessment is worth filling in, as a sentence of a page.
enum RecommendationWords {
  static func sentence(_ recommendation: Recommendation) -> String {
    switch recommendation.cause {
    case .expired: "Its answers are too old."
    case .provesBeyond(let stage): "The evidence carries no further than \(stage.string)."
    case .belongsTo(let stage): "It belongs to the stage \(stage.string)."
    case .asked: "A rule asks for it."
    case .leadsBeyond(let stage): "The way beyond \(stage.string) depends on it."
    }
  }
}

/// Languages as they call themselves.
enum LanguageNames {
  private static let names: [Text: String] = [
    "ar": "العربية", "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "en": "English", "es": "Español", "fi": "Suomi",
    "fr": "Français", "hi": "हिन्दी", "id": "Bahasa Indonesia", "it": "Italiano", "ja": "日本語", "ko": "한국어",
    "ms": "Bahasa Melayu", "nl": "Nederlands", "no": "Norsk", "pl": "Polski", "pt": "Português", "ru": "Русский",
    "sv": "Svenska", "th": "ไทย", "tr": "Türkçe", "uk": "Українська", "vi": "Tiếng Việt", "zh": "中文",
  ]

  /// The tag itself where the name is not known.
  static func name(_ language: Text) -> String { names[language] ?? language.string }
}

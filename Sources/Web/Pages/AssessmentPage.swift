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
  /// The places of the questions that are asked, or perhaps asked.
  var shown: [Int] { form.questions.indices.filter { form.questions[$0].relevance != .no } }

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
  func words(_ label: Label) -> HTML {
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
  func isMarkedMissing(_ place: Int) -> Bool {
    form.questions[place].isMissing && (form.obstacle == .unfinished || form.obstacle == .problems)
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

internal import FEEL
internal import Sales
internal import Service

/// One record: stated beside supported, why, why not, and what it would take.
struct OneRecordPage {
  var visitor: Visitor
  var view: RecordView

  private var line: RecordLine { view.line }
  private var actions: RecordActions { RecordActions(visitor: visitor, view: view) }

  var html: HTML {
    Layout(title: line.title.string, place: nil, visitor: visitor).page {
      tag(.p, .class("eyebrow")) {
        tag(.a, .href(LocalPath())) { "Pipeline" }
        " / \(line.key.kind.string) \(line.key.id.string)"
      }
      tag(.h1) { line.title }
      tag(.p, .class("hint")) { facts }
      standing()
      for notice in view.notices { tag(.p, .class("notice")) { notice } }
      words()
      actions.proposals
      tag(.div, .class("columns wide-left")) {
        tag(.div) {
          scores()
          why()
          RecordPast(view: view).html
        }
        tag(.div) {
          actions.moving
          attributes()
          actions.holding
          actions.overriding
        }
      }
    }
  }

  private var facts: String {
    var facts: [String] = []
    if let owner = line.ownerTitle ?? line.owner { facts.append("Owner \(owner.string)") }
    if let pipeline = line.pipeline { facts.append("pipeline \(pipeline.string)") }
    if let status = line.status { facts.append(status.string) }
    if let money { facts.append("amount \(money)") }
    return facts.joined(separator: " · ")
  }

  private var money: String? { line.money.map { view.currency.string + " " + Figures.plain($0) } }

  private func standing() -> HTML {
    tag(.section, .class("standing " + VerdictWords.style(line.verdict)), .label("Stated, supported, verdict")) {
      tag(.dl) {
        tag(.div) {
          tag(.dt) { "Stated" }
          tag(.dd) { line.stage ?? "no stage" }
        }
        tag(.div) {
          tag(.dt) { "Supported by evidence" }
          tag(.dd) { line.supportedWords }
        }
        tag(.div) {
          tag(.dt) { "Verdict" }
          tag(.dd) { VerdictWords.chip(line.verdict, by: line.distance) }
        }
      }
      tag(.p, .class("where")) {
        StagePath(line: line, stages: view.openStages).html
        VerdictWords.sentence(line.verdict, by: line.distance)
      }
      if !view.explanation.message.isEmpty {
        tag(.p, .class("lead")) {
          tag(.strong) { "To get further: " }
          view.explanation.message
        }
      }
      if fillsIn, let first = view.recommendations.first, first.isOpen {
        tag(.a, .class("button"), .href(AssessmentPage.path(line.key, first.assessment.name))) {
          "Fill in \(title(of: first.assessment.name).string)"
        }
      }
    }
  }

  private func title(of assessment: Text) -> Text {
    view.scores.first { $0.assessment == assessment }?.title ?? assessment
  }

  @HTMLBuilder private func words() -> HTML {
    if let hold = view.hold {
      tag(.p, .class("notice word")) {
        "Held by \(hold.by.string)\(until(hold)): \(hold.reason.string). It is not promoted meanwhile."
      }
    }
    if let override = view.override {
      tag(.p, .class("notice word")) {
        "\(override.by.string) vouches for \(override.stage?.string ?? "a stage")\(until(override)): "
        override.reason
      }
    }
  }

  private func until(_ word: History.PersonsWord) -> String {
    word.until.map { " until " + Figures.day($0) } ?? ""
  }

  private func why() -> HTML {
    tag(.section, .class("panel"), .labelledBy("why")) {
      tag(.h2, .id("why")) { "Why" }
      tag(.div, .class("explanation")) {
        for line in view.explanation.lines where !line.isEmpty { explained(line) }
      }
    }
  }

  /// A line of the explanation; blanks at its start say how deep it stands.
  private func explained(_ line: Text) -> HTML {
    let blanks = line.bytes.prefix { $0 == UInt8(ascii: " ") }.count
    return tag(.p, .class("depth-\(min(blanks / 2, 3))")) { Text(bytes: Array(line.bytes.dropFirst(blanks))) }
  }

  private func scores() -> HTML {
    tag(.section, .class("panel"), .labelledBy("scores")) {
      tag(.h2, .id("scores")) { "Assessments" }
      if view.scores.isEmpty {
        tag(.p, .class("hint")) { "No assessment is for this kind of record." }
      } else {
        tag(.table, .class("list")) {
          tag(.caption, .class("for-readers")) { "Scores by assessment" }
          tag(.thead) {
            tag(.tr) {
              tag(.th, .scope("col")) { "Assessment" }
              tag(.th, .scope("col")) { "State" }
              tag(.th, .scope("col"), .class("number")) { "Score" }
              if fillsIn { tag(.th, .scope("col")) { tag(.span, .class("for-readers")) { "Fill in" } } }
            }
          }
          tag(.tbody) { for score in ordered { row(score) } }
        }
      }
    }
  }

  private var fillsIn: Bool { visitor.may(.submit) }

  /// What is recommended first, then the others.
  private var ordered: [RecordView.Score] {
    let names = view.recommendations.map(\.assessment.name)
    let first = names.compactMap { name in view.scores.first { $0.assessment == name } }
    return first + view.scores.filter { !names.contains($0.assessment) }
  }

  private func row(_ score: RecordView.Score) -> HTML {
    let recommendation = view.recommendations.first { $0.assessment.name == score.assessment }
    return tag(.tr) {
      tag(.th, .scope("row")) {
        score.title
        if let recommendation, recommendation.isOpen { tag(.small) { RecommendationWords.sentence(recommendation) } }
      }
      tag(.td, .head("State"), .class("state")) {
        score.state
        if score.isExpired { tag(.span, .class("chip unproven")) { "too old" } }
        if score.isAsked { tag(.span, .class("chip behind")) { "to be done" } }
      }
      tag(.td, .head("Score"), .class("number")) {
        score.score.map { "\($0.string)\(score.maximum.map { " of \($0.string)" } ?? "")" } ?? "–"
      }
      if fillsIn { tag(.td, .class("action")) { fillIn(score) } }
    }
  }

  /// The way to the form.
  private func fillIn(_ score: RecordView.Score) -> HTML {
    tag(.a, .href(AssessmentPage.path(line.key, score.assessment))) {
      score.score == nil ? "Fill in" : "Answer again"
      tag(.span, .class("for-readers")) { ": \(score.title.string)" }
    }
  }

  private func attributes() -> HTML {
    tag(.section, .class("panel"), .labelledBy("attributes")) {
      tag(.h2, .id("attributes")) { "What the CRM says" }
      if view.attributes.isEmpty { tag(.p, .class("hint")) { "Nothing yet." } }
      tag(.dl, .class("attributes")) {
        for attribute in view.attributes {
          tag(.div) {
            tag(.dt) { attribute.label }
            tag(.dd) { (attribute.isMoney ? money : nil) ?? attribute.value?.string ?? "unknown" }
          }
        }
      }
    }
  }
}

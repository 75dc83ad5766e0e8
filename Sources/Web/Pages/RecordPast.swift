internal import FEEL
internal import Service

/// What happened to a record: stages and submissions.
struct RecordPast {
  var view: RecordView

  @HTMLBuilder var html: HTML {
    tag(.section, .class("panel"), .labelledBy("history")) {
      tag(.h2, .id("history")) { "History" }
      if view.history.isEmpty {
        tag(.p, .class("hint")) { "Nothing has moved it yet." }
      } else {
        tag(.table, .class("list")) {
          tag(.caption, .class("for-readers")) { "Changes of stage, latest first" }
          tag(.thead) {
            tag(.tr) { for name in ["Stage", "When", "By", "Why"] { tag(.th, .scope("col")) { name } } }
          }
          tag(.tbody) { for line in view.history { row(line) } }
        }
      }
    }
    tag(.section, .class("panel"), .labelledBy("submissions")) {
      tag(.h2, .id("submissions")) { "Submissions" }
      if view.submissions.isEmpty {
        tag(.p, .class("hint")) { "Nobody has filled in an assessment yet." }
      } else {
        tag(.table, .class("list")) {
          tag(.caption, .class("for-readers")) { "Filled in assessments, latest first" }
          tag(.thead) {
            tag(.tr) {
              for name in ["Assessment", "By", "Captured", "State"] { tag(.th, .scope("col")) { name } }
            }
          }
          tag(.tbody) { for line in view.submissions { row(line) } }
        }
      }
    }
  }

  private func row(_ line: RecordView.HistoryLine) -> HTML {
    tag(.tr) {
      tag(.th, .scope("row")) { "\(line.from.map { $0.string + " → " } ?? "")\(line.to.string)" }
      tag(.td, .head("When")) { Figures.moment(line.at) }
      tag(.td, .head("By")) { line.by ?? line.cause }
      tag(.td, .head("Why")) { why(line) }
    }
  }

  private func why(_ line: RecordView.HistoryLine) -> String {
    var parts: [String] = []
    if line.by != nil { parts.append(line.cause.string) }
    if let rule = line.rule { parts.append("rule \(rule.string)") }
    if let submission = line.submission { parts.append("submission \(submission)") }
    if let reason = line.reason { parts.append(reason.string) }
    return parts.isEmpty ? "–" : parts.joined(separator: ", ")
  }

  private func row(_ line: RecordView.SubmissionLine) -> HTML {
    tag(.tr) {
      tag(.th, .scope("row")) {
        "\(line.assessment.string) version \(line.version)"
        tag(.small) { "number \(line.number)" }
      }
      tag(.td, .head("By")) { line.person }
      tag(.td, .head("Captured")) {
        tag(.div) {
          Figures.moment(line.capturedAt)
          tag(.small) {
            "received "
            Figures.moment(line.receivedAt)
          }
        }
      }
      tag(.td, .head("State")) { "\(line.state)\(line.note.map { ": " + $0.string } ?? "")" }
    }
  }
}

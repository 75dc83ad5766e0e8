internal import FEEL
internal import Sales
internal import Service

/// The proposals that wait for a person.
struct ProposalsPage {
  var visitor: Visitor
  var proposals: [ProposalView]

  var html: HTML {
    Layout(title: "Proposals", place: .proposals, visitor: visitor).page {
      tag(.h1) { "Proposals" }
      if proposals.isEmpty {
        empty("Nothing waits for you", "What the evidence proposes and a person must decide stands here.")
      } else {
        tag(.div, .class("panel")) {
          for proposal in proposals { ProposalCard(visitor: visitor, proposal: proposal, namesRecord: true).html }
        }
      }
    }
  }
}

/// Submissions that are stored and need a person.
struct HeldPage {
  var visitor: Visitor
  var held: [HeldView]

  var html: HTML {
    Layout(title: "Held", place: .held, visitor: visitor).page {
      tag(.h1) { "Held submissions" }
      tag(.p, .class("hint")) { "Stored, and not judged before somebody has looked at them." }
      if held.isEmpty {
        empty("Nothing is held", "Every submission that came in found its record and its assessment.")
      } else {
        tag(.div, .class("panel")) { for item in held { card(item) } }
      }
    }
  }

  private func card(_ item: HeldView) -> HTML {
    tag(.article, .class("card")) {
      tag(.h2, .class("title")) { "\(item.assessment.string) for \(item.record.kind.string) \(item.record.id.string)" }
      tag(.p) { item.reason }
      tag(.p, .class("hint")) {
        "From \(item.person), "
        Figures.moment(item.receivedAt)
      }
      tag(.div, .class("row")) {
        visitor.form(to: LocalPath("held", item.id, "accept"), "plain") {
          tag(.button, .type("submit")) { "Accept" }
        }
        visitor.form(to: LocalPath("held", item.id, "return"), "inline") {
          tag(.div, .class("field")) {
            tag(.label, .for("return-" + item.id)) { "Reason to return it" }
            tag(.input, .type("text"), .id("return-" + item.id), .name("reason"), .most(2000), .required)
          }
          tag(.button, .type("submit"), .class("quiet")) { "Return" }
        }
      }
    }
  }
}

/// What the CRM refused for good, until a person acts.
struct DeadLettersPage {
  var visitor: Visitor
  var letters: [DeadLetterView]

  var html: HTML {
    Layout(title: "Dead letters", place: .deadLetters, visitor: visitor).page {
      tag(.h1) { "Dead letters" }
      tag(.p, .class("hint")) { "What the CRM refused for good. Mend the cause, then try again." }
      if letters.isEmpty {
        empty("No dead letters", "The CRM has taken everything that was sent.")
      } else {
        tag(.div, .class("panel")) { for letter in letters { card(letter) } }
      }
    }
  }

  private func card(_ letter: DeadLetterView) -> HTML {
    tag(.article, .class("card")) {
      tag(.h2, .class("title")) {
        tag(.a, .href(LocalPath("records", letter.record.kind.string, letter.record.id.string))) { letter.title }
      }
      tag(.p) { letter.message }
      tag(.p, .class("hint")) {
        "\(letter.kind.string) to \(letter.connection), \(Figures.counted(letter.attempts, "attempt", "attempts"))"
        if let code = letter.code { ", code \(code.string)" }
        ", last "
        Figures.moment(letter.changedAt)
      }
      tag(.details) {
        tag(.summary) { "What would be sent" }
        tag(.pre, .focusable, .role("region"), .label("What would be sent for \(letter.title.string)")) {
          String(decoding: letter.payload, as: UTF8.self)
        }
      }
      if visitor.may(.retrySync) {
        visitor.form(to: LocalPath("dead-letters", letter.id, "retry"), "plain") {
          tag(.button, .type("submit")) { "Try again" }
        }
      }
    }
  }
}

/// What the checks found in the playbook in force.
struct FindingsPage {
  var visitor: Visitor
  var view: FindingsView

  var html: HTML {
    Layout(title: "Findings", place: .findings, visitor: visitor).page {
      tag(.h1) { "Findings" }
      tag(.p, .class("hint")) {
        "Of the playbook \(view.version), in force since "
        Figures.moment(view.inForceSince)
      }
      if view.findings.isEmpty {
        empty("No findings", "The checks have nothing to say about this playbook.")
      } else {
        tag(.div, .class("panel")) { for finding in view.findings { card(finding) } }
      }
    }
  }

  private func card(_ finding: Finding) -> HTML {
    tag(.article, .class("card")) {
      tag(.p) {
        tag(.span, .class("chip " + style(finding.severity))) { finding.severity.word }
        " "
        tag(.code) { finding.code }
        " "
        tag(.span, .class("hint")) { finding.subject.words }
      }
      tag(.p) { finding.message }
      if let fix = finding.fix {
        tag(.p) {
          tag(.strong) { "To mend it: " }
          fix
        }
      }
    }
  }

  private func style(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "ahead"
    case .warning: "unproven"
    case .note: "none"
    }
  }
}

/// A friendly word where there is nothing.
private func empty(_ title: String, _ words: String) -> HTML {
  tag(.div, .class("panel empty")) {
    tag(.h2) { title }
    tag(.p) { words }
  }
}

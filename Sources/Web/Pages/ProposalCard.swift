internal import FEEL
internal import Sales
internal import Service

/// A proposed change of stage, with the forms to decide it.
struct ProposalCard {
  var visitor: Visitor
  var proposal: ProposalView
  /// Whether the record is named: not on the record's own page.
  var namesRecord = false

  private var isOpen: Bool { ["waiting", "blocked", "held"].contains(proposal.status.string) }
  private var way: String {
    let path = proposal.path.isEmpty ? [proposal.from, proposal.to] : proposal.path
    return path.map(\.string).joined(separator: " → ")
  }

  var html: HTML {
    tag(.article, .class("card")) {
      if namesRecord {
        tag(.h2, .class("title")) {
          tag(.a, .href(LocalPath("records", proposal.record.kind.string, proposal.record.id.string))) {
            proposal.title
          }
        }
      }
      tag(.p) {
        tag(.strong) { way }
        " "
        tag(.span, .class("chip " + style)) { proposal.status }
      }
      tag(.p, .class("hint")) {
        "By the rule \(proposal.rules.map(\.string).joined(separator: ", ")), "
        Figures.moment(proposal.createdAt)
      }
      for detail in proposal.detail { tag(.p) { detail } }
      if let by = proposal.decidedBy {
        tag(.p) { "\(proposal.status.string) by \(by.string)\(proposal.reason.map { ": " + $0.string } ?? "")" }
      }
      if isOpen, visitor.may(.decideProposals) { forms() }
    }
  }

  private var style: String {
    switch proposal.status {
    case "waiting": "behind"
    case "blocked", "held": "unproven"
    case "applied", "accepted": "level"
    default: "none"
    }
  }

  private func forms() -> HTML {
    tag(.div, .class("row")) {
      if proposal.status == "waiting" {
        visitor.form(to: LocalPath("proposals", proposal.id, "accept"), "plain") {
          tag(.button, .type("submit")) { "Accept" }
        }
      }
      visitor.form(to: LocalPath("proposals", proposal.id, "refuse"), "inline") {
        tag(.div, .class("field")) {
          tag(.label, .for("refuse-" + proposal.id)) { "Reason to refuse" }
          tag(.input, .type("text"), .id("refuse-" + proposal.id), .name("reason"), .most(2000), .required)
        }
        tag(.button, .type("submit"), .class("quiet")) { "Refuse" }
      }
    }
  }
}

internal import FEEL
internal import Sales
internal import Service

/// What the one who looks at a record may do with it: only those forms are there.
struct RecordActions {
  var visitor: Visitor
  var view: RecordView

  private var path: [String] { [view.line.key.kind.string, view.line.key.id.string] }
  private func address(_ last: String) -> LocalPath { LocalPath("records", path[0], path[1], last) }

  @HTMLBuilder var proposals: HTML {
    if !view.proposals.isEmpty {
      tag(.section, .class("panel"), .labelledBy("proposals")) {
        tag(.h2, .id("proposals")) { "Proposals" }
        for proposal in view.proposals { ProposalCard(visitor: visitor, proposal: proposal).html }
      }
    }
  }

  @HTMLBuilder var moving: HTML {
    if visitor.may(.moveStage), !view.stages.isEmpty {
      tag(.section, .class("panel"), .labelledBy("move")) {
        tag(.h2, .id("move")) { "Move" }
        visitor.form(to: address("stage")) {
          tag(.label, .for("to")) { "To the stage" }
          tag(.select, .id("to"), .name("to"), .required) {
            for stage in view.stages {
              tag(.option, .value(stage.string), stage == view.line.stage ? .selected : nil) { stage }
            }
          }
          tag(.label, .for("reason")) { "Reason" }
          tag(.p, .class("hint"), .id("reason-hint")) { "Stands in the history, for whoever asks later." }
          tag(
            .textarea, .id("reason"), .name("reason"), .rows(2), .most(2000), .describedBy("reason-hint"))
          tag(.button, .type("submit")) { "Move" }
        }
      }
    }
  }

  @HTMLBuilder var holding: HTML {
    if visitor.may(.hold) {
      tag(.section, .class("panel"), .labelledBy("hold")) {
        tag(.h2, .id("hold")) { "Hold" }
        if view.hold == nil {
          tag(.p, .class("hint")) { "Nothing promotes it while it is held." }
          tag(.details) {
            tag(.summary) { "Hold it" }
            visitor.form(to: address("hold")) {
              reason("hold")
              until("hold")
              tag(.button, .type("submit"), .class("quiet")) { "Hold it" }
            }
          }
        } else {
          visitor.form(to: address("release")) { tag(.button, .type("submit")) { "Release it" } }
        }
      }
    }
  }

  @HTMLBuilder var overriding: HTML {
    if visitor.may(.override), !view.stages.isEmpty {
      tag(.section, .class("panel"), .labelledBy("override")) {
        tag(.h2, .id("override")) { "Vouch for a stage" }
        if view.override == nil {
          tag(.p, .class("hint")) { "Your word stands in for the evidence, with your name and reason beside it." }
          tag(.details) {
            tag(.summary) { "Vouch for a stage" }
            visitor.form(to: address("override")) {
              tag(.label, .for("override-stage")) { "Stage" }
              tag(.select, .id("override-stage"), .name("stage"), .required) {
                for stage in view.stages { tag(.option, .value(stage.string)) { stage } }
              }
              reason("override")
              until("override")
              tag(.button, .type("submit"), .class("quiet")) { "Vouch for it" }
            }
          }
        } else {
          visitor.form(to: address("withdraw")) { tag(.button, .type("submit")) { "Withdraw it" } }
        }
      }
    }
  }

  private func reason(_ id: String) -> HTML {
    tag(.div, .class("field")) {
      tag(.label, .for(id + "-reason")) { "Reason" }
      tag(.input, .type("text"), .id(id + "-reason"), .name("reason"), .most(2000), .required)
    }
  }

  private func until(_ id: String) -> HTML {
    tag(.div, .class("field")) {
      tag(.label, .for(id + "-until")) { "Until (leave empty: open)" }
      tag(.input, .type("date"), .id(id + "-until"), .name("until"))
    }
  }
}

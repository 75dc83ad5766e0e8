internal import FEEL
internal import Sales
internal import Service

/// A rep's own deals, each with the one thing to do for it.
struct MyDealsPage {
  var visitor: Visitor
  var view: MyDealsView

  static let path = LocalPath("my-deals")

  var html: HTML {
    Layout(title: "My deals", place: .myDeals, visitor: visitor).page {
      tag(.h1) { "My deals" }
      if view.deals.isEmpty {
        tag(.div, .class("panel empty")) {
          tag(.p) { "No open deal carries your name. Deals come from the CRM, with their owners." }
          tag(.a, .class("button quiet"), .href(LocalPath())) { "See the pipeline" }
        }
      } else {
        tag(.p, .class("hint")) {
          "\(Figures.counted(view.count, "open deal", "open deals")), first what is asked for, then what is not proven, "
            + "then where the most money is."
        }
        tag(.ol, .class("deals")) {
          for (deal, place) in zip(view.deals, 0...) { tag(.li, .class("panel")) { card(deal, isFirst: place == 0) } }
        }
        if view.deals.count < view.count {
          tag(.p) {
            "These are the first \(view.deals.count). "
            tag(.a, .href(LocalPath())) { "All are in the pipeline." }
          }
        }
      }
    }
  }

  @HTMLBuilder private func card(_ deal: MyDealsView.Deal, isFirst: Bool) -> HTML {
    tag(.div, .class("heading")) {
      tag(.h2) { tag(.a, .href(deal.line.path)) { deal.line.title } }
      if let money = deal.line.money {
        tag(.p, .class("number")) { "\(view.currency.string) \(Figures.grouped(money, decimals: 0))" }
      }
    }
    tag(.p, .class("where")) {
      StagePath(line: deal.line, stages: deal.stages).html
      tag(.span) { deal.line.stage ?? "no stage" }
      VerdictWords.chip(deal.line.verdict, by: deal.line.distance)
      if deal.isAsked { tag(.span, .class("chip behind")) { "asked for" } }
    }
    if let next = deal.next {
      tag(.p) { RecommendationWords.sentence(next) }
      tag(
        .a, .class(isFirst ? "button" : "button quiet"),
        .href(AssessmentPage.path(deal.line.key, next.assessment.name))
      ) {
        "Fill in \(next.assessment.title.text(in: nil).string)"
        tag(.span, .class("for-readers")) { ": \(deal.line.title.string)" }
      }
    } else if !deal.message.isEmpty {
      tag(.p) { deal.message }
    }
  }
}

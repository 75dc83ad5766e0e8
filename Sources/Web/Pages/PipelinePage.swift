internal import FEEL
internal import Sales
internal import Service

/// The pipeline: what is stated beside what the evidence supports, in records and money.
struct PipelinePage {
  var visitor: Visitor
  var view: PipelineView
  var page: RecordPage
  var grouping: PipelineGrouping
  var filter: RecordFilter
  /// Where the list of records begins; nil: at the first.
  var after: String?

  private var currency: String { view.currency.string }
  private var total: PipelineReport.Group { view.report.total }
  private var isFiltered: Bool { filter != RecordFilter() }
  private var isEmpty: Bool {
    total.all.records == 0 && page.records.isEmpty && view.report.closed == 0 && !isFiltered
  }

  var html: HTML {
    Layout(title: "Pipeline", place: .pipeline, visitor: visitor).page {
      tag(.div, .class("heading")) {
        tag(.h1) { "Pipeline" }
        tag(.p, .class("hint")) {
          "Playbook \(view.playbook.prefix(12)), money in \(currency), rounded to whole \(currency)."
        }
      }
      if isEmpty {
        tag(.div, .class("panel empty")) {
          tag(.h2) { "No records yet" }
          tag(.p) {
            "As soon as the CRM is connected, or somebody imports a file, the records that you may see stand here with "
            "what the evidence says to their stages."
          }
        }
      } else {
        tiles()
        charts()
        groups()
        PipelineRecords(page: page, view: view, grouping: grouping, filter: filter, after: after).html
      }
    }
  }

  private func tiles() -> HTML {
    tag(.section, .label("Summary"), .class("tiles")) {
      tile("Open records", Figures.grouped(Decimal34(total.all.records), decimals: 0)) {
        total.withoutMoney > 0 ? "\(total.withoutMoney) without an amount" : "all with an amount"
      }
      tile("Forecast as stated", money(total.all.stated)) { "amounts × chance of the stated stages" }
      tile("Forecast the evidence carries", money(total.all.least)) { "amounts × chance of the supported stages" }
      tile(
        "Difference", currency + " " + Figures.signed(total.all.difference, decimals: 0),
        total.all.difference.isNegative ? "less" : "more"
      ) { parts }
    }
  }

  /// What the difference is made of: where the evidence says no, where it is missing, where it carries further.
  private var parts: String {
    var parts: [String] = []
    for (name, sum) in [("ahead", total.ahead), ("unproven", total.unproven), ("behind", total.behind)]
    where sum.records > 0 {
      parts.append("\(name) \(Figures.signed(sum.difference, decimals: 0))")
    }
    return parts.isEmpty ? "the evidence carries what is stated" : parts.joined(separator: ", ")
  }

  private func tile(_ name: String, _ figure: String, _ style: String = "", note: () -> String) -> HTML {
    tag(.div, .class("tile " + style)) {
      tag(.p, .class("name")) { name }
      tag(.p, .class("figure")) { figure }
      tag(.p, .class("hint")) { note() }
    }
  }

  private func charts() -> HTML {
    let funnel = Funnel(stages: view.funnel, currency: currency)
    return tag(.section, .class("panel"), .labelledBy("funnel")) {
      tag(.h2, .id("funnel")) { "Funnel" }
      tag(.p, .class("legend")) {
        tag(.span, .class("key stated")) { "as stated" }
        tag(.span, .class("key supported")) { "carried by evidence" }
      }
      tag(.div, .class("columns")) {
        funnel.svg
        scrolling("Funnel as a table") { funnel.table }
      }
    }
  }

  private func groups() -> HTML {
    tag(.section, .class("panel"), .labelledBy("groups")) {
      tag(.div, .class("heading")) {
        tag(.h2, .id("groups")) { "Stated and supported" }
        tag(.nav, .label("Group by"), .class("switch")) {
          for other in PipelineGrouping.allCases {
            tag(.a, .href(PipelineAddress(other, filter).path), other == grouping ? .currentPage : nil) {
              "by \(other.rawValue)"
            }
          }
        }
      }
      scrolling("Stated and supported by \(grouping.rawValue)") { groupTable() }
    }
  }

  private func groupTable() -> HTML {
    tag(.table, .class("figures")) {
      tag(.caption, .class("for-readers")) { "Open records and money by \(grouping.rawValue), with their verdicts" }
      tag(.thead) {
        tag(.tr) {
          tag(.th, .scope("col")) { grouping == .stage ? "Stage" : "Owner" }
          for name in ["Records", "Money", "Stated forecast", "Supported", "Difference"] {
            tag(.th, .scope("col"), .class("number")) { name }
          }
          for name in FormFields.verdicts { tag(.th, .scope("col"), .class("number")) { name } }
        }
      }
      tag(.tbody) {
        for group in view.report.groups(orderedBy: view.order) { row(group, name: group.name.string) }
        row(total, name: "All")
      }
    }
  }

  private func row(_ group: PipelineReport.Group, name: String) -> HTML {
    tag(.tr, name == "All" ? .class("total") : nil) {
      tag(.th, .scope("row")) { name.isEmpty ? "Nobody" : name }
      tag(.td, .class("number")) { "\(group.all.records)" }
      for amount in [group.all.money, group.all.stated, group.all.least] {
        tag(.td, .class("number")) { Figures.grouped(amount, decimals: 0) }
      }
      tag(.td, .class("number")) { Figures.signed(group.all.difference, decimals: 0) }
      for sum in [group.level, group.behind, group.unproven, group.ahead] {
        tag(.td, .class("number")) { sum.records == 0 ? "–" : "\(sum.records)" }
      }
    }
  }

  private func money(_ amount: Decimal34) -> String { currency + " " + Figures.grouped(amount, decimals: 0) }
}

/// A table that scrolls by itself where it is wider than the screen; reachable by keys.
func scrolling(_ label: String, @HTMLBuilder content: () -> HTML) -> HTML {
  tag(.div, .class("scroll"), .role("region"), .label(label), .focusable, content: content)
}

/// The address of the pipeline with what is chosen there.
struct PipelineAddress {
  var path: LocalPath

  init(_ grouping: PipelineGrouping, _ filter: RecordFilter, after: String? = nil) {
    path = LocalPath()
      .with("by", grouping == .stage ? nil : grouping.rawValue)
      .with("owner", filter.owner).with("stage", filter.stage).with("verdict", filter.verdict)
      .with("pipeline", filter.pipeline).with("after", after)
  }
}

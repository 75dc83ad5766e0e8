internal import FEEL
internal import Sales
internal import Service

/// The records below the pipeline: filter, list and the way to the next page.
struct PipelineRecords {
  var page: RecordPage
  var view: PipelineView
  var grouping: PipelineGrouping
  var filter: RecordFilter
  var after: String?

  var html: HTML {
    tag(.section, .class("panel"), .labelledBy("records")) {
      tag(.h2, .id("records")) { "Records" }
      filterForm()
      if page.records.isEmpty {
        tag(.div, .class("empty")) {
          tag(.p) { filter == RecordFilter() ? "No open records." : "No record is like that." }
          tag(.a, .class("button quiet"), .href(PipelineAddress(grouping, RecordFilter()).path)) { "Show all" }
        }
      } else {
        list()
        paging()
      }
    }
  }

  private func filterForm() -> HTML {
    tag(.form, .method("get"), .action(LocalPath()), .class("filter"), .label("Filter the records")) {
      if grouping != .stage { tag(.input, .type("hidden"), .name("by"), .value(grouping.rawValue)) }
      if let pipeline = filter.pipeline {
        tag(.input, .type("hidden"), .name("pipeline"), .value(pipeline.string))
      }
      choice("owner", "Owner", view.owners, filter.owner, titles: view.ownerTitles)
      choice("stage", "Stage", view.funnel.map(\.name), filter.stage)
      choice("verdict", "Verdict", FormFields.verdicts.map { Text($0) }, filter.verdict)
      tag(.button, .type("submit")) { "Filter" }
      if filter != RecordFilter() {
        tag(.a, .class("button quiet"), .href(PipelineAddress(grouping, RecordFilter()).path)) { "Show all" }
      }
    }
  }

  private func choice(
    _ name: String, _ label: String, _ options: [Text], _ chosen: Text?, titles: [Text: Text] = [:]
  ) -> HTML {
    tag(.div, .class("field")) {
      tag(.label, .for("filter-" + name)) { label }
      tag(.select, .id("filter-" + name), .name(name)) {
        tag(.option, .value("")) { "all" }
        for option in options {
          tag(.option, .value(option.string), option == chosen ? .selected : nil) { titles[option] ?? option }
        }
        if let chosen, !options.contains(chosen) { tag(.option, .value(chosen.string), .selected) { chosen } }
      }
    }
  }

  private func list() -> HTML {
    tag(.table, .class("list records")) {
      tag(.caption, .class("for-readers")) { "Records with their stated and supported stages" }
      tag(.thead) {
        tag(.tr) {
          for name in ["Record", "Owner", "Stated", "Supported", "Verdict"] { tag(.th, .scope("col")) { name } }
          tag(.th, .scope("col"), .class("number")) { view.currency }
        }
      }
      tag(.tbody) { for record in page.records { row(record) } }
    }
  }

  private func row(_ record: RecordLine) -> HTML {
    tag(.tr) {
      tag(.th, .scope("row")) {
        tag(.a, .class("title"), .href(record.path)) { record.title }
        tag(.small) { "\(record.key.kind.string) \(record.key.id.string)" }
      }
      tag(.td, .head("Owner")) { record.ownerTitle ?? record.owner ?? "–" }
      tag(.td, .head("Stated")) { record.stage ?? "–" }
      tag(.td, .head("Supported")) { record.supportedWords }
      tag(.td, .head("Verdict")) { VerdictWords.chip(record.verdict, by: record.distance) }
      tag(.td, .head("Money"), .class("number")) {
        record.money.map { Figures.grouped($0, decimals: 0) } ?? "–"
      }
    }
  }

  @HTMLBuilder private func paging() -> HTML {
    if after != nil || page.next != nil {
      tag(.nav, .label("Pages of the list"), .class("row")) {
        if after != nil {
          tag(.a, .class("button quiet"), .href(PipelineAddress(grouping, filter).path)) { "First records" }
        }
        if let next = page.next {
          tag(.a, .class("button"), .href(PipelineAddress(grouping, filter, after: next).path)) { "More records" }
        }
      }
    }
  }
}

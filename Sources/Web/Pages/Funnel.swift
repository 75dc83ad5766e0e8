internal import FEEL
internal import Service

/// The funnel of open stages as a drawing: for each stage what is stated, and in it what the evidence carries.
struct Funnel {
  var stages: [FunnelStage]
  var currency: String

  private static let width = 480
  private static let rowHeight = 58
  private static let barHeight = 22

  /// Whether the bars are money; records where no record has an amount.
  private var isMoney: Bool { stages.contains { !$0.money.isZero || !$0.supportedMoney.isZero } }

  private func stated(_ stage: FunnelStage) -> Decimal34 { isMoney ? stage.money : Decimal34(stage.records) }
  private func supported(_ stage: FunnelStage) -> Decimal34 {
    isMoney ? stage.supportedMoney : Decimal34(stage.supportedRecords)
  }

  private func shown(_ value: Decimal34) -> String {
    isMoney ? currency + " " + Figures.grouped(value, decimals: 0) : Figures.grouped(value, decimals: 0)
  }

  /// A value's width, in tenths of a unit of the drawing; whatever is more than nothing is seen.
  private func tenths(_ value: Decimal34, of greatest: Decimal34) -> Int {
    guard greatest.signum > 0, value.signum > 0,
      let share = value.multiplied(by: Decimal34(Self.width * 10))?.divided(by: greatest)?.rounded(toScale: 0, .halfEven),
      let tenths = Int64(exactly: share)
    else { return 0 }
    return min(max(Int(tenths), 20), Self.width * 10)
  }

  private func length(_ tenths: Int) -> String { tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)" }

  var svg: HTML {
    let greatest = stages.flatMap { [stated($0), supported($0)] }.max() ?? .zero
    let height = max(stages.count, 1) * Self.rowHeight
    return tag(
      .svg, .class("funnel"), .role("img"), .labelledBy("funnel-title funnel-description"),
      .plain("viewBox", "0 0 \(Self.width) \(height)")
    ) {
      tag(.title, .id("funnel-title")) { "Funnel of the open stages" }
      tag(.desc, .id("funnel-description")) { description }
      for (place, stage) in stages.enumerated() { row(stage, place: place, greatest: greatest) }
    }
  }

  private func row(_ stage: FunnelStage, place: Int, greatest: Decimal34) -> HTML {
    let top = place * Self.rowHeight
    return tag(.g) {
      tag(.text, .class("name"), .plain("x", "0"), .plain("y", "\(top + 16)")) { stage.name }
      tag(.text, .class("figure"), .plain("x", "\(Self.width)"), .plain("y", "\(top + 16)")) {
        shown(stated(stage))
      }
      bar("track", x: 0, top: top + 24, width: "\(Self.width)", height: Self.barHeight)
      bar(
        "stated", x: 0, top: top + 24, width: length(tenths(stated(stage), of: greatest)), height: Self.barHeight)
      bar(
        "supported", x: 0, top: top + 24 + Self.barHeight / 4,
        width: length(tenths(supported(stage), of: greatest)), height: Self.barHeight / 2)
    }
  }

  private func bar(_ style: String, x: Int, top: Int, width: String, height: Int) -> HTML {
    tag(
      .rect, .class(style), .plain("x", "\(x)"), .plain("y", "\(top)"), .plain("width", width),
      .plain("height", "\(height)"), .plain("rx", "4"))
  }

  private var description: String {
    stages.map { stage in
      "\(stage.name.string): \(shown(stated(stage))) stated, \(shown(supported(stage))) supported by evidence."
    }.joined(separator: " ")
  }

  /// The same as a table.
  var table: HTML {
    tag(.table, .class("figures")) {
      tag(.caption) { "Open records by stage: as stated, and as the evidence carries them" }
      tag(.thead) {
        tag(.tr) {
          tag(.th, .scope("col")) { "Stage" }
          tag(.th, .scope("col"), .class("number")) { "Stated" }
          tag(.th, .scope("col"), .class("number")) { currency }
          tag(.th, .scope("col"), .class("number")) { "Supported" }
          tag(.th, .scope("col"), .class("number")) { currency }
        }
      }
      tag(.tbody) {
        for stage in stages {
          tag(.tr) {
            tag(.th, .scope("row")) { stage.name }
            tag(.td, .class("number")) { "\(stage.records)" }
            tag(.td, .class("number")) { Figures.grouped(stage.money, decimals: 0) }
            tag(.td, .class("number")) { "\(stage.supportedRecords)" }
            tag(.td, .class("number")) { Figures.grouped(stage.supportedMoney, decimals: 0) }
          }
        }
      }
    }
  }
}

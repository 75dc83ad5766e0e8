internal import FEEL
internal import Sales

/// A pipeline report for people and for machines.
struct PipelinePrinter {
  let report: PipelineReport
  let by: String
  /// The groups that come first, in this order.
  let order: [Text]

  private var groups: [PipelineReport.Group] { report.groups(orderedBy: order) }
  private var hasMoney: Bool { report.total.all.records > report.total.withoutMoney }

  func printTables() {
    var counts = Table([
      (by, .left), ("records", .right), ("level", .right), ("behind", .right), ("unproven", .right), ("ahead", .right),
    ])
    for group in groups + [report.total] {
      counts.add(
        [group.name.isEmpty ? "total" : group.name.string]
          + [group.all, group.level, group.behind, group.unproven, group.ahead].map { "\($0.records)" })
    }
    for line in counts.lines() { Terminal.say(line) }
    if hasMoney { printMoney() }
    let left = [
      (report.closed, "closed"), (report.unknownStage, "at a stage that the pipeline does not know"),
      (report.notClimbed, "without a pipeline"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !left.isEmpty { Terminal.say("\nNot in these sums: \(left.joined(separator: ", ")).") }
    if report.total.withoutMoney > 0 {
      Terminal.say("\(report.total.withoutMoney) open without an amount: counted, but in no sum of money.")
    }
  }

  private func printMoney() {
    var money = Table([
      (by, .left), ("money", .right), ("stated, weighted", .right), ("ahead", .right), ("unproven", .right),
      ("behind", .right), ("supported, weighted", .right),
    ])
    for group in groups + [report.total] {
      money.add([
        group.name.isEmpty ? "total" : group.name.string, Self.money(group.all.money), Self.money(group.all.stated),
        Self.change(group.ahead.difference), Self.change(group.unproven.difference),
        Self.change(group.behind.difference), Self.money(group.all.least),
      ])
    }
    Terminal.say()
    for line in money.lines() { Terminal.say(line) }
  }

  func writeJSON() {
    func sum(_ sum: PipelineReport.Sum) -> JSON {
      .object([
        JSON.Member("records", .number(Decimal34(sum.records))), JSON.Member("money", .number(sum.money)),
        JSON.Member("stated", .number(sum.stated)), JSON.Member("least", .number(sum.least)),
        JSON.Member("difference", .number(sum.difference)),
      ])
    }
    func group(_ group: PipelineReport.Group) -> [JSON.Member] {
      [
        JSON.Member("all", sum(group.all)), JSON.Member("level", sum(group.level)),
        JSON.Member("behind", sum(group.behind)), JSON.Member("unproven", sum(group.unproven)),
        JSON.Member("ahead", sum(group.ahead)),
        JSON.Member("withoutMoney", .number(Decimal34(group.withoutMoney))),
      ]
    }
    let json = JSON.object([
      JSON.Member("by", .string(Text(by))),
      JSON.Member(
        "groups", .array(groups.map { .object([JSON.Member("name", .string($0.name))] + group($0)) })),
      JSON.Member("total", .object(group(report.total))),
      JSON.Member("closed", .number(Decimal34(report.closed))),
      JSON.Member("unknownStage", .number(Decimal34(report.unknownStage))),
      JSON.Member("withoutPipeline", .number(Decimal34(report.notClimbed))),
    ])
    Terminal.say(json)
  }

  /// Money in whole units with thousands separated: `1,234,500`; cents only where there are any.
  static func money(_ number: Decimal34) -> String {
    let rounded = (number.rounded(toScale: 2, .halfEven) ?? number).description
    let isNegative = rounded.hasPrefix("-")
    let parts = rounded.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return rounded }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0 && (whole.count - place) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let cents = parts.count > 1 ? "." + parts[1] + (parts[1].count == 1 ? "0" : "") : ""
    return (isNegative ? "−" : "") + grouped + cents
  }

  /// A change with its sign; nothing for zero.
  static func change(_ number: Decimal34) -> String {
    number.isZero ? "" : (number.isNegative ? "" : "+") + money(number)
  }
}

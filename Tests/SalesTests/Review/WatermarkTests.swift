import Decisions
import FEEL
import Sales
import Testing

/// Design §7.7: a person's move back or refusal bars promotion until each gate between has newer evidence.
@Suite struct WatermarkTests {
  private let back = Deals.milliseconds("2026-02-15")

  private func barred(_ record: Record, _ definition: PlaybookDefinition = StoryPlaybook.forecast()) throws -> [Bool] {
    try decide(record, definition).gates.map { $0.barred }
  }

  private func decide(_ record: Record, _ definition: PlaybookDefinition = StoryPlaybook.forecast()) throws -> Decision
  {
    Deals.decide(record, try Deals.compiled(definition))
  }

  /// Prospecting and Discovery passed before the move from Demo back to Prospecting.
  private func moved(prospecting: Text, discovery: Text) -> Record {
    var record = Deals.deal("D", "Prospecting", 70, 90, 85, at: "2026-02-01")
    record.submissions[0].capturedAt = Deals.milliseconds(prospecting)
    record.submissions[1].capturedAt = Deals.milliseconds(discovery)
    record.history.watermarks = [History.Watermark(from: "Demo", to: "Prospecting", at: back, by: "tom")]
    return record
  }

  @Test func `each gate between needs evidence of its own`() throws {
    #expect(try barred(moved(prospecting: "2026-02-01", discovery: "2026-02-01")) == [true, true, false])
    #expect(try barred(moved(prospecting: "2026-02-16", discovery: "2026-02-01")) == [false, true, false])
    #expect(try barred(moved(prospecting: "2026-02-01", discovery: "2026-02-16")) == [true, false, false])
    #expect(try barred(moved(prospecting: "2026-02-15", discovery: "2026-02-15")) == [true, true, false])
    let half = try decide(moved(prospecting: "2026-02-16", discovery: "2026-02-01"))
    #expect(half.supported?.least == "Negotiation")
    #expect(half.proposals.map { $0.path } == [["Prospecting", "Discovery"]])
    #expect(half.notices.map { $0.code } == ["HELD"])
  }

  @Test func `the supported stages and the verdict ignore it`() throws {
    let decision = try decide(moved(prospecting: "2026-02-01", discovery: "2026-02-01"))
    #expect(decision.supported?.least == "Negotiation")
    #expect(decision.verdict == .behind(3))
    #expect(
      decision.proposals.map { $0.status } == [
        .held("moved back from Demo to Prospecting by tom on 2026-02-15: Prospecting → Discovery needs newer evidence")
      ])
  }

  @Test func `an attribute is as new as its last change of value, and related lists too`() throws {
    let rules = [
      GateTests.rule("A", "amount > 1", [.upgrade(to: "Discovery", from: [])]),
      GateTests.rule("B", "count(activities) > 0", [.upgrade(to: "Demo", from: [])]),
    ]
    let definition = StoryPlaybook.forecast(sentences: rules)
    var record = Deals.deal("D", "Prospecting", attributes: GateTests.amount(5, at: "2026-02-01"))
    record.related = [
      Record.RelatedList(
        name: "activities", items: [.context(Context(shape: Shape(["date", "type"]), values: [.unknown, .unknown]))],
        changedAt: Deals.milliseconds("2026-02-01"))
    ]
    record.history.watermarks = [History.Watermark(from: "Demo", to: "Prospecting", at: back)]
    #expect(try barred(record, definition).prefix(2) == [true, true])
    record.attributes = GateTests.amount(6, at: "2026-02-16")
    #expect(try barred(record, definition).prefix(2) == [false, true])
    record.related[0].changedAt = Deals.milliseconds("2026-02-16")
    #expect(try barred(record, definition).prefix(2) == [false, false])
    // What has no date is not newer.
    record.attributes = GateTests.amount(6)
    #expect(try barred(record, definition).prefix(2) == [true, false])
  }

  @Test func `evidence through facts counts, and what the gate's true rule does not read does not`() throws {
    let rules = [
      GateTests.rule("F", "amount > 1", [.contribute(Contribution(.set, fact: "fit", value: "true"))]),
      GateTests.rule("A", "fit", [.upgrade(to: "Discovery", from: [])]),
      GateTests.rule("B", "region = \"NA\"", [.upgrade(to: "Discovery", from: [])]),
    ]
    let definition = StoryPlaybook.forecast(sentences: rules)
    var record = Deals.deal("D", "Prospecting", attributes: GateTests.amount(5, at: "2026-02-16"))
    record.history.watermarks = [History.Watermark(from: "Discovery", to: "Prospecting", at: back)]
    #expect(try barred(record, definition).first == false)
    record.attributes =
      GateTests.amount(5, at: "2026-02-01") + [
        Record.Attribute(name: "region", value: .string("EMEA"), changedAt: Deals.milliseconds("2026-02-16"))
      ]
    #expect(try barred(record, definition).first == true)
  }

  @Test func `the day on which a gate was kept is no evidence`() throws {
    var record = moved(prospecting: "2026-02-01", discovery: "2026-02-01")
    record.history.gates = [
      History.KeptGate(
        from: "Prospecting", to: "Discovery", rule: "To Discovery", passedAt: Deals.milliseconds("2026-02-20"))
    ]
    #expect(try barred(record).first == true)
  }

  @Test func `a move of an earlier episode bars nothing, and of several the latest is told`() throws {
    var record = moved(prospecting: "2026-02-01", discovery: "2026-02-01")
    record.history.watermarks.append(
      History.Watermark(from: "Discovery", to: "Prospecting", at: Deals.milliseconds("2026-02-17"), by: "rina"))
    guard case .held(let reason)? = try decide(record).proposals.first?.status else {
      Issue.record("barred")
      return
    }
    #expect(reason.string.hasPrefix("moved back from Discovery to Prospecting by rina on 2026-02-17"))
    record.history.episodeStart = Deals.milliseconds("2026-02-18")
    for place in record.submissions.indices { record.submissions[place].capturedAt = Deals.milliseconds("2026-02-19") }
    #expect(try barred(record) == [false, false, false])
  }

  @Test func `a gate beside the move is free`() throws {
    var record = Deals.deal("D", "Demo", 70, 90, 85, at: "2026-02-01")
    record.history.watermarks = [History.Watermark(from: "Demo", to: "Prospecting", at: back)]
    #expect(try decide(record).proposals.map { $0.status } == [.waiting])
  }
}

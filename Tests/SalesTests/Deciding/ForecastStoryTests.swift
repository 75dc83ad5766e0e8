import FEEL
import Sales
import Testing

/// Story 4: happy ears and sandbagging.
@Suite struct ForecastStoryTests {
  let playbook: Playbook

  init() throws { playbook = try Deals.compiled(StoryPlaybook.forecast()) }

  struct Row: CustomTestStringConvertible {
    let record: Record
    let least: Text
    let most: Text
    let verdict: Verdict
    let asks: [Text]
    var testDescription: String { record.id.string }
  }

  static let rows: [Row] = [
    Row(
      record: Deals.deal("O-101", "Negotiation", 70, 60), least: "Discovery", most: "Discovery", verdict: .ahead(2),
      asks: ["DiscoveryAssessment"]),
    Row(record: Deals.deal("O-102", "Demo", 70, 80), least: "Demo", most: "Negotiation", verdict: .level, asks: []),
    Row(
      record: Deals.deal("O-103", "Discovery"), least: "Prospecting", most: "Negotiation", verdict: .unproven(1),
      asks: ["ProspectingAssessment"]),
    Row(
      record: Deals.deal("O-104", "Prospecting", 70, 90, 85), least: "Negotiation", most: "Negotiation",
      verdict: .behind(3), asks: []),
    Row(
      record: Deals.deal("O-105", "Discovery", 70), least: "Discovery", most: "Negotiation", verdict: .level, asks: []),
    Row(
      record: Deals.deal("O-106", "Demo", 50, 80, 85), least: "Prospecting", most: "Prospecting", verdict: .ahead(2),
      asks: ["ProspectingAssessment"]),
  ]

  @Test(arguments: rows)
  func `stated beside supported`(row: Row) throws {
    let decision = Deals.decide(row.record, playbook)
    let supported = try #require(decision.supported)
    #expect(supported.least == row.least)
    #expect(supported.most == row.most)
    #expect(decision.verdict == row.verdict)
    #expect(decision.asks == row.asks)
    if row.record.id != "O-104" { #expect(decision.proposals.isEmpty) }
  }

  @Test func `one proposal carries O-104 with its path`() throws {
    let decision = Deals.decide(Deals.deal("O-104", "Prospecting", 70, 90, 85), playbook)
    let proposal = try #require(decision.proposals.first)
    #expect(decision.proposals.count == 1)
    #expect(proposal.from == "Prospecting")
    #expect(proposal.to == "Negotiation")
    #expect(proposal.path == ["Prospecting", "Discovery", "Demo", "Negotiation"])
    #expect(proposal.rules == ["To Discovery", "To Demo", "To Negotiation"])
    #expect(proposal.status == .waiting)
  }

  @Test func `a closed record is scored and outside the climb`() {
    let decision = Deals.decide(Deals.deal("O-107", "Closed Won", 70, 90, 85), playbook)
    #expect(decision.supported == nil)
    #expect(decision.verdict == nil)
    #expect(decision.proposals.isEmpty)
    #expect(decision.assessments.contains { $0.score == .decided(Decimal34(90)) })
  }

  @Test func `an override is a third column and changes nothing else`() throws {
    var record = Deals.deal("O-101", "Negotiation", 70, 60)
    record.history.override = History.PersonsWord(
      by: "rina", reason: "CFO verbal yes", stage: "Negotiation", until: CalendarDate("2026-06-30"))
    let decision = Deals.decide(record, playbook)
    #expect(decision.override?.stage == "Negotiation")
    #expect(decision.verdict == .ahead(2))
    let later = Clock(epochMilliseconds: Deals.milliseconds("2026-07-01T00:00:00Z"), offsetSeconds: 0)
    #expect(Deals.decide(record, playbook, clock: later).override == nil)
  }

  @Test func `moved back by hand, it is promoted again only on newer evidence`() throws {
    let playbook = try Deals.compiled(StoryPlaybook.forecast(writes: .auto))
    var record = Deals.deal("O-105", "Prospecting", 70, at: "2026-02-20T10:00:00Z")
    record.history.lowestStage = "Prospecting"
    record.history.watermarks = [
      History.Watermark(
        from: "Discovery", to: "Prospecting", at: Deals.milliseconds("2026-03-01T08:00:00Z"), by: "tom",
        reason: "champion left")
    ]
    let barred = Deals.decide(record, playbook)
    #expect(barred.supported?.least == "Discovery")
    #expect(barred.verdict == .behind(1))
    #expect(
      barred.proposals.map { $0.status } == [
        .held(
          "moved back from Discovery to Prospecting by tom on 2026-03-01 (\"champion left\"): Prospecting → Discovery needs newer evidence"
        )
      ])
    record.submissions += Deals.scored("ProspectingAssessment", 70, at: "2026-03-02T08:00:00Z", id: "new")
    #expect(Deals.decide(record, playbook).proposals.map { $0.status } == [.applied])
  }

  @Test func `a kept gate stays when the threshold is raised, until a newer decided no`() throws {
    var rules = StoryPlaybook.promotions
    rules[0].condition = "ProspectingAssessment.Score > 75"
    let raised = try Deals.compiled(StoryPlaybook.forecast(sentences: rules))
    var record = Deals.deal("O-101", "Negotiation", 70, 60, at: "2026-02-20T10:00:00Z")
    // All open records: as if nothing had been kept.
    #expect(Deals.decide(record, raised).supported?.least == "Prospecting")
    record.history.gates = [
      History.KeptGate(
        from: "Prospecting", to: "Discovery", rule: "To Discovery", passedAt: Deals.milliseconds("2026-02-21T00:00:00Z")
      )
    ]
    let kept = Deals.decide(record, raised)
    #expect(kept.supported?.least == "Discovery")
    #expect(kept.gates.first?.state == .kept)
    record.submissions += Deals.scored("ProspectingAssessment", 74, at: "2026-02-25T10:00:00Z", id: "newer")
    let lost = Deals.decide(record, raised)
    #expect(lost.supported?.least == "Prospecting")
    #expect(lost.gates.first?.state == .failed)
    record.submissions.removeAll { $0.assessment == "ProspectingAssessment" }
    #expect(Deals.decide(record, raised).gates.first?.state == .kept)
  }
}

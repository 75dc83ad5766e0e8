import FEEL
import Sales
import Testing

/// Story 8, as far as it is pure: the night on which the threshold falls from 60 to 45.
@Suite struct NightlyStoryTests {
  /// 2026-04-01 02:00 in Jakarta; the UTC date is still 31 March.
  static let night = Clock(
    epochMilliseconds: Deals.milliseconds("2026-03-31T19:00:00Z"), offsetSeconds: 7 * 3600)

  static func playbook(threshold: Int) throws -> Playbook {
    var rules = StoryPlaybook.promotions
    rules[0].condition = Text("ProspectingAssessment.Score > \(threshold)")
    return try Deals.compiled(
      StoryPlaybook.forecast(
        writes: .auto, requires: ["next_meeting"], policy: PolicyDefinition(zone: "Asia/Jakarta", freshnessDays: 90),
        sentences: rules))
  }

  static func deal(
    _ id: Text, _ stage: Text, _ score: Int, _ answered: Text, meeting: Text?, hold: Text? = nil, kept: Bool = false
  ) -> Record {
    var record = Deals.deal(id, stage, score, at: answered)
    if let meeting, let day = CalendarDate(meeting) {
      record.attributes = [Record.Attribute(name: "next_meeting", value: .date(day))]
    }
    if let hold { record.history.hold = History.PersonsWord(by: "rina", reason: "", until: CalendarDate(hold)) }
    if kept {
      record.history.gates = [
        History.KeptGate(
          from: "Prospecting", to: "Discovery", rule: "To Discovery", passedAt: Deals.milliseconds(answered))
      ]
    }
    return record
  }

  static let records: [Record] = [
    deal("N-1", "Discovery", 70, "2026-03-20", meeting: "2026-04-08"),
    deal("N-2", "Prospecting", 50, "2026-03-20", meeting: "2026-04-09"),
    deal("N-3", "Prospecting", 50, "2026-03-21", meeting: "2026-04-10", hold: "2026-04-15"),
    deal("N-4", "Prospecting", 40, "2026-03-22", meeting: "2026-04-10"),
    deal("N-5", "Negotiation", 50, "2026-03-22", meeting: "2026-04-11"),
    deal("N-6", "Prospecting", 50, "2026-03-23", meeting: nil),
    deal("N-7", "Closed Lost", 70, "2026-03-23", meeting: nil),
    deal("N-8", "Discovery", 70, "2025-12-01", meeting: "2026-04-12", kept: true),
  ]

  private func decide(_ id: Text, threshold: Int = 45) throws -> Decision {
    let record = try #require(Self.records.first { $0.id == id })
    return Deals.decide(record, try Self.playbook(threshold: threshold), clock: Self.night)
  }

  @Test func `N-1 and N-5 are unchanged: upgrade never moves back`() throws {
    #expect(try decide("N-1").proposals.isEmpty)
    let beyond = try decide("N-5")
    #expect(beyond.proposals.isEmpty)
    #expect(beyond.supported?.least == "Discovery")
    #expect(beyond.verdict == .unproven(2))
  }

  @Test func `N-2 is promoted, and was not under version 2`() throws {
    let proposals = try decide("N-2").proposals
    #expect(proposals.map { $0.status } == [.applied])
    #expect(proposals.first?.path == ["Prospecting", "Discovery"])
    #expect(try decide("N-2", threshold: 60).proposals.isEmpty)
  }

  @Test func `N-3 is held, and its supported stage is not`() throws {
    let decision = try decide("N-3")
    #expect(decision.proposals.map { $0.status } == [.held("held by rina until 2026-04-15")])
    #expect(decision.supported?.least == "Discovery")
    // The last day is included.
    let record = try #require(Self.records.first { $0.id == "N-3" })
    let playbook = try Self.playbook(threshold: 45)
    let lastMinute = Clock(
      epochMilliseconds: Deals.milliseconds("2026-04-15T16:59:00Z"), offsetSeconds: 7 * 3600)
    #expect(Deals.decide(record, playbook, clock: lastMinute).proposals.first?.status != .applied)
    let nextDay = Clock(epochMilliseconds: Deals.milliseconds("2026-04-15T17:01:00Z"), offsetSeconds: 7 * 3600)
    #expect(Deals.decide(record, playbook, clock: nextDay).proposals.first?.status == .applied)
  }

  @Test func `N-4 is unchanged and told why`() throws {
    #expect(try decide("N-4").proposals.isEmpty)
    let record = try #require(Self.records.first { $0.id == "N-4" })
    let explanation = explain(record, playbook: try Self.playbook(threshold: 45), clock: Self.night)
    #expect(explanation.message().string.hasPrefix("40 is not greater than 45."))
  }

  @Test func `N-6 is incomplete: eligible, not moved`() throws {
    let decision = try decide("N-6")
    #expect(decision.proposals.map { $0.status } == [.blocked(["next_meeting"])])
    #expect(decision.supported?.least == "Discovery")
  }

  @Test func `N-7 is closed`() throws { #expect(try decide("N-7").supported == nil) }

  @Test func `N-8 keeps stage and gate, marked stale, and asks for a re-check`() throws {
    let decision = try decide("N-8")
    #expect(decision.verdict == .level)
    #expect(decision.gates.first?.state == .kept)
    #expect(decision.gates.first?.stale == true)
    #expect(decision.asks == ["ProspectingAssessment"])
    let notices = decision.notices.filter { $0.code == "EXPIRED" }
    #expect(
      notices.map { $0.message } == ["ProspectingAssessment: The answers are 121 days old (limit 90)"])
  }

  @Test func `expired answers leave a gate not yet passed undecided`() throws {
    var record = try #require(Self.records.first { $0.id == "N-8" })
    record.history.gates = []
    let decision = Deals.decide(record, try Self.playbook(threshold: 45), clock: Self.night)
    #expect(decision.gates.first?.state == .undecided)
    #expect(decision.verdict == .unproven(1))
    #expect(decision.asks == ["ProspectingAssessment"])
  }
}

import Decisions
import FEEL
import Sales
import Testing

/// Design §7.7: what a promotion waits for, beside what `PromotionTests` says.
@Suite struct PromotionLimitTests {
  private func decide(_ definition: PlaybookDefinition, _ record: Record) throws -> Decision {
    Deals.decide(record, try Deals.compiled(definition))
  }

  @Test func `what a rule requires also blocks closing, and an unknown condition requires nothing`() throws {
    let require = GateTests.rule("Big", "amount > 1000", [.require("region")])
    let definition = StoryPlaybook.forecast(writes: .auto, sentences: StoryPlaybook.promotions + [require])
    var record = Deals.deal("D", "Prospecting", 70)
    record.submissions += Deals.scored("SalesFeedback", 100)
    #expect(try decide(definition, record).proposals.map { $0.status } == [.applied, .waiting])
    record.attributes = GateTests.amount(2000)
    let big = try decide(definition, record)
    #expect(big.proposals.map { $0.status } == [.blocked(["region"]), .blocked(["region"])])
    // Eligible all the same.
    #expect(big.supported?.least == "Discovery")
  }

  @Test func `a proposal goes as far as nothing is missing, and what blocks beyond is told`() throws {
    var definition = StoryPlaybook.forecast(writes: .propose)
    definition.pipelines[0].stages[3].requires = ["next_meeting"]
    let decision = try decide(definition, Deals.deal("D", "Prospecting", 70, 90, 85))
    #expect(decision.proposals.map { $0.path } == [["Prospecting", "Discovery", "Demo"]])
    #expect(decision.proposals.map { $0.status } == [.waiting])
    #expect(decision.notices.map { $0.message } == ["beyond that, Negotiation requires next_meeting"])
  }

  @Test func `deciding again with what is remembered changes nothing`() throws {
    let definition = StoryPlaybook.forecast(writes: .auto, policy: PolicyDefinition(promotionsPerDay: 2))
    let playbook = try Deals.compiled(definition)
    var record = Deals.deal("D", "Prospecting", 70, 90, 85, at: "2026-02-01")
    let first = Deals.decide(record, playbook)
    #expect(first.proposals.map { $0.path } == [["Prospecting", "Discovery", "Demo"], ["Demo", "Negotiation"]])
    record.history = record.history.remembering(first, at: Deals.monday.epochMilliseconds)
    record.stage = "Demo"
    let second = Deals.decide(record, playbook)
    #expect(second.proposals.map { $0.status } == [.held("the policy allows 2 promotions a day")])
    let remembered = record.history.remembering(second, at: Deals.monday.epochMilliseconds + 1000)
    #expect(remembered.gates == record.history.gates)
    #expect(remembered.promotedToday == 2)
    #expect(remembered.lowestStage == "Prospecting")
  }

  @Test func `nobody is moved back, whatever the evidence says`() throws {
    let playbook = try Deals.compiled(StoryPlaybook.forecast(writes: .auto))
    for score in [0, 60] {
      let decision = Deals.decide(Deals.deal("D", "Negotiation", score, score, score), playbook)
      #expect(decision.verdict == .ahead(3))
      #expect(decision.proposals.isEmpty)
    }
  }

  @Test func `nobody is promoted knowing nothing`() throws {
    let playbook = try Deals.compiled(StoryPlaybook.field)
    for stage: Text in ["Prospecting", "Discovery", "Demo", "Negotiation"] {
      let decision = Deals.decide(Deals.deal("D", stage), playbook)
      #expect(decision.supported?.least == "Prospecting")
      #expect(decision.supported?.most == "Negotiation")
      #expect(decision.proposals.isEmpty)
    }
  }

  @Test func `an archived and a won record are scored and stay outside the climb`() throws {
    var definition = StoryPlaybook.forecast()
    definition.pipelines[0].stages.append(StoryPlaybook.stage("Parked", .archived, 7, 0))
    for stage: Text in ["Parked", "Closed Won"] {
      let decision = try decide(definition, Deals.deal("D", stage, 70))
      #expect(decision.supported == nil)
      #expect(decision.verdict == nil)
      #expect(decision.proposals.isEmpty)
      #expect(decision.assessments.contains { $0.state == .complete })
    }
  }

  @Test func `stage names in other cases are noted, and two that differ only by case are an error`() {
    var rules = StoryPlaybook.promotions
    rules[0].actions = [.upgrade(to: "DISCOVERY", from: ["prospecting"])]
    let (playbook, findings) = Playbook.compile(StoryPlaybook.forecast(sentences: rules))
    #expect(playbook != nil)
    #expect(findings.filter { $0.code == "CASE" }.map { $0.severity } == [.note, .note])
    var twice = StoryPlaybook.forecast()
    twice.pipelines[0].stages.append(StoryPlaybook.stage("demo", .open, 9, 80))
    #expect(Playbook.compile(twice).findings.map { $0.code } == ["DUPLICATE"])
    var renewals = StoryPlaybook.forecast()
    var second = renewals.pipelines[0]
    second.name = "Renewals"
    second.stages[2].name = "demo"
    renewals.pipelines.append(second)
    #expect(
      Playbook.compile(renewals).findings.filter { $0.severity == .error }.map { $0.message } == [
        "the stages Demo of New business and demo differ only by case"
      ])
  }

  @Test func `a stage that is first in one pipeline may be a target in another`() throws {
    var definition = StoryPlaybook.forecast(sentences: Array(StoryPlaybook.promotions[..<2]))
    var short = definition.pipelines[0]
    short.name = "Renewals"
    short.stages.remove(at: 0)
    definition.pipelines.append(short)
    var record = Deals.deal("D", "Discovery", nil, 90)
    record.pipeline = "Renewals"
    #expect(try decide(definition, record).supported?.least == "Demo")
    record.pipeline = "New business"
    #expect(try decide(definition, record).supported?.least == "Prospecting")
    definition.pipelines.remove(at: 0)
    #expect(Playbook.compile(definition).findings.contains { $0.code == "TARGET" })
  }

  @Test func `the order in which a sender names things changes no byte`() throws {
    let playbook = try Deals.compiled(StoryPlaybook.forecast(writes: .auto))
    var reader = RecordReader(playbook)
    func line(_ json: String) throws -> String {
      let record = try reader.read(Array(json.utf8))
      var bytes: [UInt8] = []
      Deals.decide(record, playbook).write(into: &bytes, record: record, playbook: playbook)
      return String(decoding: bytes, as: UTF8.self)
    }
    let sheet = #"{"id":"s","assessment":"ProspectingAssessment","answers":{"value":70},"capturedAt":1000}"#
    let other = #"{"id":"t","assessment":"DiscoveryAssessment","capturedAt":2000,"answers":{"value":80}}"#
    let first = try line(
      #"{"id":"D","stage":"Demo","attributes":{"amount":5,"next_meeting":"2026-04-01","region":"NA"},"#
        + #""submissions":["# + sheet + "," + other + "]}")
    let second = try line(
      #"{"submissions":["# + other + "," + sheet
        + #"],"attributes":{"region":"NA","amount":5.0,"next_meeting":"2026-04-01"},"stage":"Demo","id":"D"}"#)
    #expect(first == second)
  }
}

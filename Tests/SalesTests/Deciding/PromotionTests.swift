import Decisions
import FEEL
import Sales
import Testing

/// Design §7.7: how far a promotion is carried out, and what stops it.
@Suite struct PromotionTests {
  static func rule(
    _ name: Text, _ condition: Text, _ actions: [SentenceDefinition.Action], mode: SentenceDefinition.Mode? = nil
  ) -> SentenceDefinition { StoryPlaybook.sentence(name, condition, actions, mode: mode) }

  static func decide(
    _ definition: PlaybookDefinition, _ record: Record = Deals.deal("D", "Prospecting", 70, 90, 85)
  ) throws -> Decision {
    Deals.decide(record, try Deals.compiled(definition))
  }

  private func paths(_ decision: Decision) -> [[Text]] { decision.proposals.map { $0.path } }
  private func statuses(_ decision: Decision) -> [Proposal.Status] { decision.proposals.map { $0.status } }

  @Test func `automatic rules carry up to the first gate that waits for a person`() throws {
    var rules = StoryPlaybook.promotions
    rules[1].mode = .proposal
    let decision = try Self.decide(StoryPlaybook.forecast(writes: .auto, sentences: rules))
    #expect(paths(decision) == [["Prospecting", "Discovery"], ["Discovery", "Demo", "Negotiation"]])
    #expect(statuses(decision) == [.applied, .waiting])
  }

  @Test func `an automatic rule does not lift the pipeline's ceiling`() throws {
    var rules = StoryPlaybook.promotions
    for place in rules.indices { rules[place].mode = .automatic }
    let decision = try Self.decide(StoryPlaybook.forecast(writes: .propose, sentences: rules))
    #expect(statuses(decision) == [.waiting])
    #expect(try Self.decide(StoryPlaybook.forecast(writes: .none, sentences: rules)).proposals.isEmpty)
  }

  @Test func `an upgrade by proposal waits even where all is automatic`() throws {
    var rules = StoryPlaybook.promotions
    rules[0].actions = [.propose("Discovery")]
    let decision = try Self.decide(StoryPlaybook.forecast(writes: .auto, sentences: rules))
    #expect(paths(decision) == [["Prospecting", "Discovery", "Demo", "Negotiation"]])
    #expect(statuses(decision) == [.waiting])
  }

  @Test func `the cap counts stages per record and day`() throws {
    let definition = StoryPlaybook.forecast(writes: .auto, policy: PolicyDefinition(promotionsPerDay: 2))
    var record = Deals.deal("D", "Prospecting", 70, 90, 85)
    var decision = try Self.decide(definition, record)
    #expect(paths(decision) == [["Prospecting", "Discovery", "Demo"], ["Demo", "Negotiation"]])
    #expect(statuses(decision) == [.applied, .held("the policy allows 2 promotions a day")])
    record.history.promotedToday = 1
    decision = try Self.decide(definition, record)
    #expect(paths(decision).first == ["Prospecting", "Discovery"])
    record.history.promotedToday = 5
    #expect(statuses(try Self.decide(definition, record)) == [.held("the policy allows 2 promotions a day")])
  }

  @Test func `a promotion goes as far as nothing required is missing, and names what is`() throws {
    var definition = StoryPlaybook.forecast(writes: .auto)
    definition.pipelines[0].stages[2].requires = ["next_meeting", "region"]
    let decision = try Self.decide(definition)
    #expect(paths(decision) == [["Prospecting", "Discovery"], ["Discovery", "Demo", "Negotiation"]])
    #expect(statuses(decision) == [.applied, .blocked(["next_meeting", "region"])])
  }

  @Test func `a rule may require an attribute of every promotion while it is true`() throws {
    let require = Self.rule("Big deals", "amount > 1000", [.require("region")])
    let definition = StoryPlaybook.forecast(writes: .auto, sentences: StoryPlaybook.promotions + [require])
    var record = Deals.deal("D", "Prospecting", 70)
    #expect(statuses(try Self.decide(definition, record)) == [.applied])
    record.attributes = [Record.Attribute(name: "amount", value: .number(2000))]
    #expect(statuses(try Self.decide(definition, record)) == [.blocked(["region"])])
  }

  @Test func `won is proposed from every open stage, and won and lost together are a conflict`() throws {
    let lose = Self.rule("Lose", "amount < 10", [.propose("Closed Lost")])
    let definition = StoryPlaybook.forecast(writes: .auto, sentences: StoryPlaybook.promotions + [lose])
    var record = Deals.deal("D", "Prospecting")
    record.submissions = Deals.scored("SalesFeedback", 100)
    let won = try Self.decide(definition, record)
    #expect(paths(won) == [["Prospecting", "Closed Won"]])
    #expect(statuses(won) == [.waiting])
    record.attributes = [Record.Attribute(name: "amount", value: .number(5))]
    let both = try Self.decide(definition, record)
    #expect(both.proposals.isEmpty)
    #expect(
      both.notices.map { $0.message } == [
        "To Closed Won proposes Closed Won and Lose proposes Closed Lost: neither is proposed"
      ])
  }

  @Test func `a stage without rules is passed while the stated stage is beyond it`() throws {
    let rules = StoryPlaybook.promotions.filter { $0.name != "To Demo" }
    let definition = StoryPlaybook.forecast(sentences: rules)
    let before = try Self.decide(definition)
    #expect(before.supported?.least == "Discovery")
    #expect(before.supported?.most == "Discovery")
    let beyond = try Self.decide(definition, Deals.deal("D", "Demo", 70, 90, 85))
    #expect(beyond.supported?.least == "Negotiation")
  }

  @Test func `of several ways the one with most stages is taken`() throws {
    let skip = Self.rule("Skip", "ProspectingAssessment.Score > 65", [.upgrade(to: "Demo", from: ["Prospecting"])])
    let definition = StoryPlaybook.forecast(sentences: StoryPlaybook.promotions + [skip])
    #expect(paths(try Self.decide(definition)) == [["Prospecting", "Discovery", "Demo", "Negotiation"]])
    let noDiscovery = try Self.decide(definition, Deals.deal("D", "Prospecting", 70, 10, 85))
    #expect(paths(noDiscovery) == [["Prospecting", "Demo", "Negotiation"]])
    // The evidence jumps over the stated stage.
    let between = try Self.decide(definition, Deals.deal("D", "Discovery", 70, 10, 85))
    #expect(paths(between) == [["Discovery", "Demo", "Negotiation"]])
  }

  @Test func `stage is that of the gate which is judged`() throws {
    let rules = [
      Self.rule("Early", "stage = \"Prospecting\" and amount > 1", [.upgrade(to: "Discovery", from: [])]),
      Self.rule("Late", "probability >= 25 and amount > 1", [.upgrade(to: "Demo", from: [])]),
    ]
    let definition = StoryPlaybook.forecast(sentences: rules)
    let amount = [Record.Attribute(name: "amount", value: .number(5))]
    for stage: Text in ["Prospecting", "Discovery", "Demo"] {
      let decision = try Self.decide(definition, Deals.deal("D", stage, attributes: amount))
      #expect(decision.supported?.least == "Demo")
    }
  }

  @Test func `a reopened record starts anew: earlier evidence is history`() throws {
    var record = Deals.deal("D", "Prospecting", 70, at: "2026-01-10T00:00:00Z")
    record.history.gates = [
      History.KeptGate(
        from: "Prospecting", to: "Discovery", rule: "To Discovery", passedAt: Deals.milliseconds("2026-01-11"))
    ]
    #expect(try Self.decide(StoryPlaybook.forecast(), record).supported?.least == "Discovery")
    record.history.episodeStart = Deals.milliseconds("2026-02-01")
    #expect(try Self.decide(StoryPlaybook.forecast(), record).supported?.least == "Prospecting")
  }

  @Test func `a stage that the pipeline does not know, and a record without a pipeline, are told`() throws {
    let unknown = try Self.decide(StoryPlaybook.forecast(), Deals.deal("D", "Qualifying", 70))
    #expect(unknown.supported == nil)
    #expect(unknown.notices.map { $0.message } == ["the pipeline New business does not know the stage Qualifying"])
    var definition = StoryPlaybook.forecast()
    var second = definition.pipelines[0]
    second.name = "Renewals"
    definition.pipelines.append(second)
    let none = try Self.decide(definition)
    #expect(none.supported == nil)
    #expect(
      none.notices.map { $0.message } == [
        "the record names no pipeline; possible are New business and Renewals"
      ])
    #expect(none.assessments.contains { $0.state == .complete })
  }

  @Test func `without a climb the gate at the stated stage proposes`() throws {
    let playbook = try Deals.compiled(StoryPlaybook.forecast())
    let decision = Deals.decide(Deals.deal("D", "Discovery", nil, 90, 85), playbook, climb: false)
    #expect(decision.proposes == "Demo")
    #expect(decision.supported == nil)
    #expect(decision.verdict == nil)
    #expect(decision.fired == ["To Demo", "To Negotiation"])
    #expect(Deals.decide(Deals.deal("D", "Prospecting", 60), playbook, climb: false).proposes == nil)
  }

  @Test func `rules ask, flag and set facts`() throws {
    let rules = [
      Self.rule("Fit", "amount >= 100", [.contribute(Contribution(.set, fact: "fit", value: "\"high\""))]),
      Self.rule("Hot", "fit = \"high\"", [.flag("hot"), .ask("DemoAssessment"), .upgrade(to: "Discovery", from: [])]),
    ]
    let definition = StoryPlaybook.forecast(sentences: rules)
    let amount = [Record.Attribute(name: "amount", value: .number(500))]
    let decision = try Self.decide(definition, Deals.deal("D", "Prospecting", attributes: amount))
    #expect(decision.flags == ["hot"])
    #expect(decision.asks == ["DemoAssessment"])
    #expect(decision.supported?.least == "Discovery")
    let unknown = try Self.decide(definition, Deals.deal("D", "Prospecting"))
    #expect(unknown.unknown == ["Fit", "Hot"])
    #expect(unknown.supported?.least == "Prospecting")
    #expect(unknown.supported?.most == "Discovery")
  }

  @Test("Proposals come in the order of won, lost and archived stages, by rank, whatever the lines of the file")
  func orderOfProposals() throws {
    var definition = StoryPlaybook.forecast(sentences: [
      Self.rule("Lose", "amount < 10", [.propose("Closed Lost")]),
      Self.rule("Shelve", "amount < 10", [.propose("Shelved")]),
      Self.rule("Freeze", "amount < 10", [.propose("Frozen")]),
    ])
    definition.pipelines[0].stages += [
      StoryPlaybook.stage("Shelved", .archived, 8, 0), StoryPlaybook.stage("Frozen", .archived, 7, 0),
    ]
    let record = Deals.deal("D", "Demo", attributes: GateTests.amount(5))
    for _ in 0..<2 {
      let decision = Deals.decide(record, try Deals.compiled(definition))
      #expect(decision.proposals.map { $0.to } == ["Closed Lost", "Frozen", "Shelved"])
      definition.pipelines[0].stages.reverse()
    }
  }
}

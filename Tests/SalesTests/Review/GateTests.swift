import Decisions
import FEEL
import Sales
import Testing

/// Design §7.5 and §7.6, sentence by sentence: which rule counts where, where the climb starts, what is kept.
@Suite struct GateTests {
  static func rule(_ name: Text, _ condition: Text, _ actions: [SentenceDefinition.Action]) -> SentenceDefinition {
    StoryPlaybook.sentence(name, condition, actions)
  }

  static func amount(_ number: Int?, at: Text? = nil) -> [Record.Attribute] {
    [
      Record.Attribute(
        name: "amount", value: number.map { .number(Decimal34($0)) } ?? .unknown,
        changedAt: at.map { Deals.milliseconds($0) })
    ]
  }

  private func decide(_ sentences: [SentenceDefinition], _ record: Record) throws -> Decision {
    Deals.decide(record, try Deals.compiled(StoryPlaybook.forecast(sentences: sentences)))
  }

  private func supported(_ decision: Decision) -> [Text] {
    decision.supported.map { [$0.least, $0.most] } ?? []
  }

  @Test func `from a stage replaces the default origin`() throws {
    let jump = Self.rule("Jump", "amount > 1", [.upgrade(to: "Negotiation", from: ["Prospecting", "Discovery"])])
    let first = try decide([jump], Deals.deal("D", "Prospecting", attributes: Self.amount(5)))
    #expect(supported(first) == ["Negotiation", "Negotiation"])
    #expect(first.gates.map { $0.from } == ["Prospecting", "Discovery", "Demo"])
    #expect(first.gates.map { $0.to } == ["Negotiation", "Negotiation", "Negotiation"])
    #expect(first.gates.map { $0.state } == [.passed, .passed, .withoutRules])
    // At Demo the rule does not count: what passed is the way from Prospecting, and its rule says why.
    let demo = try decide([jump], Deals.deal("D", "Demo", attributes: Self.amount(5)))
    #expect(supported(demo) == ["Negotiation", "Negotiation"])
    #expect(demo.proposals.map { $0.path } == [["Demo", "Negotiation"]])
    #expect(demo.proposals.map { $0.rules } == [["Jump"]])
    let unknown = try decide([jump], Deals.deal("D", "Prospecting", attributes: Self.amount(nil)))
    #expect(supported(unknown) == ["Prospecting", "Negotiation"])
  }

  @Test func `a target that is not beyond its origin is an error`() {
    for (to, from) in [("Discovery", ["Demo"]), ("Demo", ["Demo"]), ("Prospecting", []), ("Demo", ["Closed Won"])]
      as [(Text, [Text])]
    {
      let (playbook, findings) = Playbook.compile(
        StoryPlaybook.forecast(sentences: [Self.rule("R", "amount > 1", [.upgrade(to: to, from: from)])]))
      #expect(playbook == nil)
      #expect(findings.map { $0.code } == ["TARGET"])
    }
  }

  @Test func `a gate with a true rule is passed whatever the others say; undecided before failed`() throws {
    let rules = [
      Self.rule("A", "amount > 10", [.upgrade(to: "Discovery", from: [])]),
      Self.rule("B", "region = \"NA\"", [.upgrade(to: "Discovery", from: [])]),
      Self.rule("C", "DiscoveryAssessment.Score > 75", [.upgrade(to: "Demo", from: [])]),
    ]
    func state(_ amount: Int?, _ region: Text?) throws -> GateState? {
      var record = Deals.deal("D", "Prospecting", attributes: Self.amount(amount))
      if let region { record.attributes.append(Record.Attribute(name: "region", value: .string(region))) }
      return try decide(rules, record).gates.first?.state
    }
    #expect(try state(11, "EMEA") == .passed)
    #expect(try state(11, nil) == .passed)
    #expect(try state(9, nil) == .undecided)
    #expect(try state(nil, "EMEA") == .undecided)
    #expect(try state(9, "EMEA") == .failed)
  }

  @Test func `propose to an open stage is an upgrade by proposal and counts for the supported stage`() throws {
    let rules = [Self.rule("P", "amount > 10", [.propose("Demo")]), StoryPlaybook.promotions[0]]
    let decision = Deals.decide(
      Deals.deal("D", "Discovery", 70, attributes: Self.amount(11)),
      try Deals.compiled(StoryPlaybook.forecast(writes: .auto, sentences: rules)))
    #expect(supported(decision) == ["Demo", "Demo"])
    #expect(decision.proposals.map { $0.status } == [.waiting])
    #expect(decision.verdict == .behind(1))
  }

  @Test func `the climb starts at the entry, or lower where the record stood lower`() throws {
    var definition = StoryPlaybook.forecast()
    definition.pipelines[0].entry = "demo"
    let playbook = try Deals.compiled(definition)
    #expect(supported(Deals.decide(Deals.deal("D", "Negotiation"), playbook)) == ["Demo", "Negotiation"])
    var record = Deals.deal("D", "Negotiation")
    record.history.lowestStage = "Discovery"
    #expect(supported(Deals.decide(record, playbook)) == ["Discovery", "Negotiation"])
    #expect(supported(Deals.decide(Deals.deal("D", "Prospecting"), playbook)) == ["Prospecting", "Negotiation"])
    record = Deals.deal("D", "Demo")
    record.history.lowestStage = "Negotiation"
    #expect(supported(Deals.decide(record, playbook)) == ["Demo", "Negotiation"])
  }

  @Test func `a gate once passed is kept until a newer decided no, by answers or by an attribute`() throws {
    let rules = [
      Self.rule("Big", "amount > 10 and ProspectingAssessment.Score > 60", [.upgrade(to: "Discovery", from: [])])
    ]
    var record = Deals.deal("D", "Discovery", 70, at: "2026-02-01", attributes: Self.amount(5, at: "2026-02-02"))
    record.history.gates = [
      History.KeptGate(
        from: "Prospecting", to: "Discovery", rule: "Big", passedAt: Deals.milliseconds("2026-02-10"))
    ]
    func state(_ attributes: [Record.Attribute]) throws -> GateState? {
      record.attributes = attributes
      return try decide(rules, record).gates.first?.state
    }
    // The no is as old as what it rests on, or as the last change of it.
    #expect(try state(Self.amount(5, at: "2026-02-02")) == .kept)
    #expect(try state(Self.amount(5)) == .kept)
    #expect(try state(Self.amount(nil, at: "2026-02-20")) == .kept)
    #expect(try state(Self.amount(5, at: "2026-02-20")) == .failed)
    #expect(try state(Self.amount(50, at: "2026-02-20")) == .passed)
    // The same instant is not newer.
    #expect(try state(Self.amount(5, at: "2026-02-10")) == .kept)
    record.submissions[0].answers[0].value = .number(10)
    record.submissions[0].capturedAt = Deals.milliseconds("2026-02-11")
    #expect(try state(Self.amount(50, at: "2026-02-02")) == .failed)
  }

  @Test func `a kept gate is forgotten with every entry of it once a newer no is decided`() throws {
    var record = Deals.deal("D", "Discovery", 10, at: "2026-02-20")
    record.history.gates = ["2026-02-01", "2026-02-10"].map {
      History.KeptGate(from: "Prospecting", to: "Discovery", rule: "To Discovery", passedAt: Deals.milliseconds($0))
    }
    let decision = try decide(StoryPlaybook.promotions, record)
    #expect(decision.gates.first?.state == .failed)
    #expect(record.history.remembering(decision, at: Deals.monday.epochMilliseconds).gates.isEmpty)
  }

  @Test func `a rule that is out of its dates does not take a kept gate away, and passes none`() throws {
    var rules = StoryPlaybook.promotions
    rules[0].until = CalendarDate("2026-03-01")
    let record = Deals.deal("D", "Prospecting", 70, at: "2026-02-20")
    #expect(try decide(rules, record).gates.first?.state == .withoutRules)
    #expect(supported(try decide(rules, record)) == ["Prospecting", "Prospecting"])
    var kept = record
    kept.history.gates = [
      History.KeptGate(
        from: "Prospecting", to: "Discovery", rule: "To Discovery", passedAt: Deals.milliseconds("2026-02-21"))
    ]
    #expect(try decide(rules, kept).gates.first?.state == .kept)
    rules[0].until = CalendarDate("2026-03-02")
    #expect(try decide(rules, record).gates.first?.state == .passed)
  }

  @Test func `the last day of a rule is a day of the policy's zone`() throws {
    var rules = StoryPlaybook.promotions
    rules[0].until = CalendarDate("2026-03-02")
    let playbook = try Deals.compiled(StoryPlaybook.forecast(sentences: rules))
    func state(_ instant: Text, hours: Int) -> GateState? {
      let clock = Clock(epochMilliseconds: Deals.milliseconds(instant), offsetSeconds: Int32(hours * 3600))
      return Deals.decide(Deals.deal("D", "Prospecting", 70), playbook, clock: clock).gates.first?.state
    }
    #expect(state("2026-03-02T16:59:59Z", hours: 7) == .passed)
    #expect(state("2026-03-02T17:00:00Z", hours: 7) == .withoutRules)
    #expect(state("2026-03-03T07:59:59Z", hours: -8) == .passed)
  }

  @Test func `a fact that a gate reads may not read stage, step or probability, and the chain is printed`() {
    let rules = [
      Self.rule("Z", "stage = \"Demo\"", [.contribute(Contribution(.set, fact: "late", value: "true"))]),
      Self.rule("Y", "late", [.contribute(Contribution(.set, fact: "urgent", value: "true"))]),
      Self.rule("X", "urgent and amount > 1", [.upgrade(to: "Demo", from: [])]),
    ]
    let (playbook, findings) = Playbook.compile(StoryPlaybook.forecast(sentences: rules))
    #expect(playbook == nil)
    #expect(
      findings.map { $0.message } == [
        "a gate may not depend on stage through facts: the rule X → urgent → late → stage"
      ])
    // A value that reads it is as bad as a condition; a fact that no gate reads may do both.
    let value = [
      Self.rule("Z", "amount > 1", [.contribute(Contribution(.set, fact: "chance", value: "probability + 1"))]),
      Self.rule("X", "chance > 1", [.upgrade(to: "Demo", from: [])]),
    ]
    #expect(Playbook.compile(StoryPlaybook.forecast(sentences: value)).findings.map { $0.code } == ["GATE-STATE"])
    #expect(Playbook.compile(StoryPlaybook.forecast(sentences: [rules[0], rules[1]])).playbook != nil)
  }

  @Test func `outside of gates stage is the stated one`() throws {
    let rules =
      StoryPlaybook.promotions + [
        Self.rule("Flag", "stage = \"Demo\"", [.flag("at demo")]),
        Self.rule("Close", "stage = \"Demo\" and amount < 3", [.propose("Closed Lost")]),
      ]
    let demo = try decide(rules, Deals.deal("D", "Demo", attributes: Self.amount(1)))
    #expect(demo.flags == ["at demo"])
    #expect(demo.proposals.map { $0.to } == ["Closed Lost"])
    #expect(try decide(rules, Deals.deal("D", "Discovery", attributes: Self.amount(1))).proposals.isEmpty)
  }

  @Test func `a fact in conflict leaves its gate undecided, and is told`() throws {
    let rules = [
      Self.rule("A", "amount > 1", [.contribute(Contribution(.set, fact: "fit", value: "\"high\""))]),
      Self.rule("B", "amount > 2", [.contribute(Contribution(.set, fact: "fit", value: "\"low\""))]),
      Self.rule("C", "fit = \"high\"", [.upgrade(to: "Discovery", from: [])]),
    ]
    let decision = try decide(rules, Deals.deal("D", "Prospecting", attributes: Self.amount(5)))
    #expect(supported(decision) == ["Prospecting", "Discovery"])
    #expect(
      decision.notices.map { $0.message } == [
        "fit gets different values: \"high\" from rule \"A\" and \"low\" from rule \"B\""
      ])
    let one = try decide(rules, Deals.deal("D", "Prospecting", attributes: Self.amount(2)))
    #expect(supported(one) == ["Discovery", "Discovery"])
  }

  @Test func `won and lost, and a hold, change nothing of the supported stages`() throws {
    let rules = StoryPlaybook.promotions + [Self.rule("Lose", "amount < 3", [.propose("Closed Lost")])]
    var record = Deals.deal("D", "Prospecting", 70, attributes: Self.amount(1))
    record.submissions += Deals.scored("SalesFeedback", 100)
    record.history.hold = History.PersonsWord(by: "rina", reason: "freeze", until: CalendarDate("2026-03-02"))
    let decision = try decide(rules, record)
    #expect(supported(decision) == ["Discovery", "Negotiation"])
    #expect(decision.notices.map { $0.code } == ["CONFLICT"])
    #expect(decision.proposals.map { $0.to } == ["Discovery"])
    if case .held? = decision.proposals.first?.status {} else { Issue.record("held to its last day") }
    record.history.hold?.until = CalendarDate("2026-03-01")
    #expect(try decide(rules, record).proposals.map { $0.status } == [.waiting])
  }
}

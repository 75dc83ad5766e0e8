import Decisions
import FEEL
import Sales
import Testing

/// Design §7.9: a rule that is not in force says nothing.
@Suite("A rule that is not in force is no evidence, no doubt and no no")
struct OutOfForceTests {
  private static let ended = CalendarDate("2026-02-28")

  private static func rule(
    _ name: Text, _ condition: Text, _ actions: [SentenceDefinition.Action], until: CalendarDate? = nil
  ) -> SentenceDefinition {
    var rule = StoryPlaybook.sentence(name, condition, actions)
    rule.until = until
    return rule
  }

  private static func toDiscovery(_ name: Text, _ condition: Text, until: CalendarDate? = nil) -> SentenceDefinition {
    rule(name, condition, [.upgrade(to: "Discovery", from: [])], until: until)
  }

  private static func kept(by rule: Text, at instant: Text, evidence: Text? = nil) -> [History.KeptGate] {
    [
      History.KeptGate(
        from: "Prospecting", to: "Discovery", rule: rule, passedAt: Deals.milliseconds(instant),
        evidenceAt: evidence.map { Deals.milliseconds($0) })
    ]
  }

  private func decide(
    _ sentences: [SentenceDefinition], _ record: Record, writes: Writes = .auto, policy: PolicyDefinition = .init()
  ) throws -> Decision {
    Deals.decide(
      record, try Deals.compiled(StoryPlaybook.forecast(writes: writes, policy: policy, sentences: sentences)))
  }

  @Test("What it reads cannot take a kept gate away")
  func keptGate() throws {
    // The amount changed after the passing, but only the ended rule reads it.
    let rules = [
      Self.toDiscovery("Big", "amount > 100", until: Self.ended),
      Self.toDiscovery("Score", "ProspectingAssessment.Score > 60"),
    ]
    var record = Deals.deal(
      "D", "Discovery", 10, at: "2026-02-01", attributes: GateTests.amount(5, at: "2026-02-20"))
    record.history.gates = Self.kept(by: "Gone", at: "2026-02-10")
    #expect(try decide(rules, record).gates.first?.state == .kept)
    // In force it says a newer no.
    let alive = [Self.toDiscovery("Big", "amount > 100"), rules[1]]
    #expect(try decide(alive, record).gates.first?.state == .failed)
  }

  @Test("Nor can what it reads through a fact, and it lifts no watermark")
  func throughFacts() throws {
    let rules = [
      Self.rule(
        "Fit by amount", "amount > 100", [.contribute(Contribution(.set, fact: "fit", value: "\"high\""))],
        until: Self.ended),
      Self.rule(
        "Fit by region", "region = \"EMEA\"", [.contribute(Contribution(.set, fact: "fit", value: "\"high\""))]),
      Self.toDiscovery("Fits", "fit = \"high\""),
    ]
    var record = Deals.deal("D", "Prospecting")
    record.attributes = [
      Record.Attribute(name: "amount", value: .number(Decimal34(5)), changedAt: Deals.milliseconds("2026-02-20")),
      Record.Attribute(name: "region", value: .string("EMEA"), changedAt: Deals.milliseconds("2026-02-01")),
    ]
    record.history.watermarks = [
      History.Watermark(from: "Discovery", to: "Prospecting", at: Deals.milliseconds("2026-02-10"))
    ]
    let barred = try decide(rules, record)
    #expect(barred.gates.first?.barred == true)
    #expect(barred.gates.first?.evidenceAt == Deals.milliseconds("2026-02-01"))
    var alive = rules
    alive[0].until = nil
    #expect(try decide(alive, record).gates.first?.barred == false)
  }

  @Test("Its expired answers make no gate stale, and nobody is asked for them")
  func stale() throws {
    let rules = [
      Self.toDiscovery("Score", "ProspectingAssessment.Score > 60", until: Self.ended),
      Self.toDiscovery("Big", "amount > 100"),
    ]
    var record = Deals.deal(
      "D", "Discovery", 70, at: "2025-01-01", attributes: GateTests.amount(5, at: "2026-01-01"))
    record.history.gates = Self.kept(by: "Big", at: "2026-02-10")
    let decision = try decide(rules, record, policy: PolicyDefinition(freshnessDays: 30))
    #expect(decision.gates.first?.state == .kept)
    #expect(decision.gates.first?.stale == false)
    #expect(!decision.asks.contains("ProspectingAssessment"))
  }

  @Test("A stage that only such rules lead out of is as one without rules")
  func withoutRules() throws {
    let rules = [
      Self.rule("Jump", "amount > 1", [.upgrade(to: "Demo", from: ["Prospecting"])], until: Self.ended),
      Self.rule("On", "amount > 1", [.upgrade(to: "Demo", from: ["Discovery"])]),
    ]
    let beyond = try decide(rules, Deals.deal("D", "Discovery", attributes: GateTests.amount(5)))
    #expect(beyond.gates.first?.state == .withoutRules)
    #expect(beyond.gates.first?.to == "Discovery")
    #expect(beyond.supported?.least == "Demo")
    // It promotes nobody.
    let before = try decide(rules, Deals.deal("D", "Prospecting", attributes: GateTests.amount(5)))
    #expect(before.supported?.least == "Prospecting")
    #expect(before.supported?.most == "Prospecting")
    #expect(before.proposals.isEmpty)
  }

  @Test("A gate kept by a rule that is no longer in force is proposed, not applied")
  func proposed() throws {
    var record = Deals.deal("D", "Prospecting", 70, at: "2026-02-01")
    record.history.gates = Self.kept(by: "Score", at: "2026-02-10")
    let rule = Self.toDiscovery("Score", "ProspectingAssessment.Score > 60", until: Self.ended)
    #expect(try decide([rule], record).proposals.map { $0.status } == [.waiting])
  }

  @Test("A kept gate is judged by the evidence that passed it: only what is newer than that can say no")
  func evidenceTime() throws {
    let rule = Self.toDiscovery("Score", "ProspectingAssessment.Score > 60")
    // Decided in the night of the 20th on a sheet of the 1st; a sheet of the 10th arrives late.
    var record = Deals.deal("D", "Discovery", 10, at: "2026-02-10")
    record.history.gates = Self.kept(by: "Score", at: "2026-02-20", evidence: "2026-02-01")
    #expect(try decide([rule], record).gates.first?.state == .failed)
    // Without the stored time, the night counts.
    record.history.gates = Self.kept(by: "Score", at: "2026-02-20")
    #expect(try decide([rule], record).gates.first?.state == .kept)
    // Evidence of another rule is none of the one that passed it.
    let other = Self.toDiscovery("Big", "amount > 100")
    record = Deals.deal("D", "Discovery", 10, at: "2026-02-01", attributes: GateTests.amount(5, at: "2026-02-20"))
    record.history.gates = Self.kept(by: "Score", at: "2026-02-05", evidence: "2026-02-01")
    #expect(try decide([rule, other], record).gates.first?.state == .kept)
  }

  @Test("The time of the evidence is remembered, written and read")
  func remembered() throws {
    let playbook = try Deals.compiled(StoryPlaybook.forecast())
    var record = Deals.deal("D", "Prospecting", 70, at: "2026-02-01")
    let decision = Deals.decide(record, playbook)
    record.history = record.history.remembering(decision, at: Deals.monday.epochMilliseconds, playbook: "v")
    #expect(record.history.gates.map { $0.evidenceAt } == [Deals.milliseconds("2026-02-01")])
    #expect(record.history.gates.map { $0.passedAt } == [Deals.monday.epochMilliseconds])
    var writer = RecordWriter()
    var reader = RecordReader(playbook)
    #expect(try reader.read(writer.line(record)).history.gates == record.history.gates)
  }

  @Test("Why a record gets no further says that no rule is in force")
  func explained() throws {
    let rule = Self.toDiscovery("Score", "ProspectingAssessment.Score > 60", until: Self.ended)
    let playbook = try Deals.compiled(StoryPlaybook.forecast(sentences: [rule]))
    let explanation = explain(Deals.deal("D", "Prospecting", 70), playbook: playbook, clock: Deals.monday)
    #expect(explanation.message() == "no rule that leads on is in force")
  }
}

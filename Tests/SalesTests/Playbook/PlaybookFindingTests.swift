import Decisions
import FEEL
import Sales
import Testing

/// Everything that is wrong with a playbook is told at once, each with its subject, cause and fix.
@Suite struct PlaybookFindingTests {
  struct Case: CustomTestStringConvertible {
    let what: String
    let code: Text
    let subject: Subject
    let message: String
    let fix: Text?
    let change: @Sendable (inout PlaybookDefinition) -> Void
    var testDescription: String { what }

    init(
      _ what: String, _ code: Text, _ subject: Subject, _ message: String, fix: Text? = nil,
      _ change: @escaping @Sendable (inout PlaybookDefinition) -> Void
    ) {
      self.what = what
      self.code = code
      self.subject = subject
      self.message = message
      self.fix = fix
      self.change = change
    }
  }

  static func rule(_ name: Text, _ condition: Text, _ actions: SentenceDefinition.Action...) -> SentenceDefinition {
    StoryPlaybook.sentence(name, condition, actions)
  }

  static func stage(_ name: Text) -> Subject { .stage(pipeline: "New business", name: name) }

  static let errors: [Case] = [
    Case(
      "an unknown stage", "UNDEFINED", .action(rule: "r", index: 0), "there is no stage Discvery",
      fix: "did you mean Discovery?"
    ) { $0.sentences.append(rule("r", "amount > 1", .upgrade(to: "Discvery", from: []))) },
    Case("from an unknown stage", "UNDEFINED", .action(rule: "r", index: 0), "there is no stage Prospect") {
      $0.sentences.append(rule("r", "amount > 1", .upgrade(to: "Demo", from: ["Prospect"])))
    },
    Case(
      "from a closed stage", "TARGET", .action(rule: "r", index: 0),
      "nothing is upgraded from Closed Lost: it is not open"
    ) { $0.sentences.append(rule("r", "amount > 1", .upgrade(to: "Demo", from: ["Closed Lost"]))) },
    Case(
      "a target not beyond its origin", "TARGET", .action(rule: "r", index: 0),
      "Discovery is not beyond Demo, so this is no upgrade"
    ) { $0.sentences.append(rule("r", "amount > 1", .upgrade(to: "Discovery", from: ["Demo"]))) },
    Case(
      "an upgrade to the first stage", "TARGET", .action(rule: "r", index: 0),
      "Prospecting is the first open stage: nothing lies before it"
    ) { $0.sentences.append(rule("r", "amount > 1", .upgrade(to: "Prospecting", from: []))) },
    Case(
      "an undefined name", "UNDEFINED", .condition(rule: "r"), "`amonut` is not defined", fix: "did you mean `amount`?"
    ) { $0.sentences.append(rule("r", "amonut > 1", .flag("x"))) },
    Case("an unknown assessment", "UNDEFINED", .action(rule: "r", index: 0), "there is no assessment DemoAsessment") {
      $0.sentences.append(rule("r", "amount > 1", .ask("DemoAsessment")))
    },
    Case("an unknown required attribute", "UNDEFINED", .action(rule: "r", index: 0), "there is no attribute budget") {
      $0.sentences.append(rule("r", "amount > 1", .require("budget")))
    },
    Case(
      "a stage requires an unknown attribute", "UNDEFINED", stage("Demo"),
      "Demo requires next_meting, which is no attribute of opportunity", fix: "did you mean next_meeting?"
    ) { $0.pipelines[0].stages[2].requires = ["next_meting"] },
    Case("a rule twice", "DUPLICATE", .rule("To Demo"), "two rules are called \"To Demo\"") {
      $0.sentences.append(rule("To Demo", "amount > 1", .flag("x")))
    },
    Case("rules in two cases", "DUPLICATE", .rule("to demo"), "the rules To Demo and to demo differ only by case") {
      $0.sentences.append(rule("to demo", "amount > 1", .flag("x")))
    },
    Case("a stage twice", "DUPLICATE", stage("Demo"), "two stages are called Demo") {
      $0.pipelines[0].stages.append(StoryPlaybook.stage("Demo", .open, 9, 10))
    },
    Case("stages in two cases", "DUPLICATE", stage("demo"), "the stages Demo and demo differ only by case") {
      $0.pipelines[0].stages.append(StoryPlaybook.stage("demo", .open, 9, 10))
    },
    Case("ranks not distinct", "RANK", stage("Second"), "Demo and Second have the same rank 3") {
      $0.pipelines[0].stages.append(StoryPlaybook.stage("Second", .open, 3, 10))
    },
    Case("a probability beyond 100", "PROBABILITY", stage("Demo"), "Demo has a probability of 101 percent") {
      $0.pipelines[0].stages[2].probability = 101
    },
    Case("an entry that is closed", "ENTRY", .pipeline("New business"), "new records can't start at Closed Won") {
      $0.pipelines[0].entry = "Closed Won"
    },
    Case("no open stage", "EMPTY", .pipeline("Empty"), "Empty has no open stage") {
      $0.pipelines.append(PipelineDefinition(name: "Empty", kind: "opportunity", stages: []))
    },
    Case("a pipeline of an unknown kind", "UNDEFINED", .pipeline("P"), "P is about the kind oportunity") {
      $0.pipelines.append(
        PipelineDefinition(name: "P", kind: "oportunity", stages: [StoryPlaybook.stage("A", .open, 1, 1)]))
    },
    Case("an assessment at an unknown stage", "UNDEFINED", .assessment("X"), "there is no stage Pitch") {
      $0.assessments.append(StoryPlaybook.scored("X", stage: "Pitch"))
    },
    Case(
      "an assessment version twice", "DUPLICATE", .assessment("DemoAssessment"),
      "DemoAssessment version 1 is defined twice"
    ) { $0.assessments.append(StoryPlaybook.scored("DemoAssessment", stage: "Demo")) },
    Case(
      "a fact named like an attribute", "NAME", .fact("amount"),
      "the fact amount has the name of an attribute of opportunity"
    ) {
      $0.sentences.append(rule("r", "region = \"NA\"", .contribute(Contribution(.set, fact: "amount", value: "1"))))
    },
    Case(
      "a gate hangs on where the record stands", "GATE-STATE", .condition(rule: "r"),
      "a gate may not depend on stage through facts: the rule r → fit → late → stage"
    ) {
      $0.sentences += [
        rule("r", "fit = 1", .upgrade(to: "Demo", from: [])),
        rule("s", "late = 1", .contribute(Contribution(.set, fact: "fit", value: "1"))),
        rule("t", "stage = \"Demo\"", .contribute(Contribution(.set, fact: "late", value: "1"))),
      ]
    },
    Case("a rule that does nothing", "NO-ACTION", .rule("r"), "the rule does nothing") {
      $0.sentences.append(rule("r", "amount > 1"))
    },
    Case("money that is no number", "TYPE", .attribute(kind: "opportunity", name: "region"), "region is the money of") {
      $0.kinds[0].money = "region"
    },
    Case("money that is no attribute", "UNDEFINED", .kind("opportunity"), "the money of opportunity is amuont") {
      $0.kinds[0].money = "amuont"
    },
    Case("a cap of none", "LIMIT", .policy, "at most 0 promotions a day would never promote") {
      $0.policy.promotionsPerDay = 0
    },
    Case("a unit inside itself", "CYCLE", .policy, "the unit a lies inside itself") {
      $0.policy.units = [UnitDefinition(id: "a", parent: "b"), UnitDefinition(id: "b", parent: "a")]
    },
    Case("a person of an unknown unit", "UNDEFINED", .policy, "tom belongs to the unit jakrta") {
      $0.policy.units = [UnitDefinition(id: "jakarta", parent: nil)]
      $0.policy.people = [PersonDefinition(id: "tom", owner: nil, role: "rep", unit: "jakrta")]
    },
  ]

  @Test(arguments: errors)
  func `is an error`(row: Case) {
    var definition = StoryPlaybook.forecast()
    row.change(&definition)
    let (playbook, findings) = Playbook.compile(definition)
    #expect(playbook == nil)
    let found = findings.filter { $0.code == row.code && $0.subject == row.subject && $0.severity == .error }
    #expect(found.contains { $0.message.string.contains(row.message) }, "\(findings.map { $0.message })")
    if let fix = row.fix { #expect(found.contains { $0.fix == fix }) }
  }

  @Test func `the stories' playbooks have no errors`() {
    for definition in [StoryPlaybook.field, StoryPlaybook.forecast()] {
      let (playbook, findings) = Playbook.compile(definition)
      #expect(playbook != nil)
      #expect(findings.isEmpty, "\(findings.map { $0.message })")
    }
  }

  @Test func `all are told at once, whatever the order of definitions`() {
    var definition = StoryPlaybook.forecast()
    for row in Self.errors where row.what.hasPrefix("an un") { row.change(&definition) }
    let findings = Playbook.compile(definition).findings
    #expect(findings.filter { $0.severity == .error }.count == 5)
    definition.sentences.reverse()
    definition.assessments.reverse()
    #expect(Playbook.compile(definition).findings == findings)
  }

  @Test func `rules are about every kind that knows their names`() throws {
    var definition = StoryPlaybook.forecast()
    definition.kinds.append(
      RecordKindDefinition(name: "lead", attributes: [AttributeDefinition(name: "source", type: .string)]))
    definition.pipelines.append(
      PipelineDefinition(
        name: "Leads", kind: "lead",
        stages: [StoryPlaybook.stage("New", .open, 1, 1), StoryPlaybook.stage("Qualified", .open, 2, 5)], writes: .auto)
    )
    definition.sentences += [
      Self.rule("Qualify", "source = \"fair\"", .upgrade(to: "Qualified", from: [])),
      Self.rule("Mark", "source = \"web\"", .contribute(Contribution(.set, fact: "cold", value: "true"))),
    ]
    let (playbook, findings) = Playbook.compile(definition)
    #expect(findings.isEmpty, "\(findings.map { $0.message })")
    let compiled = try #require(playbook)
    let lead = Record(
      kind: "lead", id: "L-1", stage: "New", attributes: [Record.Attribute(name: "source", value: .string("fair"))])
    let decision = Deals.decide(lead, compiled)
    #expect(decision.proposals.first?.status == .applied)
    #expect(decision.fired == ["Qualify"])
    #expect(decision.facts.map { $0.name } == ["cold"])
    #expect(Deals.decide(Deals.deal("D", "Prospecting", 70), compiled).facts.isEmpty)
    // What no kind knows is told where it is nearest.
    definition.sentences[5].condition = "sorce = \"web\""
    let told = Playbook.compile(definition).findings
    #expect(told.contains { $0.message == "`sorce` is not defined" && $0.fix == "did you mean `source`?" })
  }

  @Test func `decisions depend on the clock where a rule, a date or freshness says so`() throws {
    #expect(try !Deals.compiled(StoryPlaybook.forecast()).readsClock)
    var definition = StoryPlaybook.forecast()
    definition.policy.freshnessDays = 90
    #expect(try Deals.compiled(definition).readsClock)
    definition = StoryPlaybook.forecast()
    definition.sentences[0].until = CalendarDate(days: 20_000)
    #expect(try Deals.compiled(definition).readsClock)
    definition = StoryPlaybook.forecast()
    definition.sentences[0].condition = "next_meeting > today()"
    #expect(try Deals.compiled(definition).readsClock)
  }
}

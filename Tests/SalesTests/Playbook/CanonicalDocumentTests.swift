import Decisions
import FEEL
import Testing

@testable import Sales

@Suite struct CanonicalDocumentTests {
  /// Uses every kind of definition, and every optional of each at least once.
  static let everything: PlaybookDefinition = {
    var definition = StoryPlaybook.field
    let english = StoryPlaybook.english
    definition.assessments.append(
      AssessmentDefinition(
        name: "Everything", version: 3, title: Label([.init("id", "Semua"), .init("en", "All")]), kind: "opportunity",
        stages: [], score: .percent, current: .latestPerQuestion, languages: ["id", "en"],
        sections: [SectionDefinition(id: "s", title: english("S"), relevance: "amount > 10")],
        questions: [
          QuestionDefinition(
            id: "several", section: "s", ask: english("Which?"), explanation: english("All that fit"),
            kind: .severalOf([OptionDefinition(id: "a", label: english("A"), points: nil)]), required: false,
            weight: Decimal34(3), unanswered: Decimal34(-1), relevance: "true", field: "Which__c"),
          QuestionDefinition(
            id: "words", ask: english("Why?"), kind: .text(points: Decimal34(5), maximumLength: 200)),
          QuestionDefinition(
            id: "day", ask: english("When?"),
            kind: .date(bands: [BandDefinition(tests: "< @\"2026-01-01\"", points: Decimal34(1))])),
        ]))
    definition.assessments[4].scoreDeclared = false
    definition.facts = [
      FactDefinition(name: "priority", type: .number, merge: .sum),
      FactDefinition(
        name: "fit", type: .string, merge: .highestPriority, fallback: "\"low\"", domain: ["low", "high"]),
      FactDefinition(name: "list", type: .list(.context([.init("a", .range(.date))])), merge: .collect),
    ]
    definition.sentences.append(
      SentenceDefinition(
        name: "Everything", condition: "amount > 5",
        actions: [
          .contribute(Contribution(.set, fact: "fit", value: "\"high\"")),
          .contribute(Contribution(.add, fact: "priority", value: "20")), .flag("hot"), .ask("Everything"),
          .start("Follow up"), .require("region"), .upgrade(to: "Demo", from: ["Prospecting", "Discovery"]),
        ], mode: .automatic, priority: Decimal34(7), from: CalendarDate(days: 20_000), until: CalendarDate(days: 20_100)
      ))
    definition.pipelines[0].entry = "Discovery"
    definition.kinds[0].outcome = OutcomeFields(
      least: "Least__c", verdict: "Verdict__c", difference: "Difference__c", link: "Link__c")
    definition.policy = PolicyDefinition(
      zone: "Asia/Jakarta", currency: "IDR", currencyDigits: 0, promotionsPerDay: 2, freshnessDays: 90,
      people: [
        PersonDefinition(id: "tom", owner: "005T", role: "rep", unit: "jakarta"),
        PersonDefinition(id: "rina", owner: nil, role: "manager", unit: nil),
      ], units: [UnitDefinition(id: "jakarta", parent: "asia"), UnitDefinition(id: "asia", parent: nil)])
    return definition
  }()

  @Test(arguments: [everything, StoryPlaybook.field, StoryPlaybook.forecast(), PlaybookDefinition()])
  func `what was written is read back exactly`(definition: PlaybookDefinition) throws {
    let bytes = definition.canonical()
    let read = try PlaybookDefinition(canonical: bytes)
    #expect(read == definition.sorted())
    #expect(read.canonical() == bytes)
  }

  @Test func `the order of files never changes the bytes`() {
    var shuffled = Self.everything
    shuffled.sentences.reverse()
    shuffled.assessments.reverse()
    shuffled.facts.reverse()
    shuffled.policy.people.reverse()
    shuffled.policy.units.reverse()
    #expect(shuffled.canonical() == Self.everything.canonical())
  }

  @Test func `an empty playbook is this document`() {
    #expect(
      String(decoding: PlaybookDefinition().canonical(), as: UTF8.self)
        == #"{"format":1,"policy":{"currency":"USD","currencyDigits":2,"zone":"UTC"},"zones":"\#(TimeZoneTable.version)"}"#
    )
  }

  @Test(arguments: [
    ("[1]", ": an object belongs here, not a list"),
    ("{\"format\":1,\"polcy\":{}}", "polcy: unknown key \"polcy\"; did you mean policy?"),
    ("{\"format\":9,\"policy\":{}}", "format: this program reads format 1, the document has 9"),
    (
      #"{"format":1,"policy":{"currency":"USD","currencyDigits":2,"zone":7}}"#,
      "policy.zone: a text belongs here, not a number"
    ),
    (
      #"{"format":1,"pipelines":[{"kind":"lead","name":"P","stages":[{"status":"opn"}],"writes":"auto"}]}"#,
      "pipelines[0].stages[0].status: unknown word \"opn\"; possible are open, won, lost and archived; did you mean open?"
    ),
    (#"{"format":1,"rules":[{"name":"r","condition":"true","from":"2026-02-30"}]}"#, "rules[0].from: a day like"),
    (#"{"format":1,"rules":[{"name":"r","condition":"true","actions":[{}]}]}"#, "rules[0].actions[0]: exactly one of"),
    ("{", "no JSON"),
  ])
  func `what cannot be read is told with its place`(document: String, sentence: String) {
    do throws(DocumentError) {
      _ = try PlaybookDefinition(canonical: Array(document.utf8))
      Issue.record("read")
    } catch {
      #expect(error.description.contains(sentence.hasPrefix(": ") ? String(sentence.dropFirst(2)) : sentence))
    }
  }

  @Test func `all problems are told at once`() throws {
    let error = try #require(throws: DocumentError.self) {
      try PlaybookDefinition(canonical: Array(#"{"format":1,"a":1,"b":2,"kinds":[{"name":3}]}"#.utf8))
    }
    #expect(error.problems.count == 4)
  }
}

import Decisions
import FEEL
import Sales
import Testing

/// Design §7.8: why, why not, undecided because of what, and what it would take.
@Suite struct ExplanationTests {
  static func explained(
    _ record: Record, _ definition: PlaybookDefinition = StoryPlaybook.forecast()
  ) throws -> Explanation {
    explain(record, playbook: try Deals.compiled(definition), clock: Deals.monday)
  }

  struct Case: CustomTestStringConvertible {
    let record: Record
    let message: Text
    var testDescription: String { record.id.string }
  }

  static let forecast: [Case] = [
    Case(
      record: Deals.deal("O-101", "Negotiation", 70, 60),
      message: "60 is not greater than 75. \"Score\": 76 (→ 76)"),
    Case(record: Deals.deal("O-103", "Discovery"), message: "nothing answered yet: ask ProspectingAssessment"),
    Case(record: Deals.deal("O-105", "Discovery", 70), message: "nothing answered yet: ask DiscoveryAssessment"),
    Case(record: Deals.deal("O-104", "Prospecting", 70, 90, 85), message: ""),
  ]

  @Test(arguments: forecast)
  func `the next gate in one sentence`(row: Case) throws {
    let message = try Self.explained(row.record).message()
    #expect(message == row.message)
  }

  @Test func `everything about O-101`() throws {
    let text = try Self.explained(Deals.deal("O-101", "Negotiation", 70, 60)).text().string
    #expect(
      text == """
        O-101 (opportunity)
          Stated Negotiation, supported Discovery: ahead by 2
        Demo: nobody has filled it in
        Discovery version 1: 60 of 100 (60 %)
          Score 60: 60
        Prospecting version 1: 70 of 100 (70 %)
          Score 70: 70
        Negotiation: nobody has filled it in
        Gates
          Prospecting → Discovery: passed
            To Discovery: yes, because Prospecting 70 is greater than 60
          Discovery → Demo: not passed
            To Demo: no, because Discovery 60 is not greater than 75 (15 short, strictly)
          Demo → Negotiation: undecided
            To Negotiation: unknown, because Demo is missing
        Closing
          To Closed Won: unknown, because Negotiation is missing
        To get beyond Discovery: 60 is not greater than 75. "Score": 76 (→ 76)
        To be done: DiscoveryAssessment

        """)
  }

  @Test func `a change is the one that moves the least points, and is verified`() throws {
    var record = FieldStoryTests.first
    // 25 + 15 + 0 + 8 = 48: no single answer reaches 76.
    record.submissions[1].answers[2].value = .text(">12")
    record.submissions[1].answers[3].value = .number(2)
    let none = try Self.explained(record, StoryPlaybook.field)
    #expect(none.improvements.isEmpty)
    #expect(none.message() == "48 is not greater than 75. No single change is enough")
    // 25 + 15 + 15 + 16 = 71: a decision maker (+15), or at once (+10), is enough; worse pain (+4) is not.
    record.submissions[1].answers[2].value = .text("3-12")
    record.submissions[1].answers[3].value = .number(4)
    let some = try Self.explained(record, StoryPlaybook.field)
    #expect(some.improvements.map { $0.points } == [10, 15])
    #expect(
      some.message() == "71 is not greater than 75. \"When do they want to start?\": Within 3 months (+10) → 81")
  }

  @Test func `a changeable attribute is cheaper than an answer`() throws {
    var rules = StoryPlaybook.promotions
    rules[0].condition = "ProspectingAssessment.Score > 60 or region in (\"NA\", \"EMEA\")"
    let explanation = try Self.explained(
      Deals.deal(
        "D", "Prospecting", 50, attributes: [Record.Attribute(name: "region", value: .string("APAC"))]),
      StoryPlaybook.forecast(sentences: rules))
    #expect(explanation.message().string.hasSuffix("Change region to \"EMEA\" (→ Discovery)"))
    // Nobody can be told to change an amount.
    rules[0].condition = "amount > 10"
    let fixed = try Self.explained(
      Deals.deal("D", "Prospecting", attributes: [Record.Attribute(name: "amount", value: .number(3))]),
      StoryPlaybook.forecast(sentences: rules))
    #expect(fixed.message() == "amount 3 is not greater than 10. No single change is enough")
  }

  @Test func `borders of comparisons are tried, nearest first`() throws {
    var definition = StoryPlaybook.forecast(sentences: [
      StoryPlaybook.sentence(
        "Up", "amount between 100 and 200 and next_meeting >= @\"2026-04-01\"", [.upgrade(to: "Discovery", from: [])])
    ])
    definition.kinds[0].attributes[0].changeable = true
    definition.kinds[0].attributes[1].changeable = true
    let date = Record.Attribute(name: "next_meeting", value: .date(CalendarDate("2026-03-01") ?? CalendarDate(days: 0)))
    let amount = { (number: Int) in Record.Attribute(name: "amount", value: .number(Decimal34(number))) }
    let early = try Self.explained(Deals.deal("D", "Prospecting", attributes: [amount(150), date]), definition)
    #expect(early.message().string.hasSuffix("Change next_meeting to 2026-04-01 (→ Discovery)"))
    let meeting = Record.Attribute(
      name: "next_meeting", value: .date(CalendarDate("2026-05-01") ?? CalendarDate(days: 0)))
    let large = try Self.explained(Deals.deal("D", "Prospecting", attributes: [amount(250), meeting]), definition)
    #expect(large.message().string.hasSuffix("Change amount to 200 (→ Discovery)"))
    // Two changes would be needed.
    let both = try Self.explained(Deals.deal("D", "Prospecting", attributes: [amount(250), date]), definition)
    #expect(both.improvements.isEmpty)
  }

  @Test func `facts are explained down to what they hang on`() throws {
    let rules = [
      StoryPlaybook.sentence(
        "Size", "amount >= 100", [.contribute(Contribution(.set, fact: "fit", value: "\"high\""))]),
      StoryPlaybook.sentence("Up", "fit = \"high\"", [.upgrade(to: "Discovery", from: [])]),
    ]
    let explanation = try Self.explained(
      Deals.deal("D", "Prospecting"), StoryPlaybook.forecast(sentences: rules))
    #expect(explanation.text().string.contains("unknown, because amount (needed for fit) is missing"))
  }

  @Test func `the same in another language, as far as its author wrote it`() throws {
    var definition = StoryPlaybook.field
    definition.assessments[2].title = Label([.init("en", "Demo"), .init("id", "Demonstrasi")])
    if case .yesNo(var yes, let no) = definition.assessments[2].questions[2].kind {
      yes.advice = Label([.init("en", "Book the next meeting"), .init("id", "Pesan rapat berikutnya")])
      definition.assessments[2].questions[2].kind = .yesNo(yes: yes, no: no)
    }
    let explanation = try Self.explained(FieldStoryTests.first, definition)
    #expect(explanation.message(language: "id").string.hasSuffix("Pesan rapat berikutnya (+20) → 100"))
    #expect(explanation.summary(language: "id").string.hasPrefix("Demonstrasi 40 + 40 + 0 = 80"))
  }

  @Test func `for machines`() throws {
    let document = try Self.explained(FieldStoryTests.second, StoryPlaybook.field).document()
    #expect(document["changes"]?.items?.count == 1)
    #expect(
      document["message"]?.text == "50 is not greater than 60. Needs more than 5 hours a week (→ 70)")
  }
}

import FEEL
import Testing

@testable import Sales

@Suite("Questions that are asked only if") struct RelevanceTests {
  static let yesNo = [Questionnaires.option("yes", 10), Questionnaires.option("no", 0)]

  @Test("A question that is not asked neither earns nor counts in the maximum") func notAsked() throws {
    let definition = Questionnaires.assessment(
      "A", score: .percent,
      [Questionnaires.choice("one", Self.yesNo), Questionnaires.choice("two", Self.yesNo, relevance: "one = \"yes\"")])
    var bench = try #require(Bench(definition))
    let asked = bench.score([("one", .text("yes")), ("two", .text("no"))])
    #expect(asked.percent == .decided(Decimal34(50)))
    let notAsked = bench.score([("one", .text("no")), ("two", .text("yes"))])
    #expect(notAsked.state == .complete)
    #expect(notAsked.maximum == .decided(Decimal34(10)))
    #expect(notAsked.questions.map { $0.relevance } == [.yes, .no])
    if case .null = bench.machine.slots[1] {} else { Issue.record("the answer to a question that is not asked") }
  }

  @Test("Percent's bounds are those of the ways, not a quotient of bounds") func percentBounds() throws {
    let definition = Questionnaires.assessment(
      "A", score: .percent,
      [
        Questionnaires.choice("one", Self.yesNo),
        Questionnaires.choice("two", [Questionnaires.option("yes", 30)], relevance: "one = \"yes\""),
      ])
    var bench = try #require(Bench(definition))
    let result = bench.score([Submission]())
    #expect(result.state == .notSubmitted)
    let empty = bench.score([("nobody", .text("asked"))])
    #expect(empty.points?.written == "0...40")
    #expect(empty.maximum?.written == "10...40")
    #expect(empty.percent?.written == "0...100")
    let answered = bench.score([("one", .text("yes"))])
    #expect(answered.points == .decided(Decimal34(40)))
    #expect(answered.percent == .decided(Decimal34(100)))
    #expect(answered.state == .undecided)
  }

  @Test("A section's condition holds for all its questions") func section() throws {
    let definition = Questionnaires.assessment(
      "A",
      sections: [SectionDefinition(id: "more", title: Questionnaires.label("More"), relevance: "one = \"yes\"")],
      [
        Questionnaires.choice("one", Self.yesNo), Questionnaires.choice("two", Self.yesNo, section: "more"),
        Questionnaires.choice("three", Self.yesNo, relevance: "two = \"yes\"", section: "more"),
      ])
    var bench = try #require(Bench(definition))
    #expect(bench.score([("one", .text("no"))]).state == .complete)
    #expect(bench.score([("one", .text("yes")), ("two", .text("no"))]).score == .decided(Decimal34(10)))
    #expect(bench.score([("one", .text("yes"))]).missing == ["two"])
  }

  @Test("Conditions may read attributes; a missing one leaves both ways open") func attribute() throws {
    let definition = Questionnaires.assessment(
      "A",
      [
        Questionnaires.choice("one", Self.yesNo),
        Questionnaires.choice("two", Self.yesNo, relevance: "region = \"north\""),
      ])
    var bench = try #require(Bench(definition, attributes: [("region", .string)]))
    // Answered both ways it is complete; how much it earns stays open.
    let open = bench.score([("one", .text("yes")), ("two", .text("yes"))])
    #expect(open.state == .complete)
    #expect(bench.score([("one", .text("yes"))]).state == .undecided)
    #expect(open.score?.written == "10...20")
    #expect(open.notes.map { $0.code } == ["RELEVANCE"])
    bench.machine.slots[0] = .string("south")
    #expect(bench.score([("one", .text("yes"))]).score == .decided(Decimal34(10)))
  }

  @Test("A sheet that is complete whatever a missing attribute turns out to be is complete, and an older one history")
  func completeEitherWay() throws {
    let definition = Questionnaires.assessment(
      "A",
      [
        Questionnaires.choice("one", Self.yesNo),
        Questionnaires.choice("two", Self.yesNo, required: false, relevance: "region = \"north\""),
        Questionnaires.choice("three", Self.yesNo, relevance: "two = \"yes\""),
      ])
    var bench = try #require(Bench(definition, attributes: [("region", .string)]))
    // Two may come to be asked, and then three, which has no answer yet.
    #expect(bench.score([("one", .text("yes")), ("two", .text("yes"))]).state == .undecided)
    let newer = bench.score([
      Bench.submission("A", [("one", .text("no"))], id: "s-1", at: 1000),
      Bench.submission(
        "A", [("one", .text("yes")), ("two", .text("yes")), ("three", .text("yes"))], id: "s-2", at: 2000),
    ])
    #expect(newer.state == .complete)
    #expect(newer.submissions == ["s-2"])
    #expect(newer.score?.written == "10...30")
    bench.machine.slots[0] = .string("north")
    #expect(
      bench.score([("one", .text("yes")), ("two", .text("yes")), ("three", .text("yes"))]).score
        == .decided(Decimal34(30)))
  }

  @Test("What rests on an optional question left blank is not asked once the sheet is complete") func blank() throws {
    let definition = Questionnaires.assessment(
      "A",
      [
        Questionnaires.choice("one", Self.yesNo, required: false),
        Questionnaires.choice("two", Self.yesNo, relevance: "one != \"yes\""),
      ])
    var bench = try #require(Bench(definition))
    let result = bench.score([("two", .text("yes"))])
    #expect(result.state == .complete)
    #expect(result.score == .decided(Decimal34(0)))
    #expect(result.notes.map { $0.message.string } == ["`one` was left blank and counts 0"])
  }

  @Test("A test against null sees whether anything was written") func nullTest() throws {
    let definition = Questionnaires.assessment(
      "A",
      [
        Questionnaires.question("why", .text(points: nil, maximumLength: 100), required: false),
        Questionnaires.choice("two", Self.yesNo, relevance: "why != null"),
      ])
    var bench = try #require(Bench(definition))
    #expect(bench.score([("why", .text("because"))]).missing == ["two"])
    #expect(bench.score([("why", .text(" "))]).state == .complete)
    #expect(bench.score([("why", .text("because"))]).maximum == .decided(Decimal34(10)))
  }

  @Test("A circle of conditions is told, as a circle") func circle() {
    let definition = Questionnaires.assessment(
      "A",
      [
        Questionnaires.choice("zero", Self.yesNo),
        Questionnaires.choice("one", Self.yesNo, relevance: "two = \"yes\""),
        Questionnaires.choice("two", Self.yesNo, relevance: "one = \"yes\""),
      ])
    var builder = ProgramBuilder()
    let compiled = AssessmentProgram.compile(definition, surroundings: Scope(), firstSlot: 0, builder: &builder)
    #expect(compiled.program == nil)
    #expect(
      compiled.findings.map { $0.message.string } == [
        "Whether a question is asked depends on itself: `one` on `two` on `one`"
      ])
  }

  @Test("Questions may stand before those that their condition reads") func order() throws {
    let definition = Questionnaires.assessment(
      "A",
      [Questionnaires.choice("two", Self.yesNo, relevance: "one = \"yes\""), Questionnaires.choice("one", Self.yesNo)])
    var bench = try #require(Bench(definition))
    #expect(bench.score([("two", .text("yes")), ("one", .text("yes"))]).score == .decided(Decimal34(20)))
  }

  @Test("Bands may read attributes; while one is missing, the points are open") func bands() throws {
    let definition = Questionnaires.assessment(
      "A",
      [
        Questionnaires.number(
          "users", [Questionnaires.band(">= seats", 10), Questionnaires.band("< seats", 3)])
      ])
    var bench = try #require(Bench(definition, attributes: [("seats", .number)]))
    let open = bench.score([("users", .number("5"))])
    #expect(open.state == .undecided)
    #expect(open.score?.written == "3...10")
    bench.machine.slots[0] = .number(Decimal34(4))
    #expect(bench.score([("users", .number("5"))]).score == .decided(Decimal34(10)))
  }

  @Test("At a maximum of zero there is no percent, and it is told") func zeroMaximum() throws {
    let definition = Questionnaires.assessment(
      "A", score: .percent, [Questionnaires.choice("one", [Questionnaires.option("yes", 0)])])
    var bench = try #require(Bench(definition))
    let result = bench.score([("one", .text("yes"))])
    #expect(result.percent == nil && result.score == nil)
    #expect(result.notes.map { $0.code } == ["NO-PERCENT"])
    if case .null = result.value(of: result.score) {} else { Issue.record("a percent of nothing") }
  }
}

import FEEL
import Testing

@testable import Sales

@Suite("Answers that don't fit are told and count as unanswered") struct AnswerProblemTests {
  static let definition = Questionnaires.assessment(
    "Everything",
    [
      Questionnaires.choice("authority", [Questionnaires.option("chief", 5), Questionnaires.option("staff", 1)]),
      Questionnaires.question(
        "topics", .severalOf([Questionnaires.option("price", 2), Questionnaires.option("time", 3)])),
      Questionnaires.question(
        "agreed", .yesNo(yes: Questionnaires.option("yes", 4), no: Questionnaires.option("no", 0))),
      Questionnaires.number(
        "hours", from: 0, to: 168,
        [Questionnaires.band("[0..2]", 1), Questionnaires.band("[2..4]", 2), Questionnaires.band("> 5", 3)]),
      Questionnaires.question("pain", .scale(from: 1, to: 5, pointsPerStep: Decimal34(4), bands: [])),
      Questionnaires.question("why", .text(points: Decimal34(1), maximumLength: 5)),
      Questionnaires.question("meeting", .date(bands: [Questionnaires.band("< @\"2026-07-01\"", 2)])),
    ])

  static let cases: [(question: String, answer: AnswerValue, sentence: String)] = [
    ("authority", .number("3"), "`authority` wants one of its options (\"chief\", \"staff\"), not the number 3"),
    ("authority", .text("boss"), "`authority` has no option \"boss\"; it has \"chief\", \"staff\""),
    ("topics", .several(["price", "speed"]), "`topics` has no option \"speed\"; it has \"price\", \"time\""),
    ("topics", .several(["price", "price"]), "`topics` names \"price\" twice"),
    ("topics", .text("price"), "`topics` wants a list of its options (\"price\", \"time\"), not the text \"price\""),
    ("agreed", .number("1"), "`agreed` wants true or false, not the number 1"),
    ("hours", .number("200"), "`hours`: 200 is more than 168"),
    ("hours", .number("-1"), "`hours`: -1 is less than 0"),
    ("hours", .text("many"), "`hours` wants a number, not the text \"many\""),
    ("hours", .number("4.5"), "`hours`: 4.5 matches no answer band"),
    ("hours", .number("2"), "`hours`: 2 matches more than one answer band (\"[0..2]\", \"[2..4]\")"),
    ("pain", .number("2.5"), "`pain`: 2.5 is not a step from 1 to 5"),
    ("pain", .number("6"), "`pain`: 6 is not a step from 1 to 5"),
    ("why", .text("because"), "`why`: 7 characters are more than 5"),
    ("meeting", .text("31.01.2026"), "`meeting`: \"31.01.2026\" is not a day like 2026-01-31"),
    ("meeting", .text("2026-07-01"), "`meeting`: 2026-07-01 matches no answer band"),
    ("Hours", .number("3"), "Everything 1 has no question `Hours`; did you mean `hours`?"),
  ]

  @Test(arguments: cases.indices) func told(place: Int) throws {
    let (question, answer, sentence) = Self.cases[place]
    var bench = try #require(Bench(Self.definition))
    let result = bench.score([(question, answer)])
    #expect(result.notes.map { $0.message.string } == [sentence])
    #expect(result.state == .undecided)
    #expect(result.missing.count == 7)
    let problems = bench.program.validate(Bench.submission("Everything", [(question, answer)]))
    let isBand = sentence.contains("answer band")
    #expect(problems.map { $0.message.string } == (isBand ? [] : [sentence]))
  }

  @Test func aQuestionAnsweredTwiceIsUnanswered() throws {
    var bench = try #require(Bench(Self.definition))
    let result = bench.score([("agreed", .boolean(true)), ("agreed", .boolean(false))])
    #expect(result.missing.contains("agreed"))
    #expect(result.notes.map { $0.code } == ["ANSWERED-TWICE"])
  }

  @Test func aFittingSheetHasNoProblem() throws {
    var bench = try #require(Bench(Self.definition))
    let result = bench.score([
      ("authority", .text("chief")), ("topics", .several(["time", "price"])), ("agreed", .text("yes")),
      ("hours", .number("5.01")), ("pain", .number("5.0")), ("why", .text("Why ✓")), ("meeting", .text("2026-06-30")),
    ])
    #expect(result.notes.isEmpty)
    #expect(result.score == .decided(Decimal34(5 + 5 + 4 + 3 + 20 + 1 + 2)))
    #expect(result.maximum == .decided(Decimal34(5 + 5 + 4 + 3 + 20 + 1 + 2)))
  }

  @Test func anEmptyTextIsBlank() throws {
    var bench = try #require(Bench(Self.definition))
    let result = bench.score([("why", .text("  \n"))])
    #expect(result.notes.isEmpty)
    #expect(result.missing.contains("why"))
  }
}

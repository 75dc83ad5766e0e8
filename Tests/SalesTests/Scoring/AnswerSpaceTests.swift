import FEEL
import Testing

@testable import Sales

@Suite("Classes of answers") struct AnswerSpaceTests {
  func labels(_ question: QuestionDefinition, _ others: QuestionDefinition...) throws -> [String] {
    let bench = try #require(Bench(Questionnaires.assessment("A", [question] + others)))
    return AnswerSpace(bench.program).classes(of: 0).map { $0.label.string }
  }

  @Test func bandsWithOneRepresentativeEach() throws {
    let bench = try #require(Bench(Questionnaires.prospecting))
    let classes = AnswerSpace(bench.program).classes(of: 0)
    #expect(classes.map { $0.label } == ["[0..1)", "[1..2)", "[2..5]", "> 5"])
    #expect(classes.map { $0.answer } == [.number("0"), .number("1"), .number("2"), .number("6")])
    #expect(classes.map { $0.points } == [0, 10, 20, 40].map { Decimal34($0) })
  }

  @Test("Numbers that no band or two bands match are no answers") func gapsAreNoAnswers() throws {
    let bench = try #require(Bench(Questionnaires.originalProspecting))
    #expect(
      AnswerSpace(bench.program).classes(of: 0).map { $0.answer } == [.number("1"), .number("3"), .number("6")])
  }

  @Test("A condition that reads the number splits its classes") func splitByCondition() throws {
    let hours = Questionnaires.number("hours", [Questionnaires.band("< 5", 0), Questionnaires.band(">= 5", 9)])
    let yes = [Questionnaires.option("yes", 1)]
    #expect(try labels(hours, Questionnaires.choice("q", yes)).count == 2)
    #expect(try labels(hours, Questionnaires.choice("q", yes, relevance: "hours > 8")).count == 3)
    #expect(try labels(hours, Questionnaires.choice("q", yes, relevance: "hours between 2 and 3")).count == 3)
  }

  @Test func subsetsOfSeveralOf() throws {
    let options = (1...3).map { (place: Int) in Questionnaires.option("\(place)", place) }
    #expect(
      try labels(Questionnaires.question("q", .severalOf(options))) == [
        "none", "1", "2", "1 + 2", "3", "1 + 3", "2 + 3", "1 + 2 + 3",
      ])
  }

  @Test func manyOptionsOfSeveralOfAreCounted() throws {
    let options = (1...20).map { (place: Int) in Questionnaires.option("\(place)", 1) }
    var bench = try #require(
      Bench(Questionnaires.assessment("A", [Questionnaires.question("q", .severalOf(options))])))
    let space = AnswerSpace(bench.program)
    let reach = space.attainable(machine: &bench.machine, clock: bench.clock)
    #expect(reach.sheets == 1 << 20)
    #expect(reach.points.count == 21)
    #expect(space.sheets(machine: &bench.machine, clock: bench.clock) == nil)
  }

  @Test func daysAndTexts() throws {
    let day = Questionnaires.question(
      "day",
      .date(bands: [
        Questionnaires.band("< @\"2026-01-01\"", 1), Questionnaires.band(">= @\"2026-01-01\"", 2),
      ]))
    let bench = try #require(
      Bench(
        Questionnaires.assessment(
          "A", [day, Questionnaires.question("why", .text(points: Decimal34(3), maximumLength: 10))])))
    let space = AnswerSpace(bench.program)
    #expect(space.classes(of: 0).map { $0.answer } == [.text("2025-12-31"), .text("2026-01-01")])
    #expect(space.classes(of: 1).map { $0.points } == [Decimal34(3)])
  }

  @Test("Every attainable number of points comes from a sheet, and every sheet gives one", arguments: 0..<100)
  func countsAgreeWithSheets(seed: Int) throws {
    var numbers = SeededNumbers(seed &+ 30_000)
    let random = RandomAssessment(&numbers, withRegion: false)
    var bench = try #require(Bench(random.definition))
    let space = AnswerSpace(bench.program)
    let reach = space.attainable(machine: &bench.machine, clock: bench.clock)
    let sheets = try #require(space.sheets(machine: &bench.machine, clock: bench.clock))
    #expect(reach.sheets == sheets.count)
    for level in reach.points {
      #expect(sheets.filter { $0.points == level.number }.count == level.sheets)
    }
    #expect(reach.leastPoints == sheets.map { $0.points }.min())
    #expect(reach.mostMaximum == sheets.map { $0.maximum }.max())
  }
}

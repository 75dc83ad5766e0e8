import FEEL
import Testing

@testable import Sales

@Suite("Story 2: a rep fills three assessments") struct StoryScoresTests {
  @Test func prospectingEarnsSeventy() throws {
    var bench = try #require(Bench(Questionnaires.prospecting))
    let result = bench.score([("hours", .number("6.5")), ("compliance", .text("Yes"))])
    #expect(result.state == .complete)
    #expect(result.score == .decided(Decimal34(70)))
    #expect(result.maximum == .decided(Decimal34(70)))
    #expect(result.percent == .decided(Decimal34(100)))
    #expect(result.questions.map { $0.points } == [Decimal34(40), Decimal34(30)])
  }

  @Test func discoveryEarnsEightyOne() throws {
    var bench = try #require(Bench(Questionnaires.discovery))
    let result = bench.score([
      ("budget", .text("Yes")), ("authority", .text("influencer")), ("timeline", .text("<3")), ("pain", .number("4")),
    ])
    #expect(result.score == .decided(Decimal34(81)))
  }

  @Test func demoEarnsEighty() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    let result = bench.score([("attending", .text("3+")), ("criteria", .text("Yes")), ("next", .text("No"))])
    #expect(result.score == .decided(Decimal34(80)))
  }

  @Test func fourAndAHalfHoursEarnFifty() throws {
    var bench = try #require(Bench(Questionnaires.prospecting))
    let result = bench.score([("hours", .number("4.5")), ("compliance", .text("Yes"))])
    #expect(result.score == .decided(Decimal34(50)))
    #expect(result.percent?.written == "71.42857142857142857142857142857143")
  }

  @Test("intuitem/ciso-assistant-community#4840: weights 1 and 3 on a scale of 0 to 100 give exactly 25, 75 and 100")
  func weights() throws {
    let yesNo = [Questionnaires.option("yes", 100), Questionnaires.option("no", 0)]
    let definition = Questionnaires.assessment(
      "Weighted", score: .percent,
      [Questionnaires.choice("light", yesNo), Questionnaires.choice("heavy", yesNo, weight: 3)])
    var bench = try #require(Bench(definition))
    for (light, heavy, percent) in [("yes", "no", 25), ("no", "yes", 75), ("yes", "yes", 100), ("no", "no", 0)] {
      let result = bench.score([("light", .text(Text(light))), ("heavy", .text(Text(heavy)))])
      #expect(result.score == .decided(Decimal34(percent)))
    }
  }
}

@Suite("What assessments can come to") struct AttainableTests {
  func attainable(_ definition: AssessmentDefinition) throws -> Attainable {
    var bench = try #require(Bench(definition))
    return AnswerSpace(bench.program).attainable(machine: &bench.machine, clock: bench.clock)
  }

  @Test func prospectingAttainsSevenScores() throws {
    let reach = try attainable(Questionnaires.prospecting)
    #expect(reach.points.map { $0.number } == [0, 10, 20, 30, 40, 50, 70].map { Decimal34($0) })
    #expect(reach.sheets == 8)
    #expect(reach.mostMaximum == Decimal34(70))
  }

  @Test func demoAttainsSixScoresByTwelveSheets() throws {
    let reach = try attainable(Questionnaires.demo)
    #expect(reach.points.map { $0.number } == [0, 20, 40, 60, 80, 100].map { Decimal34($0) })
    #expect(reach.points.map { $0.sheets } == [1, 2, 3, 3, 2, 1])
    #expect(reach.sheets == 12)
  }

  @Test func discoveryHasNinetySheetsOfWhichTwelvePassSeventyFive() throws {
    let reach = try attainable(Questionnaires.discovery)
    #expect(reach.sheets == 90)
    #expect(reach.points.filter { $0.number > Decimal34(75) }.reduce(0) { $0 + $1.sheets } == 12)
    #expect(reach.points.contains { $0.number == Decimal34(75) })
  }

  @Test("Twenty questions of five answers: 5^20 sheets are counted, not visited") func manySheets() throws {
    let options = (0...4).map { (points: Int) in Questionnaires.option("o\(points)", points) }
    let definition = Questionnaires.assessment(
      "Wide", (0..<20).map { Questionnaires.choice("q\($0)", options) })
    let reach = try attainable(definition)
    #expect(reach.sheets == 95_367_431_640_625)
    #expect(reach.points.count == 81)
    #expect(reach.points.first?.sheets == 1)
  }

  @Test func truthTableOfTheOriginal() throws {
    var bench = try #require(Bench(Questionnaires.originalProspecting))
    let table = try #require(
      AnswerSpace(bench.program).truthTable(limit: 64, machine: &bench.machine, clock: bench.clock))
    let rows = table.rows.map { row in
      "\(row.answers[0]) \(row.answers[1]) \(row.points) \((row.percent ?? .zero).twoDigits)"
    }
    #expect(
      rows == [
        "[1..2] Yes 40 57.14", "[1..2] No 10 14.29", "[2..4] Yes 50 71.43", "[2..4] No 20 28.57", "> 5 Yes 70 100",
        "> 5 No 40 57.14",
      ])
  }
}

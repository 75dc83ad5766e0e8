import FEEL
import Testing

@testable import Sales

@Suite("Assessments that can't be used") struct CompilationTests {
  static func findings(_ questions: [QuestionDefinition]) -> [Finding] {
    var builder = ProgramBuilder()
    return AssessmentProgram.compile(
      Questionnaires.assessment("A", questions), surroundings: Scope(), firstSlot: 0, builder: &builder
    ).findings
  }

  static let one = Questionnaires.option("x", 1)

  static let cases: [(code: Text, questions: [QuestionDefinition])] = [
    ("QUESTIONS", []),
    ("DUPLICATE", [Questionnaires.choice("q", [one]), Questionnaires.choice("q", [one])]),
    ("DUPLICATE", [Questionnaires.choice("q", [one, one])]),
    ("OPTIONS", [Questionnaires.choice("q", [])]),
    ("UNDEFINED", [Questionnaires.choice("q", [one], section: "nowhere")]),
    ("BOUNDS", [Questionnaires.question("q", .scale(from: 5, to: 1, pointsPerStep: nil, bands: []))]),
    ("BOUNDS", [Questionnaires.question("q", .scale(from: 0, to: 9_000, pointsPerStep: nil, bands: []))]),
    ("BOUNDS", [Questionnaires.question("q", .scale(from: .min, to: .max, pointsPerStep: nil, bands: []))]),
    ("BOUNDS", [Questionnaires.number("q", from: 9, to: 3, [Questionnaires.band("-", 1)])]),
    ("BOUNDS", [Questionnaires.question("q", .text(points: nil, maximumLength: 0))]),
    ("WEIGHT", [Questionnaires.choice("q", [one], weight: -1)]),
    ("POINTS", [Questionnaires.choice("q", [Questionnaires.option("x", 1_000_001)])]),
    ("UNDEFINED", [Questionnaires.choice("q", [one], relevance: "nobody = 1")]),
    ("BAND", [Questionnaires.number("p", []), Questionnaires.number("q", [Questionnaires.band("> p", 1)])]),
  ]

  @Test(arguments: cases.indices) func told(place: Int) {
    let findings = Self.findings(Self.cases[place].questions)
    #expect(findings.contains { $0.code == Self.cases[place].code && $0.severity == .error })
  }

  @Test func slotsFollowEachOther() throws {
    let bench = try #require(Bench(Questionnaires.demo, attributes: [("region", .string)]))
    #expect(bench.program.firstSlot == 1)
    #expect(bench.program.slotCount == 3)
    #expect(bench.program.answerVariables.map { $0.name } == ["attending", "criteria", "next"])
  }
}

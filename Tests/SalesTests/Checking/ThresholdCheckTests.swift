import FEEL
import Testing

@testable import Sales

@Suite("Thresholds") struct ThresholdCheckTests {
  /// The findings about one condition over story 2's assessments, as level, code and message.
  static func told(_ condition: String, _ codes: [Text], _ assessments: [AssessmentDefinition]? = nil) -> [String] {
    let findings = Playbooks.findings(
      Playbooks.playbook(
        assessments ?? [Questionnaires.prospecting, Questionnaires.discovery, Questionnaires.demo],
        [Playbooks.sentence(1, condition, .upgrade(to: "Discovery", from: []))]))
    return findings.filter { codes.contains($0.code) }.map { "\($0.severity) \($0.code): \($0.message)" }
  }

  static let judged: [Text] = ["UNREACHABLE-THRESHOLD", "ALWAYS-PASSED", "PERFECT-ONLY", "EQUALITY", "BOUNDARY"]

  static let cases: [(condition: String, told: [String])] = [
    (
      "ProspectingAssessment.Score > 70",
      ["error UNREACHABLE-THRESHOLD: `> 70` never passes: ProspectingAssessment comes to 70 at most"]
    ),
    (
      "ProspectingAssessment.Score >= 100",
      ["error UNREACHABLE-THRESHOLD: `>= 100` never passes: ProspectingAssessment comes to 70 at most"]
    ),
    ("ProspectingAssessment.Percent >= 100", []),
    (
      "100 < ProspectingAssessment.Percent",
      ["error UNREACHABLE-THRESHOLD: `> 100` never passes: ProspectingAssessment comes to 100 % at most"]
    ),
    (
      "DiscoveryAssessment.Score < 4",
      ["error UNREACHABLE-THRESHOLD: `< 4` never passes: DiscoveryAssessment comes to 4 at least"]
    ),
    (
      "DiscoveryAssessment.Score > 3",
      ["warning ALWAYS-PASSED: `> 3` passes always: DiscoveryAssessment comes to 4 at least"]
    ),
    (
      "not(DiscoveryAssessment.Score > 3)",
      ["error UNREACHABLE-THRESHOLD: `> 3` never passes: DiscoveryAssessment comes to 4 at least"]
    ),
    (
      "DemoAssessment.Score = 50",
      [
        "warning EQUALITY: `= 50` passes at exactly 50 only; a score of 55 would never pass",
        "error UNREACHABLE-THRESHOLD: `= 50` never passes: 50 can't be attained; the nearest are 40 and 60",
      ]
    ),
    (
      "DemoAssessment.Score = 100",
      ["warning EQUALITY: `= 100` passes at exactly 100 only, and would stop to if more points were added"]
    ),
    ("DemoAssessment.Score between 40 and 100", []),
    ("DemoAssessment.Score >= 80", []),
    (
      "DemoAssessment.Score > 60",
      [
        "note BOUNDARY: 60 itself can be attained and fails: `> 60` lets 3 of 12 answer sets pass, `>= 60` 6"
      ]
    ),
    ("SomebodysAssessment.Score > 900", []),
  ]

  @Test(arguments: cases.indices) func judged(place: Int) {
    #expect(Self.told(Self.cases[place].condition, Self.judged) == Self.cases[place].told)
  }

  @Test("The interval of percents is told with two digits") func percents() {
    #expect(
      Self.told("ProspectingAssessment.Percent > 60", ["THRESHOLD-INTERVAL"]) == [
        "note THRESHOLD-INTERVAL: percent: `> 60` decides the same as any 57.14 ≤ t < 71.43; only "
          + "`hours` \"[2..5]\" + `compliance` \"Yes\"; or `hours` \"> 5\" + `compliance` \"Yes\" pass"
      ])
  }

  @Test("Where too many numbers can come out, their bounds are judged") func tooMany() {
    let options = (0..<8).map { (place: Int) in Questionnaires.option("\(place)", 1 << place) }
    let wide = Questionnaires.assessment(
      "Wide", (0..<9).map { (place: Int) in Questionnaires.choice("q\(place)", options, weight: 1 + place * 997) })
    #expect(Self.told("Wide.Score > 5000000", Self.judged, [wide]).count == 1)
    #expect(
      Self.told("Wide.Score > 5000", Self.judged, [wide]) == [
        "warning ALWAYS-PASSED: `> 5000` passes always: Wide comes to 35901 at least"
      ])
  }

  @Test("One threshold for versions of different reach") func versions() {
    var older = Questionnaires.demo
    older.version = 0
    older.questions.removeLast()
    #expect(
      Self.told("DemoAssessment.Score > 60", ["VERSION-REACH"], [older, Questionnaires.demo]) == [
        "warning VERSION-REACH: `> 60` judges versions of DemoAssessment that reach different numbers: 0 to 80 before, "
          + "0 to 100 now"
      ])
    #expect(Self.told("DemoAssessment.Percent > 60", ["VERSION-REACH"], [older, Questionnaires.demo]).isEmpty)
  }

  @Test("Raw and percent are the same with 100 points") func sameScale() {
    var demo = Questionnaires.demo
    demo.scoreDeclared = false
    #expect(
      Self.told("DemoAssessment.Score > 80", ["SCALE"], [demo]) == [
        "warning SCALE: The most reachable score is 100 (40 + 40 + 20), so raw and percent are the same"
      ])
  }
}

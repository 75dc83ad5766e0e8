import FEEL
import Testing

@testable import Sales

@Suite("Story 1: is the mission's own example right?") struct OriginalPlaybookTests {
  let findings = Playbooks.findings(Playbooks.playbook([Questionnaires.originalProspecting], Playbooks.original))

  /// Beside these stand three UNDEFINED and one ALIAS, which compiling tells.
  @Test func twelveFindings() {
    #expect(
      findings.map { $0.brief }.sorted() == [
        "error BAND-GAP", "error BAND-GAP", "error BAND-OVERLAP", "note FORWARD-ONLY", "note NO-ELSE",
        "note OPEN-END", "note THRESHOLD-INTERVAL", "warning EQUALITY", "warning NO-POINTS", "warning SCALE",
        "warning STAGE-UNREACHABLE", "warning STAGE-WITHOUT-ASSESSMENT",
      ])
  }

  func message(_ code: Text) -> [String] { findings.filter { $0.code == code }.map { $0.message.string } }

  @Test func gapsAndOverlap() {
    #expect(
      message("BAND-GAP") == [
        "`hours`: answers from 0 up to (not including) 1 match no band",
        "`hours`: answers above 4 up to and including 5 (e.g. 4.5, 5) match no band",
      ])
    #expect(message("BAND-OVERLAP") == ["`hours`: exactly 2 matches \"[1..2]\" (10) and \"[2..4]\" (20)"])
  }

  @Test func pointsAndScale() {
    #expect(message("NO-POINTS") == ["`compliance`: the answer \"No\" has no points; counted as 0"])
    #expect(
      message("SCALE") == [
        "The most reachable score is 70 (40 + 30), the threshold looks like a scale of 0 to 100: raw or percent? "
          + "Of 6 answer pairs exactly one decides differently: `hours` \"[2..4]\" + `compliance` \"Yes\" = 50 raw "
          + "(fails) = 71.43 % (passes)"
      ])
  }

  @Test func thresholds() {
    #expect(
      message("EQUALITY") == ["`= 100` passes at exactly 100 only; a score of 105 would never pass"])
    #expect(
      message("THRESHOLD-INTERVAL") == [
        "raw: `> 60` decides the same as any 50 ≤ t < 70; only `hours` \"> 5\" + `compliance` \"Yes\" passes"
      ])
    #expect(message("NO-ELSE") == ["A score of 60 or less: the record stays in Prospecting"])
  }

  @Test func stages() {
    #expect(message("STAGE-WITHOUT-ASSESSMENT") == ["Negotiation: no assessment is recommended there"])
    #expect(message("STAGE-UNREACHABLE") == ["Closed Lost: no rule leads to it"])
    #expect(message("OPEN-END").first?.hasPrefix("`hours` has no upper bound (a week has 168)") ?? false)
    #expect(message("FORWARD-ONLY").count == 1)
  }

  @Test("Which sheets pass, raw and in percent") func truthTable() throws {
    let table = try #require(
      Playbooks.playbook([Questionnaires.originalProspecting], Playbooks.original)
        .truthTable(of: "ProspectingAssessment", limit: 64, clock: Playbooks.clock))
    #expect(table.thresholds == ["> 60"])
    #expect(table.rows.map { $0.passes[0].raw } == [false, false, false, false, true, false])
    #expect(table.rows.map { $0.passes[0].percent } == [false, false, true, false, true, false])
  }

  @Test func places() {
    func subject(_ code: Text) -> Subject? { findings.first { $0.code == code }?.subject }
    #expect(subject("BAND-GAP") == .question(assessment: "ProspectingAssessment", id: "hours"))
    #expect(subject("BAND-OVERLAP") == .band(assessment: "ProspectingAssessment", question: "hours", index: 1))
    #expect(subject("NO-POINTS") == .option(assessment: "ProspectingAssessment", question: "compliance", id: "No"))
    #expect(subject("SCALE") == .assessment("ProspectingAssessment"))
    #expect(subject("EQUALITY") == .condition(rule: "promotion.rules#4"))
    #expect(subject("THRESHOLD-INTERVAL") == .condition(rule: "promotion.rules#1"))
    #expect(subject("STAGE-UNREACHABLE") == .stage(pipeline: "sales", name: "Closed Lost"))
  }

  @Test("Declared as a choice, gaps and overlap become warnings") func asChoice() {
    let findings = Playbooks.findings(
      Playbooks.playbook([Questionnaires.originalProspectingAsChoice], Playbooks.original))
    // With three UNDEFINED and one ALIAS: 3 errors, 9 warnings, 3 notes.
    #expect(findings.filter { $0.severity == .error }.isEmpty)
    #expect(findings.filter { $0.severity == .warning }.count == 8)
    #expect(findings.filter { $0.severity == .note }.count == 3)
    #expect(
      findings.filter { $0.code == "BAND-GAP" || $0.code == "BAND-OVERLAP" }.map { $0.message.string } == [
        "`hours`: options do not cover answers from 0 up to (not including) 1",
        "`hours`: exactly 2 fits the options \"1-2 hours\" and \"2-4 hours\"",
        "`hours`: options do not cover answers above 4 up to and including 5 (e.g. 4.5, 5)",
      ])
  }
}

@Suite("Story 1, fixed, and story 2's assessments") struct FixedPlaybookTests {
  let findings = Playbooks.findings(
    Playbooks.playbook(
      [Questionnaires.prospecting, Questionnaires.discovery, Questionnaires.demo],
      Array(Playbooks.original.prefix(3))))

  func message(_ code: Text) -> [String] { findings.filter { $0.code == code }.map { $0.message.string } }

  @Test func gapOverlapPointsAndScaleAreGone() {
    for code in ["BAND-GAP", "BAND-OVERLAP", "NO-POINTS", "SCALE"] as [Text] { #expect(message(code).isEmpty) }
  }

  @Test func onlyAPerfectDemoPasses() {
    #expect(
      message("PERFECT-ONLY") == [
        "Only a perfect score passes: `> 80` lets 1 of 12 answer sets pass, `>= 80` 3 of 12"
      ])
  }

  @Test func seventyFiveCanBeAttainedAndFails() {
    #expect(
      message("BOUNDARY") == ["75 itself can be attained and fails: `> 75` lets 12 of 90 answer sets pass, `>= 75` 15"])
  }

  @Test func intervals() {
    #expect(message("THRESHOLD-INTERVAL").count == 3)
    #expect(message("THRESHOLD-INTERVAL").last?.contains("80 ≤ t < 100") ?? false)
  }
}

import FEEL
import Sales
import Testing

@testable import Authoring

@Suite("The stories' playbooks give the stories' findings")
struct StoryTests {
  static func checked(_ name: String) -> CheckedPlaybook { Checker.check("\(SamplePlaybook.fixtures)/\(name)") }

  static func codes(_ checked: CheckedPlaybook, _ severity: Diagnostic.Severity) -> [String] {
    checked.findings.filter { $0.severity == severity }.map(\.code).sorted()
  }

  @Test("story 1: the mission's own sentences and questions have sixteen findings")
  func original() {
    let checked = Self.checked("original")
    #expect(
      Self.codes(checked, .error)
        == ["BAND-GAP", "BAND-GAP", "BAND-OVERLAP", "UNDEFINED", "UNDEFINED", "UNDEFINED"])
    #expect(
      Self.codes(checked, .warning)
        == ["ALIAS", "EQUALITY", "NO-POINTS", "SCALE", "STAGE-UNREACHABLE", "STAGE-WITHOUT-ASSESSMENT"])
    #expect(Self.codes(checked, .note) == ["FORWARD-ONLY", "NO-ELSE", "OPEN-END", "THRESHOLD-INTERVAL"])
    #expect(checked.playbook == nil && checked.version == nil)
    let text = FindingsReport.text(checked.findings)
    for essence in [
      "answers from 0 up to (not including) 1 match no band", "answers above 4 up to and including 5 (e.g. 4.5, 5)",
      "exactly 2 matches", "rules/promotion.rules:2:4: error UNDEFINED: `DiscoveryAssessment`",
      "rules/promotion.rules:3:4: error UNDEFINED: `DemoAssessment`",
      "rules/promotion.rules:4:4: error UNDEFINED: `Salesfeedback`", "the answer \"No\" has no points",
      "= 50 raw (fails) = 71.43 % (passes)", "did you mean `>= 100`?", "read as `Salesfeedback.Score`",
      "Negotiation: no assessment", "Closed Lost: no rule leads to it", "50 ≤ t < 70",
    ] {
      #expect(text.contains(essence), "\(essence)")
    }
  }

  @Test("A playbook that a check refuses is refused wherever it is loaded, with the same errors")
  func refusedEverywhere() {
    let unreachable = SamplePlaybook.reading([
      "rules/promotion.rules": "if ProspectingAssessment.Score > 700 then upgrade to Discovery"
    ])
    let checked = Checker.check(unreachable)
    let loaded = Checker.check(unreachable, depth: .errors)
    #expect(Self.codes(checked, .error) == ["UNREACHABLE-THRESHOLD"])
    #expect(loaded.findings.filter { $0.severity == .error } == checked.findings.filter { $0.severity == .error })
    #expect(loaded.playbook == nil && loaded.version == nil)
  }

  @Test("story 1: with the bands made right, gaps, overlaps, points and scale are no longer told")
  func fixed() {
    let codes = Set(Self.checked("fixed").findings.map(\.code))
    #expect(codes.isDisjoint(with: ["BAND-GAP", "BAND-OVERLAP", "NO-POINTS", "SCALE", "UNDEFINED"]))
  }

  @Test("story 2: only a perfect demo passes, and 75 is attained and fails")
  func field() {
    let checked = Self.checked("field")
    #expect(checked.playbook != nil)
    let text = FindingsReport.text(checked.findings)
    #expect(text.contains("`> 80` lets 1 of 12 answer sets pass, `>= 80` 3 of 12"))
    #expect(text.contains("`> 75` lets 12 of 90 answer sets pass"))
  }

  @Test("the playbook that ships has neither errors nor warnings, and the mission's thresholds")
  func shipped() throws {
    let checked = Checker.check(SamplePlaybook.shipped)
    let grave = checked.findings.filter { $0.severity > .note }
    #expect(grave.isEmpty, "\(FindingsReport.text(grave))")
    #expect(checked.playbook != nil)
    let conditions = Set(checked.definition.sentences.map(\.condition))
    #expect(
      conditions.isSuperset(of: [
        "ProspectingAssessment.Score > 60", "DiscoveryAssessment.Score > 75", "DemoAssessment.Score > 80",
      ]))
    for assessment in checked.definition.assessments {
      #expect(assessment.languages == ["en", "id"])
    }
  }

  @Test("the version is the same however often it is read, and another one after any change")
  func version() {
    let first = Self.checked("forecast")
    #expect(first.version == Self.checked("forecast").version)
    #expect(first.version?.utf8.count == 64)
    #expect(first.version != Self.checked("field").version)
  }

  @Test("an absent folder, a file in its place and a folder without rules have answers of their own")
  func absent() {
    #expect(
      FindingsReport.text(Checker.check("/nowhere/at/all").findings)
        == "/nowhere/at/all: error FOLDER-ABSENT: the playbook's folder /nowhere/at/all is not there. "
        + "Fix: check the name.\n")
    let file = "\(SamplePlaybook.fixtures)/forecast/pipeline.csv"
    #expect(FindingsReport.text(Checker.check(file).findings).contains("error FOLDER-UNREADABLE"))
    #expect(
      FindingsReport.text(Checker.check("\(SamplePlaybook.fixtures)/forecast/rules").findings)
        .contains("error NO-PLAYBOOK"))
  }

  @Test("findings as JSON")
  func json() throws {
    let finding = PlacedFinding(.warning, "X", file: "a\u{1B}.yaml", line: 2, column: 3, "say \"it\"", fix: "so")
    #expect(
      String(decoding: FindingsReport.json([finding]), as: UTF8.self)
        == #"{"findings":[{"severity":"warning","code":"X","file":"a\u001b.yaml","line":2,"column":3,"#
        + #""message":"say \"it\"","fix":"so"}],"errors":0,"warnings":1,"notes":0}"# + "\n")
    #expect(FindingsReport.line(of: finding) == #"a\u{1b}.yaml:2:3: warning X: say "it". Fix: so."#)
    #expect(FindingsReport.summary([finding]) == "1 warning")
  }
}

import Foundation
import Testing

@Suite("The stories through the program")
struct StoryTests {
  static let playbooks = Program.root + "/Tests/AuthoringTests/Fixtures"

  // MARK: Story 1

  /// A finding without its words.
  struct Found: Hashable, CustomStringConvertible {
    var severity: String
    var code: String
    var file: String
    var line: Int
    var description: String { "\(severity) \(code) \(file):\(line)" }
  }

  @Test("story 1: the mission's original gives its sixteen findings, and may not be used")
  func original() throws {
    let program = try Program()
    let checked = try program.run("check", Self.playbooks + "/original", "--json")
    #expect(checked.status == 1)
    let report = try #require(try Program.objects(checked.output).first)
    #expect(report["errors"] as? Int == 6 && report["warnings"] as? Int == 6 && report["notes"] as? Int == 4)
    let findings = try #require(report["findings"] as? [[String: Any]])
    let codes = findings.map { "\($0["severity"] ?? "") \($0["code"] ?? "")" }.sorted()
    #expect(
      codes == [
        "error BAND-GAP", "error BAND-GAP", "error BAND-OVERLAP", "error UNDEFINED", "error UNDEFINED",
        "error UNDEFINED", "note FORWARD-ONLY", "note NO-ELSE", "note OPEN-END", "note THRESHOLD-INTERVAL",
        "warning ALIAS", "warning EQUALITY", "warning NO-POINTS", "warning SCALE", "warning STAGE-UNREACHABLE",
        "warning STAGE-WITHOUT-ASSESSMENT",
      ])
    func says(_ code: String, _ words: String...) -> Bool {
      findings.contains { finding in
        finding["code"] as? String == code && words.allSatisfy { (finding["message"] as? String)?.contains($0) == true }
      }
    }
    #expect(says("BAND-GAP", "`hours`", "from 0 up to (not including) 1", "match no band"))
    #expect(says("BAND-GAP", "`hours`", "above 4 up to and including 5", "4.5, 5"))
    #expect(says("BAND-OVERLAP", "`hours`", "exactly 2", "(10)", "(20)"))
    for name in ["DiscoveryAssessment", "DemoAssessment", "Salesfeedback"] { #expect(says("UNDEFINED", name)) }
    #expect(says("NO-POINTS", "`compliance`", "\"No\"", "counted as 0"))
    #expect(says("SCALE", "70 (40 + 30)", "6 answer pairs", "exactly one", "50 raw", "71.43 %"))
    #expect(says("EQUALITY", "exactly 100", "105"))
    #expect(says("ALIAS", "`Salesfeedback.Assessment` read as `Salesfeedback.Score`"))
    #expect(says("STAGE-WITHOUT-ASSESSMENT", "Negotiation"))
    #expect(says("STAGE-UNREACHABLE", "Closed Lost"))
    #expect(says("OPEN-END", "`hours`", "168"))
    #expect(says("THRESHOLD-INTERVAL", "50 ≤ t < 70"))
    #expect(says("NO-ELSE", "60 or less", "Prospecting"))
    let lines = findings.filter { $0["code"] as? String == "UNDEFINED" }.compactMap { $0["line"] as? Int }
    #expect(lines == [2, 3, 4])
    let refused = try program.run("score", "--playbook", Self.playbooks + "/original", input: "")
    #expect(refused.status == 78 && refused.error.contains("has errors"))
  }

  @Test("score and activate refuse a playbook that check refuses, with the same errors")
  func refusedEverywhere() throws {
    let program = try Program()
    let folder = program.folder.path + "/playbook"
    try FileManager.default.copyItem(atPath: Self.playbooks + "/field", toPath: folder)
    let rules = folder + "/rules/promotion.rules"
    let text = try String(contentsOfFile: rules, encoding: .utf8)
    try text.replacing("> 60", with: "> 600").write(toFile: rules, atomically: true, encoding: .utf8)
    let checked = try program.run("check", folder)
    #expect(checked.status == 1)
    let told = try #require(checked.output.split(separator: "\n").first { $0.contains("UNREACHABLE-THRESHOLD") })
    for command in ["score", "activate"] {
      let refused = try program.run(command, "--playbook", folder, input: "")
      #expect(refused.status == 78 && refused.error.contains(told), "\(command): \(refused.error)")
    }
  }

  @Test("story 1: hours as a choice turns gaps and overlap into warnings")
  func originalAsChoice() throws {
    let program = try Program()
    try FileManager.default.copyItem(
      atPath: Self.playbooks + "/original/rules", toPath: program.folder.path + "/rules")
    try program.folder.write(
      """
      assessment: ProspectingAssessment
      version: 1
      title: Prospecting
      stage: Prospecting
      questions:
        - id: hours
          ask: How many hours do you spend on your data challenges every week?
          type: choice
          options:
            - {id: 1-2, label: 1-2 hours, points: 10}
            - {id: 2-4, label: 2-4 hours, points: 20}
            - {id: more, label: ">5 hours", points: 40}
        - id: compliance
          ask: Do you have any compliance implications if the data is not validated?
          type: yes/no
          points: {yes: 30}

      """, to: "assessments/prospecting.yaml")
    let checked = try program.run("check", ".", "--json")
    let report = try #require(try Program.objects(checked.output).first)
    #expect(report["errors"] as? Int == 3 && report["warnings"] as? Int == 9 && report["notes"] as? Int == 3)
  }

  @Test("story 1: the playbook that ships has neither errors nor warnings, and keeps the mission's thresholds")
  func shipped() throws {
    let program = try Program()
    let checked = try program.run("check", Program.root, "--json")
    let report = try #require(try Program.objects(checked.output).first)
    #expect(checked.status == 0)
    #expect(report["errors"] as? Int == 0 && report["warnings"] as? Int == 0)
    let rules = try String(contentsOfFile: Program.root + "/rules/promotion.rules", encoding: .utf8)
    for threshold in [
      "ProspectingAssessment.Score > 60", "DiscoveryAssessment.Score > 75", "DemoAssessment.Score > 80",
    ] {
      #expect(rules.contains(threshold))
    }
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(!findings.contains { $0["code"] as? String == "PERFECT-ONLY" })
  }

  // MARK: Story 2

  @Test("story 2: a rep fills three sheets without a network; scores, stages and advice come out to the number")
  func device() throws {
    let program = try Program()
    let records = ["O-201", "O-202"].map {
      #"{"kind":"opportunity","id":"\#($0)","pipeline":"Opportunities","stage":"Prospecting"}"#
    }
    try program.folder.write(records.joined(separator: "\n") + "\n", to: "records.ndjson")
    let fetched = try program.run(
      "outbox", "fetch", "--from", "records.ndjson", "--playbook", Self.playbooks + "/field")
    #expect(fetched.status == 0, "\(fetched.error)")

    func assess(_ record: String, _ assessment: String, _ answers: String) throws -> Program.Result {
      try program.folder.write(answers, to: "answers.yaml")
      let result = try program.run("assess", record, assessment, "--answers", "answers.yaml")
      #expect(result.status == 0, "\(result.error)")
      return result
    }
    let prospecting = try assess("O-201", "ProspectingAssessment", "hours: 6.5\ncompliance: Yes\n")
    #expect(prospecting.output.contains("40 + 30 = 70"))
    let discovery = try assess(
      "O-201", "DiscoveryAssessment", "budget: Yes\nauthority: influencer\ntimeline: \"<3\"\npain: 4\n")
    #expect(discovery.output.contains("25 + 15 + 25 + 16 = 81"))
    let demo = try assess("O-201", "DemoAssessment", "attending: 3+\ncriteria: Yes\nnext: No\n")
    #expect(demo.output.contains("40 + 40 + 0 = 80"))
    #expect(demo.output.contains("80 is not greater than 80. Book the next meeting (+20) → 100"))
    #expect(demo.output.contains("Prospecting → Discovery → Demo"))
    let other = try assess("O-202", "ProspectingAssessment", "hours: 4.5\ncompliance: Yes\n")
    #expect(other.output.contains("20 + 30 = 50"))
    #expect(other.output.contains("50 is not greater than 60. Needs more than 5 hours a week"))
    #expect(other.output.contains("→ 70)"))

    let waiting = try Program.objects(try program.run("outbox", "list", "--json").output)
    #expect(waiting.map { $0["seq"] as? Int } == [1, 2, 3, 4])
    #expect(waiting.compactMap { ($0["preview"] as? [String: Any])?["score"] as? Int } == [70, 81, 80, 50])
    #expect(Set(waiting.compactMap { $0["id"] as? String }).count == 4)
    let third = try #require((waiting[2]["preview"] as? [String: Any])?["supported"] as? [String: String])
    #expect(third == ["least": "Demo", "most": "Demo"])
  }

  @Test("story 2: questions and advice in the rep's language")
  func language() throws {
    let program = try Program()
    try program.folder.write(
      #"{"kind":"opportunity","id":"O-201","pipeline":"Opportunities","stage":"Prospecting"}"# + "\n", to: "r.ndjson")
    _ = try program.run("outbox", "fetch", "--from", "r.ndjson", "--playbook", Self.playbooks + "/field")
    try program.folder.write("hours: 6.5\ncompliance: yes\n", to: "p.yaml")
    try program.folder.write("budget: yes\nauthority: influencer\ntimeline: \"<3\"\npain: 4\n", to: "d.yaml")
    try program.folder.write("attending: 3+\ncriteria: yes\nnext: no\n", to: "demo.yaml")
    _ = try program.run("assess", "O-201", "ProspectingAssessment", "--answers", "p.yaml")
    _ = try program.run("assess", "O-201", "DiscoveryAssessment", "--answers", "d.yaml")
    let demo = try program.run("assess", "O-201", "DemoAssessment", "--answers", "demo.yaml", "--language", "id")
    #expect(demo.output.contains("Jadwalkan pertemuan berikutnya (+20) → 100"))
  }

  // MARK: Story 4

  @Test("story 4: the Monday forecast, to the number")
  func forecast() throws {
    let program = try Program()
    let playbook = Self.playbooks + "/forecast"
    let imported = try program.run(
      "import", playbook + "/pipeline.csv", "--mapping", playbook + "/mapping.yaml", "--playbook", playbook)
    try program.folder.write(imported.output, to: "records.ndjson")
    let scored = try program.run("score", "--climb", "--playbook", playbook, "records.ndjson")
    let decisions = try Program.objects(scored.output)
    let rows = decisions.map { decision -> String in
      let supported = decision["supported"] as? [String: String]
      let verdict = decision["verdict"] as? [String: Any]
      let by = (verdict?["by"] as? Int).map { " \($0)" } ?? ""
      let asks = (decision["asks"] as? [String])?.joined(separator: ",") ?? ""
      return [
        decision["id"] as? String ?? "", supported?["least"] ?? "", supported?["most"] ?? "",
        (verdict?["kind"] as? String ?? "") + by, asks,
      ].joined(separator: "|")
    }
    #expect(
      rows == [
        "O-101|Discovery|Discovery|ahead 2|DiscoveryAssessment",
        "O-102|Demo|Negotiation|level|",
        "O-103|Prospecting|Negotiation|unproven 1|ProspectingAssessment",
        "O-104|Negotiation|Negotiation|behind 3|",
        "O-105|Discovery|Negotiation|level|",
        "O-106|Prospecting|Prospecting|ahead 2|ProspectingAssessment",
        "O-107||||",
      ])
    let proposals = try #require(decisions[3]["proposals"] as? [[String: Any]])
    #expect(proposals.count == 1)
    #expect(proposals[0]["path"] as? [String] == ["Prospecting", "Discovery", "Demo", "Negotiation"])
    #expect(
      decisions.filter { $0["id"] as? String != "O-104" }.allSatisfy { ($0["proposals"] as? [Any])?.isEmpty != false })

    try program.folder.write(scored.output, to: "decisions.ndjson")
    let report = try #require(
      try Program.objects(try program.run("pipeline", "--json", "decisions.ndjson").output).first)
    let total = try #require(report["total"] as? [String: Any])
    func number(_ group: [String: Any], _ key: String, _ part: String) -> Int? {
      ((group[key] as? [String: Any])?[part] as? NSNumber)?.intValue
    }
    #expect(number(total, "all", "stated") == 197_500)
    #expect(number(total, "ahead", "difference") == -76_000)
    #expect(number(total, "unproven", "difference") == -7_500)
    #expect(number(total, "behind", "difference") == 130_000)
    #expect(number(total, "all", "least") == 244_000)
    let byOwner = try #require(
      try Program.objects(try program.run("pipeline", "--by", "owner", "--json", "decisions.ndjson").output).first)
    let owners = try #require(byOwner["groups"] as? [[String: Any]])
    #expect(owners.map { $0["name"] as? String } == ["rina", "tom"])
    #expect(number(owners[0], "all", "stated") == 142_500 && number(owners[0], "ahead", "difference") == -60_000)
    #expect(number(owners[1], "all", "stated") == 55_000 && number(owners[1], "behind", "difference") == 130_000)
    let funnel = try #require(report["groups"] as? [[String: Any]])
    #expect(funnel.map { $0["name"] as? String } == ["Prospecting", "Discovery", "Demo", "Negotiation"])
    #expect(funnel.map { number($0, "all", "records") } == [1, 2, 2, 1])

    for (record, words) in [
      ("O-101", "Discovery 60 is not greater than 75 (15 short, strictly)"),
      ("O-103", "nothing answered yet: ask ProspectingAssessment"),
      ("O-106", "Prospecting 50 is not greater than 60"),
    ] {
      let explained = try program.run("explain", record, "--records", "records.ndjson", "--playbook", playbook)
      #expect(explained.output.contains(words), "\(explained.output)")
    }
  }
}

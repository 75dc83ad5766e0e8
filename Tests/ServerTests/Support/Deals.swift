import FEEL
import Foundation
import Testing

/// The judged deals: as rows of the CRM, as questionnaires to submit, and what the core says to each of them.
struct Deals: Sendable {
  /// What the CRM must hold of one submission in the end.
  struct Expected: Sendable, Equatable {
    var record: String
    /// The fields of `Assessment_Result__c`, as text; nil: none.
    var fields: [String: String?]
    /// The questions that were answered.
    var questions: Set<String>
  }

  /// One questionnaire, frozen as a device freezes it.
  struct Envelope: Sendable {
    var id: String
    var device: String
    var bytes: Data
  }

  struct Deal: Sendable {
    var number: Int
    var name: String
    var attributes: [String: String]
    /// In the order in which they are filled in; assessment, version and answers as JSON.
    var questionnaires: [(assessment: String, answers: Data)]
    /// What the CRM must hold after each.
    var expected: [Expected]
  }

  var deals: [Deal]

  static let stages = ["Qualification", "Solution", "Relationship", "Negotiation", "Closed Won", "Closed Lost"]

  /// The id of the deal in the CRM.
  static func crmID(_ number: Int) -> String { "006" + String(repeating: "0", count: 12 - "\(number)".count) + "\(number)AAA" }

  // MARK: - The playbook, with the CRM's fields

  /// The fixture's playbook with a `crm:` field for each attribute, in a folder of the test.
  static func playbook(in folder: TemporaryFolder, writes: String = "propose") throws -> String {
    let copy = folder.path + "/playbook"
    try FileManager.default.copyItem(atPath: Paths.salvirt, toPath: copy)
    func change(_ name: String, _ text: String, to new: String) throws {
      let file = copy + "/" + name
      let old = try String(contentsOfFile: file, encoding: .utf8)
      try #require(old.contains(text), "\(name) of the fixture has no \(text) any more")
      try old.replacing(text, with: new).write(toFile: file, atomically: true, encoding: .utf8)
    }
    try change("rules/records.yaml", "Product: string", to: "Product: {type: string, crm: Product__c}")
    try change("rules/records.yaml", "values: [Lost, Won]", to: "values: [Lost, Won], crm: Status__c")
    try change("rules/policy.yaml", "Opportunities: propose", to: "Opportunities: \(writes)")
    return copy
  }

  // MARK: - From the data

  /// The 448.
  init(in folder: TemporaryFolder) throws {
    let unpacked = folder.path + "/deals.csv"
    let gzip = try RunningProcess("/usr/bin/gzip", ["-dc", Paths.deals], log: unpacked)
    try #require(try gzip.wait(seconds: 60) == 0)
    let imported = try Site.run(
      ["import", unpacked, "--mapping", Paths.salvirt + "/mapping.yaml", "--playbook", Paths.salvirt], in: folder)
    try #require(imported.status == 0, "\(imported.output)")
    let lines = try imported.output.split(separator: "\n").filter { $0.hasPrefix("{") }.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    try self.init(lines, in: folder)
  }

  /// Made-up deals with drawn answers, for tests that need no real ones.
  init(made count: Int, seed: UInt64 = 1, in folder: TemporaryFolder) throws {
    var random = SeededNumbers(seed: seed)
    let lines = (1...count).map { number -> [String: Any] in
      [
        "kind": "opportunity", "id": "\(number)", "pipeline": "Opportunities", "stage": "Qualification",
        "attributes": ["Product": "Product A", "Status": "Won"],
        "submissions": Self.drawnQuestionnaires(&random).map { name, answers in
          ["assessment": name, "version": 1, "answers": answers] as [String: Any]
        },
      ]
    }
    try self.init(lines, in: folder)
  }

  /// One of each assessment, some questions left open.
  static func drawnQuestionnaires(_ random: inout SeededNumbers) -> [(name: String, answers: [String: Any])] {
    let choices: [(name: String, questions: [(id: String, options: [Any])])] = [
      (
        "QualificationAssessment",
        [
          ("authority", ["low", "mid", "high"]), ("company_size", ["small", "mid", "big"]),
          ("purchasing", [true, false]), ("budget", [true, false]), ("needs", ["no", "poor", "info-gathering", "yes"]),
          ("growth", ["slow-down", "stable", "growth"]), ("client", ["new", "past", "current"]),
        ]
      ),
      (
        "SolutionAssessment",
        [
          ("scope", ["low", "few-questions", "clear"]), ("tender", [true, false]), ("rfi", [true, false]),
          ("rfp", [true, false]), ("deal_type", ["project", "maintenance", "solution", "consulting"]),
          ("cross_sale", [true, false]), ("up_sale", [true, false]),
        ]
      ),
      (
        "RelationshipAssessment",
        [
          ("competitors", [true, false]), ("partnership", [true, false]), ("statement", ["no", "neutral", "yes"]),
          ("source", ["other", "event", "media", "referral"]),
          ("strategic", ["unimportant", "average-important", "very-important"]),
          ("attention", ["bad-client", "first-deal", "normal", "strategic-account"]),
        ]
      ),
    ]
    return choices.map { name, questions in
      var answers: [String: Any] = [:]
      for (place, question) in questions.enumerated() where place == 0 || Int.random(in: 0..<8, using: &random) > 0 {
        answers[question.id] = question.options[Int.random(in: 0..<question.options.count, using: &random)]
      }
      return (name, answers)
    }
  }

  /// - Parameter lines: records as `import` writes them.
  private init(_ lines: [[String: Any]], in folder: TemporaryFolder) throws {
    // Each deal as it is after the first, the second and the third questionnaire.
    var prefixes: [String] = []
    for line in lines {
      let submissions = line["submissions"] as? [[String: Any]] ?? []
      for count in 1...submissions.count {
        let number = try #require(line["id"] as? String)
        var record = line
        record["id"] = number + "/\(count)"
        record["submissions"] = Array(submissions.prefix(count))
        prefixes.append(
          String(decoding: try JSONSerialization.data(withJSONObject: record, options: .withoutEscapingSlashes), as: UTF8.self))
      }
    }
    try folder.write(prefixes.joined(separator: "\n") + "\n", to: "prefixes.ndjson")
    let scored = try Site.run(
      ["score", "--climb", "--playbook", Paths.salvirt, folder.path + "/prefixes.ndjson"], in: folder)
    try #require(scored.status == 0, "\(scored.output.suffix(2000))")
    var decisions: [String: JSON] = [:]
    for line in scored.output.split(separator: "\n") where line.hasPrefix("{") {
      let decision = try JSON.parse(Array(line.utf8))
      decisions[try #require(decision["id"]?.text).string] = decision
    }
    deals = try lines.map { try Deal($0, decisions) }
  }

  /// The rows that the CRM begins with.
  var seed: [String] {
    let stages = Self.stages.enumerated().map { place, name in
      "{\"name\": \"\(name)\", \"probability\": \(place * 10)"
        + (name.hasPrefix("Closed") ? ", \"isClosed\": true" : "") + (name.hasSuffix("Won") ? ", \"isWon\": true" : "")
        + "}"
    }
    let declared = [
      #"{"field": {"object": "Opportunity", "name": "Product__c", "type": "string"}}"#,
      #"{"field": {"object": "Opportunity", "name": "Status__c", "type": "string"}}"#,
      "{\"stages\": [\(stages.joined(separator: ", "))]}",
    ]
    return declared
      + deals.map { deal in
        let attributes = deal.attributes.sorted { $0.key < $1.key }.map { ", \"\($0.key)__c\": \"\($0.value)\"" }
        return "{\"object\": \"Opportunity\", \"Id\": \"\(Self.crmID(deal.number))\", \"Name\": \"\(deal.name)\", "
          + "\"StageName\": \"Qualification\", \"CloseDate\": \"2026-12-31\"\(attributes.joined())}"
      }
  }

  /// The deals' ids in the CRM, by their names there.
  static func ids(in sandbox: SandboxProcess) throws -> [String: String] {
    var ids: [String: String] = [:]
    for row in try sandbox.rows("Opportunity") {
      if let name = row["Name"] as? String, let id = row["Id"] as? String { ids[name] = id }
    }
    return ids
  }
}

extension Deals.Deal {
  init(_ line: [String: Any], _ decisions: [String: JSON]) throws {
    let id = try #require(line["id"] as? String)
    number = try #require(Int(id))
    name = "Deal \(id)"
    attributes = line["attributes"] as? [String: String] ?? [:]
    questionnaires = []
    expected = []
    for (place, submission) in (line["submissions"] as? [[String: Any]] ?? []).enumerated() {
      let assessment = try #require(submission["assessment"] as? String)
      let answers = try #require(submission["answers"] as? [String: Any])
      questionnaires.append(
        (assessment, try JSONSerialization.data(withJSONObject: answers, options: .sortedKeys)))
      let decision = try #require(decisions["\(id)/\(place + 1)"])
      let score = try #require(decision["scores"]?[Text(assessment)])
      // Two digits after the point are kept in the CRM; a score between bounds is none.
      func number(_ name: Text) -> String? {
        score[name]?.number.map { ($0.rounded(toScale: 2, .halfEven) ?? $0).text.string }
      }
      expected.append(
        Deals.Expected(
          record: Deals.crmID(self.number),
          fields: [
            "Assessment__c": assessment, "State__c": score["state"]?.text?.string, "Score__c": number("score"),
            "Points__c": number("points"), "Percent__c": number("percent"), "Maximum__c": number("maximum"),
            "Stated_Stage__c": "Qualification", "Supported_Least__c": decision["supported"]?["least"]?.text?.string,
            "Supported_Most__c": decision["supported"]?["most"]?.text?.string,
            "Verdict__c": decision["verdict"]?["kind"]?.text?.string,
          ], questions: Set(answers.keys)))
    }
  }

  /// The questionnaires as envelopes of a device of the deal's own.
  ///
  /// - Parameter record: the deal's id in the CRM.
  func envelopes(record: String, bundle: String) throws -> [Deals.Envelope] {
    try questionnaires.enumerated().map { place, questionnaire in
      try Deals.Envelope(
        device: "device-\(number)", sequence: place + 1, record: record, assessment: questionnaire.assessment,
        answers: try JSONSerialization.jsonObject(with: questionnaire.answers), bundle: bundle)
    }
  }
}

extension Deals.Envelope {
  /// - Parameters:
  ///   - sequence: its place among the submissions of the device; the later, the later it was captured.
  ///   - answers: an object of JSON.
  init(device: String, sequence: Int, record: String, assessment: String, answers: Any, bundle: String) throws {
    id = UUID().uuidString.lowercased()
    self.device = device
    let time = Date(timeIntervalSince1970: 1_774_000_000 + Double(sequence)).ISO8601Format()
    let envelope: [String: Any] = [
      "v": 1, "id": id, "device": device, "seq": sequence, "capturedAt": time,
      "record": ["kind": "opportunity", "id": record], "assessment": ["id": assessment, "version": 1],
      "bundle": bundle, "answers": answers,
    ]
    bytes = try JSONSerialization.data(withJSONObject: envelope, options: .sortedKeys)
  }
}

import Foundation

/// The playbook of the stories: three assessments, three gates; what a story changes of it.
struct StoryPlaybook {
  /// Of ProspectingAssessment into Discovery.
  var threshold = 60
  var writes = "auto"
  /// Whether Discovery asks for the attribute `next_meeting`.
  var needsMeeting = false
  /// `outcome:` of opportunities, as YAML on one line: the CRM's fields that show what the evidence says.
  var outcome: String?
  /// Days after which answers expire.
  var freshness: Int?
  /// Lines of `people:` in the policy.
  var people: [String] = []

  /// Writes its folder and tells where it is.
  func write(to folder: Folder, name: String) throws -> String {
    let place = folder.path + "/" + name
    try FileManager.default.copyItem(atPath: Place.field, toPath: place)
    for (file, text) in files { try folder.write(text, to: name + "/rules/" + file) }
    return place
  }

  private var files: [(String, String)] {
    let requires = needsMeeting ? ", requires: [next_meeting]" : ""
    var policy = "zone: Asia/Jakarta\ncurrency: USD\nwrites: {Opportunities: \(writes)}\n"
    if let freshness { policy += "freshness_days: \(freshness)\n" }
    policy += "units:\n  - {id: sales}\n  - {id: asia, parent: sales}\n  - {id: europe, parent: sales}\npeople:\n"
    policy += (Self.team + people).map { "  - \($0)\n" }.joined()
    return [
      ("policy.yaml", policy),
      (
        "promotion.rules",
        """
        "To Discovery": If ProspectingAssessment.Score > \(threshold), Then, Upgrade to Discovery
        "To Demo": If DiscoveryAssessment.Score > 75, Then, Upgrade to Demo
        "To Negotiation": If DemoAssessment.Score > 80, Then, Upgrade to Negotiation

        """
      ),
      (
        "records.yaml",
        """
        records:
          opportunity:
            money: amount\(outcome.map { "\n    outcome: " + $0 } ?? "")
            attributes:
              name: {type: string, crm: Name}
              amount: {type: number, crm: Amount}
              next_meeting: {type: date, label: Next Meeting Date, changeable: true, crm: Next_Meeting__c}

        """
      ),
      (
        "pipelines/opportunities.yaml",
        """
        pipeline: Opportunities
        kind: opportunity
        stages:
          - {name: Prospecting, probability: 10}
          - {name: Discovery, probability: 25\(requires)}
          - {name: Demo, probability: 50}
          - {name: Negotiation, probability: 75}
          - {name: Closed Won, status: won}
          - {name: Closed Lost, status: lost}

        """
      ),
    ]
  }

  static let rina = "005000000000r01AAA"
  static let tom = "005000000000t01AAA"
  private static let team = [
    "{id: rina, owner: \(rina), role: rep, unit: asia}", "{id: tom, owner: \(tom), role: rep, unit: europe}",
    "{id: siti, owner: 005000000000s01AAA, role: manager, unit: sales}",
  ]
}

/// An envelope of the offline protocol, as a device sends it.
struct Sheet {
  var id: String
  var device = "d-1"
  var sequence: Int
  var capturedAt: String
  var record: String
  var assessment: String
  var version: Int
  /// JSON.
  var answers: String

  var body: String {
    #"{"v":1,"id":"\#(id)","device":"\#(device)","seq":\#(sequence),"capturedAt":"\#(capturedAt)","#
      + #""record":{"kind":"opportunity","id":"\#(record)"},"assessment":{"id":"\#(assessment)","version":\#(version)},"#
      + #""bundle":"","answers":\#(answers)}"#
  }

  static func prospecting(
    _ id: String, _ sequence: Int, of record: String, hours: String, compliance: Bool, at instant: String,
    device: String = "d-1"
  ) -> Sheet {
    Sheet(
      id: id, device: device, sequence: sequence, capturedAt: instant, record: record,
      assessment: "ProspectingAssessment", version: 2, answers: #"{"hours":\#(hours),"compliance":\#(compliance)}"#)
  }

  /// A UUIDv7 whose end is a number.
  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return "0195a000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }
}

extension Server {
  func put(_ sheet: Sheet, token: String) throws -> HTTP.Answer {
    try call(
      "PUT", "/v1/submissions/\(sheet.id)", token: token, body: sheet.body, headers: [("Device", sheet.device)])
  }
}

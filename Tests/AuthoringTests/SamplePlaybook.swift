import FEEL

@testable import Authoring

/// A small playbook in memory of which a test changes one file.
enum SamplePlaybook {
  static let files: [String: String] = [
    "rules/records.yaml": """
    records:
      opportunity:
        money: amount
        attributes:
          amount: number
          region: {type: string, values: [Asia, Europe]}
          next_meeting: {type: date, changeable: true}
        related:
          activities: {date: date, type: string}
    """,
    "rules/pipelines/opportunities.yaml": """
    pipeline: Opportunities
    kind: opportunity
    stages:
      - {name: Prospecting, probability: 10}
      - {name: Discovery, probability: 25, requires: [next_meeting]}
      - {name: Closed Won, status: won}
    """,
    "assessments/prospecting.yaml": """
    assessment: ProspectingAssessment
    version: 1
    title: Prospecting
    stage: Prospecting
    score: raw
    questions:
      - id: hours
        ask: How many hours?
        type: number
        bands: {"<= 5": 10, "> 5": 40}
      - id: compliance
        ask: Any implications?
        type: yes/no
        points: {yes: 30, no: 0}
    """,
    "rules/promotion.rules": """
    if ProspectingAssessment.Score > 60 then upgrade to Discovery
    """,
    "rules/policy.yaml": """
    zone: Asia/Jakarta
    currency: USD
    writes: {Opportunities: auto}
    """,
  ]

  /// The sample with other or further files; an empty text takes a file out.
  static func reading(_ changes: [String: String] = [:]) -> PlaybookReading {
    let all = files.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    return PlaybookReader.read(files: all.map { SourceFile(name: $0.key, bytes: Array($0.value.utf8)) })
  }

  /// The errors (and warnings, if wanted) of the sample with a change, one a line.
  static func findings(_ changes: [String: String], depth: Checker.Depth = .errors) -> String {
    let findings = Checker.check(reading(changes), depth: depth).findings.filter { $0.severity > .note }
    return findings.map { FindingsReport.line(of: $0) }.joined(separator: "\n")
  }

  /// Where the tests' playbooks lie.
  static let fixtures = #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Fixtures"
  /// Where the playbook that ships lies.
  static let shipped = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
}

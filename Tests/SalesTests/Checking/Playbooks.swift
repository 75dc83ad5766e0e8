import Decisions
import FEEL
import Sales

/// Small playbooks for checks.
enum Playbooks {
  static let clock = Clock(epochMilliseconds: 1_772_766_000_000, offsetSeconds: 25_200)

  static func stage(_ name: String, _ rank: Int, _ status: StageStatus = .open) -> StageDefinition {
    StageDefinition(
      name: Text(name), status: status, rank: rank, funnel: rank, probability: Decimal34(0), requires: [])
  }

  static let stages = [
    stage("Prospecting", 1), stage("Discovery", 2), stage("Demo", 3), stage("Negotiation", 4),
    stage("Closed Won", 5, .won), stage("Closed Lost", 6, .lost),
  ]

  static func sentence(_ ordinal: Int, _ condition: String, _ actions: SentenceDefinition.Action...)
    -> SentenceDefinition
  {
    SentenceDefinition(name: Text("promotion.rules#\(ordinal)"), condition: Text(condition), actions: actions)
  }

  /// The mission's own sentences.
  static let original = [
    sentence(1, "ProspectingAssessment.Score > 60", .upgrade(to: "Discovery", from: [])),
    sentence(2, "DiscoveryAssessment.Score > 75", .upgrade(to: "Demo", from: [])),
    sentence(3, "DemoAssessment.Score > 80", .upgrade(to: "Negotiation", from: [])),
    sentence(4, "Salesfeedback.Assessment =100", .upgrade(to: "Closed Won", from: [])),
  ]

  static func playbook(
    _ assessments: [AssessmentDefinition], _ sentences: [SentenceDefinition], attributes: [AttributeDefinition] = []
  ) -> PlaybookDefinition {
    PlaybookDefinition(
      kinds: [RecordKindDefinition(name: "opportunity", attributes: attributes)], assessments: assessments,
      pipelines: [PipelineDefinition(name: "sales", kind: "opportunity", stages: stages)], sentences: sentences)
  }

  static func findings(_ definition: PlaybookDefinition) -> [Finding] { definition.check(clock: clock) }
}

extension Finding {
  /// Level and code.
  var brief: String { "\(severity) \(code)" }
}

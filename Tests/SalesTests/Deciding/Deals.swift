import FEEL
import Sales
import Testing

/// Records made by hand, for the acceptance stories.
enum Deals {
  /// Monday, 2026-03-02, 09:00 UTC.
  static let monday = Clock(epochMilliseconds: milliseconds("2026-03-02T09:00:00Z"), offsetSeconds: 0)

  static func milliseconds(_ text: Text) -> Int64 { Instant.milliseconds(text) ?? 0 }

  /// A submission of an assessment whose one question stands for its score.
  static func scored(_ assessment: Text, _ score: Int?, at: Text? = nil, id: Text? = nil) -> [Submission] {
    guard let score else { return [] }
    return [
      Submission(
        id: id, assessment: assessment, answers: [.init(question: "value", value: .number(Decimal34(score)))],
        capturedAt: at.map { milliseconds($0) })
    ]
  }

  /// A deal with scores of the three assessments.
  static func deal(
    _ id: Text, _ stage: Text, _ prospecting: Int? = nil, _ discovery: Int? = nil, _ demo: Int? = nil, at: Text? = nil,
    attributes: [Record.Attribute] = [], history: History = History()
  ) -> Record {
    Record(
      kind: "opportunity", id: id, stage: stage, attributes: attributes,
      submissions: scored("ProspectingAssessment", prospecting, at: at, id: id + "-p")
        + scored("DiscoveryAssessment", discovery, at: at, id: id + "-d")
        + scored("DemoAssessment", demo, at: at, id: id + "-m"),
      history: history)
  }

  /// The playbook, which must compile without an error.
  static func compiled(_ definition: PlaybookDefinition) throws -> Playbook {
    let (playbook, findings) = Playbook.compile(definition)
    return try #require(playbook, "\(findings.filter { $0.severity == .error }.map { $0.message })")
  }

  static func decide(
    _ record: Record, _ playbook: Playbook, climb: Bool = true, clock: Clock = monday
  ) -> Decision {
    var worker = DecisionWorker(playbook)
    return Sales.decide(record, playbook: playbook, clock: clock, climb: climb, worker: &worker)
  }
}

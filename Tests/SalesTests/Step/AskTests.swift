import FEEL
import Sales
import Testing

/// What is asked of a record's owner, and why.
@Suite("What a step asks for") struct AskTests {
  private static let now: Int64 = 1_777_000_000_000
  private static let day: Int64 = 86_400_000

  /// Two assessments, of which one's name begins with the other's; answers are good for thirty days.
  private static func playbook() throws -> Playbook {
    func assessment(_ name: Text) -> AssessmentDefinition {
      AssessmentDefinition(
        name: name, version: 1, title: Label([Label.Translation("en", name)]), kind: "opportunity",
        stages: ["Prospecting"], score: .raw,
        questions: [
          QuestionDefinition(
            id: "value", ask: Label([Label.Translation("en", "Score")]),
            kind: .scale(from: 0, to: 100, pointsPerStep: Decimal34(1), bands: []))
        ])
    }
    func stage(_ name: Text, _ rank: Int) -> StageDefinition {
      StageDefinition(name: name, status: .open, rank: rank, funnel: rank, probability: Decimal34(rank * 10))
    }
    let definition = PlaybookDefinition(
      kinds: [RecordKindDefinition(name: "opportunity", attributes: [])],
      assessments: [assessment("Deal"), assessment("DealReview")],
      pipelines: [
        PipelineDefinition(
          name: "Opportunities", kind: "opportunity", stages: [stage("Prospecting", 1), stage("Discovery", 2)])
      ],
      sentences: [
        SentenceDefinition(
          name: "Both", condition: "Deal.Score > 10 and DealReview.Score > 10",
          actions: [.upgrade(to: "Discovery", from: [])], mode: nil)
      ], policy: PolicyDefinition(freshnessDays: 30))
    let compiled = Playbook.compile(definition)
    return try #require(compiled.playbook, "\(compiled.findings)")
  }

  @Test("each assessment has a reason of its own, though the name of another begins with its name")
  func reasons() throws {
    let playbook = try Self.playbook()
    var record = Record(kind: "opportunity", id: "D-1", stage: "Discovery")
    record.submissions = [
      Submission(
        id: "s-1", assessment: "DealReview", version: 1,
        answers: [Submission.Answer(question: "value", value: .number(Decimal34(50)))],
        capturedAt: Self.now - 100 * Self.day)
    ]
    var worker = DecisionWorker(playbook)
    let result = step(
      Dossier(record: record), Event(id: "e-1", at: Self.now, .judged),
      in: StepSetting(
        playbook: playbook, version: "v", clock: Clock(epochMilliseconds: Self.now, offsetSeconds: 0)),
      ids: { "n" }, worker: &worker)
    let asks = result.dossier.asks.sorted { $0.assessment < $1.assessment }
    #expect(asks.map(\.assessment) == ["Deal", "DealReview"])
    #expect(
      asks.map(\.reason) == [
        "the evidence is missing", "DealReview: The answers are 100 days old (limit 30)",
      ])
  }
}

public import FEEL

/// What a record would come to with one more sheet: what the answers mean, before they are sent.
public struct SheetPreview: Sendable {
  /// The record's decision with the sheet.
  public let decision: Decision
  /// The record with the sheet among its submissions.
  public let record: Record
  /// The instant of the decision.
  public let clock: Clock
  /// What the assessment's current sheets come to; nil: the kind of record has no such assessment.
  public let result: AssessmentResult?

  /// The id that the new sheet has in `record`.
  private static let sheet: Text = "new"

  /// Whether the new sheet counts; an incomplete one does not where a complete one was there before.
  public var counts: Bool { result?.submissions.contains(Self.sheet) != false }

  /// Decides a record with one more sheet.
  ///
  /// - Parameters:
  ///   - device: who fills it in, as submissions name it.
  ///   - now: when, epoch milliseconds.
  ///   - isAlone: leaves out the assessment's other sheets, of which an older complete one would count instead of this
  ///     one for as long as this one is not complete.
  /// - Complexity: one decision.
  public init(
    _ record: Record, adding assessment: AssessmentDefinition, answers: [Submission.Answer], from device: Text,
    at now: Int64, isAlone: Bool = false, playbook: Playbook, clock: Clock
  ) {
    var changed = record
    if isAlone { changed.submissions.removeAll { $0.assessment == assessment.name } }
    changed.submissions.append(
      Submission(
        id: Self.sheet, assessment: assessment.name, version: assessment.version, answers: answers, capturedAt: now,
        device: device, sequence: Int(Int32.max)))
    var worker = DecisionWorker(playbook)
    let decision = decide(changed, playbook: playbook, clock: clock, climb: true, worker: &worker)
    self.decision = decision
    self.record = changed
    self.clock = clock
    result = decision.assessments.first { $0.assessment == assessment.name }
  }

  /// Whether a question is asked; unknown while that depends on what is missing.
  public func relevance(of question: Text) -> AssessmentResult.QuestionResult.Relevance {
    result?.questions.first { $0.question == question }?.relevance ?? .yes
  }
}

import FEEL

/// Everything of one assessment's result that the CRM gets, frozen when it was judged. The sync worker only gives it the
/// CRM's names.
struct ResultPayload {
  let json: JSON

  /// - Parameter person: who submitted it.
  init(_ submission: Submission, by person: Text?, _ decision: Decision, _ playbook: Playbook, version: Text) {
    let result = decision.assessments.first { $0.assessment == submission.assessment }
    var members: [JSON.Member] = [
      JSON.Member("assessment", .string(submission.assessment)),
      JSON.Member("version", .number(Decimal34(submission.version ?? 1))),
      JSON.Member("state", .string(result?.state.word ?? "")),
    ]
    func add(_ name: Text, _ amount: AssessmentResult.Amount?) {
      guard case .decided(let number)? = amount else { return }
      members.append(JSON.Member(name, .number(number.rounded(toScale: 2, .halfEven) ?? number)))
    }
    add("score", result?.score)
    add("points", result?.points)
    add("maximum", result?.maximum)
    add("percent", result?.percent)
    if let stated = decision.stated { members.append(JSON.Member("stated", .string(stated))) }
    if let supported = decision.supported {
      members.append(JSON.Member("least", .string(supported.least)))
      members.append(JSON.Member("most", .string(supported.most)))
    }
    if let verdict = decision.verdict { members.append(JSON.Member("verdict", .string(verdict.word))) }
    members.append(JSON.Member("playbook", .string(version)))
    if let captured = submission.capturedAt {
      members.append(JSON.Member("capturedAt", .string(Instant.text(captured))))
    }
    if let person { members.append(JSON.Member("rep", .string(person))) }
    members.append(
      JSON.Member("answers", .object(submission.answers.map { JSON.Member($0.question, $0.value.json) })))
    members.append(JSON.Member("questions", .array(Self.questions(submission, result, playbook))))
    json = .object(members)
  }

  /// One row an answer: id, label, answer as people read it, points.
  private static func questions(
    _ submission: Submission, _ result: AssessmentResult?, _ playbook: Playbook
  ) -> [JSON] {
    let definition = playbook.definition.assessments.first {
      $0.name == submission.assessment && $0.version == submission.version
    }
    return submission.answers.map { answer in
      var members = [JSON.Member("id", .string(answer.question))]
      if let question = definition?.questions.first(where: { $0.id == answer.question }) {
        members.append(JSON.Member("label", .string(question.ask.text(in: nil))))
      }
      members.append(JSON.Member("answer", .string(shown(answer.value))))
      // Points are those of this submission only where it is the one that counts.
      if let result, let id = submission.id, result.submissions.contains(id),
        let points = result.questions.first(where: { $0.question == answer.question })?.points
      {
        members.append(JSON.Member("points", .number(points)))
      }
      return .object(members)
    }
  }

  private static func shown(_ value: AnswerValue) -> Text {
    switch value {
    case .text(let text): text
    case .number(let number): number.text
    case .boolean(let boolean): boolean ? "yes" : "no"
    case .several(let ids): ids.joined(by: ", ")
    }
  }
}

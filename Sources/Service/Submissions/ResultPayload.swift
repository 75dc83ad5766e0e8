internal import FEEL
internal import Sales
internal import Store

/// What an effect of kind `result` carries: everything of one assessment's result that the CRM gets, frozen when it was
/// judged. The sync worker only gives it the CRM's names.
struct ResultPayload {
  let json: JSON

  init(
    _ envelope: Envelope, _ submission: StoredSubmission, _ judgement: Judging.Judgement, _ loaded: LoadedPlaybook
  ) {
    let decision = judgement.last
    let result = decision.assessments.first { $0.assessment == envelope.assessment }
    var members: [JSON.Member] = [
      JSON.Member("assessment", .string(envelope.assessment)),
      JSON.Member("version", .number(Decimal34(envelope.version))),
      JSON.Member("state", .string(result?.state.word ?? "")),
    ]
    for (name, amount) in [
      ("score", result?.score), ("points", result?.points), ("maximum", result?.maximum), ("percent", result?.percent),
    ] as [(Text, AssessmentResult.Amount?)] {
      if case .decided(let number)? = amount {
        members.append(JSON.Member(name, .number(number.rounded(toScale: 2, .halfEven) ?? number)))
      }
    }
    if let stated = decision.stated { members.append(JSON.Member("stated", .string(stated))) }
    if let supported = decision.supported {
      members.append(JSON.Member("least", .string(supported.least)))
      members.append(JSON.Member("most", .string(supported.most)))
    }
    if let verdict = decision.verdict { members.append(JSON.Member("verdict", .string(verdict.word))) }
    members.append(JSON.Member("playbook", .string(Text(loaded.version))))
    members.append(JSON.Member("capturedAt", .string(Instant.text(submission.adjustedAt))))
    members.append(JSON.Member("rep", .string(Text(submission.person))))
    members.append(
      JSON.Member("answers", .object(envelope.answers.map { JSON.Member($0.question, $0.value.json) })))
    members.append(JSON.Member("questions", .array(Self.questions(envelope, result, loaded))))
    json = .object(members)
  }

  init(_ json: JSON) { self.json = json }

  var bytes: [UInt8] { json.bytes }

  /// One row an answer: id, label, answer as people read it, points.
  private static func questions(
    _ envelope: Envelope, _ result: AssessmentResult?, _ loaded: LoadedPlaybook
  ) -> [JSON] {
    let definition = loaded.definition.assessments.first {
      $0.name == envelope.assessment && $0.version == envelope.version
    }
    return envelope.answers.map { answer in
      var members = [JSON.Member("id", .string(answer.question))]
      if let question = definition?.questions.first(where: { $0.id == answer.question }) {
        members.append(JSON.Member("label", .string(question.ask.text(in: nil))))
      }
      members.append(JSON.Member("answer", .string(shown(answer.value))))
      // Points are those of this submission only where it is the one that counts.
      if let result, result.submissions.contains(envelope.id),
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

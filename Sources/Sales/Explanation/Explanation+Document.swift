import Decisions
public import FEEL

extension Explanation {
  /// The explanation for machines: verdict, gates with the outcome and sentence of every rule, and the changes.
  public func document(language: Text? = nil) -> JSON {
    let sentences = ReasonSentences(
      name: ExplanationNames(playbook, kind: decision.kind, language: language).named)
    var members = [JSON.Member("id", .string(decision.record)), JSON.Member("kind", .string(decision.kind))]
    if let stated = decision.stated { members.append(JSON.Member("stage", .string(stated))) }
    if let supported = decision.supported {
      members.append(
        JSON.Member(
          "supported",
          .object([JSON.Member("least", .string(supported.least)), JSON.Member("most", .string(supported.most))])))
    }
    if let verdict = decision.verdict { members.append(JSON.Member("verdict", .string(verdict.word))) }
    members.append(
      JSON.Member(
        "gates",
        .array(
          gates.map { gate in
            .object([
              JSON.Member("from", .string(gate.result.from)), JSON.Member("to", .string(gate.result.to)),
              JSON.Member("state", .string(gate.result.state.word)),
              JSON.Member("rules", .array(gate.rules.map { Self.document($0, sentences) })),
            ])
          })))
    members.append(
      JSON.Member(
        "facts",
        .array(
          facts.map { fact in
            .object([
              JSON.Member("name", .string(fact.fact)),
              JSON.Member("rules", .array(fact.contributions.map { Self.document($0.rule, sentences) })),
            ])
          })))
    members.append(JSON.Member("changes", .array(improvements.map { document($0, language) })))
    members.append(JSON.Member("message", .string(message(language: language))))
    members.append(JSON.Member("text", .string(text(language: language))))
    return .object(members)
  }

  private static func document(_ rule: RuleReason, _ sentences: ReasonSentences) -> JSON {
    .object([
      JSON.Member("name", .string(rule.rule)), JSON.Member("outcome", .string(rule.outcome.word)),
      JSON.Member("because", .string(sentences.sentence(rule))),
    ])
  }

  private func document(_ change: Improvement, _ language: Text?) -> JSON {
    var members: [JSON.Member] = []
    switch change.kind {
    case .answer(let assessment, let question, let before, let after):
      members.append(JSON.Member("assessment", .string(assessment)))
      members.append(JSON.Member("question", .string(question)))
      members.append(JSON.Member("before", before?.json ?? .null))
      members.append(JSON.Member("after", after.json))
    case .attribute(let name, _, let after):
      members.append(JSON.Member("attribute", .string(name)))
      members.append(JSON.Member("after", after.json))
    }
    members.append(JSON.Member("points", .number(change.points)))
    if case .decided(let score)? = change.score { members.append(JSON.Member("score", .number(score))) }
    members.append(JSON.Member("least", .string(change.least)))
    members.append(JSON.Member("advice", .string(change.advice.text(in: language))))
    return .object(members)
  }
}

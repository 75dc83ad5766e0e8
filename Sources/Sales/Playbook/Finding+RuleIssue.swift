import Decisions

extension Finding {
  /// What `Decisions` says of rules and facts, in terms of the playbook's definitions.
  init(_ issue: RuleIssue, in definition: PlaybookDefinition) {
    self.init(
      issue.severity, issue.code, Subject(issue.subject, in: definition), span: issue.span, issue.message,
      fix: issue.fix, related: issue.related.map { Subject($0, in: definition) })
  }
}

extension Subject {
  fileprivate init(_ subject: RuleIssue.Subject, in definition: PlaybookDefinition) {
    switch subject {
    case .rule(let name): self = .rule(name)
    case .condition(let name): self = .condition(rule: name)
    case .value(let name, let contribution):
      let sentence = definition.sentences.first { $0.name == name }
      self = .action(rule: name, index: sentence?.action(ofContribution: contribution) ?? 0)
    case .fact(let name): self = .fact(name)
    case .fallback(let name): self = .fallback(fact: name)
    }
  }
}

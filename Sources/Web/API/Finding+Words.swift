internal import FEEL
internal import Sales

extension Subject {
  /// What a finding is about, as people call it.
  var words: String {
    switch self {
    case .playbook: "the playbook"
    case .policy: "the policy"
    case .kind(let name): "kind \(name)"
    case .attribute(let kind, let name): "attribute \(name) of \(kind)"
    case .pipeline(let name): "pipeline \(name)"
    case .stage(let pipeline, let name): "stage \(name) of \(pipeline)"
    case .assessment(let name): "assessment \(name)"
    case .question(let assessment, let id): "question \(id) of \(assessment)"
    case .option(let assessment, let question, let id): "option \(id) of \(question) in \(assessment)"
    case .band(let assessment, let question, let index): "band \(index + 1) of \(question) in \(assessment)"
    case .relevance(let assessment, let id): "relevance of \(id) in \(assessment)"
    case .fact(let name): "fact \(name)"
    case .fallback(let name): "default of the fact \(name)"
    case .rule(let name): "rule \(name)"
    case .condition(let name): "condition of the rule \(name)"
    case .action(let name, let index): "action \(index + 1) of the rule \(name)"
    }
  }
}

/// The door to the parser.
enum Front {
  /// A tree, with what is to be said of it, or the reasons why there is none.
  enum Outcome {
    case parsed(Tree, [Diagnostic])
    case refused([Diagnostic])
  }

  static func expression(_ source: Text, scope: Scope, law: Law, limits: Limits) -> Outcome {
    var parser = Parser(source: source, names: NameSet(scope: scope), limits: limits)
    return outcome(parser.parseExpression(), law)
  }

  static func unaryTests(_ source: Text, scope: Scope, law: Law, limits: Limits) -> Outcome {
    var parser = Parser(source: source, names: NameSet(scope: scope), limits: limits)
    return outcome(parser.parseUnaryTests(), law)
  }

  private static func outcome(_ parsed: (tree: Tree, diagnostics: [Diagnostic]), _ law: Law) -> Outcome {
    let findings = parsed.diagnostics.map { $0.under(law) }
    return findings.contains { $0.severity == .error } ? .refused(findings) : .parsed(parsed.tree, findings)
  }
}

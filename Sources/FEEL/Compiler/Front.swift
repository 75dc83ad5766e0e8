/// The door to the parser.
enum Front {
  /// A tree, or the reasons why there is none.
  enum Outcome {
    case parsed(Tree)
    case refused([Diagnostic])
  }

  static func expression(_ source: Text, scope: Scope, limits: Limits) -> Outcome {
    var parser = Parser(source: source, names: NameSet(scope: scope), limits: limits)
    return outcome(parser.parseExpression())
  }

  static func unaryTests(_ source: Text, scope: Scope, limits: Limits) -> Outcome {
    var parser = Parser(source: source, names: NameSet(scope: scope), limits: limits)
    return outcome(parser.parseUnaryTests())
  }

  private static func outcome(_ parsed: (tree: Tree, diagnostics: [Diagnostic])) -> Outcome {
    parsed.diagnostics.contains { $0.severity == .error } ? .refused(parsed.diagnostics) : .parsed(parsed.tree)
  }
}

/// The door to the parser.
enum Front {
  enum Outcome {
    case parsed(Tree)
    case refused([Diagnostic])
  }

  static func expression(_ source: Text, scope: Scope, limits: Limits) -> Outcome { .refused([]) }

  static func unaryTests(_ source: Text, scope: Scope, limits: Limits) -> Outcome { .refused([]) }
}

func suggestions(for name: Text, among names: [Text]) -> Text? { nil }

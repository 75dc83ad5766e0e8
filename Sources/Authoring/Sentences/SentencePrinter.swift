internal import Decisions
internal import FEEL
public import Sales

/// Writes a sentence as its author would.
public enum SentencePrinter {
  /// The sentence on one line, which `SentenceParser` reads back as the same definition if its FEEL texts are canonical.
  ///
  /// - Parameter isNamed: whether its name is written; that of an unnamed sentence comes from its place in the file.
  public static func text(of sentence: SentenceDefinition, isNamed: Bool = true) -> String {
    let name = isNamed ? quoted(sentence.name) + ": " : ""
    let actions = sentence.actions.map(text).joined(separator: ", ")
    let options = options(of: sentence).joined(separator: ", ")
    return "\(name)if \(sentence.condition) then \(actions)" + (options.isEmpty ? "" : "; " + options)
  }

  private static func text(of action: SentenceDefinition.Action) -> String {
    switch action {
    case .upgrade(let stage, let origins):
      let from = origins.isEmpty ? "" : " from " + origins.map(name).joined(separator: " or ")
      return "upgrade\(from) to \(name(stage))"
    case .propose(let stage): return "propose \(name(stage))"
    case .contribute(let contribution):
      return contribution.kind == .set
        ? "set \(name(contribution.fact)) to \(contribution.value)"
        : "add \(contribution.value) to \(name(contribution.fact))"
    case .flag(let text): return "flag \(quoted(text))"
    case .ask(let assessment): return "ask \(name(assessment))"
    case .start(let sequence): return "start \(name(sequence))"
    case .require(let attribute): return "require \(name(attribute))"
    }
  }

  private static func options(of sentence: SentenceDefinition) -> [String] {
    var options: [String] = []
    if let from = sentence.from { options.append("from \(from.text)") }
    if let until = sentence.until { options.append("until \(until.text)") }
    if let priority = sentence.priority { options.append("priority \(priority.text)") }
    switch sentence.mode {
    case .automatic: options.append("automatically")
    case .proposal: options.append("by proposal")
    case nil: break
    }
    return options
  }

  /// A name, in quotation marks unless it is plain words that mean nothing else.
  private static func name(_ name: Text) -> String {
    let tokens = Lexer.tokens(of: name).dropLast()
    let isPlain = tokens.allSatisfy { token in
      let word = String(decoding: name.bytes[Int(token.span.start)..<Int(token.span.end)], as: UTF8.self).lowercased()
      return token.kind == .word && token.keyword == nil && !reserved.contains(word)
    }
    let words = tokens.map { String(decoding: name.bytes[Int($0.span.start)..<Int($0.span.end)], as: UTF8.self) }
    return isPlain && !words.isEmpty && words.joined(separator: " ") == name.string ? name.string : quoted(name)
  }

  private static let reserved: Set<String> = Set(
    ["and", "or", "to", "from", "then", "if", "else"] + SentenceAction.Keyword.allCases.map(\.rawValue))

  private static func quoted(_ text: Text) -> String { StringLiteral.written(text).string }
}

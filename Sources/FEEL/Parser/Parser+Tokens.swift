extension Parser {
  /// Cuts the source, reports what is no FEEL, and puts in what was probably meant, so that reading can go on.
  mutating func readTokens() {
    var lexer = Lexer(source)
    while true {
      var token = lexer.next()
      switch token.kind {
      case .end:
        tokens.append(token)
        return
      case .unclosedComment:
        isCutShort = true
        report(
          "SYNTAX", Span(Int(token.span.start), Int(token.span.start) + 2),
          "the comment \(quoted(token)) is never closed", fix: "add `*/`")
        continue
      case .unclosedString:
        isCutShort = true
        report(
          "SYNTAX", Span(Int(token.span.start), Int(token.span.start) + 1),
          "the string \(quoted(token)) is never closed",
          fix: "add a closing `\"`")
        tokens.append(token)
      case .invalid:
        correct(&token, &lexer)
        tokens.append(token)
      default:
        if !joinsPrevious(token) { tokens.append(token) }
      }
    }
  }

  /// Whether the token makes a sign of another language with the one before it (`==`, `<>`, `=>`, `=<`).
  private mutating func joinsPrevious(_ token: Token) -> Bool {
    guard let last = tokens.last, last.span.end == token.span.start else { return false }
    if opensType(last) { return false }
    let meant: Token.Kind
    switch (last.kind, token.kind) {
    case (.equal, .equal): meant = .equal
    case (.notEqual, .equal): meant = .notEqual
    case (.less, .greater): meant = .notEqual
    case (.equal, .greater): meant = .greaterOrEqual
    case (.equal, .less): meant = .lessOrEqual
    default: return false
    }
    let joined = Token(meant, Span(Int(last.span.start), Int(token.span.end)), isSpaced: last.isSpaced)
    tokens[tokens.count - 1] = joined
    report("SYNTAX", joined.span, "\(quoted(joined)) is not FEEL", fix: "write `\(Parser.sign(meant))`")
    return true
  }

  /// Whether a `<` at the end of what was cut so far opens the parts of a type: `context<>`, `function<>`.
  private func opensType(_ less: Token) -> Bool {
    guard less.kind == .less, !less.isSpaced, tokens.count > 1 else { return false }
    let word = bytes(tokens[tokens.count - 2].span)
    return word.elementsEqual("context".utf8) || word.elementsEqual("function".utf8)
  }

  /// Reports a character that FEEL has no use for, and reads what it stands for elsewhere.
  private mutating func correct(_ token: inout Token, _ lexer: inout Lexer) {
    let scalar = Characters.decode(source.bytes, Int(token.span.start))?.scalar ?? 0
    var fix: String?
    switch scalar {
    case 0x2264: (token.kind, fix) = (.lessOrEqual, "write `<=`")
    case 0x2265: (token.kind, fix) = (.greaterOrEqual, "write `>=`")
    case 0x2260: (token.kind, fix) = (.notEqual, "write `!=`")
    case 0xD7: (token.kind, fix) = (.star, "write `*`")
    case 0xF7: (token.kind, fix) = (.slash, "write `/`")
    case 0x2010...0x2015, 0x2212: (token.kind, fix) = (.minus, "write `-`")
    case 0x2018...0x201F, 0x60, 0xAB, 0xBB: fix = "write straight quotation marks: `\"`"
    case 0x21: fix = "write `not(...)`"
    case 0x26, 0x7C:
      (token.kind, token.keyword) = (.word, scalar == 0x26 ? .and : .or)
      fix = scalar == 0x26 ? "write `and`" : "write `or`"
      // `&&` and `||` are one sign.
      var ahead = lexer
      let second = ahead.next()
      if second.span.start == token.span.end, bytes(second.span).elementsEqual(bytes(token.span)) {
        token.span.end = second.span.end
        lexer = ahead
      }
    default: break
    }
    report("SYNTAX", token.span, "\(quoted(token)) is not FEEL", fix: fix)
  }

  /// How a sign is written.
  static func sign(_ kind: Token.Kind) -> String {
    switch kind {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftBrace: "{"
    case .rightBrace: "}"
    default: ""
    }
  }
}

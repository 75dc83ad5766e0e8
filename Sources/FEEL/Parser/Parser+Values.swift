extension Parser {
  /// Reads what an expression starts with: a value, a sign, or a keyword construct.
  mutating func prefix() -> NodeID {
    // What is no FEEL was told when the text was cut.
    while current.kind == .invalid { advance() }
    let token = current
    switch token.kind {
    case .number: return number()
    case .string, .unclosedString: return string()
    case .at: return temporal()
    case .question:
      advance()
      return add(.subject, token.span)
    case .minus: return negation()
    case .word: return word()
    case .leftParenthesis: return parenthesis()
    case .leftBracket: return bracket()
    case .rightBracket where startsRange(): return openRange()
    case .leftBrace: return context()
    case .apostrophe: return apostrophes()
    default:
      reportMissingValue()
      return hole()
    }
  }

  private mutating func number() -> NodeID {
    let token = current
    advance()
    if let number = Decimal34(utf8: bytes(token.span)) { return add(.literal(.number(number)), token.span) }
    return noValue(token.span, "the number \(quoted(token)) is too large")
  }

  /// The text of the string at a token.
  func stringValue(_ token: Token) -> Text {
    let end = Int(token.span.end) - (token.kind == .string ? 1 : 0)
    return StringLiteral.value(of: source.bytes[Int(token.span.start) + 1..<end])
  }

  private mutating func string() -> NodeID {
    let token = current
    advance()
    return add(.literal(.string(stringValue(token))), token.span)
  }

  private mutating func temporal() -> NodeID {
    let at = current
    advance()
    guard current.kind == .string else {
      if current.kind != .unclosedString {
        report("SYNTAX", at.span, "a string is missing after `@`", fix: "write a date like `@\"2026-04-01\"`")
      }
      if current.kind == .unclosedString || current.kind == .number { advance() }
      return add(.literal(.null), span(from: at))
    }
    let token = current
    advance()
    let span = span(from: at)
    if let value = TemporalLiteral.parse(stringValue(token)) { return add(.literal(value), span) }
    return noValue(
      span, "\(quoted(span)) is no date, time, date and time, or duration",
      fix: "write a date like `@\"2026-04-01\"` or a duration like `@\"P14D\"`")
  }

  /// A literal that is written well, but stands for no value.
  private mutating func noValue(_ span: Span, _ message: String, fix: String? = nil) -> NodeID {
    report(Diagnostic.literal, span, message, fix: fix)
    return add(.failure(Text(message)), span)
  }

  private mutating func negation() -> NodeID {
    let token = current
    advance()
    let operand = expression(Binding.sign)
    return add(.negate(operand), span(from: token))
  }

  /// Text in single quotation marks: told, and read over.
  private mutating func apostrophes() -> NodeID {
    let token = current
    report("SYNTAX", token.span, "a text is written in double quotation marks", fix: "write `\"...\"`")
    advance()
    var ahead = position
    while tokens[ahead].kind != .end, tokens[ahead].kind != .apostrophe, ahead - position < 32 { ahead += 1 }
    if tokens[ahead].kind == .apostrophe {
      position = ahead
      advance()
    }
    return add(.literal(.null), span(from: token))
  }

  /// Reads a name, or the construct of a keyword that is not part of a longer name.
  private mutating func word() -> NodeID {
    let token = current
    let length = knownLength(at: position)
    guard let keyword = token.keyword, length <= 1 else { return name(length) }
    switch keyword {
    case .true, .false:
      advance()
      return add(.literal(.boolean(keyword == .true)), token.span)
    case .null:
      advance()
      return add(.literal(.null), token.span)
    case .if: return choice()
    case .for: return loop()
    case .some: return quantified(.some)
    case .every: return quantified(.every)
    case .function: return function()
    default:
      reportMissingValue()
      return hole()
    }
  }

  /// How many tokens the longest name in scope takes; 0 if none starts there.
  private func knownLength(at index: Int) -> Int {
    var length = names.names.longestMatch(tokens, at: index, of: source.bytes)
    if !locals.isEmpty { length = max(length, locals.longestMatch(tokens, at: index, of: source.bytes)) }
    if filters > 0 { length = max(length, memberLength(at: index)) }
    return length
  }

  /// Reads a name of `length` tokens; if it is unknown, the words that follow belong to it, up to a known name.
  private mutating func name(_ length: Int) -> NodeID {
    let start = position
    for _ in 0..<max(1, length) { advance() }
    if length == 0, !bytes(tokens[start].span).elementsEqual("not".utf8) {
      while continuesName(current), !startsKnownName() { advance() }
    }
    return add(.name(name(start..<position)), span(from: tokens[start]))
  }

  /// Whether a known name starts here. A built-in's name that is not called may be a word of an unknown name (`close date`).
  private func startsKnownName() -> Bool {
    let length = knownLength(at: position)
    guard length == 1, following.kind != .leftParenthesis else { return length > 0 }
    return NameSet.builtins.longestMatch(tokens, at: position, of: source) == 0
  }

  func continuesName(_ token: Token) -> Bool { token.kind == .word && token.keyword == nil && token.isSpaced }

  /// `if ... then ... else ...`.
  private mutating func choice() -> NodeID {
    let word = current
    advance()
    awaited += [.else, .then]
    let condition = expression()
    awaited.removeLast()
    guard take(.then) else {
      awaited.removeLast()
      report("SYNTAX", word.span, "`if` has no `then`", fix: "write `if ... then ... else ...`")
      if take(.else) { _ = expression() }
      return condition
    }
    let then = expression()
    awaited.removeLast()
    guard take(.else) else {
      report("SYNTAX", word.span, "`if` has no `else`", fix: "write `if ... then ... else ...`")
      return then
    }
    let otherwise = expression()
    return add(.choose(condition: condition, then: then, otherwise: otherwise), span(from: word))
  }
}

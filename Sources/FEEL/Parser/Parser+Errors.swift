extension Parser {
  /// How many errors of one text are told.
  static let mostErrors = 100

  /// Tells an error, once for each place.
  mutating func report(_ code: Text, _ span: Span, _ message: String, fix: String? = nil) {
    guard !isStopped, diagnostics.count < Parser.mostErrors else { return }
    guard !diagnostics.contains(where: { $0.span.start == span.start }) else { return }
    diagnostics.append(Diagnostic(.error, code, span, Text(message), fix: fix.map { Text($0) }))
  }

  /// Gives up: deeper than the limit.
  mutating func stopAtDepth(_ span: Span) {
    report(
      "DEPTH", span, "the expression is nested deeper than \(limits.depth) levels",
      fix: "divide it over several rules or facts")
    isStopped = true
    position = tokens.count - 1
  }

  /// A token as messages show it: in backquotes, shortened.
  func quoted(_ token: Token) -> String { token.kind == .end ? "the end" : quoted(token.span) }

  /// A stretch of the source as messages show it.
  func quoted(_ span: Span) -> String {
    var end = Int(span.end)
    let start = Int(span.start)
    var mark = ""
    if end - start > 24 {
      end = start + 20
      while end > start, source.bytes[end] & 0xC0 == 0x80 { end -= 1 }
      mark = "..."
    }
    var shown = Array(source.bytes[start..<end])
    for index in shown.indices where shown[index] < 0x20 { shown[index] = 0x20 }
    return "`" + String(decoding: shown, as: UTF8.self) + mark + "`"
  }

  /// Tells that a value is missing at the current place.
  mutating func reportMissingValue() {
    if let previous {
      report(
        "SYNTAX", current.kind == .end ? previous.span : current.span, "a value is missing after \(quoted(previous))")
    } else if current.kind == .end {
      report("SYNTAX", current.span, "the expression is empty", fix: "write a condition or a value")
    } else {
      report("SYNTAX", current.span, "a value is missing before \(quoted(current))")
    }
  }

  /// Tells that two values stand side by side.
  mutating func reportSideBySide() {
    guard let previous else { return }
    if bytes(previous.span).elementsEqual("not".utf8) {
      report("SYNTAX", current.span, "`not` needs parentheses", fix: "write `not(...)`")
    } else if let keyword = keywordInCapitals() {
      report(
        "SYNTAX", current.span, "\(quoted(current)) can't follow \(quoted(previous))", fix: "write `\(keyword)`")
      advance()
    } else if let name = nearBuiltin() {
      report(
        "SYNTAX", current.span, "\(quoted(current)) can't follow \(quoted(previous))", fix: "did you mean `\(name)`?")
    } else {
      report(
        "SYNTAX", current.span, "\(quoted(current)) can't follow \(quoted(previous))",
        fix: openings.isEmpty
          ? "write an operator between them, or quotation marks around a text"
          : "write an operator or a comma between them, or quotation marks around a text")
    }
  }

  /// The keyword that the current word is but for its capitals: `AND`.
  private func keywordInCapitals() -> Text? {
    guard current.kind == .word, current.keyword == nil else { return nil }
    let word = bytes(current.span).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return Keyword(word[...])?.text
  }

  /// The built-in that the words around the current place are nearly the name of, if they are called.
  private func nearBuiltin() -> Text? {
    var (first, last) = (position, position)
    while first > 0, tokens[first - 1].kind == .word, position - first < 4 { first -= 1 }
    while last < tokens.count, tokens[last].kind == .word, last - position < 4 { last += 1 }
    guard first < position, last > position, tokens[last].kind == .leftParenthesis else { return nil }
    return suggestions(for: name(first..<last), among: Builtin.names)
  }

  /// Tells that the bracket at a token is never closed.
  mutating func reportUnclosed(_ opening: Int) {
    guard !isCutShort else { return }
    let token = tokens[opening]
    let next = tokens[min(opening + 1, tokens.count - 1)]
    let place = next.kind == .end ? "at the end" : "before \(quoted(next))"
    report(
      "SYNTAX", token.span, "the \(quoted(token)) \(place) is never closed",
      fix: "add `\(Parser.sign(Parser.closer(of: token.kind)))`")
  }

  static func closer(of kind: Token.Kind) -> Token.Kind {
    switch kind {
    case .leftParenthesis: .rightParenthesis
    case .leftBrace: .rightBrace
    case .rightBracket: .leftBracket
    default: .rightBracket
    }
  }

  static func isCloser(_ kind: Token.Kind) -> Bool {
    kind == .rightParenthesis || kind == .rightBracket || kind == .rightBrace
  }

  /// Moves over the bracket that closes the innermost one and gives its kind; nil if there is none.
  ///
  /// What stands before it is told and read, so that its errors are told too.
  mutating func close(_ kinds: Token.Kind...) -> Token.Kind? {
    guard let opening = openings.last else { return nil }
    defer { openings.removeLast() }
    while !isStopped {
      let token = current
      if kinds.contains(token.kind) {
        advance()
        return token.kind
      }
      let isOuter = token.keyword.map(awaited.contains) ?? false
      if token.kind == .end || isOuter {
        reportUnclosed(opening)
        return nil
      }
      if Parser.isCloser(token.kind) {
        if openings.dropLast().contains(where: { Parser.closer(of: tokens[$0].kind) == token.kind }) {
          reportUnclosed(opening)
          return nil
        }
        let meant = Parser.sign(Parser.closer(of: tokens[opening].kind))
        report(
          "SYNTAX", token.span,
          "\(quoted(token)) closes the \(quoted(tokens[opening])) before \(quoted(tokens[opening + 1]))",
          fix: "write `\(meant)`")
        advance()
        return nil
      }
      skipUnexpected()
    }
    return nil
  }

  /// Tells that the current token can't stand where it does, moves over it, and reads on for further errors.
  mutating func skipUnexpected() {
    let token = current
    if Parser.isCloser(token.kind) {
      report(
        "SYNTAX", token.span, "\(quoted(token)) closes nothing", fix: "remove it, or add the bracket that it closes")
    } else if token.kind == .dots {
      report("SYNTAX", token.span, "a range needs brackets", fix: "write `[1..5]`, or `(1..5)` without its ends")
    } else if token.kind != .invalid {
      report("SYNTAX", token.span, "\(quoted(token)) can't stand here")
    }
    advance()
    _ = startsValue(current) ? expression() : infix(hole(), Binding.none)
  }

  /// Whether a value can start with the token.
  func startsValue(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .string, .unclosedString, .at, .question, .minus, .leftParenthesis, .leftBracket, .leftBrace: true
    case .word: token.keyword.map(Parser.startsValue) ?? true
    default: false
    }
  }

  /// Whether a value can start with the keyword.
  static func startsValue(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .true, .false, .null, .if, .for, .some, .every, .function: true
    default: false
    }
  }
}

extension Parser {
  /// What stands behind a value: `.name`, `[filter]`, `(arguments)`.
  mutating func postfix(_ left: NodeID) -> NodeID {
    switch current.kind {
    case .dot: path(left)
    case .leftBracket: filter(left)
    default: call(left)
    }
  }

  private mutating func path(_ left: NodeID) -> NodeID {
    let dot = current
    advance()
    guard current.kind == .word else {
      report("SYNTAX", dot.span, "a name is missing after `.`")
      return left
    }
    let start = position
    let length = memberLength(at: position)
    for _ in 0..<max(1, length) { advance() }
    if length == 0 {
      while continuesName(current) { advance() }
    }
    return add(.path(left, name(start..<position)), span(from: left))
  }

  /// How many tokens the longest known name of an entry takes; 0 if none starts there.
  func memberLength(at index: Int) -> Int {
    let length = names.members.longestMatch(tokens, at: index, of: source.bytes)
    return keys.isEmpty ? length : max(length, keys.longestMatch(tokens, at: index, of: source.bytes))
  }

  private mutating func filter(_ left: NodeID) -> NodeID {
    openings.append(position)
    advance()
    filters += 1
    let condition = expression()
    filters -= 1
    _ = close(.rightBracket)
    return add(.filter(left, condition), span(from: left))
  }

  /// A call by position or by name.
  private mutating func call(_ function: NodeID) -> NodeID {
    openings.append(position)
    advance()
    var arguments: [NodeID] = []
    var argumentNames: [Text] = []
    if current.kind != .rightParenthesis {
      repeat {
        if let end = keyEnd(), end > position {
          argumentNames.append(name(position..<end))
          position = end + 1
        }
        arguments.append(expression())
      } while !isStopped && take(.comma)
    }
    _ = close(.rightParenthesis)
    let span = span(from: function)
    if !argumentNames.isEmpty, argumentNames.count != arguments.count {
      report(
        "SYNTAX", span, "arguments have either all a name or none",
        fix: "name the others too, or write none of the names")
      argumentNames = []
    }
    return add(.call(function, arguments: arguments, names: argumentNames), span)
  }

  /// Where the `:` stands that ends a key at the current place; nil if no key stands here.
  func keyEnd() -> Int? {
    guard current.kind == .word else { return nil }
    var index = position
    while Parser.belongsToName(tokens[index]) { index += 1 }
    return tokens[index].kind == .colon ? index : nil
  }

  /// Whether a declared name may contain the token.
  static func belongsToName(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number, .question, .plus, .minus, .star, .power, .slash, .dot, .apostrophe: true
    default: false
    }
  }

  /// `{key: value, "key": value}`; each entry sees the keys before it.
  mutating func context() -> NodeID {
    let opening = current
    openings.append(position)
    advance()
    var entries: [ContextEntry] = []
    var declared: [Int32] = []
    if current.kind != .rightBrace {
      repeat {
        guard let (key, place) = key() else { break }
        entries.append(ContextEntry(key: key, value: expression()))
        if let place { declared.append(place) }
      } while !isStopped && take(.comma)
    }
    _ = close(.rightBrace)
    for place in declared { locals.remove(place) }
    return add(.context(entries), span(from: opening))
  }

  /// Reads a key with its `:` and makes it a name of the entries to come.
  private mutating func key() -> (Text, Int32?)? {
    let first = current
    if first.kind == .string {
      let key = stringValue(first)
      advance()
      guard take(.colon) else {
        reportMissingColon(first)
        return nil
      }
      keys.add(key)
      return (key, locals.add(key))
    }
    guard let end = keyEnd() else {
      reportMissingColon(first)
      return nil
    }
    let key = name(position..<end)
    let place = locals.add(parts: tokens[position..<end], of: source.bytes)
    _ = keys.add(parts: tokens[position..<end], of: source.bytes)
    position = end + 1
    return (key, place)
  }

  private mutating func reportMissingColon(_ token: Token) {
    if token.kind == .end { return }
    report("SYNTAX", token.span, "a context entry is missing at \(quoted(token))", fix: "write `name: value`")
  }

  /// `for x in list, i in 1..3 return body`.
  mutating func loop() -> NodeID {
    let word = current
    advance()
    let (iterations, declared) = iterations(until: .return)
    let partial = locals.add("partial")
    let body = body(of: word, after: .return)
    if let partial { locals.remove(partial) }
    for place in declared { locals.remove(place) }
    return add(.loop(iterations, body), span(from: word))
  }

  /// `some x in list satisfies body`.
  mutating func quantified(_ quantifier: Quantifier) -> NodeID {
    let word = current
    advance()
    let (iterations, declared) = iterations(until: .satisfies)
    let body = body(of: word, after: .satisfies)
    for place in declared { locals.remove(place) }
    return add(.quantified(quantifier, iterations, body), span(from: word))
  }

  private mutating func body(of word: Token, after keyword: Keyword) -> NodeID {
    let other: Keyword = keyword == .return ? .satisfies : .return
    if current.keyword == other {
      report(
        "SYNTAX", current.span, "\(quoted(word)) is followed by `\(keyword.text.string)`, not by \(quoted(current))",
        fix: "write `\(keyword.text.string)`")
      advance()
    } else if !take(keyword) {
      report(
        "SYNTAX", word.span, "\(quoted(word)) has no `\(keyword.text.string)`",
        fix: "write `\(String(decoding: bytes(word.span), as: UTF8.self)) x in list \(keyword.text.string) ...`")
      return hole()
    }
    return expression()
  }

  private mutating func iterations(until keyword: Keyword) -> ([Iteration], declared: [Int32]) {
    var iterations: [Iteration] = []
    var declared: [Int32] = []
    awaited.append(keyword)
    repeat {
      guard let name = iterationName(until: keyword) else { break }
      let domain = expression()
      let last = take(.dots) ? expression() : nil
      iterations.append(Iteration(name: self.name(name), domain: domain, end: last))
      if let place = locals.add(parts: tokens[name], of: source.bytes) { declared.append(place) }
    } while !isStopped && take(.comma)
    awaited.removeLast()
    return (iterations, declared)
  }

  /// Reads the name of an iteration and the `in` behind it.
  private mutating func iterationName(until keyword: Keyword) -> Range<Int>? {
    let start = position
    while current.keyword != .in, current.keyword != keyword, Parser.belongsToName(current), position - start < 32 {
      advance()
    }
    let end = position
    if end > start, tokens[start].kind == .word, take(.in) { return start..<end }
    report(
      "SYNTAX", tokens[start].span, "a name and `in` are missing at \(quoted(tokens[start]))", fix: "write `x in list`")
    if take(.in) || startsValue(current) { _ = expression() }
    return nil
  }
}

// Function definitions (DMN 1.5 grammar rules 57, 58).
extension Parser {
  /// `function(a: number, b) body`, `function(a) external {...}`.
  mutating func function() -> NodeID {
    let word = current
    advance()
    guard current.kind == .leftParenthesis else {
      report("SYNTAX", word.span, "`function` has no parameters", fix: "write `function(a, b) a + b`")
      return hole()
    }
    openings.append(position)
    advance()
    var parameters: [FunctionParameter] = []
    var declared: [Int32] = []
    if current.kind != .rightParenthesis {
      repeat {
        guard let (parameter, place) = parameter() else { break }
        parameters.append(parameter)
        if let place { declared.append(place) }
      } while !isStopped && take(.comma)
    }
    _ = close(.rightParenthesis)
    let isExternal = startsExternal()
    if isExternal { advance() }
    let body: NodeID
    if startsValue(current) {
      body = expression()
    } else {
      reportMissingValue()
      body = hole()
    }
    for place in declared { locals.remove(place) }
    return add(.function(parameters: parameters, body: body, isExternal: isExternal), span(from: word))
  }

  /// Whether the word `external` stands here, and does not begin a longer expression.
  private func startsExternal() -> Bool {
    current.kind == .word && following.kind == .leftBrace && bytes(current.span).elementsEqual("external".utf8)
  }

  /// Reads a parameter with its type and makes it a name of the body.
  private mutating func parameter() -> (FunctionParameter, Int32?)? {
    let start = position
    while Parser.belongsToName(current), position - start < 32 { advance() }
    guard position > start, tokens[start].kind == .word else {
      report("SYNTAX", tokens[start].span, "a name is missing at \(quoted(tokens[start]))", fix: "write `function(a)`")
      return nil
    }
    let name = name(start..<position)
    let place = locals.add(parts: tokens[start..<position], of: source.bytes)
    let type = take(.colon) ? self.type() : nil
    return (FunctionParameter(name: name, type: type), place)
  }

  /// `value instance of type`.
  mutating func instance(_ left: NodeID) -> NodeID {
    let word = current
    advance()
    guard current.kind == .word, bytes(current.span).elementsEqual("of".utf8) else {
      report("SYNTAX", word.span, "`instance` is followed by `of`", fix: "write `instance of`")
      return left
    }
    advance()
    guard let type = type() else { return left }
    return add(.instanceOf(left, type), span(from: left))
  }
}

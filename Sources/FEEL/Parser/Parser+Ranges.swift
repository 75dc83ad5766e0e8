extension Parser {
  /// `(a)`, `(a..b]`, `(< a)`.
  mutating func parenthesis() -> NodeID {
    let opening = current
    openings.append(position)
    advance()
    if let sign = compareOperator(current.kind) { return openEnd(opening, sign) }
    let value = expression()
    if take(.dots) { return range(opening, from: value, included: false) }
    _ = close(.rightParenthesis)
    // The parentheses belong to the value's text: what stands there must read the same by itself.
    widen(value, from: opening)
    return value
  }

  func canWiden(_ id: NodeID) -> Bool { Int(id.index) < tree.spans.count }

  mutating func widen(_ id: NodeID, from opening: Token) {
    if canWiden(id) { tree.spans[Int(id.index)] = span(from: opening) }
  }

  /// A range as a value by a comparison: `(< 10)`, `(= 10)`.
  private mutating func openEnd(_ opening: Token, _ sign: CompareOperator) -> NodeID {
    advance()
    let end = expression(Binding.sum)
    _ = close(.rightParenthesis)
    let span = span(from: opening)
    switch sign {
    case .less: return add(.range(nil, startIncluded: false, end, endIncluded: false), span)
    case .lessOrEqual: return add(.range(nil, startIncluded: false, end, endIncluded: true), span)
    case .greater: return add(.range(end, startIncluded: false, nil, endIncluded: false), span)
    case .greaterOrEqual: return add(.range(end, startIncluded: true, nil, endIncluded: false), span)
    case .equal, .notEqual: return add(.rangeBy(sign, end), span)
    }
  }

  /// `[a, b]` or `[a..b]`.
  mutating func bracket() -> NodeID {
    let opening = current
    openings.append(position)
    advance()
    var items: [NodeID] = []
    if current.kind != .rightBracket || startsRange() {
      items.append(expression())
      if take(.dots) { return range(opening, from: items[0], included: true) }
      while !isStopped, take(.comma) { items.append(expression()) }
    }
    _ = close(.rightBracket)
    return add(.list(items), span(from: opening))
  }

  /// `]a..b[`.
  mutating func openRange() -> NodeID {
    let opening = current
    openings.append(position)
    advance()
    let start = expression()
    guard take(.dots) else {
      report("SYNTAX", opening.span, "`]` starts a range that has no `..`", fix: "write `]1..5]`")
      _ = close(.leftBracket, .rightBracket, .rightParenthesis)
      return start
    }
    return range(opening, from: start, included: false)
  }

  /// Reads the end of a range, behind `..`.
  mutating func range(_ opening: Token, from start: NodeID, included: Bool) -> NodeID {
    let outer = rangeLevel
    rangeLevel = openings.count
    let end = expression()
    rangeLevel = outer
    let closer = close(.rightParenthesis, .rightBracket, .leftBracket)
    let node = Node.range(start, startIncluded: included, end, endIncluded: closer == .rightBracket)
    return add(node, span(from: opening))
  }

  /// Whether the `]` at the current place starts a range: it is followed by a value and `..`.
  func startsRange() -> Bool {
    guard startsValue(following) else { return false }
    var depth = 0
    for index in (position + 1)..<min(position + 256, tokens.count) {
      switch tokens[index].kind {
      case .dots where depth == 0: return true
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        depth -= 1
        if depth < 0 { return false }
      case .comma where depth == 0: return false
      case .word where depth == 0 && tokens[index].keyword.map(Parser.dividesRange) ?? false: return false
      case .end: return false
      default: break
      }
    }
    return false
  }

  /// Whether the keyword can't stand in the start of a range without parentheses.
  private static func dividesRange(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .true, .false, .null: false
    default: true
    }
  }

  /// Whether the `[` at the current place closes a range whose end is `left`, and starts no filter.
  func closesRange(behind left: NodeID) -> Bool {
    guard rangeLevel == openings.count else { return false }
    if case .literal = tree[left] { return true }
    guard startsValue(following) else { return true }
    var depth = 0
    for index in position..<min(position + 256, tokens.count) {
      switch tokens[index].kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        depth -= 1
        if depth == 0 { return tokens[index].kind != .rightBracket }
      case .end: return true
      default: break
      }
    }
    return true
  }
}

extension Parser {
  /// Unary tests: `-`, `not(...)`, or a list of tests.
  mutating func unaryTests() -> [NodeID] {
    let first = current
    if first.kind == .minus, following.kind == .end {
      advance()
      return [add(.testAny, first.span)]
    }
    if negatesAll() {
      advance()
      openings.append(position)
      advance()
      let tests = testList()
      _ = close(.rightParenthesis)
      return [add(.testNot(tests), span(from: first))]
    }
    return testList()
  }

  /// Whether the whole text is `not(...)`.
  private func negatesAll() -> Bool {
    guard current.kind == .word, following.kind == .leftParenthesis, bytes(current.span).elementsEqual("not".utf8)
    else { return false }
    var depth = 0
    for index in (position + 1)..<tokens.count {
      switch tokens[index].kind {
      case .leftParenthesis: depth += 1
      case .rightParenthesis: depth -= 1
      case .end: return true
      default: break
      }
      // Ranges are not always closed by what opened them: `(1..2]`. The last parenthesis of the text decides.
      if depth <= 0, tokens[index + 1].kind == .end { return true }
      if depth == 0 { return false }
    }
    return false
  }

  private mutating func testList() -> [NodeID] {
    var tests = [test()]
    while !isStopped, take(.comma) { tests.append(test()) }
    return tests
  }

  /// One test: `> 5`, or an expression.
  private mutating func test() -> NodeID {
    let token = current
    guard let sign = compareOperator(token.kind) else { return expression() }
    advance()
    let operand = expression(Binding.sum)
    return add(.test(sign, operand), span(from: token))
  }

  /// `value in test` and `value in (test, test)`.
  mutating func membership(_ left: NodeID) -> NodeID {
    advance()
    let tests: [NodeID]
    if current.kind == .leftParenthesis {
      tests = parenthesizedTests()
    } else if compareOperator(current.kind) != nil {
      tests = [test()]
    } else {
      tests = [expression(Binding.comparison + 1)]
    }
    return add(.within(left, tests), span(from: left))
  }

  private mutating func parenthesizedTests() -> [NodeID] {
    let opening = current
    openings.append(position)
    advance()
    let isSign = compareOperator(current.kind) != nil
    var tests = [test()]
    if !isSign, current.kind == .dots {
      advance()
      return [infix(range(opening, from: tests[0], included: false), Binding.comparison + 1)]
    }
    while !isStopped, take(.comma) { tests.append(test()) }
    _ = close(.rightParenthesis)
    if tests.count == 1, !isSign {
      widen(tests[0], from: opening)
      tests[0] = infix(tests[0], Binding.comparison + 1)
    }
    return tests
  }
}

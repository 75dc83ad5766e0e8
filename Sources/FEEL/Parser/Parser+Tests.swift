extension Parser {
  /// Unary tests: `-`, `not(...)`, or a list of tests.
  mutating func unaryTests() -> [NodeID] {
    let first = current
    if first.kind == .minus, following.kind == .end {
      advance()
      return [add(.testAny, first.span)]
    }
    return negation(first) ?? testList()
  }

  /// `not(...)` if that is the whole text; else nothing is read.
  private mutating func negation(_ first: Token) -> [NodeID]? {
    guard first.kind == .word, following.kind == .leftParenthesis, bytes(first.span).elementsEqual("not".utf8) else {
      return nil
    }
    // Where it closes is known only when it was read: `not([1..2), 3)`.
    let before = self
    advance()
    openings.append(position)
    advance()
    let tests = testList()
    _ = close(.rightParenthesis)
    if !isStopped, current.kind != .end {
      self = before
      return nil
    }
    return [add(.testNot(tests), span(from: first))]
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

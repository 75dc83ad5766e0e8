extension Emitter {
  /// `value in test` and `value in (test, test)`.
  mutating func emitWithin(_ value: NodeID, _ tests: [NodeID], _ id: NodeID, _ target: Int?) -> Operand {
    let result = target ?? allocate(span(id))
    freeing { emitter in
      let outer = emitter.subject
      emitter.subject = emitter.operand(value)
      emitter.emitAnyTest(tests, into: result)
      emitter.subject = outer
    }
    return Operand(.register(result), .boolean)
  }

  /// Emits the tests of which one must hold.
  mutating func emitAnyTest(_ tests: [NodeID], into result: Int) {
    guard let first = tests.first else { return move(Operand(.constant(.null), .any), into: result, Span(0, 0)) }
    if tests.count > 1, let values = literals(tests), let subject {
      return freeing { $0.emitWithinAny(values, tests, subject, result) }
    }
    var jumps: [Int] = []
    _ = emitTest(first, into: result)
    for test in tests.dropFirst() {
      let span = span(test)
      jumps.append(emitJump(.jumpIfTrue, result, span))
      freeing { emitter in
        let register = emitter.allocate(span)
        _ = emitter.emitTest(test, into: register)
        emitter.emit(Instruction(.or, a: result, b: result, c: register), span)
      }
    }
    for jump in jumps { land(jump) }
  }

  /// The values of tests that are all literals other than null.
  private func literals(_ tests: [NodeID]) -> [Value]? {
    var values: [Value] = []
    for test in tests {
      guard tree.nodes.indices.contains(Int(test.index)), case .literal(let value) = tree[test] else { return nil }
      switch value {
      case .boolean, .small, .large, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration:
        values.append(value)
      default: return nil
      }
    }
    return values
  }

  private mutating func emitWithinAny(_ values: [Value], _ tests: [NodeID], _ subject: Operand, _ result: Int) {
    for (value, test) in zip(values, tests) {
      checkComparison(.equal, subject.type, FeelType(of: value), span(test))
    }
    let span = span(tests[0])
    let register = register(of: subject, span)
    let list = allocate(span)
    move(Operand(.constant(.list(values)), .any), into: list, span)
    emit(Instruction(.withinAny, a: result, b: register, c: list), span)
  }

  func isTest(_ id: NodeID) -> Bool {
    guard subject != nil, tree.nodes.indices.contains(Int(id.index)) else { return false }
    switch tree[id] {
    case .test, .testAny, .testNot: return true
    default: return false
    }
  }

  /// A test where only an expression may stand.
  mutating func emitMisplacedTest(_ id: NodeID, _ target: Int?) -> Operand {
    guard isTest(id) else {
      report("SYNTAX", span(id), "a unary test stands where an expression is needed")
      return .hole
    }
    let result = target ?? allocate(span(id))
    return Operand(.register(result), emitTest(id, into: result))
  }

  /// Emits one test about the subject: true, false, null or unknown.
  mutating func emitTest(_ id: NodeID, into result: Int) -> FeelType {
    let span = span(id)
    guard let subject, tree.nodes.indices.contains(Int(id.index)) else {
      report("SYNTAX", span, "a unary test stands where an expression is needed")
      return .any
    }
    freeing { emitter in
      switch emitter.tree[id] {
      case .testAny: emitter.move(Operand(.constant(.boolean(true)), .boolean), into: result, span)
      case .test(let operation, let value):
        if emitter.isNullLiteral(value) {
          emitter.emitNullTest(operation, subject, span, result)
        } else {
          emitter.emitComparison(operation, subject, emitter.operand(value), span, result)
        }
      case .testNot(let tests): emitter.emitNegated(tests, span, result)
      case .literal(.null): emitter.emitNullTest(.equal, subject, span, result)
      default: emitter.emitValueTest(id, subject, span, result)
      }
    }
    return .boolean
  }

  private mutating func emitNegated(_ tests: [NodeID], _ span: Span, _ result: Int) {
    // Tests may nest through `not`; their depth is that of the tree, which the parser limits.
    guard enterPart(span) else { return move(.hole, into: result, span) }
    emitAnyTest(tests, into: result)
    emit(Instruction(.not, a: result, b: result), span)
    leavePart()
  }

  /// A test that is an expression: the verdict itself if it speaks of `?`, else a value to be equal to or in.
  private mutating func emitValueTest(_ id: NodeID, _ subject: Operand, _ span: Span, _ result: Int) {
    let value = operand(id)
    let type = value.type
    let parts = [(id, type)]
    if case .constant(.range(let range)) = value.place, range.isEmpty {
      report("NEVER", span, "nothing is in this range", fix: "write its lesser end first", .warning)
    }
    // The word `true` is a value to be equal to; any other boolean may be the verdict on a value that is none.
    let isWord: Bool
    if case .literal = tree[id] { isWord = true } else { isWord = false }
    if mentionsSubject(id) || (type == .boolean && !isWord && subject.type.isNone(of: .boolean)) {
      if type.isNone(of: .boolean) { reportNull("TYPE", span, "\(type.wording) is no test") }
      let register = register(of: value, span)
      return emit(Instruction(.truth, a: result, b: register), span)
    }
    switch type {
    case .list(let item):
      // A list or a range may be an item of the list as it is.
      if case .list = subject.type { break }
      if case .range = subject.type { break }
      if case .range(let end) = item {
        checkComparison(.less, subject.type, end, span, parts)
      } else {
        checkComparison(.equal, subject.type, item, span, parts)
      }
    case .range(let end): checkComparison(.less, subject.type, end, span, parts)
    case .any: break
    default:
      // What is certainly one plain value is compared like `=`.
      if type.isOrdered { return emitComparison(.equal, subject, value, span, result, parts) }
      checkComparison(.equal, subject.type, type, span, parts)
    }
    let mode: UInt8 = subject.type == .boolean || isWord ? 0 : 1
    let a = register(of: subject, span)
    let b = register(of: value, span)
    emit(Instruction(.within, mode: mode, a: result, b: a, c: b), span)
  }

  /// Whether a node speaks of the subject of the test that it is.
  private func mentionsSubject(_ id: NodeID) -> Bool {
    var pending = [id]
    var visited = 0
    while let next = pending.popLast(), visited <= tree.nodes.count {
      visited += 1
      guard tree.nodes.indices.contains(Int(next.index)) else { continue }
      if case .subject = tree[next] { return true }
      pending += tree[next].childrenWithSubject
    }
    return false
  }
}

extension Node {
  /// The nodes below it of which `?` means the same; the tests of an `in` are about its own value.
  fileprivate var childrenWithSubject: [NodeID] {
    if case .within(let value, _) = self { return [value] }
    return children
  }
}

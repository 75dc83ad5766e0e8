extension Emitter {
  mutating func emitNegation(_ value: NodeID, _ id: NodeID, _ target: Int?) -> Operand {
    let result = target ?? allocate(span(id))
    let code = checkpoint
    let operand = operand(value)
    if operand.type.isNone(of: .number, .monthsDuration, .daysDuration) {
      reportNull("TYPE", span(id), "\(operand.type.wording) cannot be negated")
    }
    if case .constant(let constant) = operand.place, let folded = Arithmetic.negated(constant), folded.isFoldable {
      rewind(to: code)
      return Operand(.constant(folded), FeelType(of: folded))
    }
    let register = register(of: operand, span(id))
    emit(Instruction(.negate, a: result, b: register), span(id))
    return Operand(.register(result), operand.type.isNone(of: .number) ? .any : operand.type)
  }

  /// A chain of arithmetic is walked from its leftmost operand, so that a long sum needs no deep stack.
  mutating func emitBinary(
    _ operation: BinaryOperator, _ left: NodeID, _ right: NodeID, _ id: NodeID, _ target: Int?
  ) -> Operand {
    var steps = [(operation, right, id)]
    var first = left
    while tree.nodes.indices.contains(Int(first.index)), steps.count <= tree.nodes.count,
      case .binary(let operation, let left, let right) = tree[first]
    {
      steps.append((operation, right, first))
      first = left
    }
    let result = target ?? allocate(span(id))
    var sum = operand(first)
    for (operation, right, id) in steps.reversed() {
      sum = freeing { $0.emitStep(operation, sum, $0.operand(right), id, right, result) }
    }
    return sum
  }

  private mutating func emitStep(
    _ operation: BinaryOperator, _ left: Operand, _ right: Operand, _ id: NodeID, _ rightID: NodeID, _ result: Int
  ) -> Operand {
    let type = ArithmeticTypes.result(operation, left.type, right.type)
    if type == nil {
      var origins = [origin(rightID, right.type)]
      if case .binary(_, let leftID, _) = tree[id] { origins.insert(origin(leftID, left.type), at: 0) }
      reportNull("TYPE", span(id), ArithmeticTypes.complaint(operation, left.type, right.type), origins: origins)
    }
    if case .constant(let a) = left.place, case .constant(let b) = right.place,
      case .value(let folded) = Arithmetic.compute(operation, a, b), folded.isFoldable
    {
      return Operand(.constant(folded), FeelType(of: folded))
    }
    let a = register(of: left, span(id))
    let b = register(of: right, span(id))
    let code: Operation =
      switch operation {
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      case .power: .power
      }
    emit(Instruction(code, a: result, b: a, c: b), span(id))
    return Operand(.register(result), type ?? .any)
  }

  mutating func emitComparison(
    _ operation: CompareOperator, _ left: NodeID, _ right: NodeID, _ id: NodeID, _ target: Int?
  ) -> Operand {
    let result = target ?? allocate(span(id))
    freeing { emitter in
      let a = emitter.operand(left)
      let b = emitter.operand(right)
      if emitter.isNullLiteral(right) || emitter.isNullLiteral(left) {
        let tested = emitter.isNullLiteral(right) ? a : b
        emitter.emitNullTest(operation, tested, emitter.span(id), result)
      } else {
        emitter.emitComparison(operation, a, b, emitter.span(id), result, [(left, a.type), (right, b.type)])
      }
    }
    return Operand(.register(result), .boolean)
  }

  /// Whether the node is the word `null`.
  func isNullLiteral(_ id: NodeID) -> Bool {
    guard tree.nodes.indices.contains(Int(id.index)), case .literal(.null) = tree[id] else { return false }
    return true
  }

  /// A test against the word `null`: the only one that sees what is missing.
  mutating func emitNullTest(_ operation: CompareOperator, _ tested: Operand, _ span: Span, _ result: Int) {
    guard operation == .equal || operation == .notEqual else {
      reportNull("TYPE", span, "nothing is less or greater than null", fix: "compare with `= null` or `!= null`")
      return move(Operand(.constant(.null), .any), into: result, span)
    }
    if case .constant = tested.place {} else { nullTests.append(span) }
    let register = register(of: tested, span)
    emit(Instruction(.compareWithNull, mode: Instruction.mask(of: operation), a: result, b: register), span)
  }

  /// Compares two values by the fastest instruction that fits.
  mutating func emitComparison(
    _ operation: CompareOperator, _ a: Operand, _ b: Operand, _ span: Span, _ result: Int,
    _ parts: [(NodeID, FeelType)] = []
  ) {
    checkComparison(operation, a.type, b.type, span, parts)
    if case .constant(let constant) = b.place, emitFast(operation, a, constant, span, result) { return }
    if case .constant(let constant) = a.place, emitFast(operation.mirrored, b, constant, span, result) { return }
    let x = register(of: a, span)
    let y = register(of: b, span)
    emit(Instruction(.compare, mode: Instruction.mask(of: operation), a: result, b: x, c: y), span)
  }

  private mutating func emitFast(
    _ operation: CompareOperator, _ operand: Operand, _ constant: Value, _ span: Span, _ result: Int
  ) -> Bool {
    let isText: Bool
    switch constant {
    case .small: isText = false
    case .string: isText = true
    default: return false
    }
    if isText, operation != .equal, operation != .notEqual { return false }
    guard let place = narrowPlace(of: constant) else { return false }
    let mask = Instruction.mask(of: operation)
    if case .slot(let slot) = operand.place {
      let code: Operation = isText ? .compareSlotWithText : .compareSlotWithNumber
      emit(Instruction(code, mode: mask, a: result, b: slot, c: place), span)
    } else {
      let register = register(of: operand, span)
      let code: Operation = isText ? .compareWithText : .compareWithNumber
      emit(Instruction(code, mode: mask, a: result, b: register, c: place), span)
    }
    return true
  }

  /// Reports a comparison that can come to nothing but null.
  mutating func checkComparison(
    _ operation: CompareOperator, _ a: FeelType, _ b: FeelType, _ span: Span, _ parts: [(NodeID, FeelType)] = []
  ) {
    let isEquality = operation == .equal || operation == .notEqual
    if a.clashes(with: b) {
      let fix: Text? =
        switch (a, b) {
        case (.list, _) where isEquality, (_, .list) where isEquality: "use `list contains(list, value)`"
        default: nil
        }
      reportNull(
        "TYPE", span, "\(a.wording) cannot be compared with \(b.wording)", fix: fix,
        origins: parts.map { origin($0, $1) })
    } else if !isEquality, !a.isOrdered || !b.isOrdered {
      let type = a.isOrdered ? b : a
      reportNull(
        "TYPE", span, "\(type.wording) is neither less nor greater than another", origins: parts.map { origin($0, $1) })
    }
  }

  mutating func emitBetween(
    _ value: NodeID, _ least: NodeID, _ most: NodeID, _ id: NodeID, _ target: Int?
  ) -> Operand {
    let result = target ?? allocate(span(id))
    freeing { emitter in
      let span = emitter.span(id)
      let subject = emitter.operand(value)
      let register = emitter.register(of: subject, span)
      let ends = emitter.allocate(2, span)
      let start = emitter.emit(least, into: ends)
      let end = emitter.emit(most, into: ends + 1)
      let part = (value, subject.type)
      emitter.checkComparison(.lessOrEqual, subject.type, start, span, [part, (least, start)])
      emitter.checkComparison(.lessOrEqual, subject.type, end, span, [part, (most, end)])
      if let a = emitter.number(least), let b = emitter.number(most), b < a {
        emitter.report("NEVER", span, "nothing is between \(Text("\(a)")) and \(Text("\(b)"))", .warning)
      }
      emitter.emit(Instruction(.between, a: result, b: register, c: ends), span)
    }
    return Operand(.register(result), .boolean)
  }

  /// The number that a node is written as.
  private func number(_ id: NodeID) -> Decimal34? {
    guard tree.nodes.indices.contains(Int(id.index)) else { return nil }
    switch tree[id] {
    case .literal(let value): return value.decimal
    case .negate(let operand):
      guard tree.nodes.indices.contains(Int(operand.index)), case .literal(let value) = tree[operand] else {
        return nil
      }
      return value.decimal.map { -$0 }
    default: return nil
    }
  }

  /// A place in the code to go back to when what was emitted turns out to be constant.
  var checkpoint: Int { code.count }

  mutating func rewind(to place: Int) {
    code.removeLast(code.count - place)
    spans.removeLast(spans.count - place)
  }
}

extension Value {
  /// Whether it may stand in the code in place of what computes it: small, and no failure.
  var isFoldable: Bool {
    switch self {
    case .boolean, .small, .large, .date, .time, .dateTime, .monthsDuration, .daysDuration: true
    case .string(let text): text.bytes.count <= 256
    default: false
    }
  }
}

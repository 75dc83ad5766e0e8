extension Emitter {
  /// `and` and `or`: a decided absorbing operand ends it, otherwise all are joined.
  mutating func emitConnective(_ id: NodeID, isAnd: Bool, _ target: Int?) -> Operand {
    let result = target ?? allocate(span(id))
    var jumps: [Int] = []
    for (index, id) in operands(of: id, isAnd: isAnd).enumerated() {
      let span = span(id)
      if index > 0 { jumps.append(emitJump(isAnd ? .jumpIfFalse : .jumpIfTrue, result, span)) }
      freeing { emitter in
        let value = emitter.operand(id, preferring: index == 0 ? result : nil)
        if value.type.isNone(of: .boolean) {
          emitter.reportNull(
            "TYPE", span, "\(value.type.wording) stands where `\(isAnd ? "and" : "or")` needs a condition")
        }
        let register = emitter.register(of: value, span)
        if index == 0 {
          // Only truth values may end it.
          if value.type != .boolean || register != result {
            emitter.emit(Instruction(.truth, a: result, b: register), span)
          }
        } else {
          emitter.emit(Instruction(isAnd ? .and : .or, a: result, b: result, c: register), span)
        }
      }
    }
    for jump in jumps { land(jump) }
    return Operand(.register(result), .boolean)
  }

  /// The operands of a chain of one connective from left to right, however it is nested.
  private func operands(of id: NodeID, isAnd: Bool) -> [NodeID] {
    var operands: [NodeID] = []
    var pending = [id]
    while let next = pending.popLast(), operands.count <= tree.nodes.count {
      switch tree.nodes.indices.contains(Int(next.index)) ? tree[next] : .literal(.null) {
      case .and(let left, let right) where isAnd && pending.count <= tree.nodes.count: pending += [right, left]
      case .or(let left, let right) where !isAnd && pending.count <= tree.nodes.count: pending += [right, left]
      default: operands.append(next)
      }
    }
    return operands
  }

  /// `if`: with an unknown condition both ways are gone, and what they have in common holds.
  mutating func emitChoice(
    _ condition: NodeID, _ then: NodeID, _ otherwise: NodeID, _ id: NodeID, _ target: Int?
  ) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    let type = freeing { emitter in
      let decider = emitter.allocate(span)
      let test = emitter.emit(condition, into: decider)
      if test.isNone(of: .boolean) {
        emitter.reportNull("TYPE", emitter.span(condition), "\(test.wording) stands where `if` needs a condition")
      }
      let refused = emitter.isStrict(condition) ? emitter.emitStrict(decider, result, span) : nil
      let declined = emitter.emitJump(.jumpIfDeclined, decider, span)
      let first = emitter.freeing { $0.emit(then, into: result) }
      let done = emitter.emitJump(.jumpIfTrue, decider, span)
      emitter.land(declined)
      let second = emitter.freeing { emitter in
        let other = emitter.allocate(span)
        let type = emitter.emit(otherwise, into: other)
        emitter.emit(Instruction(.join, a: result, b: other, c: decider), span)
        return type
      }
      emitter.land(done)
      if let refused { emitter.land(refused) }
      if emitter.isNullLiteral(then) { return second }
      return first == second || emitter.isNullLiteral(otherwise) ? first : .any
    }
    return Operand(.register(result), type)
  }

  /// Whether a condition must be a boolean or null.
  func isStrict(_ id: NodeID) -> Bool {
    guard tree.nodes.indices.contains(Int(id.index)), case .strict = tree[id] else { return false }
    return true
  }

  /// Lets a condition that is neither boolean nor null make the result null; the jump is taken then.
  private mutating func emitStrict(_ condition: Int, _ result: Int, _ span: Span) -> Int {
    emit(Instruction(.strict, a: result, b: condition), span)
    return emitJump(.jump, 0, span)
  }
}

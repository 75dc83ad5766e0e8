extension Emitter {
  /// One loop over a domain, its code not yet closed.
  private struct Loop {
    /// The domain; then come the counter, the item, the certainty.
    var base: Int
    /// The certainty of the loop around it.
    var outerCertainty: Int
    /// Where the next item is taken, and the jump out when there is none.
    var next: Int
    var exit: Int
    /// The jump taken if the domain can't be looped over.
    var fault: Int

    var item: Int { base + 2 }
    var certainty: Int { base + 3 }
  }

  /// Opens a loop over what is in register `base`.
  private mutating func open(_ base: Int, mode: UInt8, _ span: Span) -> Loop {
    let outer = certainty
    emit(Instruction(.beginLoop, mode: mode, a: base, b: outer), span)
    let fault = emitJump(.jump, 0, span)
    let next = code.count
    emit(Instruction(.nextItem, a: base, b: outer), span)
    let exit = emitJump(.jump, 0, span)
    certainty = base + 3
    return Loop(base: base, outerCertainty: outer, next: next, exit: exit, fault: fault)
  }

  /// Closes a loop: its end leads back to its next item.
  private mutating func close(_ loop: Loop, _ span: Span) {
    emitJump(backTo: loop.next, span)
    code[loop.next].c = UInt16(min(code.count - loop.next, Instruction.none))
    land(loop.exit)
    certainty = loop.outerCertainty
  }

  /// Emits the domain of an iteration and opens the loop over it, its variable in scope.
  private mutating func open(_ iteration: Iteration, _ span: Span) -> Loop {
    let base = allocate(4, span)
    var type = FeelType.any
    if let end = iteration.end {
      type = freeing { emitter in
        let ends = emitter.allocate(2, span)
        let start = emitter.emit(iteration.domain, into: ends)
        let last = emitter.emit(end, into: ends + 1)
        emitter.checkSpan(start, last, emitter.span(iteration.domain))
        emitter.emit(Instruction(.span, a: base, b: ends, c: ends + 1), span)
        return start.kind == 0 ? last : start
      }
    } else {
      type = freeing { $0.emit(iteration.domain, into: base) }
      if case .range(let end) = type { type = end } else { type = type.itemType }
    }
    let loop = open(base, mode: iteration.end == nil ? 0 : 2, self.span(iteration.domain))
    frames.append(.variable(iteration.name, register: loop.item, type))
    return loop
  }

  private mutating func checkSpan(_ start: FeelType, _ end: FeelType, _ span: Span) {
    if start.clashes(with: end) || start.isNone(of: .number, .date) || end.isNone(of: .number, .date) {
      reportNull("TYPE", span, "a loop goes over numbers or dates, not from \(start.wording) to \(end.wording)")
    }
  }

  /// `for`: the results of all rounds in one list.
  mutating func emitFor(_ iterations: [Iteration], _ body: NodeID, _ id: NodeID, _ target: Int?) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    let type = freeing { emitter in
      let outerFrames = emitter.frames.count
      let outerCertainty = emitter.certainty
      let list = emitter.allocate(2, span)
      emitter.emit(Instruction(.beginList, a: list), span)
      // Inside a loop of a loop only what is uncertain here makes this list uncertain.
      emitter.certainty = Instruction.none
      emitter.hoist(from: body, declared: iterations.map { $0.name } + [Self.partial], items: nil)
      var loops: [Loop] = []
      for iteration in iterations { loops.append(emitter.open(iteration, span)) }
      emitter.frames.append(.results(register: list))
      let type = emitter.freeing { emitter in
        let value = emitter.operand(body)
        let register = emitter.register(of: value, span)
        emitter.emit(Instruction(.append, a: list, b: register, c: emitter.certainty), emitter.span(body))
        return value.type
      }
      for loop in loops.reversed() { emitter.close(loop, span) }
      emitter.emit(Instruction(.finishList, a: list), span)
      emitter.emit(Instruction(.move, mode: 1, a: result, b: list), span)
      emitter.emitFaults(loops, into: result, span)
      emitter.frames.removeLast(emitter.frames.count - outerFrames)
      emitter.certainty = outerCertainty
      return FeelType.list(type)
    }
    return Operand(.register(result), type)
  }

  /// Where a loop's domain is no domain, the whole comes to what the loop left in its item.
  private mutating func emitFaults(_ loops: [Loop], into result: Int, _ span: Span) {
    var done = [emitJump(.jump, 0, span)]
    for loop in loops {
      land(loop.fault)
      emit(Instruction(.move, mode: 1, a: result, b: loop.item), span)
      done.append(emitJump(.jump, 0, span))
    }
    for jump in done { land(jump) }
  }

  /// `some` and `every`: Kleene's `or` and `and` over all rounds.
  mutating func emitQuantified(
    _ quantifier: Quantifier, _ iterations: [Iteration], _ body: NodeID, _ id: NodeID, _ target: Int?
  ) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    freeing { emitter in
      let outerFrames = emitter.frames.count
      let outerCertainty = emitter.certainty
      emitter.certainty = Instruction.none
      let verdict = emitter.allocate(span)
      emitter.move(Operand(.constant(.boolean(quantifier == .every)), .boolean), into: verdict, span)
      emitter.hoist(from: body, declared: iterations.map { $0.name }, items: nil)
      var loops: [Loop] = []
      for iteration in iterations { loops.append(emitter.open(iteration, span)) }
      var decided: [Int] = []
      emitter.freeing { emitter in
        let value = emitter.operand(body)
        if value.type.isNone(of: .boolean) {
          emitter.reportNull(
            "TYPE", emitter.span(body), "\(value.type.wording) stands where `satisfies` needs a condition")
        }
        let register = emitter.register(of: value, span)
        decided.append(emitter.emitVerdict(quantifier, register, emitter.certainty, verdict, emitter.span(body)))
      }
      for index in loops.indices.reversed() {
        emitter.close(loops[index], span)
        // A domain that is none counts as one round that came to what is left in the item.
        let over = emitter.emitJump(.jump, 0, span)
        emitter.land(loops[index].fault)
        decided.append(
          emitter.emitVerdict(quantifier, loops[index].item, loops[index].outerCertainty, verdict, span))
        emitter.land(over)
      }
      for jump in decided { emitter.land(jump) }
      emitter.emit(Instruction(.move, mode: 1, a: result, b: verdict), span)
      emitter.frames.removeLast(emitter.frames.count - outerFrames)
      emitter.certainty = outerCertainty
    }
    return Operand(.register(result), .boolean)
  }

  private mutating func emitVerdict(
    _ quantifier: Quantifier, _ value: Int, _ certainty: Int, _ verdict: Int, _ span: Span
  ) -> Int {
    let mode: UInt8 = quantifier == .every ? 1 : 0
    emit(Instruction(.quantify, mode: mode, a: verdict, b: value, c: certainty), span)
    return emitJump(.jump, 0, span)
  }

  /// `list[condition]` and `list[index]`.
  mutating func emitFilter(_ list: NodeID, _ condition: NodeID, _ id: NodeID, _ target: Int?) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    let type = freeing { emitter in
      // The list, what is kept of it, and what the condition comes to.
      let base = emitter.allocate(4, span)
      let kept = emitter.allocate(2, span)
      let type = emitter.freeing { $0.emit(list, into: base) }
      let loaded = emitter.checkpoint
      emitter.hoist(from: condition, declared: ["item"], items: type.itemType)
      // Whether this is a loop or one look is known only when the condition was seen: it is put in place afterwards.
      let place = emitter.checkpoint
      emitter.frames.append(.item(register: base + 2, type.itemType, isRead: false))
      let test = emitter.freeing { emitter in
        let value = emitter.operand(condition)
        let register = emitter.register(of: value, span)
        return (type: value.type, register: register)
      }
      var isRead = true
      if case .item(_, _, let read)? = emitter.frames.popLast() { isRead = read }
      if test.type.isNone(of: .boolean, .number) {
        emitter.reportNull(
          "TYPE", emitter.span(condition), "\(test.type.wording) is neither a condition on items nor an index")
      }
      let isBoolean = test.type == .boolean
      let isStrict = emitter.isStrict(condition)
      if !isRead, !isStrict {
        if let results = emitter.results(loadedBefore: loaded, into: base) {
          // `partial[-1]` looks at one result; the list need not be copied for it.
          emitter.emit(Instruction(.select, mode: isBoolean ? 3 : 2, a: result, b: results, c: test.register), span)
          return FeelType.any
        }
        emitter.emit(Instruction(.select, mode: isBoolean ? 1 : 0, a: result, b: base, c: test.register), span)
        return test.type == .number ? type.itemType : isBoolean ? FeelType.list(type.itemType) : .any
      }
      let body = Array(emitter.code[place...])
      let bodySpans = Array(emitter.spans[place...])
      emitter.rewind(to: place)
      let mode: UInt8 = isStrict ? 2 : isBoolean ? 0 : 1
      emitter.emitItems(body, bodySpans, base, kept, test.register, mode, result, span)
      return isBoolean ? FeelType.list(type.itemType) : .any
    }
    return Operand(.register(result), type)
  }

  /// The register of a loop's results if the instruction before a place only loaded them; it is then taken out.
  private mutating func results(loadedBefore place: Int, into base: Int) -> Int? {
    guard place > 0, code[place - 1].operation == .partial, Int(code[place - 1].a) == base else { return nil }
    let results = Int(code[place - 1].b)
    code[place - 1] = Instruction(.jump, wide: 0)
    return results
  }

  /// The loop of a filter whose condition was emitted before.
  private mutating func emitItems(
    _ body: [Instruction], _ bodySpans: [Span], _ base: Int, _ kept: Int, _ test: Int, _ mode: UInt8,
    _ result: Int, _ span: Span
  ) {
    emit(Instruction(.beginList, a: kept), span)
    let outer = certainty
    certainty = Instruction.none
    let loop = open(base, mode: 1, span)
    code += body
    spans += bodySpans
    emit(Instruction(.take, mode: mode, a: kept, b: test, c: base), span)
    let taken = emitJump(.jump, 0, span)
    close(loop, span)
    certainty = outer
    emit(Instruction(.finishList, a: kept), span)
    land(taken)
    emit(Instruction(.move, mode: 1, a: result, b: kept), span)
    emitFaults([loop], into: result, span)
  }
}

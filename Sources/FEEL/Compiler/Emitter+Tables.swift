extension Emitter {
  /// A value held against an item type.
  mutating func emitCoercion(_ value: NodeID, _ item: Int, _ type: FeelType, _ id: NodeID, _ target: Int?) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    freeing { emitter in
      let operand = emitter.operand(value)
      if operand.type.clashes(with: type), !operand.type.fits(type) {
        emitter.reportNull(
          "TYPE", emitter.span(value), "\(operand.type.wording) stands where \(type.wording) is declared")
      }
      emitter.emitCoercion(operand, item, span, result)
    }
    return Operand(.register(result), type)
  }

  mutating func emitCoercion(_ operand: Operand, _ item: Int, _ span: Span, _ result: Int) {
    let register = register(of: operand, span)
    emit(Instruction(.coerce, a: result, b: register, c: item), span)
  }

  /// A decision table: the inputs once, then rule by rule its tests, and for each rule that matches its outputs.
  ///
  /// While a rule is unknown (our law only), so is the result.
  mutating func emitTable(_ table: TableNode, _ id: NodeID, _ target: Int?) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    let type = freeing { emitter in
      let outer = emitter.subject
      var ends: [Int] = []
      let inputs = emitter.emitInputs(table.inputs, result, &ends)
      // The outputs of the rules that match; behind them what the list needs, and the order of the output values.
      let hits = emitter.allocate(3, span)
      let open: Int? = emitter.law == .sales ? emitter.allocate(span) : nil
      emitter.emit(Instruction(.beginList, a: hits), span)
      if let open { emitter.move(Operand(.constant(.null), .any), into: open, span) }
      var types: [FeelType] = []
      for rule in table.rules {
        types.append(emitter.emitRule(rule, table, inputs, hits, open, result, &ends, span))
      }
      emitter.subject = outer
      emitter.emitOutcome(table, hits, open, result, span)
      for end in ends { emitter.land(end) }
      let common = FeelType.common(types)
      switch table.policy {
      case .unique, .any, .priority, .first: return common
      case .ruleOrder, .outputOrder, .collect: return FeelType.list(common)
      case .count: return .number
      case .sum, .least, .greatest: return common
      }
    }
    return Operand(.register(result), table.outputs.contains { $0.defaultValue != nil } ? .any : type)
  }

  private mutating func emitInputs(_ inputs: [TableNode.Input], _ result: Int, _ ends: inout [Int]) -> [Operand] {
    var operands: [Operand] = []
    for input in inputs {
      let span = span(input.value)
      let register = allocate(span)
      let type = emit(input.value, into: register)
      let operand = Operand(.register(register), type)
      operands.append(operand)
      guard !input.allowed.isEmpty else { continue }
      subject = operand
      let fits = freeing { emitter in
        let verdict = emitter.allocate(span)
        emitter.emit(Instruction(.compareWithNull, mode: Instruction.mask(of: .equal), a: verdict, b: register), span)
        let isNothing = emitter.emitJump(.jumpIfTrue, verdict, span)
        emitter.emitAnyTest(input.allowed, into: verdict)
        return [isNothing, emitter.emitJump(.jumpIfTrue, verdict, span)]
      }
      move(emitFailure("the input is none of the values that it may have", span, result), into: result, span)
      ends.append(emitJump(.jump, 0, span))
      for jump in fits { land(jump) }
    }
    return operands
  }

  private mutating func emitRule(
    _ rule: TableNode.Rule, _ table: TableNode, _ inputs: [Operand], _ hits: Int, _ open: Int?, _ result: Int,
    _ ends: inout [Int], _ span: Span
  ) -> FeelType {
    var declined: [Int] = []
    let type = freeing { emitter in
      let verdict = emitter.allocate(span)
      var isTested = false
      for (input, tests) in zip(inputs, rule.tests) where !emitter.isAnything(tests) {
        emitter.subject = input
        let span = tests.first.map { emitter.span($0) } ?? span
        if isTested, emitter.law == .sales {
          let next = emitter.allocate(span)
          emitter.emitAnyTest(tests, into: next)
          emitter.emit(Instruction(.and, a: verdict, b: verdict, c: next), span)
        } else {
          emitter.emitAnyTest(tests, into: verdict)
        }
        declined.append(emitter.emitJump(.jumpIfDeclined, verdict, span))
        isTested = true
      }
      emitter.subject = nil
      if isTested, let open {
        let holds = emitter.emitJump(.jumpIfTrue, verdict, span)
        // Unknown: no later rule can make the first one certain; else the result is unknown once all are seen.
        emitter.move(Operand(.register(verdict), .any), into: table.policy == .first ? result : open, span)
        let over = emitter.emitJump(.jump, 0, span)
        if table.policy == .first { ends.append(over) } else { declined.append(over) }
        emitter.land(holds)
      }
      if table.policy == .first {
        let type = emitter.emitOutputs(rule.outputs, table.outputs, into: result, span)
        ends.append(emitter.emitJump(.jump, 0, span))
        return type
      }
      let value = emitter.allocate(span)
      let type = emitter.emitOutputs(rule.outputs, table.outputs, into: value, span)
      emitter.emit(Instruction(.append, a: hits, b: value, c: Instruction.none), span)
      return type
    }
    for jump in declined { land(jump) }
    return type
  }

  private func isAnything(_ tests: [NodeID]) -> Bool {
    if tests.isEmpty { return true }
    guard tests.count == 1, tree.nodes.indices.contains(Int(tests[0].index)) else { return false }
    if case .testAny = tree[tests[0]] { return true }
    return false
  }

  /// One output by itself, several as a context.
  private mutating func emitOutputs(
    _ nodes: [NodeID], _ outputs: [TableNode.Output], into target: Int, _ span: Span
  ) -> FeelType {
    if nodes.count == 1 { return emit(nodes[0], into: target) }
    return freeing { emitter in
      let first = emitter.allocate(max(nodes.count, 1), span)
      var types: [FeelType.Entry] = []
      for (index, node) in nodes.enumerated() {
        let type = emitter.freeing { $0.emit(node, into: first + index) }
        types.append(FeelType.Entry(outputs[index].name, type))
      }
      let shape = emitter.constants.place(of: Shape(outputs.map { $0.name }))
      if shape >= Instruction.none { emitter.report("LIMIT", span, "the program has too many contexts") }
      emitter.emit(Instruction(.context, a: target, b: first, c: shape), span)
      return FeelType.context(types)
    }
  }

  /// What the rules that match come to.
  private mutating func emitOutcome(_ table: TableNode, _ hits: Int, _ open: Int?, _ result: Int, _ span: Span) {
    if table.policy == .priority || table.policy == .outputOrder {
      emitOrder(table.outputs, into: hits + 2, span)
    }
    if let open {
      // `open` is null unless a rule was unknown.
      freeing { emitter in
        let verdict = emitter.allocate(span)
        emitter.emit(Instruction(.truth, a: verdict, b: open), span)
        emitter.emit(Instruction(.tableOpen, a: hits, b: verdict), span)
      }
    }
    emit(Instruction(.table, mode: table.policy.rawValue, a: result, b: hits), span)
    let done = emitJump(.jump, 0, span)
    // Else: no rule matches.
    let defaults = table.outputs.compactMap { $0.defaultValue }
    if defaults.isEmpty {
      if table.policy == .count {
        move(Operand(.constant(.small(coefficient: 0, exponent: 0)), .number), into: result, span)
      } else {
        move(emitFailure("no rule of the decision table matches", span, result), into: result, span)
      }
    } else if table.outputs.count == 1 {
      _ = emit(defaults[0], into: result)
    } else {
      freeing { emitter in
        let first = emitter.allocate(table.outputs.count, span)
        for (index, output) in table.outputs.enumerated() {
          if let value = output.defaultValue {
            _ = emitter.freeing { $0.emit(value, into: first + index) }
          } else {
            emitter.move(.hole, into: first + index, span)
          }
        }
        let shape = emitter.constants.place(of: Shape(table.outputs.map { $0.name }))
        emitter.emit(Instruction(.context, a: result, b: first, c: shape), span)
      }
    }
    land(done)
  }

  /// For each output the list of what it may be, in the order of priority.
  private mutating func emitOrder(_ outputs: [TableNode.Output], into target: Int, _ span: Span) {
    freeing { emitter in
      let list = emitter.allocate(2, span)
      emitter.emit(Instruction(.beginList, a: list), span)
      for output in outputs {
        emitter.freeing { emitter in
          let values = emitter.emitList(output.order, span)
          emitter.emit(Instruction(.append, a: list, b: values, c: Instruction.none), span)
        }
      }
      emitter.emit(Instruction(.move, mode: 1, a: target, b: list), span)
    }
  }

  private mutating func emitList(_ nodes: [NodeID], _ span: Span) -> Int {
    let list = allocate(2, span)
    emit(Instruction(.beginList, a: list), span)
    for node in nodes {
      freeing { emitter in
        let register = emitter.allocate(span)
        _ = emitter.emit(node, into: register)
        emitter.emit(Instruction(.append, a: list, b: register, c: Instruction.none), span)
      }
    }
    return list
  }
}

extension FeelType {
  /// Whether a value of it may become one of another type at a border: the item of a list, the list of an item, the
  /// midnight of a date.
  fileprivate func fits(_ other: FeelType) -> Bool {
    switch (self, other) {
    case (.null, _), (.date, .dateTime), (.list, _), (_, .list): true
    default: false
    }
  }
}

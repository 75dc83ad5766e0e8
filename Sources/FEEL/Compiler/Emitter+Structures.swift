extension Emitter {
  mutating func emitRange(
    _ start: NodeID?, _ startIncluded: Bool, _ end: NodeID?, _ endIncluded: Bool, _ id: NodeID, _ target: Int?
  ) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    return freeing { emitter in
      let place = emitter.checkpoint
      let first = start.map { emitter.operand($0) }
      let last = end.map { emitter.operand($0) }
      let type = emitter.rangeType(first, last, span)
      if let range = emitter.constantRange(first, startIncluded, last, endIncluded) {
        emitter.rewind(to: place)
        return Operand(.constant(.range(range)), type)
      }
      var ends: Instruction.Ends = []
      if first != nil { ends.insert(.start) }
      if last != nil { ends.insert(.end) }
      if startIncluded { ends.insert(.startIncluded) }
      if endIncluded { ends.insert(.endIncluded) }
      let a = first.map { emitter.register(of: $0, span) } ?? result
      let b = last.map { emitter.register(of: $0, span) } ?? result
      emitter.emit(Instruction(.range, mode: ends.rawValue, a: result, b: a, c: b), span)
      return Operand(.register(result), type)
    }
  }

  /// `(= x)`, `(!= x)`.
  mutating func emitRange(by operation: CompareOperator, _ value: NodeID, _ id: NodeID, _ target: Int?) -> Operand {
    let span = span(id)
    let result = target ?? allocate(span)
    return freeing { emitter in
      let operand = emitter.operand(value)
      if case .constant(let constant) = operand.place {
        return Operand(.constant(Construction.range(by: operation, constant)), .range(operand.type))
      }
      let register = emitter.register(of: operand, span)
      let ends: Instruction.Ends = operation == .equal ? .equal : .different
      emitter.emit(Instruction(.range, mode: ends.rawValue, a: result, b: register), span)
      return Operand(.register(result), .range(operand.type))
    }
  }

  private mutating func rangeType(_ start: Operand?, _ end: Operand?, _ span: Span) -> FeelType {
    let types = [start, end].compactMap { $0?.type }.filter { $0.kind != 0 }
    if types.count == 2, types[0].clashes(with: types[1]) {
      reportNull("TYPE", span, "a range cannot go from \(types[0].wording) to \(types[1].wording)")
    }
    for type in types where !type.isOrdered {
      reportNull("TYPE", span, "\(type.wording) cannot be the end of a range")
    }
    return .range(types.first ?? .any)
  }

  private func constantRange(
    _ start: Operand?, _ startIncluded: Bool, _ end: Operand?, _ endIncluded: Bool
  ) -> RangeValue? {
    var values: [Value?] = []
    for operand in [start, end] {
      guard let operand else {
        values.append(nil)
        continue
      }
      guard case .constant(let value) = operand.place else { return nil }
      values.append(value)
    }
    let range = Construction.range(values[0], startIncluded, values[1], endIncluded)
    guard case .range(let value) = range else { return nil }
    return value
  }

  mutating func emitList(_ items: [NodeID], _ id: NodeID, _ target: Int?) -> Operand {
    let span = span(id)
    if let values = constantItems(items) {
      return Operand(.constant(.list(values)), FeelType(of: .list(values)))
    }
    let result = target ?? allocate(span)
    let type = freeing { emitter in
      let list = emitter.allocate(2, span)
      emitter.emit(Instruction(.beginList, a: list), span)
      var types: [FeelType] = []
      for item in items {
        let type = emitter.freeing { emitter in
          let value = emitter.operand(item)
          let register = emitter.register(of: value, span)
          emitter.emit(Instruction(.append, a: list, b: register, c: Instruction.none), emitter.span(item))
          return value.type
        }
        types.append(type)
      }
      emitter.emit(Instruction(.finishList, a: list), span)
      emitter.emit(Instruction(.move, mode: 1, a: result, b: list), span)
      return FeelType.list(.common(types))
    }
    return Operand(.register(result), type)
  }

  /// The items if all are literals.
  private func constantItems(_ items: [NodeID]) -> [Value]? {
    var values: [Value] = []
    for item in items {
      guard tree.nodes.indices.contains(Int(item.index)), case .literal(let value) = tree[item] else { return nil }
      values.append(value)
    }
    return values
  }

  /// A context; each entry sees those before it.
  mutating func emitContext(_ entries: [ContextEntry], _ id: NodeID, _ target: Int?) -> Operand {
    let span = span(id)
    var keys: [Text] = []
    for entry in entries {
      if keys.contains(where: { $0.hasSameBytes(as: entry.key) }) {
        reportNull("DUPLICATE", self.span(entry.value), "the context has `\(entry.key)` twice")
        return emitFailure("the context has `\(entry.key)` twice", span, target)
      }
      keys.append(entry.key)
    }
    let result = target ?? allocate(span)
    let type = freeing { emitter in
      let first = emitter.allocate(max(entries.count, 1), span)
      let outer = emitter.frames.count
      var types: [FeelType.Entry] = []
      for (index, entry) in entries.enumerated() {
        let type = emitter.freeing { $0.emitEntry(entry, into: first + index) }
        // Entries that are used again and again would multiply the size of the type.
        types.append(FeelType.Entry(entry.key, type.isWide ? .any : type))
        emitter.frames.append(.variable(entry.key, register: first + index, type))
      }
      emitter.frames.removeLast(emitter.frames.count - outer)
      let shape = emitter.constants.place(of: Shape(keys))
      if shape >= Instruction.none { emitter.report("LIMIT", span, "the program has too many contexts") }
      emitter.emit(Instruction(.context, a: result, b: first, c: shape), span)
      return FeelType.context(types)
    }
    return Operand(.register(result), type)
  }

  /// An entry; one that is a function may call itself by its key.
  private mutating func emitEntry(_ entry: ContextEntry, into target: Int) -> FeelType {
    guard tree.nodes.indices.contains(Int(entry.value.index)) else { return emit(entry.value, into: target) }
    if case .coerce(let function, let item, let type) = tree[entry.value],
      tree.nodes.indices.contains(Int(function.index)), case .function = tree[function]
    {
      let value = emitFunction(function, named: entry.key, target)
      emitCoercion(value, item, span(entry.value), target)
      return type
    }
    guard case .function = tree[entry.value] else { return emit(entry.value, into: target) }
    let function = emitFunction(entry.value, named: entry.key, target)
    move(function, into: target, span(entry.value))
    return function.type
  }
}

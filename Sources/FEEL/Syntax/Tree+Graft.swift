extension Tree {
  /// Takes in another tree: its nodes, and its source text behind the text that is there, on a line of its own.
  ///
  /// The spans of its nodes lead to the appended text, which starts at the source's length before plus one (plus
  /// nothing if there was no text), so that a finding can be led back to the text that it came from. A text that
  /// would make the whole longer than 2 GiB is left out; the spans are then empty.
  ///
  /// - Returns: the roots of the other tree as nodes of this one.
  public mutating func graft(_ other: Tree) -> [NodeID] {
    let offset = Int32(nodes.count)
    let separator = source.isEmpty ? 0 : 1
    let start = source.bytes.count + separator
    if Int32(exactly: start + other.source.bytes.count) != nil {
      if separator == 1 { source.bytes.append(0x0A) }
      source.bytes += other.source.bytes
      spans += other.spans.map { Span(start + Int($0.start), start + Int($0.end)) }
    } else {
      spans += other.spans.map { _ in Span(0, 0) }
    }
    nodes += other.nodes.map { $0.moved(by: offset) }
    return other.roots.map { $0.moved(by: offset) }
  }
}

extension NodeID {
  fileprivate func moved(by offset: Int32) -> NodeID { NodeID(Int(index + offset)) }
}

extension [NodeID] {
  fileprivate func moved(by offset: Int32) -> [NodeID] { map { $0.moved(by: offset) } }
}

extension [Iteration] {
  fileprivate func moved(by offset: Int32) -> [Iteration] {
    map { Iteration(name: $0.name, domain: $0.domain.moved(by: offset), end: $0.end?.moved(by: offset)) }
  }
}

extension Node {
  /// The node with all its children so many places further.
  func moved(by offset: Int32) -> Node {
    switch self {
    case .literal, .name, .subject, .testAny, .failure: self
    case .path(let base, let key): .path(base.moved(by: offset), key)
    case .negate(let value): .negate(value.moved(by: offset))
    case .binary(let sign, let a, let b): .binary(sign, a.moved(by: offset), b.moved(by: offset))
    case .and(let a, let b): .and(a.moved(by: offset), b.moved(by: offset))
    case .or(let a, let b): .or(a.moved(by: offset), b.moved(by: offset))
    case .compare(let sign, let a, let b): .compare(sign, a.moved(by: offset), b.moved(by: offset))
    case .between(let a, let b, let c): .between(a.moved(by: offset), b.moved(by: offset), c.moved(by: offset))
    case .within(let value, let tests): .within(value.moved(by: offset), tests.moved(by: offset))
    case .test(let sign, let value): .test(sign, value.moved(by: offset))
    case .rangeBy(let sign, let value): .rangeBy(sign, value.moved(by: offset))
    case .testNot(let tests): .testNot(tests.moved(by: offset))
    case .range(let start, let startIncluded, let end, let endIncluded):
      .range(
        start?.moved(by: offset), startIncluded: startIncluded, end?.moved(by: offset), endIncluded: endIncluded)
    case .list(let items): .list(items.moved(by: offset))
    case .context(let entries):
      .context(entries.map { ContextEntry(key: $0.key, value: $0.value.moved(by: offset)) })
    case .choose(let condition, let then, let otherwise):
      .choose(
        condition: condition.moved(by: offset), then: then.moved(by: offset), otherwise: otherwise.moved(by: offset))
    case .filter(let list, let condition): .filter(list.moved(by: offset), condition.moved(by: offset))
    case .quantified(let quantifier, let iterations, let body):
      .quantified(quantifier, iterations.moved(by: offset), body.moved(by: offset))
    case .loop(let iterations, let body): .loop(iterations.moved(by: offset), body.moved(by: offset))
    case .call(let function, let arguments, let names):
      .call(function.moved(by: offset), arguments: arguments.moved(by: offset), names: names)
    case .function(let parameters, let body, let isExternal):
      .function(parameters: parameters, body: body.moved(by: offset), isExternal: isExternal)
    case .instanceOf(let value, let type): .instanceOf(value.moved(by: offset), type)
    case .strict(let condition): .strict(condition.moved(by: offset))
    case .table(let table): .table(table.moved { $0.moved(by: offset) })
    case .coerce(let value, let item, let type): .coerce(value.moved(by: offset), item: item, type)
    }
  }

  /// The nodes directly below it, in the order of the text.
  public var children: [NodeID] {
    switch self {
    case .literal, .name, .subject, .testAny, .failure: []
    case .path(let value, _), .negate(let value), .test(_, let value), .rangeBy(_, let value),
      .instanceOf(let value, _), .coerce(let value, _, _), .strict(let value):
      [value]
    case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b), .compare(_, let a, let b),
      .filter(let a, let b):
      [a, b]
    case .between(let a, let b, let c), .choose(let a, let b, let c): [a, b, c]
    case .within(let value, let tests): [value] + tests
    case .testNot(let nodes), .list(let nodes): nodes
    case .range(let start, _, let end, _): [start, end].compactMap { $0 }
    case .context(let entries): entries.map { $0.value }
    case .quantified(_, let iterations, let body), .loop(let iterations, let body):
      iterations.flatMap { [$0.domain, $0.end].compactMap { $0 } } + [body]
    case .call(let function, let arguments, _): [function] + arguments
    case .function(_, let body, _): [body]
    case .table(let table): table.children
    }
  }
}

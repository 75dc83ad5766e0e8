import FEEL

extension Tree {
  /// The literals that a name is compared with, by signs, `between` and `in`, in the order of the text.
  func literalsCompared(with name: Text) -> [Value] {
    var found: [Value] = []
    for index in nodes.indices {
      switch nodes[index] {
      case .compare(_, let left, let right):
        if reads(left, name) { found += literals(under: right) }
        if reads(right, name) { found += literals(under: left) }
      case .between(let value, let low, let high) where reads(value, name):
        found += literals(under: low) + literals(under: high)
      case .within(let value, let tests) where reads(value, name):
        for test in tests { found += literals(under: test) }
      default: break
      }
    }
    return found
  }

  private func reads(_ id: NodeID, _ wanted: Text) -> Bool {
    if case .name(let name) = self[id] { name == wanted } else { false }
  }

  /// Literals in tests, ranges, lists and behind a minus sign.
  private func literals(under root: NodeID) -> [Value] {
    var found: [Value] = []
    var rest = [root]
    while let id = rest.popLast() {
      switch self[id] {
      case .literal(let value): found.append(value)
      case .negate(let operand):
        if case .literal(let value) = self[operand], let number = value.decimal { found.append(.number(-number)) }
      case .test(_, let operand): rest.append(operand)
      case .range(let start, _, let end, _):
        if let end { rest.append(end) }
        if let start { rest.append(start) }
      case .list(let items): rest += items.reversed()
      case .testNot(let tests): rest += tests.reversed()
      default: break
      }
    }
    return found
  }
}

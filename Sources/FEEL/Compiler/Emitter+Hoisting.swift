extension Emitter {
  /// Computes before a loop what is the same in all its rounds: `today() - @"P14D"` in a filter by dates.
  ///
  /// Arithmetic and calls of built-ins over literals, names of the scope and variables around the loop; they have no
  /// effect but their value, so it does not matter that a round might have skipped them.
  ///
  /// - Parameters:
  ///   - body: the part that the loop repeats.
  ///   - declared: the names that the loop declares.
  ///   - items: the type of the items if they put their entries in scope (a filter), else nil.
  mutating func hoist(from body: NodeID, declared: [Text], items: FeelType?) {
    var pending = [body]
    var visited = 0
    while let id = pending.popLast(), visited <= tree.nodes.count {
      visited += 1
      guard tree.nodes.indices.contains(Int(id.index)), hoisted[id] == nil else { continue }
      switch tree[id] {
      case .binary, .call:
        if isConstant(id, declared, items) {
          let register = allocate(span(id))
          let value = freeing { $0.operand(id, preferring: register) }
          // A value that needed no code is as good where it is.
          hoisted[id] = value
          continue
        }
      // What these declare in turn is not looked through.
      case .quantified, .loop, .filter, .context, .within, .test, .testNot, .table, .function: continue
      default: break
      }
      pending += tree[id].children
    }
  }

  /// Whether a node is arithmetic or calls of built-ins, to the bottom, over what the loop does not change.
  private func isConstant(_ id: NodeID, _ declared: [Text], _ items: FeelType?) -> Bool {
    var pending = [id]
    var visited = 0
    while let id = pending.popLast() {
      visited += 1
      guard visited <= 64, tree.nodes.indices.contains(Int(id.index)) else { return false }
      switch tree[id] {
      case .literal: continue
      case .name(let name):
        if declared.contains(name) || isUndefined(name) { return false }
        if let items, items.kind == 0 || items.member(name) != nil { return false }
        for case .item in frames { return false }
      case .call(let function, let arguments, let names):
        guard names.isEmpty, builtin(function) != nil, case .name(let name) = tree[function], !declared.contains(name)
        else { return false }
        if case .function? = items?.member(name) { return false }
        pending += arguments
      case .negate(let value): pending.append(value)
      case .binary(_, let left, let right): pending += [left, right]
      default: return false
      }
    }
    return true
  }
}

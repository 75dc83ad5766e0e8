import FEEL

extension Tree {
  /// The nodes directly below a node, in the order of the text.
  func children(of id: NodeID) -> [NodeID] {
    self[id].children
  }

  /// A node and all below it. No recursion: texts of users may nest as deeply as the parser lets them.
  func subtree(of id: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    var rest = [id]
    while let node = rest.popLast() {
      found.append(node)
      rest += children(of: node).reversed()
    }
    return found
  }

  /// The operands of a chain of `and` (or of `or`), left to right, however it is nested.
  func operands(of id: NodeID, isAnd: Bool) -> [NodeID] {
    var found: [NodeID] = []
    var rest = [id]
    while let node = rest.popLast() {
      switch self[node] {
      case .and(let left, let right) where isAnd:
        rest.append(right)
        rest.append(left)
      case .or(let left, let right) where !isAnd:
        rest.append(right)
        rest.append(left)
      default: found.append(node)
      }
    }
    return found
  }

  /// The operand of `not(...)`, if the node is such a call.
  func negated(_ id: NodeID) -> NodeID? {
    guard case .call(let function, let arguments, _) = self[id], arguments.count == 1,
      case .name(let name) = self[function], name == "not"
    else { return nil }
    return arguments[0]
  }

  /// The number that a node writes out.
  func number(_ id: NodeID) -> Decimal34? { literal(id)?.decimal }

  /// Name and members of a node that is a dotted name: `A.B.C` as A, B, C.
  func dottedName(_ id: NodeID) -> [Text]? {
    var members: [Text] = []
    var node = id
    while case .path(let base, let member) = self[node] {
      members.append(member)
      node = base
    }
    guard case .name(let name) = self[node] else { return nil }
    members.append(name)
    return members.reversed()
  }

  /// The slot that a node names in a scope, if it is a plain or dotted name with a slot of its own.
  func slot(_ id: NodeID, in scope: Scope) -> Int? {
    guard let names = dottedName(id), var variable = scope[names[0]] else { return nil }
    for name in names.dropFirst() {
      guard case .namespace(let members, hint: _) = variable.meaning,
        let member = members.first(where: { $0.name == name })
      else { return nil }
      variable = member
    }
    guard case .slot(let slot, _) = variable.meaning else { return nil }
    return slot
  }
}

extension Scope {
  /// How the name in a slot is written: `employees`, `DemoAssessment.Score`; nil if no name has it.
  func path(ofSlot wanted: Int) -> Text? {
    var rest: [(prefix: Text?, variables: [Variable])] = [(nil, variables)]
    while let (prefix, variables) = rest.popLast() {
      for variable in variables {
        let path = prefix.map { $0 + "." + variable.name } ?? variable.name
        switch variable.meaning {
        case .slot(let slot, _): if slot == wanted { return path }
        case .namespace(let members, hint: _): rest.append((path, members))
        }
      }
    }
    return nil
  }
}

extension Tree {
  /// Whether the node writes out a value.
  func isLiteral(_ id: NodeID) -> Bool { literal(id) != nil }

  /// The text of a node without parentheses around all of it.
  func bareText(of id: NodeID) -> Text {
    var bytes = text(of: id).bytes
    switch self[id] {
    // An interval's own brackets stay.
    case .range, .within: return Text(bytes: bytes)
    default: break
    }
    while bytes.count >= 2, bytes[0] == 0x28, closing(bytes) == bytes.count - 1 {
      bytes = Array(bytes[1..<(bytes.count - 1)])
      while bytes.first == 0x20 { bytes.removeFirst() }
      while bytes.last == 0x20 { bytes.removeLast() }
    }
    return Text(bytes: bytes)
  }

  /// Where the parenthesis that opens a text closes; nil if a string stands between, to be on the safe side.
  private func closing(_ bytes: [UInt8]) -> Int? {
    var depth = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return index }
      case 0x22: return nil
      default: break
      }
    }
    return nil
  }
}

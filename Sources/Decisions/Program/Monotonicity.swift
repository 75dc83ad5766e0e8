import FEEL

/// Whether a text only ever rises when facts of a loop rise, told from its syntax.
struct Monotonicity {
  struct Member {
    let name: Text
    let join: Loop.Join
    let domain: [Value]
  }

  let members: [Member]
  let tree: Tree

  /// The first part that reads a fact of the loop in another way; nil if there is none.
  func violation() -> NodeID? {
    for root in tree.roots {
      if let node = violation(below: root) { return node }
    }
    return nil
  }

  private func violation(below root: NodeID) -> NodeID? {
    var rest = [root]
    while let node = rest.popLast() {
      if isApart(node) || isRising(node) { continue }
      switch tree[node] {
      case .and(let left, let right), .or(let left, let right):
        rest.append(right)
        rest.append(left)
      default: return node
      }
    }
    return nil
  }

  /// Whether a value is fit to be given to a member: apart from the loop, the name of a member of the same form, or,
  /// for a truth, a condition that rises.
  func valueViolation(for target: Member) -> NodeID? {
    guard let root = tree.roots.first else { return nil }
    if isApart(root) { return nil }
    if case .truth = target.join { return violation(below: root) }
    if let member = member(root), member.join == target.join, sameDomain(member, target),
      target.join != .union
    {
      return nil
    }
    return root
  }

  /// Whether nothing below the node has the name of a member. (A local name that hides a member counts as one.)
  private func isApart(_ node: NodeID) -> Bool {
    for part in tree.subtree(of: node) {
      if case .name(let name) = tree[part], members.contains(where: { $0.name == name }) { return false }
    }
    return true
  }

  /// Whether the node is one of the reads that can only turn true when a member rises.
  private func isRising(_ node: NodeID) -> Bool {
    switch tree[node] {
    case .name: return isMember(node, .truth)
    case .compare(let comparison, let left, let right):
      if let member = member(left), isApart(right) { return rises(member, comparison) }
      if let member = member(right), isApart(left) { return rises(member, comparison.mirrored) }
      return false
    case .within(let value, let tests):
      if isApart(value), tests.count == 1, isMember(tests[0], .union) { return true }
      guard let member = member(value) else { return false }
      return holdsFromSomewhere(member, tests)
    case .call(let function, let arguments, let names):
      guard names.isEmpty, arguments.count == 2, case .name(let name) = tree[function], name == "list contains" else {
        return false
      }
      return isMember(arguments[0], .union) && isApart(arguments[1])
    default: return false
    }
  }

  private func rises(_ member: Member, _ comparison: CompareOperator) -> Bool {
    guard isOrderedAsListed(member) else { return false }
    switch (member.join, comparison) {
    case (.upwards, .greater), (.upwards, .greaterOrEqual), (.downwards, .less), (.downwards, .lessOrEqual): return true
    default: return false
    }
  }

  /// Whether the tests are literals that, once one of them holds, hold for everything that the member may rise to.
  private func holdsFromSomewhere(_ member: Member, _ tests: [NodeID]) -> Bool {
    guard member.join == .upwards || member.join == .downwards else { return false }
    var held = Array(repeating: false, count: member.domain.count)
    for test in tests {
      guard case .literal(let value) = tree[test], let rank = Merging.rank(value, member.domain) else { return false }
      held[rank] = true
    }
    if member.join == .downwards { held.reverse() }
    guard let first = held.firstIndex(of: true) else { return false }
    return !held[first...].contains(false)
  }

  /// FEEL orders texts letter by letter; only if the list stands in that order does `>=` follow the list.
  private func isOrderedAsListed(_ member: Member) -> Bool {
    for (a, b) in zip(member.domain, member.domain.dropFirst()) {
      guard case .boolean(true) = a.isLess(than: b) else { return false }
    }
    return true
  }

  private func member(_ node: NodeID) -> Member? {
    guard case .name(let name) = tree[node] else { return nil }
    return members.first { $0.name == name }
  }

  private func isMember(_ node: NodeID, _ join: Loop.Join) -> Bool {
    member(node).map { $0.join == join } ?? false
  }

  private func sameDomain(_ a: Member, _ b: Member) -> Bool {
    a.domain.count == b.domain.count && zip(a.domain, b.domain).allSatisfy { $0.agrees(with: $1) == true }
  }
}

import FEEL

extension AnswerTest {
  /// The tests of a band, or nil if they need the machine (they read an attribute, call a function).
  init?(unaryTests tree: Tree, about name: Text) {
    guard let test = AnswerTest.alternatives(tree.roots, of: tree, subject: name, depth: 0) else { return nil }
    self = test
  }

  /// What a node says about the number under a name, or nil if it says something else.
  init?(_ node: NodeID, of tree: Tree, about name: Text) {
    guard let test = AnswerTest.condition(node, of: tree, subject: name, depth: 0) else { return nil }
    self = test
  }

  private static let deepest = 40

  private static func alternatives(_ nodes: [NodeID], of tree: Tree, subject: Text, depth: Int) -> AnswerTest? {
    var tests: [AnswerTest] = []
    for node in nodes {
      guard let test = unaryTest(node, of: tree, subject: subject, depth: depth + 1) else { return nil }
      tests.append(test)
    }
    return tests.count == 1 ? tests[0] : .any(tests)
  }

  private static func unaryTest(_ node: NodeID, of tree: Tree, subject: Text, depth: Int) -> AnswerTest? {
    guard depth < deepest else { return nil }
    switch tree[node] {
    case .testAny: return .always
    case .test(let comparison, let bound): return tree.number(bound).map { .compare(comparison, $0) }
    case .testNot(let nodes):
      return alternatives(nodes, of: tree, subject: subject, depth: depth + 1).map { .not($0) }
    case .range(let start, let startIncluded, let end, let endIncluded):
      return range(start, startIncluded, end, endIncluded, of: tree)
    case .literal(.null): return .any([])
    default:
      if let number = tree.number(node) { return .compare(.equal, number) }
      return condition(node, of: tree, subject: subject, depth: depth + 1)
    }
  }

  private static func range(
    _ start: NodeID?, _ startIncluded: Bool, _ end: NodeID?, _ endIncluded: Bool, of tree: Tree
  ) -> AnswerTest? {
    switch (start, end) {
    case (let start?, let end?):
      guard let low = tree.number(start), let high = tree.number(end) else { return nil }
      return .between(low, startIncluded: startIncluded, high, endIncluded: endIncluded)
    case (let start?, nil): return tree.number(start).map { .compare(startIncluded ? .greaterOrEqual : .greater, $0) }
    case (nil, let end?): return tree.number(end).map { .compare(endIncluded ? .lessOrEqual : .less, $0) }
    case (nil, nil): return nil
    }
  }

  private static func condition(_ node: NodeID, of tree: Tree, subject: Text, depth: Int) -> AnswerTest? {
    guard depth < deepest else { return nil }
    switch tree[node] {
    case .compare(let comparison, let left, let right):
      if tree.isSubject(left, named: subject) { return tree.number(right).map { .compare(comparison, $0) } }
      if tree.isSubject(right, named: subject) { return tree.number(left).map { .compare(comparison.mirrored, $0) } }
      return nil
    case .between(let value, let start, let end):
      guard tree.isSubject(value, named: subject), let low = tree.number(start), let high = tree.number(end) else {
        return nil
      }
      return .between(low, startIncluded: true, high, endIncluded: true)
    case .within(let value, let tests):
      guard tree.isSubject(value, named: subject) else { return nil }
      return alternatives(tests, of: tree, subject: subject, depth: depth + 1)
    case .and(let left, let right):
      guard let first = condition(left, of: tree, subject: subject, depth: depth + 1),
        let second = condition(right, of: tree, subject: subject, depth: depth + 1)
      else { return nil }
      return .every([first, second])
    case .or(let left, let right):
      guard let first = condition(left, of: tree, subject: subject, depth: depth + 1),
        let second = condition(right, of: tree, subject: subject, depth: depth + 1)
      else { return nil }
      return .any([first, second])
    default: return nil
    }
  }
}

extension Tree {
  /// The number that a node is literally; a day counts its days since 1970-01-01.
  func number(_ node: NodeID) -> Decimal34? {
    switch self[node] {
    case .literal(.date(let day)): Decimal34(day.days)
    case .literal(let value): value.decimal
    case .negate(let operand):
      if case .literal(let value) = self[operand] { value.decimal.map { -$0 } } else { nil }
    default: nil
    }
  }

  /// Whether a node is the subject of the tests: `?`, or the name that stands for it.
  func isSubject(_ node: NodeID, named name: Text) -> Bool {
    switch self[node] {
    case .subject: true
    case .name(let found): found == name
    default: false
    }
  }
}

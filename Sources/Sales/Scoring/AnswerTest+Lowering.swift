import Decisions
import FEEL

extension AnswerTest {
  /// The tests of a band, or nil if they need the machine (they read an attribute, call a function).
  init?(unaryTests tree: Tree, about name: Text) {
    let lowering = AnswerTestLowering(tree: tree, subject: name)
    guard let test = lowering.alternatives(tree.roots.map { tree.test(at: $0) }, depth: 0) else { return nil }
    self = test
  }

  /// What a node says about the number under a name, or nil if it says something else.
  init?(_ node: NodeID, of tree: Tree, about name: Text) {
    guard let test = AnswerTestLowering(tree: tree, subject: name).condition(node, depth: 0) else { return nil }
    self = test
  }
}

/// Turns comparisons with literals into tests of one answer.
private struct AnswerTestLowering {
  private static let deepest = 40

  let tree: Tree
  /// The name that stands for the answer, beside `?`.
  let subject: Text

  func alternatives(_ all: [LiteralComparison.Test], depth: Int) -> AnswerTest? {
    guard depth < Self.deepest else { return nil }
    var tests: [AnswerTest] = []
    for one in all {
      guard let test = test(one, depth: depth + 1) else { return nil }
      tests.append(test)
    }
    return tests.count == 1 ? tests[0] : .any(tests)
  }

  private func test(_ test: LiteralComparison.Test, depth: Int) -> AnswerTest? {
    switch test {
    case .any: return .always
    // No answer is null.
    case .compare(.equal, .null): return .any([])
    case .compare(let sign, let value): return number(value).map { .compare(sign, $0) }
    case .range(let start, let startIncluded, let end, let endIncluded):
      switch (start, end) {
      case (.literal(let low), .literal(let high)):
        guard let low = number(low), let high = number(high) else { return nil }
        return .between(low, startIncluded: startIncluded, high, endIncluded: endIncluded)
      case (.literal(let low), .open):
        return number(low).map { .compare(startIncluded ? .greaterOrEqual : .greater, $0) }
      case (.open, .literal(let high)): return number(high).map { .compare(endIncluded ? .lessOrEqual : .less, $0) }
      default: return nil
      }
    case .not(let tests): return alternatives(tests, depth: depth + 1).map { .not($0) }
    case .other(let node): return condition(node, depth: depth + 1)
    }
  }

  func condition(_ node: NodeID, depth: Int) -> AnswerTest? {
    guard depth < Self.deepest else { return nil }
    switch tree[node] {
    case .and(let left, let right):
      guard let first = condition(left, depth: depth + 1), let second = condition(right, depth: depth + 1) else {
        return nil
      }
      return .every([first, second])
    case .or(let left, let right):
      guard let first = condition(left, depth: depth + 1), let second = condition(right, depth: depth + 1) else {
        return nil
      }
      return .any([first, second])
    default:
      guard let comparison = tree.comparison(at: node), isSubject(comparison.subject) else { return nil }
      // A comparison with null asks whether there is an answer, not what it is.
      if case .compare = tree[node], case .compare(_, .null) = comparison.tests[0] { return nil }
      return alternatives(comparison.tests, depth: depth + 1)
    }
  }

  /// Days count as whole numbers since 1970-01-01.
  private func number(_ value: Value) -> Decimal34? {
    if case .date(let day) = value { Decimal34(day.days) } else { value.decimal }
  }

  private func isSubject(_ node: NodeID) -> Bool {
    switch tree[node] {
    case .subject: true
    case .name(let found): found == subject
    default: false
    }
  }
}

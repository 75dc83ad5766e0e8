public import FEEL

/// A part of a condition that compares one thing with literals: `score > 60`, `amount between 1 and 5`,
/// `day in [@"2026-01-01"..date("2026-01-31")]`. The one reading of such parts, for all that looks at rules without running
/// them.
public struct LiteralComparison: Sendable {
  /// One end of a range.
  public enum Bound: Sendable {
    /// There is no end to that side.
    case open
    /// A literal, its negative, or a date, time or duration made of literals.
    case literal(Value)
    /// Something that is no literal.
    case other
  }

  /// One test of the subject.
  public indirect enum Test: Sendable {
    /// `-`
    case any
    /// With the subject on the left, however it was written; a lone literal is `=`.
    case compare(CompareOperator, Value)
    /// Between two ends, as `between` and ranges write it.
    case range(Bound, startIncluded: Bool, Bound, endIncluded: Bool)
    /// Passes if none of these does.
    case not([Test])
    /// What compares with no literal.
    case other(NodeID)
  }

  /// What is compared.
  public let subject: NodeID
  /// It passes if one of them does.
  public let tests: [Test]
}

extension LiteralComparison.Bound {
  /// The number of a literal end.
  var number: Decimal34? {
    if case .literal(let value) = self { value.decimal } else { nil }
  }

  var isOpen: Bool {
    if case .open = self { true } else { false }
  }
}

extension Tree {
  /// What a node compares with literals; nil if it is no comparison, or one of two things that are none.
  public func comparison(at node: NodeID) -> LiteralComparison? {
    switch self[node] {
    case .compare(let sign, let left, let right):
      if let value = literal(right) { return LiteralComparison(subject: left, tests: [.compare(sign, value)]) }
      if let value = literal(left) { return LiteralComparison(subject: right, tests: [.compare(sign.mirrored, value)]) }
      return nil
    case .between(let value, let low, let high):
      return LiteralComparison(
        subject: value, tests: [.range(bound(low), startIncluded: true, bound(high), endIncluded: true)])
    case .within(let value, let tests): return LiteralComparison(subject: value, tests: tests.map { test(at: $0) })
    default: return nil
    }
  }

  /// What a unary test compares its subject with.
  public func test(at node: NodeID) -> LiteralComparison.Test {
    switch self[node] {
    case .testAny: return .any
    case .test(let sign, let operand): return literal(operand).map { .compare(sign, $0) } ?? .other(node)
    case .testNot(let tests): return .not(tests.map { test(at: $0) })
    case .range(let start, let startIncluded, let end, let endIncluded):
      return .range(bound(start), startIncluded: startIncluded, bound(end), endIncluded: endIncluded)
    default: return literal(node).map { .compare(.equal, $0) } ?? .other(node)
    }
  }

  private func bound(_ node: NodeID?) -> LiteralComparison.Bound {
    guard let node else { return .open }
    return literal(node).map { .literal($0) } ?? .other
  }
}

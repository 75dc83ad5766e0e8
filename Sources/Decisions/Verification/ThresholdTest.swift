public import FEEL

/// One test of a name against a number in a condition: `DemoAssessment.Score > 80`.
///
/// `between` and ranges give one test for each end.
public struct ThresholdTest: Hashable, Sendable {
  /// Where the tested number lies in the machine.
  public var slot: Int
  /// With the name on the left, however it was written.
  public var sign: CompareOperator
  /// What it is compared with.
  public var bound: Decimal34
  /// The whole comparison in the condition.
  public var span: Span
  /// Whether it is one end of a `between` or of a range.
  public var isRangeEnd: Bool
  /// Whether it stands under an odd number of `not(...)`, so that the condition wants it to fail.
  public var isNegated: Bool

  /// Makes a test, the name on its left; the span is that of the whole comparison.
  public init(
    slot: Int, sign: CompareOperator, bound: Decimal34, span: Span, isRangeEnd: Bool = false, isNegated: Bool = false
  ) {
    self.slot = slot
    self.sign = sign
    self.bound = bound
    self.span = span
    self.isRangeEnd = isRangeEnd
    self.isNegated = isNegated
  }

  /// Whether a number passes.
  public func passes(_ number: Decimal34) -> Bool {
    switch sign {
    case .equal: number == bound
    case .notEqual: number != bound
    case .less: number < bound
    case .lessOrEqual: number <= bound
    case .greater: number > bound
    case .greaterOrEqual: number >= bound
    }
  }
}

extension ThresholdTest {
  /// All tests of names of the scope against literal numbers in a condition, in the order of its text.
  ///
  /// The bodies of filters, quantifiers and loops are left out: names mean items there.
  public static func all(in tree: Tree, scope: Scope) -> [ThresholdTest] {
    var found: [ThresholdTest] = []
    var rest = tree.roots.map { (node: $0, isNegated: false) }
    while let (node, isNegated) = rest.popLast() {
      found += tests(at: node, isNegated, tree, scope)
      for child in openChildren(of: node, tree) { rest.append((child, isNegated)) }
      if let operand = tree.negated(node) { rest.append((operand, !isNegated)) }
    }
    return found.sorted { a, b in
      if a.span.start != b.span.start { return a.span.start < b.span.start }
      if a.span.end != b.span.end { return a.span.end < b.span.end }
      return a.bound < b.bound
    }
  }

  private static func openChildren(of node: NodeID, _ tree: Tree) -> [NodeID] {
    switch tree[node] {
    case .filter(let list, _): [list]
    case .quantified, .loop, .context, .function: []
    case .call: tree.negated(node) == nil ? tree.children(of: node) : []
    default: tree.children(of: node)
    }
  }

  private static func tests(at node: NodeID, _ isNegated: Bool, _ tree: Tree, _ scope: Scope) -> [ThresholdTest] {
    let span = tree.span(of: node)
    func test(_ slot: Int, _ sign: CompareOperator, _ bound: Decimal34, isRangeEnd: Bool) -> ThresholdTest {
      ThresholdTest(
        slot: slot, sign: sign, bound: bound, span: span, isRangeEnd: isRangeEnd, isNegated: isNegated)
    }
    guard let comparison = tree.comparison(at: node), let slot = tree.slot(comparison.subject, in: scope) else {
      return []
    }
    var found: [ThresholdTest] = []
    for unary in comparison.tests {
      switch unary {
      case .compare(let sign, let value):
        if let bound = value.decimal { found.append(test(slot, sign, bound, isRangeEnd: false)) }
      case .range(let start, let startIncluded, let end, let endIncluded):
        let isRangeEnd = !start.isOpen && !end.isOpen
        if let bound = start.number {
          found.append(test(slot, startIncluded ? .greaterOrEqual : .greater, bound, isRangeEnd: isRangeEnd))
        }
        if let bound = end.number {
          found.append(test(slot, endIncluded ? .lessOrEqual : .less, bound, isRangeEnd: isRangeEnd))
        }
      case .any, .not, .other: break
      }
    }
    return found
  }
}

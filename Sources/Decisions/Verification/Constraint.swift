import FEEL

/// What a part of a condition demands of one value. The value is known by its text: the same text stands for the same
/// value in all rules of a program, be it a name or a sum.
struct Constraint {
  enum Demand {
    case within(BoundInterval)
    case oneOf([Value])
    case noneOf([Value])
  }

  let subject: Text
  let demand: Demand

  /// Whether no value can meet both.
  func excludes(_ other: Constraint) -> Bool {
    if subject != other.subject { return false }
    switch (demand, other.demand) {
    case (.within(let a), .within(let b)): return !a.overlaps(b)
    case (.oneOf(let values), .within(let interval)), (.within(let interval), .oneOf(let values)):
      return values.allSatisfy { value in value.decimal.map { !interval.contains($0) } ?? true }
    case (.oneOf(let a), .oneOf(let b)): return a.allSatisfy { !$0.isAmong(b) }
    case (.oneOf(let values), .noneOf(let barred)), (.noneOf(let barred), .oneOf(let values)):
      return values.allSatisfy { $0.isAmong(barred) }
    case (.noneOf, _), (_, .noneOf): return false
    }
  }
}

extension Value {
  fileprivate func isAmong(_ values: [Value]) -> Bool { values.contains { agrees(with: $0) == true } }
}

extension BoundInterval {
  fileprivate func overlaps(_ other: BoundInterval) -> Bool {
    !ends(before: other) && !other.ends(before: self)
  }

  private func ends(before other: BoundInterval) -> Bool {
    guard let most, let least = other.least else { return false }
    return most < least || (most == least && !(isMostIncluded && other.isLeastIncluded))
  }

  /// The numbers that pass a comparison with a bound; nil for `!=`.
  fileprivate init?(_ sign: CompareOperator, _ bound: Decimal34) {
    switch sign {
    case .greater: self.init(least: bound, isLeastIncluded: false, most: nil, isMostIncluded: false)
    case .greaterOrEqual: self.init(least: bound, isLeastIncluded: true, most: nil, isMostIncluded: false)
    case .less: self.init(least: nil, isLeastIncluded: false, most: bound, isMostIncluded: false)
    case .lessOrEqual: self.init(least: nil, isLeastIncluded: false, most: bound, isMostIncluded: true)
    case .equal: self.init(least: bound, isLeastIncluded: true, most: bound, isMostIncluded: true)
    case .notEqual: return nil
    }
  }
}

extension Constraint {
  /// What each way to make a condition true demands: one list for each operand of an `or` at its top. Parts that are
  /// not understood demand nothing.
  static func ways(in tree: Tree, scope: Scope) -> [[Constraint]] {
    guard let root = tree.roots.first else { return [[]] }
    return tree.operands(of: root, isAnd: false).map { way in
      tree.operands(of: way, isAnd: true).flatMap { demands(of: $0, tree, scope, isTrue: true) }
    }
  }

  private static func demands(of node: NodeID, _ tree: Tree, _ scope: Scope, isTrue: Bool) -> [Constraint] {
    if tree.slot(node, in: scope) != nil {
      return [Constraint(subject: tree.text(of: node), demand: .oneOf([.boolean(isTrue)]))]
    }
    if let operand = tree.negated(node) {
      // One step is enough: what stands under two is rare.
      return isTrue ? demands(of: operand, tree, scope, isTrue: false) : []
    }
    switch tree[node] {
    case .compare(let sign, let left, let right):
      if let value = tree.literal(right) {
        return demand(tree.text(of: left), isTrue ? sign : sign.opposite, value)
      }
      if let value = tree.literal(left) {
        return demand(tree.text(of: right), isTrue ? sign.mirrored : sign.mirrored.opposite, value)
      }
      return []
    case .between(let value, let low, let high):
      guard isTrue, let low = tree.number(low), let high = tree.number(high) else { return [] }
      let interval = BoundInterval(least: low, isLeastIncluded: true, most: high, isMostIncluded: true)
      return [Constraint(subject: tree.text(of: value), demand: .within(interval))]
    case .within(let value, let tests):
      return membership(tree.text(of: value), tests, tree, isTrue: isTrue)
    default: return []
    }
  }

  private static func demand(_ subject: Text, _ sign: CompareOperator, _ value: Value) -> [Constraint] {
    switch sign {
    case .equal: return [Constraint(subject: subject, demand: .oneOf([value]))]
    case .notEqual: return [Constraint(subject: subject, demand: .noneOf([value]))]
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let bound = value.decimal, let interval = BoundInterval(sign, bound) else { return [] }
      return [Constraint(subject: subject, demand: .within(interval))]
    }
  }

  private static func membership(_ subject: Text, _ tests: [NodeID], _ tree: Tree, isTrue: Bool) -> [Constraint] {
    var values: [Value] = []
    for test in tests {
      guard let value = tree.literal(test) else {
        // A lone range or comparison is an interval.
        guard isTrue, tests.count == 1, let interval = interval(test, tree) else { return [] }
        return [Constraint(subject: subject, demand: .within(interval))]
      }
      values.append(value)
    }
    return [Constraint(subject: subject, demand: isTrue ? .oneOf(values) : .noneOf(values))]
  }

  private static func interval(_ test: NodeID, _ tree: Tree) -> BoundInterval? {
    switch tree[test] {
    case .test(let sign, let operand): return tree.number(operand).flatMap { BoundInterval(sign, $0) }
    case .range(let start, let startIncluded, let end, let endIncluded):
      let least = start.flatMap { tree.number($0) }
      let most = end.flatMap { tree.number($0) }
      if (start != nil) != (least != nil) || (end != nil) != (most != nil) { return nil }
      return BoundInterval(least: least, isLeastIncluded: startIncluded, most: most, isMostIncluded: endIncluded)
    default: return nil
    }
  }
}

extension Tree {
  /// The value of a literal, or of a number with a minus before it.
  fileprivate func literal(_ id: NodeID) -> Value? {
    if case .literal(let value) = self[id] { return value }
    return number(id).map { .number($0) }
  }
}

extension CompareOperator {
  /// The operator that is true where this one is false.
  fileprivate var opposite: CompareOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}

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
    guard let comparison = tree.comparison(at: node) else { return [] }
    return demands(of: comparison.tests, on: tree.text(of: comparison.subject), isTrue: isTrue)
  }

  private static func demands(
    of tests: [LiteralComparison.Test], on subject: Text, isTrue: Bool
  ) -> [Constraint] {
    if tests.count == 1 {
      switch tests[0] {
      case .compare(let sign, let value): return demand(subject, isTrue ? sign : sign.opposite, value)
      case .range(let start, let startIncluded, let end, let endIncluded):
        // Outside of a range is no interval.
        guard isTrue, start.isOpen || start.number != nil, end.isOpen || end.number != nil else { return [] }
        let interval = BoundInterval(
          least: start.number, isLeastIncluded: startIncluded, most: end.number, isMostIncluded: endIncluded)
        return [Constraint(subject: subject, demand: .within(interval))]
      case .any, .not, .other: return []
      }
    }
    var values: [Value] = []
    for test in tests {
      guard case .compare(.equal, let value) = test else { return [] }
      values.append(value)
    }
    return [Constraint(subject: subject, demand: isTrue ? .oneOf(values) : .noneOf(values))]
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

  /// Whether a value meets the demand.
  func allows(_ value: Value) -> Bool {
    switch demand {
    case .within(let interval): value.decimal.map { interval.contains($0) } ?? false
    case .oneOf(let values): value.isAmong(values)
    case .noneOf(let barred): !value.isAmong(barred)
    }
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

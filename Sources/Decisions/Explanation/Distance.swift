import FEEL

extension Distance {
  /// How far a number is from passing a comparison with another; nil for other values, and for `!=`.
  init?(_ left: Value, _ sign: CompareOperator, _ right: Value) {
    guard let (least, most) = left.bounds, let (rightLeast, rightMost) = right.bounds else { return nil }
    let gap: Decimal34?
    let isStrict: Bool
    var isOver = false
    switch sign {
    case .greater, .greaterOrEqual:
      gap = rightLeast.subtracting(most)
      isStrict = sign == .greater
    case .less, .lessOrEqual:
      gap = least.subtracting(rightMost)
      isStrict = sign == .less
      isOver = true
    case .equal:
      isOver = rightMost < least
      gap = isOver ? least.subtracting(rightMost) : rightLeast.subtracting(most)
      isStrict = false
    case .notEqual: return nil
    }
    guard let gap, !gap.isNegative else { return nil }
    let isAtLeast = least != most || rightLeast != rightMost
    self.init(by: gap, isStrict: isStrict, isOver: isOver, isAtLeast: isAtLeast)
  }

  /// How far a number is from lying in a range; an absent end is open.
  static func to(
    _ value: Value, from start: Value?, isStrict startIsStrict: Bool, to end: Value?, isStrict endIsStrict: Bool
  ) -> Distance? {
    if let start, let below = Distance(value, startIsStrict ? .greater : .greaterOrEqual, start),
      startIsStrict || !below.by.isZero
    {
      return below
    }
    if let end, let above = Distance(value, endIsStrict ? .less : .lessOrEqual, end), endIsStrict || !above.by.isZero {
      return above
    }
    return nil
  }
}

extension Value {
  /// What a number is known to lie between, both included; nil for other values.
  var bounds: (least: Decimal34, most: Decimal34)? {
    if let number = decimal { return (number, number) }
    if case .undecided(let interval) = self { return (interval.least, interval.most) }
    return nil
  }
}

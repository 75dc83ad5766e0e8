public import FEEL

/// What a threshold test does over all numbers that its name can attain.
public struct ThresholdAnalysis: Sendable {
  /// What was analysed.
  public let test: ThresholdTest
  /// Ascending, each once; not empty.
  public let attainable: [Decimal34]
  /// Those that pass, ascending.
  public let passing: [Decimal34]

  /// Nil if nothing is attainable.
  public init?(_ test: ThresholdTest, attainable numbers: [Decimal34]) {
    var attainable: [Decimal34] = []
    for number in numbers.sorted(by: { $0 < $1 }) where attainable.last != number { attainable.append(number) }
    if attainable.isEmpty { return nil }
    self.test = test
    self.attainable = attainable
    passing = attainable.filter { test.passes($0) }
  }

  /// Whether every number passes.
  public var isAlwaysTrue: Bool { passing.count == attainable.count }
  /// Whether no number passes.
  public var isAlwaysFalse: Bool { passing.isEmpty }

  /// Whether the threshold itself can be attained, so that it matters whether it passes.
  public var isBoundAttainable: Bool { attainable.contains(test.bound) }

  /// Whether a test for equality leaves out attainable numbers beyond it: `= 100` where 105 can be scored.
  public var missesBeyond: Bool {
    guard test.sign == .equal, let most = attainable.last else { return false }
    return test.bound < most
  }

  /// Whether only the greatest attainable number passes.
  public var passesOnlyAtTheTop: Bool {
    attainable.count > 1 && passing.count == 1 && passing.first == attainable.last
  }

  /// All thresholds that decide the same over what is attainable.
  public var equivalents: BoundInterval {
    let bound = test.bound
    switch test.sign {
    case .greater, .lessOrEqual:
      // The bound moves between the greatest number that is not above it and the least that is.
      let least = attainable.last { $0 <= bound }
      let most = attainable.first { bound < $0 }
      return BoundInterval(least: least, isLeastIncluded: true, most: most, isMostIncluded: false)
    case .greaterOrEqual, .less:
      let least = attainable.last { $0 < bound }
      let most = attainable.first { bound <= $0 }
      return BoundInterval(least: least, isLeastIncluded: false, most: most, isMostIncluded: true)
    case .equal, .notEqual:
      if isBoundAttainable {
        return BoundInterval(least: bound, isLeastIncluded: true, most: bound, isMostIncluded: true)
      }
      let least = attainable.last { $0 < bound }
      let most = attainable.first { bound < $0 }
      return BoundInterval(least: least, isLeastIncluded: false, most: most, isMostIncluded: false)
    }
  }
}

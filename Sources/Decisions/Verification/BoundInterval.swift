public import FEEL

/// The thresholds that decide the same; an absent end is open to that side.
public struct BoundInterval: Hashable, Sendable {
  /// Where it begins; nil: it has no beginning.
  public var least: Decimal34?
  /// Whether the beginning belongs to it.
  public var isLeastIncluded: Bool
  /// Where it ends; nil: it has no end.
  public var most: Decimal34?
  /// Whether the end belongs to it.
  public var isMostIncluded: Bool

  /// Makes an interval; an end that is nil leaves it open to that side.
  public init(least: Decimal34?, isLeastIncluded: Bool, most: Decimal34?, isMostIncluded: Bool) {
    self.least = least
    self.isLeastIncluded = isLeastIncluded
    self.most = most
    self.isMostIncluded = isMostIncluded
  }

  /// Whether a threshold is one of them.
  public func contains(_ bound: Decimal34) -> Bool {
    if let least, bound < least || (bound == least && !isLeastIncluded) { return false }
    if let most, most < bound || (bound == most && !isMostIncluded) { return false }
    return true
  }

  /// The interval as a formula about a name: `50 ≤ t < 70`, `t ≥ 70`, `t = 100`.
  public func written(about name: Text) -> Text {
    if let least, let most {
      if least == most { return name + " = " + least.text }
      return least.text + (isLeastIncluded ? " ≤ " : " < ") + name + (isMostIncluded ? " ≤ " : " < ") + most.text
    }
    if let least { return name + (isLeastIncluded ? " ≥ " : " > ") + least.text }
    if let most { return name + (isMostIncluded ? " ≤ " : " < ") + most.text }
    return "any " + name
  }
}

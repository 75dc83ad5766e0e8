extension Decimal34 {
  // Neither function has a value with an end but at 0 and 1, so what was cut off always lies between two numbers.

  /// e to the power of the number, in 34 digits; nil if that is too large for decimal128.
  public func exponential() -> Self? {
    if isZero { return .one }
    if self > 14_300 { return nil }
    if self < -14_300 { return .zero }
    return WideDecimal(self).exponential().number
  }

  /// The natural logarithm, in 34 digits; nil for zero and below.
  public func naturalLogarithm() -> Self? {
    if isZero || isNegative { return nil }
    if self == .one { return .zero }
    return WideDecimal(self).naturalLogarithm().number
  }

  /// `self` ** `power` for a number above zero, by way of the logarithm.
  func fractionalPower(_ power: Self) -> Self? {
    if self == .one { return .one }
    let logarithm = WideDecimal(power) * WideDecimal(self).naturalLogarithm()
    if logarithm.reach > 4 { return logarithm.negative ? .zero : nil }
    return logarithm.exponential().snapped?.withoutTrailingZeros
  }
}

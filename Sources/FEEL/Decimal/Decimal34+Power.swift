extension Decimal34 {
  /// `self` ** `power` (DMN 1.5 §10.3.2.13), rounded half-even to 34 digits.
  ///
  /// An integer power is computed by squaring with 76 digits; `x ** 0` is 1 for every x. Nil for a negative power of
  /// zero, a fractional power of a number below zero, and what is too large for decimal128.
  public func raised(to power: Self) -> Self? {
    if power.isZero { return .one }
    if isZero { return power.isNegative ? nil : .zero }
    if !power.isInteger { return isNegative ? nil : fractionalPower(power) }
    let odd = power.isOdd
    if magnitude == .one { return isNegative && odd ? -.one : .one }
    let shrinks = (magnitude < .one) != power.isNegative
    // The nearest numbers to 1 lie 10^-34 away from it: no power with 39 digits stays within decimal128.
    guard power.exponent <= 38, PowersOfTen.digits(power.coefficient.magnitude) + power.exponent <= 38 else {
      return shrinks ? .zero : nil
    }
    let count =
      power.exponent >= 0
      ? power.coefficient.magnitude * PowersOfTen.wide(power.exponent)
      : power.coefficient.magnitude / PowersOfTen.wide(-power.exponent)
    guard var result = magnitude.integerPower(count) else { return shrinks ? .zero : nil }
    if power.isNegative { result = WideDecimal(integer: 1) / result }
    result.negative = isNegative && odd
    guard let number = result.number else { return nil }
    return result.inexact ? number : number.withoutTrailingZeros
  }

  /// `self` ** `power`; see `raised(to:)` on a decimal.
  public func raised(to power: Int) -> Self? { raised(to: Self(power)) }

  /// Nil once the power is surely beyond decimal128, upwards or downwards.
  private func integerPower(_ count: UInt128) -> WideDecimal? {
    let base = WideDecimal(self)
    var result = base
    // From the highest bit down, so that every step is a power that divides the result: exact if the result is.
    var bit = 126 - count.leadingZeroBitCount
    while bit >= 0 {
      result = result * result
      if (count >> UInt128(bit)) & 1 == 1 { result = result * base }
      if result.reach > 6300 || result.reach < -6300 { return nil }
      bit -= 1
    }
    return result
  }

  /// Whether an integer is odd.
  private var isOdd: Bool {
    if exponent > 0 || exponent < -33 { return false }
    return (coefficient.magnitude / PowersOfTen.wide(-exponent)) & 1 == 1
  }

  /// The same number with as few digits as it can be written, but no exponent above zero.
  var withoutTrailingZeros: Self {
    if exponent >= 0 { return self }
    let (magnitude, place) = Self.stripped(coefficient.magnitude, exponent, upTo: 0)
    return Self(unchecked: isNegative ? -Int128(magnitude) : Int128(magnitude), place)
  }
}

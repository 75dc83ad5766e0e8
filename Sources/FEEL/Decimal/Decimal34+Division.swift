extension Decimal34 {
  /// The quotient, rounded half-even to 34 digits; nil if `divisor` is zero or the quotient too large for decimal128.
  public func divided(by divisor: Self) -> Self? {
    if divisor.isZero { return nil }
    let ideal = exponent - divisor.exponent
    if isZero { return Self.placed(negative: false, 0, max(ideal, Self.leastExponent)) }
    if ideal >= Self.leastExponent, ideal <= Self.greatestExponent, let x = word, let y = divisor.word, y > 0 {
      let (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
      if rest == 0 { return Self(word: quotient, ideal) }
    }
    let negative = isNegative != divisor.isNegative
    let x = coefficient.magnitude
    let y = divisor.coefficient.magnitude
    // So many zeros that the quotient has 35 or 36 digits, appended in two steps.
    let zeros = PowersOfTen.digits(y) - PowersOfTen.digits(x) + 35
    let first = min(zeros, 38 - PowersOfTen.digits(x))
    let dividend = (x * PowersOfTen.wide(first)).multipliedFullWidth(by: PowersOfTen.wide(zeros - first))
    let (quotient, rest) = y.dividingFullWidth((dividend.high, dividend.low))
    let exponent = ideal - zeros
    if rest != 0 { return Self.rounding(negative: negative, quotient, exponent, sticky: true) }
    let (kept, keptExponent) = Self.stripped(quotient, exponent, upTo: ideal)
    return Self.rounding(negative: negative, kept, keptExponent)
  }

  /// FEEL's `modulo` (DMN 1.5 §10.3.4.5): self - divisor × floor(self / divisor), with the divisor's sign; the quotient
  /// is not rounded. Nil if `divisor` is zero.
  ///
  /// Exact, but where the two differ in sign and by more than 34 digits in size: then the difference is rounded.
  public func modulo(_ divisor: Self) -> Self? {
    if divisor.isZero { return nil }
    let rest = remainder(divisor)
    return rest.isZero || rest.isNegative == divisor.isNegative ? rest : rest.adding(divisor)
  }

  /// What division towards zero leaves over; exact, with the sign of `self`. `divisor` is not zero.
  private func remainder(_ divisor: Self) -> Self {
    if isZero { return self }
    let x = coefficient.magnitude
    var y = divisor.coefficient.magnitude
    let rest: UInt128
    let place: Int32
    if exponent >= divisor.exponent {
      rest = Self.remainder(x, exponent - divisor.exponent, y)
      place = divisor.exponent
    } else {
      if Self.orderOfMagnitudes(self, divisor) < 0 { return self }
      // Not greater than x, so it fits.
      y *= PowersOfTen.wide(divisor.exponent - exponent)
      rest = x % y
      place = exponent
    }
    let signed = Int128(truncatingIfNeeded: rest)
    return Self(unchecked: isNegative ? -signed : signed, place)
  }

  /// `x` × 10^`zeros` modulo `y`, by squaring.
  private static func remainder(_ x: UInt128, _ zeros: Int32, _ y: UInt128) -> UInt128 {
    var rest = x % y
    var factor = 10 % y
    var zeros = zeros
    while zeros > 0 {
      if zeros & 1 == 1 { rest = product(rest, factor, modulo: y) }
      factor = product(factor, factor, modulo: y)
      zeros >>= 1
    }
    return rest
  }

  /// Both factors are less than `y`, so the high half of their product is too.
  private static func product(_ a: UInt128, _ b: UInt128, modulo y: UInt128) -> UInt128 {
    let product = a.multipliedFullWidth(by: b)
    return y.dividingFullWidth((product.high, product.low)).remainder
  }
}

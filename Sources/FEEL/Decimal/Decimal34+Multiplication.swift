extension Decimal34 {
  /// The product, rounded half-even to 34 digits; nil if it is too large for decimal128.
  @inlinable public func multiplied(by other: Self) -> Self? {
    if let x = word, let y = other.word {
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      let exponent = exponent &+ other.exponent
      if !overflow, exponent >= Self.leastExponent, exponent <= Self.greatestExponent {
        return Self(word: product, exponent)
      }
    }
    return multipliedAny(by: other)
  }

  @usableFromInline func multipliedAny(by other: Self) -> Self? {
    let x = coefficient.magnitude
    let y = other.coefficient.magnitude
    let negative = isNegative != other.isNegative
    let exponent = exponent + other.exponent
    let product = x.multipliedFullWidth(by: y)
    if product.high == 0 { return Self.rounding(negative: negative, product.low, exponent) }
    // 226 bits at most. All but 37 or 38 digits are only felt; 34 of them will stay.
    let places = PowersOfTen.digits(x) + PowersOfTen.digits(y) - 38
    let (kept, rest) = PowersOfTen.wide(places).dividingFullWidth((product.high, product.low))
    return Self.rounding(negative: negative, kept, exponent + places, sticky: rest != 0)
  }
}

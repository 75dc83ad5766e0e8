extension Decimal34 {
  /// The sum, rounded half-even to 34 digits; nil if it is too large for decimal128.
  @inlinable public func adding(_ other: Self) -> Self? {
    if exponent == other.exponent, let x = word, let y = other.word {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return Self(word: sum, exponent) }
    }
    return addingAny(other)
  }

  /// The difference, rounded half-even to 34 digits; nil if it is too large for decimal128.
  @inlinable public func subtracting(_ other: Self) -> Self? {
    if exponent == other.exponent, let x = word, let y = other.word {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return Self(word: difference, exponent) }
    }
    return addingAny(-other)
  }

  @usableFromInline func addingAny(_ other: Self) -> Self? {
    // A zero changes nothing, and its exponent must not make the digits of the other grow.
    if other.isZero { return self }
    if isZero { return other }
    let (upper, lower) = exponent >= other.exponent ? (self, other) : (other, self)
    let gap = upper.exponent - lower.exponent
    if gap <= 18, let x = upper.word, let y = lower.word {
      let (scaled, overflow) = x.multipliedReportingOverflow(by: Int64(PowersOfTen.word(gap)))
      if !overflow {
        let (sum, overflow) = scaled.addingReportingOverflow(y)
        if !overflow { return Self(word: sum, lower.exponent) }
      }
    }
    return Self.sum(upper, lower, gap)
  }

  /// Brings the upper number down as far as 38 digits reach; what of the lower one lies below is only felt.
  private static func sum(_ upper: Self, _ lower: Self, _ gap: Int32) -> Self? {
    let head = upper.coefficient
    let shift = min(gap, 38 - PowersOfTen.digits(head.magnitude))
    let scaled = head * Int128(PowersOfTen.wide(shift))
    let exponent = upper.exponent - shift
    let below = gap - shift
    if below == 0 {
      // At most 10^38 + 10^34: within 127 bits.
      let sum = scaled + lower.coefficient
      return rounding(negative: sum < 0, sum.magnitude, exponent)
    }
    // Now `scaled` has 38 digits and what is kept of the lower number at most 33: the sum has 37 at least.
    let (kept, tail) = cut(lower.coefficient.magnitude, below)
    let sticky = tail != .nothing
    if upper.isNegative == lower.isNegative {
      return rounding(negative: upper.isNegative, scaled.magnitude + kept, exponent, sticky: sticky)
    }
    // The exact difference lies between two units: the lesser one and a little more.
    let difference = scaled.magnitude - kept - (sticky ? 1 : 0)
    return rounding(negative: upper.isNegative, difference, exponent, sticky: sticky)
  }
}

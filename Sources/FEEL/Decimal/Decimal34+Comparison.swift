extension Decimal34: Hashable, Comparable {
  /// Whether both are the same number, however they are held (`1.0 == 1.00`).
  @inlinable public static func == (a: Self, b: Self) -> Bool {
    if a.exponent == b.exponent { return a.low == b.low && a.high == b.high }
    return order(a, b) == 0
  }

  /// Exact, also where the exponents are far apart.
  @inlinable public static func < (a: Self, b: Self) -> Bool {
    if a.exponent == b.exponent { return a.high == b.high ? a.low < b.low : a.high < b.high }
    return order(a, b) < 0
  }

  /// Equal numbers hash alike: trailing zeros do not count.
  public func hash(into hasher: inout Hasher) {
    let (magnitude, exponent) = Self.stripped(coefficient.magnitude, exponent, upTo: Self.greatestExponent)
    hasher.combine(isNegative)
    hasher.combine(UInt64(truncatingIfNeeded: magnitude))
    hasher.combine(UInt64(truncatingIfNeeded: magnitude >> 64))
    hasher.combine(exponent)
  }

  /// Below zero if `a` is less than `b`, zero if equal, above if greater; rounds nothing.
  @usableFromInline static func order(_ a: Self, _ b: Self) -> Int {
    let sign = a.signum
    if sign != b.signum { return sign < b.signum ? -1 : 1 }
    if sign == 0 { return 0 }
    let gap = a.exponent - b.exponent
    if gap >= -18, gap <= 18, let x = a.word, let y = b.word {
      // Both at the lesser exponent, where they fit a word there.
      let unit = Int64(PowersOfTen.word(abs(gap)))
      let (scaled, overflow) = (gap > 0 ? x : y).multipliedReportingOverflow(by: unit)
      if !overflow {
        let (left, right) = gap > 0 ? (scaled, y) : (x, scaled)
        return left == right ? 0 : left < right ? -1 : 1
      }
    }
    let magnitudes = orderOfMagnitudes(a, b)
    return sign < 0 ? -magnitudes : magnitudes
  }

  /// The order of two numbers other than zero without their signs.
  static func orderOfMagnitudes(_ a: Self, _ b: Self) -> Int {
    var x = a.coefficient.magnitude
    var y = b.coefficient.magnitude
    let reach = PowersOfTen.digits(x) + a.exponent - PowersOfTen.digits(y) - b.exponent
    if reach != 0 { return reach < 0 ? -1 : 1 }
    // The first digits stand at one place, so both fit 34 digits at the lesser exponent.
    if a.exponent > b.exponent { x *= PowersOfTen.wide(a.exponent - b.exponent) }
    if b.exponent > a.exponent { y *= PowersOfTen.wide(b.exponent - a.exponent) }
    return x == y ? 0 : x < y ? -1 : 1
  }
}

extension Decimal34 {
  /// The square root, rounded half-even to 34 digits; nil for a number below zero.
  public func squareRoot() -> Self? {
    if isNegative { return nil }
    // Half of an odd exponent is rounded down: 0.1 has the root 0.3...
    let ideal = exponent >> 1
    if isZero { return Self(word: 0, ideal) }
    let x = coefficient.magnitude
    let digits = PowersOfTen.digits(x)
    // 70 or 71 digits under the root, so 35 or 36 in it, and an even exponent.
    var zeros = 70 - digits
    if (exponent - zeros) & 1 == 1 { zeros += 1 }
    let first = 38 - digits
    let square = (x * PowersOfTen.wide(first)).multipliedFullWidth(by: PowersOfTen.wide(zeros - first))
    let root = Self.integerRoot(square.high, square.low)
    let exact = root.multipliedFullWidth(by: root) == square
    let place = (exponent - zeros) / 2
    if !exact { return Self.rounding(negative: false, root, place, sticky: true) }
    let (kept, keptPlace) = Self.stripped(root, place, upTo: ideal)
    return Self.rounding(negative: false, kept, keptPlace)
  }

  /// The greatest integer whose square is at most `high` × 2^128 + `low`; `high` has less than 124 bits and is not 0.
  private static func integerRoot(_ high: UInt128, _ low: UInt128) -> UInt128 {
    // Newton's steps come down to the root from a power of two above it.
    let bits = 256 - high.leadingZeroBitCount
    var root = UInt128(1) << UInt128((bits + 1) / 2)
    while true {
      // The root is not too small, so the quotient is not greater than it.
      let next = (root + root.dividingFullWidth((high, low)).quotient) >> 1
      if next >= root { return root }
      root = next
    }
  }
}

extension Decimal34 {
  /// The number as a word and a byte, with no more zeros moved between the two than must be; nil if it doesn't fit.
  var narrowed: (coefficient: Int64, exponent: Int8)? {
    if isZero { return (0, Int8(clamping: exponent)) }
    var magnitude = coefficient.magnitude
    var exponent = exponent
    // A word has 19 digits at most.
    let excess = max(PowersOfTen.digits(magnitude) - 19, Int32(Int8.min) - exponent, 0)
    if excess > 0 {
      let (kept, tail) = Self.cut(magnitude, excess)
      if tail != .nothing { return nil }
      magnitude = kept
      exponent += excess
    }
    if magnitude > UInt128(Int64.max) {
      let (kept, tail) = Self.cut(magnitude, 1)
      if tail != .nothing { return Self.leastWord(negative: isNegative, magnitude, exponent) }
      magnitude = kept
      exponent += 1
    }
    if exponent > Int32(Int8.max) {
      let zeros = exponent - Int32(Int8.max)
      if PowersOfTen.digits(magnitude) + zeros > 19 { return nil }
      magnitude *= PowersOfTen.wide(zeros)
      exponent -= zeros
      if magnitude > UInt128(Int64.max) { return nil }
    }
    let word = Int64(truncatingIfNeeded: magnitude)
    return (isNegative ? -word : word, Int8(truncatingIfNeeded: exponent))
  }

  /// The one word whose magnitude is beyond that of all others.
  private static func leastWord(negative: Bool, _ magnitude: UInt128, _ exponent: Int32) -> (Int64, Int8)? {
    guard negative, magnitude == UInt128(Int64.min.magnitude), let exponent = Int8(exactly: exponent) else {
      return nil
    }
    return (Int64.min, exponent)
  }
}

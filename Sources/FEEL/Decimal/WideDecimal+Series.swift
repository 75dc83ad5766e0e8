extension WideDecimal {
  /// The natural logarithm of 10.
  private static var logarithmOfTen: WideDecimal {
    WideDecimal(
      negative: false, high: 23_025_850_929_940_456_840_179_914_546_843_642_076,
      low: 1_101_488_628_772_976_033_327_900_967_572_609_677, exponent: -75)
  }

  /// e to the power of the number, which lies within ±100,000; good to some 70 digits.
  func exponential() -> Self {
    if isZero { return WideDecimal(integer: 1) }
    // e^x = 10^tens × (e^(rest / 256))^256, which leaves so little that few terms are needed.
    let tens = (self / Self.logarithmOfTen).wholePart
    let small = (self - WideDecimal(integer: tens) * Self.logarithmOfTen) / WideDecimal(integer: 256)
    var term = WideDecimal(integer: 1)
    var sum = term
    var index: Int32 = 1
    // At least two digits a term; the cap is for the reader's peace.
    while index < 100 {
      term = term * small / WideDecimal(integer: index)
      if term.isZero || term.reach < -76 { break }
      sum = sum + term
      index += 1
    }
    for _ in 0..<8 { sum = sum * sum }
    sum.exponent += tens
    sum.inexact = true
    return sum
  }

  /// The natural logarithm of a number above zero; good to some 70 digits.
  func naturalLogarithm() -> Self {
    // self = part × 10^tens with the part near 1, and ln part = 2 artanh((part - 1) / (part + 1)).
    var part = self
    var tens = reach
    part.exponent = -75
    if high > 31_622_776_601_683_793_319_988_935_444_327_185_337 {
      part.exponent -= 1
      tens += 1
    }
    let ratio = (part - WideDecimal(integer: 1)) / (part + WideDecimal(integer: 1))
    let square = ratio * ratio
    var power = ratio
    var sum = ratio
    var index: Int32 = 3
    // The ratio is at most 0.52, so a term gives half a digit at least.
    while index < 400 {
      power = power * square
      let term = power / WideDecimal(integer: index)
      if term.isZero || term.reach < sum.reach - 76 { break }
      sum = sum + term
      index += 2
    }
    var result = sum + sum + WideDecimal(integer: tens) * Self.logarithmOfTen
    result.inexact = true
    return result
  }

  /// The integer without its fraction, of a number within ±10^9.
  private var wholePart: Int32 {
    if reach < 0 || reach > 9 { return 0 }
    let whole = Int32(truncatingIfNeeded: high / PowersOfTen.wide(37 - reach))
    return negative ? -whole : whole
  }
}

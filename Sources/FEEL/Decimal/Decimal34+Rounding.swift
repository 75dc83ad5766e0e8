extension Decimal34 {
  /// What becomes of the digits that are cut off (DMN 1.5 §10.3.4.6).
  public enum Rounding: UInt8, Sendable, CaseIterable {
    /// To the nearest, a tie to the even digit: all arithmetic, and FEEL's `decimal`.
    case halfEven
    /// To the nearest, a tie away from zero.
    case halfUp
    /// To the nearest, a tie towards zero.
    case halfDown
    /// Away from zero.
    case up
    /// Towards zero.
    case down
    /// Towards negative infinity.
    case floor
    /// Towards positive infinity.
    case ceiling
  }

  /// The scales that FEEL's rounding functions take (DMN 1.5 §10.3.4.6); past them they answer null.
  public static let scales: ClosedRange<Int> = -6111...6176

  /// The number with at most `scale` digits after the point; below zero, with that many zeros before it.
  ///
  /// Digits are only taken away: a number that is short enough comes back as it is. Takes any scale; nil if rounding up
  /// leaves decimal128.
  public func rounded(toScale scale: Int, _ rounding: Rounding) -> Decimal34? {
    if scale >= -Int(exponent) { return self }
    // No number reaches as far up as this scale: all digits are cut off.
    let target = -Int32(Swift.max(scale, -20_000))
    let (kept, tail) = Self.cut(coefficient.magnitude, target - exponent)
    let magnitude = rounding.grows(tail, negative: isNegative, odd: kept & 1 == 1) ? kept + 1 : kept
    return Self.placed(negative: isNegative, magnitude, target)
  }

  /// The greatest integer that is not above it.
  public var floor: Decimal34 { rounded(toScale: 0, .floor) ?? self }
  /// The least integer that is not below it.
  public var ceiling: Decimal34 { rounded(toScale: 0, .ceiling) ?? self }
}

extension Decimal34.Rounding {
  /// Whether the last kept digit grows by one.
  func grows(_ tail: Decimal34.Tail, negative: Bool, odd: Bool) -> Bool {
    switch (self, tail) {
    case (_, .nothing), (.down, _): false
    case (.up, _): true
    case (.floor, _): negative
    case (.ceiling, _): !negative
    case (_, .belowHalf): false
    case (_, .aboveHalf): true
    case (.halfEven, .half): odd
    case (.halfUp, .half): true
    case (.halfDown, .half): false
    }
  }
}

extension Decimal34 {
  /// How the digits that were cut off compare with half of the last kept place.
  enum Tail {
    case nothing
    case belowHalf
    case half
    case aboveHalf
  }

  /// Cuts the last `places` digits off; `sticky` says that there was something beyond the last digit.
  static func cut(_ magnitude: UInt128, _ places: Int32, sticky: Bool = false) -> (kept: UInt128, tail: Tail) {
    // 39 digits are less than half of 10^39.
    if places > 38 { return (0, magnitude == 0 && !sticky ? .nothing : .belowHalf) }
    let unit = PowersOfTen.wide(places)
    let (kept, rest) = magnitude.quotientAndRemainder(dividingBy: unit)
    if rest == 0 && !sticky { return (kept, .nothing) }
    let half = unit >> 1
    if rest == half && places > 0 { return (kept, sticky ? .aboveHalf : .half) }
    return (kept, rest > half ? .aboveHalf : .belowHalf)
  }

  /// The number ±`magnitude` × 10^`exponent`, half-even within decimal128; nil if it is too large.
  ///
  /// `sticky` says that the exact value lies a little farther from zero, by less than one unit of `magnitude`, which
  /// then must have more than 34 digits.
  static func rounding(
    negative: Bool, _ magnitude: UInt128, _ exponent: Int32, sticky: Bool = false
  ) -> Decimal34? {
    let places = max(PowersOfTen.digits(magnitude) - 34, leastExponent - exponent, 0)
    if places == 0 { return placed(negative: negative, magnitude, exponent) }
    var (kept, tail) = cut(magnitude, places, sticky: sticky)
    var exponent = exponent + places
    if Rounding.halfEven.grows(tail, negative: negative, odd: kept & 1 == 1) {
      kept += 1
      if kept > greatestMagnitude {
        kept /= 10
        exponent += 1
      }
    }
    return placed(negative: negative, kept, exponent)
  }

  /// The number ±`magnitude` × 10^`exponent` of at most 34 digits, with zeros appended where the exponent is beyond the
  /// greatest; nil if they don't fit. `exponent` is not below the least.
  static func placed(negative: Bool, _ magnitude: UInt128, _ exponent: Int32) -> Decimal34? {
    var magnitude = magnitude
    var exponent = exponent
    if exponent > greatestExponent {
      if magnitude != 0 {
        let zeros = exponent - greatestExponent
        guard PowersOfTen.digits(magnitude) + zeros <= 34 else { return nil }
        magnitude *= PowersOfTen.wide(zeros)
      }
      exponent = greatestExponent
    }
    let coefficient = Int128(truncatingIfNeeded: magnitude)
    return Decimal34(unchecked: negative ? -coefficient : coefficient, exponent)
  }

  /// How many zeros end the digits, counted up to `limit`. Zero itself has `limit` of them.
  static func trailingZeros(_ magnitude: UInt128, atMost limit: Int32) -> Int32 {
    if magnitude == 0 { return max(limit, 0) }
    // An odd number ends in no zero.
    if magnitude & 1 == 1 || limit <= 0 { return 0 }
    if let word = UInt64(exactly: magnitude) { return countZeros(word, atMost: limit) }
    return countZeros(magnitude, atMost: limit)
  }

  private static func countZeros<Word: FixedWidthInteger>(_ magnitude: Word, atMost limit: Int32) -> Int32 {
    var rest = magnitude
    var count: Int32 = 0
    var step: Int32 = 16
    while step > 0 {
      if count + step <= limit {
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: Word(PowersOfTen.word(step)))
        if remainder == 0 {
          rest = quotient
          count += step
          // There can be 33 zeros: 16 is tried again.
          if step == 16 { continue }
        }
      }
      step >>= 1
    }
    return count
  }

  /// Without trailing zeros, as far as the exponent stays at or below `limit`.
  static func stripped(_ magnitude: UInt128, _ exponent: Int32, upTo limit: Int32) -> (UInt128, Int32) {
    let zeros = trailingZeros(magnitude, atMost: limit - exponent)
    if zeros <= 0 || magnitude == 0 { return (magnitude, magnitude == 0 ? max(limit, exponent) : exponent) }
    return (magnitude / PowersOfTen.wide(zeros), exponent + zeros)
  }
}

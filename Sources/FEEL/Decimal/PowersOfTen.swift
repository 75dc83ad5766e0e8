/// 10^0 to 10^38, and what is counted with them.
enum PowersOfTen {
  private static let words: InlineArray<20, UInt64> = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// 10^`places` for 0...19.
  static func word(_ places: Int32) -> UInt64 { words[Int(places)] }

  /// 10^`places` for 0...38.
  static func wide(_ places: Int32) -> UInt128 {
    if places <= 19 { return UInt128(words[Int(places)]) }
    return UInt128(words[Int(places) - 19]) &* UInt128(10_000_000_000_000_000_000 as UInt64)
  }

  /// The number of digits of an integer; zero has none.
  static func digits(_ magnitude: UInt128) -> Int32 {
    let high = UInt64(truncatingIfNeeded: magnitude >> 64)
    if high == 0 {
      let low = UInt64(truncatingIfNeeded: magnitude)
      // 1233 / 4096 is log 2 closely enough: the estimate is right or one too low.
      let estimate = ((64 - low.leadingZeroBitCount) &* 1233) >> 12
      return Int32(estimate) + (low >= words[estimate] ? 1 : 0)
    }
    let estimate = Int32(((128 - high.leadingZeroBitCount) &* 1233) >> 12)
    return estimate + (magnitude >= wide(estimate) ? 1 : 0)
  }
}

/// A number with 76 digits to compute powers and series with; results are cut off, not rounded, and only in the last
/// digits.
///
/// It is ±(`high` × 10^38 + `low`) × 10^`exponent`, with `high` of exactly 38 digits and `low` of at most 38; zero has
/// `high` = `low` = 0.
struct WideDecimal {
  var negative: Bool
  var high: UInt128
  var low: UInt128
  var exponent: Int32
  /// Whether digits were cut off on the way.
  var inexact = false

  /// 10^38.
  static var base: UInt128 { 100_000_000_000_000_000_000_000_000_000_000_000_000 }

  static var zero: WideDecimal { WideDecimal(negative: false, high: 0, low: 0, exponent: 0) }

  var isZero: Bool { high == 0 }

  /// The place of the first digit: 0 for 1 to 9.99...
  var reach: Int32 { exponent + 75 }

  /// Takes any integer of at most 38 digits.
  init(negative: Bool, magnitude: UInt128, _ exponent: Int32) {
    self.negative = negative
    let shift = magnitude == 0 ? 0 : 38 - PowersOfTen.digits(magnitude)
    high = magnitude * PowersOfTen.wide(shift)
    low = 0
    self.exponent = exponent - shift - 38
  }

  init(_ number: Decimal34) {
    self.init(negative: number.isNegative, magnitude: number.coefficient.magnitude, number.exponent)
  }

  init(integer value: Int32) { self.init(negative: value < 0, magnitude: UInt128(value.magnitude), 0) }

  init(negative: Bool, high: UInt128, low: UInt128, exponent: Int32) {
    self.negative = negative
    self.high = high
    self.low = low
    self.exponent = exponent
  }

  /// The number in 34 digits, rounded half-even; nil if it is too large.
  var number: Decimal34? {
    Decimal34.rounding(negative: negative, high, exponent + 38, sticky: low != 0 || inexact)
  }

  /// The number in 34 digits, where it may be a root or power that comes out even: what is within 10^-68 of fewer digits
  /// is taken to be those.
  var snapped: Decimal34? {
    let (digits, rest) = low.quotientAndRemainder(dividingBy: 100_000_000)
    var kept = digits
    var head = high
    if rest >= 50_000_000 {
      kept += 1
      if kept == PowersOfTen.wide(30) {
        kept = 0
        head += 1
      }
    }
    return Decimal34.rounding(negative: negative, head, exponent + 38, sticky: kept != 0)
  }

  static prefix func - (a: Self) -> Self {
    var result = a
    result.negative = !a.negative
    return result
  }
}

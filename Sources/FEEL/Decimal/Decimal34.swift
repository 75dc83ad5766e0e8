/// A decimal number of up to 34 digits: IEEE 754 decimal128 arithmetic, half-even, as DMN 1.5 §10.3.2.3.1 asks.
///
/// Numbers that are equal may be held with different exponents (`1.0` and `1.00`); they compare, hash and print alike.
/// There is one zero, no infinity and no NaN: what would give one gives nil. What always holds is told in
/// `Decimal34+Invariants.swift`.
///
/// The coefficient is held as two words, so that the struct aligns to 8 bytes (24 bytes a value, not 32).
public struct Decimal34: Sendable {
  @usableFromInline let low: UInt64
  @usableFromInline let high: Int64
  /// The power of ten that scales the coefficient.
  public let exponent: Int32

  /// The digits as an integer; the number is `coefficient` × 10^`exponent`.
  @inlinable public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

  /// `coefficient` must already be within 34 digits, and `exponent` within -6176...6111.
  @inlinable init(unchecked coefficient: Int128, _ exponent: Int32) {
    low = UInt64(truncatingIfNeeded: coefficient)
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    self.exponent = exponent
  }

  /// Builds from a word without the detour over 128 bits; `exponent` must be within -6176...6111.
  @inlinable init(word: Int64, _ exponent: Int32) {
    low = UInt64(bitPattern: word)
    high = word >> 63
    self.exponent = exponent
  }

  /// The number of an integer.
  @inlinable public init(_ value: Int) { self.init(word: Int64(value), 0) }

  /// The number of a 64-bit integer.
  @inlinable public init(_ value: Int64) { self.init(word: value, 0) }

  /// `coefficient` × 10^`exponent`, rounded half-even to 34 digits; nil if it is too large for decimal128.
  public init?(coefficient: Int128, exponent: Int) {
    let clamped = Int32(Swift.min(Swift.max(exponent, -Self.farExponent), Self.farExponent))
    guard let number = Self.rounding(negative: coefficient < 0, coefficient.magnitude, clamped) else { return nil }
    self = number
  }

  /// The coefficient when it fits one word: the test that opens every fast path.
  @inlinable var word: Int64? {
    let word = Int64(bitPattern: low)
    return high == word >> 63 ? word : nil
  }
}

extension Decimal34 {
  /// 0.
  public static let zero = Decimal34(word: 0, 0)
  /// 1.
  public static let one = Decimal34(word: 1, 0)

  /// The exponents that decimal128 has: Etiny to Emax - 33.
  public static let exponents: ClosedRange<Int32> = leastExponent...greatestExponent

  @usableFromInline static var leastExponent: Int32 { -6176 }
  @usableFromInline static var greatestExponent: Int32 { 6111 }
  /// 10^34 - 1.
  static var greatestMagnitude: UInt128 { 9_999_999_999_999_999_999_999_999_999_999_999 }
  /// An exponent beyond which everything but zero overflows or vanishes, far from the end of `Int32`.
  static var farExponent: Int { 1_000_000 }

  /// Whether it is zero.
  @inlinable public var isZero: Bool { low == 0 && high == 0 }
  /// Whether it is below zero.
  @inlinable public var isNegative: Bool { high < 0 }
  /// -1, 0 or 1.
  @inlinable public var signum: Int { high < 0 ? -1 : low == 0 && high == 0 ? 0 : 1 }

  /// The number without its sign.
  @inlinable public var magnitude: Decimal34 { high < 0 ? -self : self }

  /// The number with the other sign; exact.
  @inlinable public static prefix func - (number: Self) -> Self {
    Self(unchecked: -number.coefficient, number.exponent)
  }

  /// Whether it has no fraction (`2.00` has none).
  public var isInteger: Bool {
    exponent >= 0 || isZero || Self.trailingZeros(coefficient.magnitude, atMost: -exponent) == -exponent
  }
}

extension Decimal34: ExpressibleByIntegerLiteral {
  /// The number of an integer in the source.
  @inlinable public init(integerLiteral value: Int) { self.init(value) }
}

extension Int64 {
  /// The integer that the number is; nil if it has a fraction or does not fit.
  public init?(exactly number: Decimal34) {
    if number.exponent == 0 {
      guard let word = number.word else { return nil }
      self = word
      return
    }
    let coefficient = number.coefficient
    if coefficient == 0 {
      self = 0
      return
    }
    if number.exponent > 0 {
      // Past 18 places not even 1 fits.
      guard number.exponent <= 18, let word = number.word else { return nil }
      let (product, overflow) = word.multipliedReportingOverflow(by: Int64(PowersOfTen.word(number.exponent)))
      if overflow { return nil }
      self = product
      return
    }
    guard number.isInteger, let integer = Int64(exactly: coefficient / Int128(PowersOfTen.wide(-number.exponent)))
    else { return nil }
    self = integer
  }
}

extension Int {
  /// The integer that the number is; nil if it has a fraction or does not fit.
  public init?(exactly number: Decimal34) {
    guard let wide = Int64(exactly: number), let value = Int(exactly: wide) else { return nil }
    self = value
  }
}

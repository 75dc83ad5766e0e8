/// A decimal number of up to 34 digits: IEEE 754 decimal128 arithmetic, half-even, as DMN 1.5 §10.3.2.3.1 asks.
///
/// The coefficient is held as two words, so that the struct aligns to 8 bytes (24 bytes a value, not 32).
public struct Decimal34: Sendable {
  @usableFromInline let low: UInt64
  @usableFromInline let high: Int64
  /// The power of ten that scales the coefficient.
  public let exponent: Int32

  /// The digits as an integer; the number is `coefficient` × 10^`exponent`.
  @inlinable public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

  /// `coefficient` must already be within 34 digits.
  @inlinable init(unchecked coefficient: Int128, _ exponent: Int32) {
    low = UInt64(truncatingIfNeeded: coefficient)
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    self.exponent = exponent
  }

  @inlinable public init(_ value: Int) { self.init(unchecked: Int128(value), 0) }
}

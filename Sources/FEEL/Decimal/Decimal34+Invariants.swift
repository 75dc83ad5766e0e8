// What holds of every `Decimal34`, and what the code leans on:
//
// 1. |coefficient| < 10^34. So two coefficients add up within `Int128`, four more digits may be appended, and a product
//    has at most 68 digits, which are 226 bits.
// 2. exponent is within -6176...6111. So two exponents add up within `Int32` with room to spare, and |number| < 10^6145.
// 3. There is one zero coefficient (no negative zero), with any exponent of the range.
// 4. Trailing zeros stay as the operation left them: 1.10 + 0.90 is 2.00. Comparing, hashing and writing look through
//    them. A sum has the lesser exponent of the two, so sums of money never grow digits after the point; an exact
//    quotient has no digit more than it needs.
// 5. A result is the exact value rounded once, half-even, to 34 digits, or to a multiple of 10^-6176 if it is smaller
//    than 10^-6143. Where more digits than a word can hold lie below, they are carried as one "sticky" bit: there was
//    something. That is enough as long as at least one digit above it is cut off as well.
// 6. Where the exact value rounds beyond 9.99...E+6144, or there is none, the result is nil.

extension Decimal34 {
  /// Whether the number is as every number must be; for tests.
  var holdsInvariants: Bool {
    coefficient.magnitude <= Self.greatestMagnitude && Self.exponents.contains(exponent)
  }
}

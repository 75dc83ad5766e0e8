extension WideDecimal {
  /// `a` × `b` as two digits of base 10^38.
  private static func product(_ a: UInt128, _ b: UInt128) -> (high: UInt128, low: UInt128) {
    let product = a.multipliedFullWidth(by: b)
    let digits = base.dividingFullWidth((product.high, product.low))
    return (digits.quotient, digits.remainder)
  }

  static func * (a: Self, b: Self) -> Self {
    if a.isZero || b.isZero { return zero }
    let top = product(a.high, b.high)
    let left = product(a.high, b.low)
    let right = product(a.low, b.high)
    let bottom = product(a.low, b.low)
    // Three numbers below 10^38 add up within 128 bits.
    let (carry, third) = (left.low + right.low + bottom.high).quotientAndRemainder(dividingBy: base)
    let (carry2, second) = (top.low + left.high + right.high + carry).quotientAndRemainder(dividingBy: base)
    var result = WideDecimal(
      negative: a.negative != b.negative, high: top.high + carry2, low: second, exponent: a.exponent + b.exponent + 76)
    result.inexact = a.inexact || b.inexact || bottom.low != 0
    result.append(third)
    return result
  }

  /// Brings `high` to 38 digits where one is missing, with `next`, the 38 digits after `low`.
  private mutating func append(_ next: UInt128) {
    var next = next
    if high < Self.base / 10 {
      let (first, rest) = low.quotientAndRemainder(dividingBy: Self.base / 10)
      let (second, nextRest) = next.quotientAndRemainder(dividingBy: Self.base / 10)
      high = high * 10 + first
      low = rest * 10 + second
      exponent -= 1
      next = nextRest
    }
    inexact = inexact || next != 0
  }

  /// `b` is not zero.
  static func / (a: Self, b: Self) -> Self {
    if a.isZero { return zero }
    // The dividend's digits as three of base 10^38, so that its first two are less than the divisor.
    var limbs = (a.high, a.low, UInt128(0))
    var exponent = a.exponent - b.exponent - 76
    if (a.high, a.low) >= (b.high, b.low) {
      let (first, carry) = a.high.quotientAndRemainder(dividingBy: 10)
      let (second, carry2) = a.low.quotientAndRemainder(dividingBy: 10)
      limbs = (first, carry * (base / 10) + second, carry2 * (base / 10))
      exponent += 1
    }
    let (head, rest) = quotient(limbs, b)
    let (tail, rest2) = quotient((rest.0, rest.1, 0), b)
    var result = WideDecimal(negative: a.negative != b.negative, high: head, low: tail, exponent: exponent)
    result.inexact = a.inexact || b.inexact
    // The quotient has 75 or 76 digits.
    if head < base / 10 {
      let (tail2, rest3) = quotient((rest2.0, rest2.1, 0), b)
      result.append(tail2)
      result.inexact = result.inexact || rest3 != (0, 0)
    } else {
      result.inexact = result.inexact || rest2 != (0, 0)
    }
    return result
  }

  /// One digit of base 10^38 of a long division, and what is left; the first two of `a` are less than `b`.
  private static func quotient(
    _ a: (UInt128, UInt128, UInt128), _ b: Self
  ) -> (quotient: UInt128, rest: (UInt128, UInt128)) {
    var guess = base - 1
    if a.0 < b.high {
      let head = a.0.multipliedFullWidth(by: base)
      let (low, overflow) = head.low.addingReportingOverflow(a.1)
      guess = min(guess, b.high.dividingFullWidth((head.high + (overflow ? 1 : 0), low)).quotient)
    }
    // The guess is too large by no more than a dozen, as `b.high` has all its digits.
    let (carry, third) = product(guess, b.low)
    let (first, second) = product(guess, b.high)
    var taken = (first, second + carry, third)
    if taken.1 >= base { taken = (taken.0 + 1, taken.1 - base, taken.2) }
    while taken > a {
      guess -= 1
      taken = subtract(taken, (0, b.high, b.low))
    }
    let rest = subtract(a, taken)
    return (guess, (rest.1, rest.2))
  }

  private static func subtract(
    _ a: (UInt128, UInt128, UInt128), _ b: (UInt128, UInt128, UInt128)
  ) -> (UInt128, UInt128, UInt128) {
    let borrow: UInt128 = a.2 < b.2 ? 1 : 0
    let third = a.2 + borrow * base - b.2
    let borrow2: UInt128 = a.1 < b.1 + borrow ? 1 : 0
    return (a.0 - b.0 - borrow2, a.1 + borrow2 * base - b.1 - borrow, third)
  }

  static func + (a: Self, b: Self) -> Self {
    if a.isZero { return b }
    if b.isZero { return a }
    let (upper, lower) = a.exponent >= b.exponent ? (a, b) : (b, a)
    let (high, low, cut) = shifted(lower, by: upper.exponent - lower.exponent)
    var result = upper
    result.inexact = a.inexact || b.inexact || cut
    if upper.negative == lower.negative {
      result.high += high
      result.low += low
      if result.low >= base {
        result.low -= base
        result.high += 1
      }
      if result.high >= base {
        let (shiftedHigh, shiftedLow, cut) = shifted(result, by: 1)
        result.high = shiftedHigh
        result.low = shiftedLow
        result.exponent += 1
        result.inexact = result.inexact || cut
      }
      return result
    }
    let swap = (high, low) > (upper.high, upper.low)
    let (more, less) = swap ? ((high, low), (upper.high, upper.low)) : ((upper.high, upper.low), (high, low))
    let difference = subtract((0, more.0, more.1), (0, less.0, less.1))
    result.negative = swap ? lower.negative : upper.negative
    result.high = difference.1
    result.low = difference.2
    result.normalize()
    return result
  }

  static func - (a: Self, b: Self) -> Self { a + -b }

  /// The digits moved down by `places`, and whether any fell off.
  private static func shifted(_ a: Self, by places: Int32) -> (high: UInt128, low: UInt128, cut: Bool) {
    if places >= 76 { return (0, 0, true) }
    if places >= 38 {
      let (low, rest) = a.high.quotientAndRemainder(dividingBy: PowersOfTen.wide(places - 38))
      return (0, low, rest != 0 || a.low != 0)
    }
    let (high, carry) = a.high.quotientAndRemainder(dividingBy: PowersOfTen.wide(places))
    let (low, rest) = a.low.quotientAndRemainder(dividingBy: PowersOfTen.wide(places))
    return (high, low + (places == 0 ? 0 : carry * PowersOfTen.wide(38 - places)), rest != 0)
  }

  /// Moves the digits up until `high` has 38.
  private mutating func normalize() {
    if high == 0 {
      high = low
      low = 0
      exponent -= 38
    }
    if high == 0 { return }
    let shift = 38 - PowersOfTen.digits(high)
    if shift == 0 { return }
    let (carry, rest) = low.quotientAndRemainder(dividingBy: PowersOfTen.wide(38 - shift))
    high = high * PowersOfTen.wide(shift) + carry
    low = rest * PowersOfTen.wide(shift)
    exponent -= shift
  }
}

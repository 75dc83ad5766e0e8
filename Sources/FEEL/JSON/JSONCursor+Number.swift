extension JSONCursor {
  /// A number as its decimal text says, never through a binary double.
  mutating func number() throws(JSONError) -> Decimal34 {
    let start = at
    let negative = next == UInt8(ascii: "-")
    if negative { at += 1 }
    let firstDigit = at
    var coefficient: UInt64 = 0
    digits(into: &coefficient)
    var count = at - firstDigit
    if count == 0 || count > 1 && bytes[firstDigit] == UInt8(ascii: "0") { throw wrongNumber(start) }
    var exponent = 0
    if next == UInt8(ascii: ".") {
      at += 1
      let point = at
      digits(into: &coefficient)
      exponent = point - at
      if exponent == 0 { throw wrongNumber(start) }
      count -= exponent
    }
    let lastDigit = at
    if next | 0x20 == UInt8(ascii: "e") {
      at += 1
      exponent += try powerOfTen(start)
    }
    // 18 digits always fit the accumulator; an exponent this small is always within reach.
    if count <= 18, exponent >= -127, exponent <= 127 {
      let signed = Int64(coefficient)
      return Decimal34(unchecked: Int128(negative ? -signed : signed), Int32(exponent))
    }
    return try wideNumber(firstDigit..<lastDigit, negative: negative, exponent: exponent, start: start)
  }

  /// Steps over digits. The accumulator is right for the first 19 of them.
  @inline(__always) private mutating func digits(into coefficient: inout UInt64) {
    while at < count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit <= 9 else { return }
      coefficient = coefficient &* 10 &+ UInt64(digit)
      at += 1
    }
  }

  private mutating func powerOfTen(_ start: Int) throws(JSONError) -> Int {
    let negative = next == UInt8(ascii: "-")
    if negative || next == UInt8(ascii: "+") { at += 1 }
    let firstDigit = at
    var power = 0
    while at < count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      // Larger than any exponent that the digits before it could bring back into reach.
      if power < 1_000_000_000 { power = power * 10 + Int(digit) }
      at += 1
    }
    if at == firstDigit { throw wrongNumber(start) }
    return negative ? -power : power
  }

  /// More than 18 digits, or an exponent far out: 34 digits are kept, half to even.
  private func wideNumber(
    _ text: Range<Int>, negative: Bool, exponent: Int, start: Int
  ) throws(JSONError) -> Decimal34 {
    var coefficient: Int128 = 0
    var kept = 0
    var dropped = 0
    var firstDropped: UInt8 = 0
    var restIsZero = true
    for place in text where bytes[place] != UInt8(ascii: ".") {
      let digit = bytes[place] - UInt8(ascii: "0")
      if kept < 34 {
        if coefficient != 0 || digit != 0 { kept += 1 }
        coefficient = coefficient * 10 + Int128(digit)
      } else {
        if dropped == 0 { firstDropped = digit } else if digit != 0 { restIsZero = false }
        dropped += 1
      }
    }
    if firstDropped > 5 || firstDropped == 5 && (!restIsZero || coefficient & 1 == 1) { coefficient += 1 }
    var exponent = exponent + dropped
    if coefficient == 0 { return Decimal34(0) }
    while exponent > 6111, coefficient < 1_000_000_000_000_000_000_000_000_000_000_000 {
      coefficient *= 10
      exponent -= 1
    }
    while exponent < -6176, coefficient != 0 {
      coefficient /= 10
      exponent += 1
    }
    if coefficient == 0 { return Decimal34(0) }
    guard exponent <= 6111 else { throw error(.numberTooLarge, at: start, "the number is 10^6145 or more") }
    return Decimal34(unchecked: negative ? -coefficient : coefficient, Int32(exponent))
  }

  private func wrongNumber(_ start: Int) -> JSONError {
    error(.number, at: start, "JSON writes numbers like 12, -0.5 or 1e3")
  }
}

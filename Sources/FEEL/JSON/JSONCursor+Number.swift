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
    if next | 0x20 == UInt8(ascii: "e") {
      at += 1
      exponent += try powerOfTen(start)
    }
    // 18 digits always fit the accumulator; an exponent this small is always within reach.
    if count <= 18, exponent >= -127, exponent <= 127 {
      let signed = Int64(coefficient)
      return Decimal34(word: negative ? -signed : signed, Int32(exponent))
    }
    if let number = Decimal34(utf8: UnsafeBufferPointer(rebasing: bytes[start..<at]).span) { return number }
    throw error(.numberTooLarge, at: start, "the number is 10^6145 or more")
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
      // Larger than any exponent that the digits before it could bring back into reach, and within 32 bits.
      if power < 100_000_000 { power = power * 10 + Int(digit) }
      at += 1
    }
    if at == firstDigit { throw wrongNumber(start) }
    return negative ? -power : power
  }

  private func wrongNumber(_ start: Int) -> JSONError {
    error(.number, at: start, "JSON writes numbers like 12, -0.5 or 1e3")
  }
}

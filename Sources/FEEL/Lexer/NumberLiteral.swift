/// Reads a number literal (DMN 1.5 §10.3.1.2, grammar rule 37), which has no sign.
enum NumberLiteral {
  /// The number of the digits, rounded half-even to 34 of them; nil beyond the exponents of decimal128.
  static func value(of bytes: ArraySlice<UInt8>) -> Value? {
    var coefficient: Int128 = 0
    var digits = 0
    var exponent = 0
    var isFraction = false
    // What was cut off behind the 34th digit: its first digit, and whether anything but zeros follows.
    var firstCut: UInt8?
    var isMoreCut = false
    var offset = bytes.startIndex
    while offset < bytes.endIndex, bytes[offset] | 0x20 != UInt8(ascii: "e") {
      let byte = bytes[offset]
      offset += 1
      guard Characters.isDigit(byte) else {
        isFraction = true
        continue
      }
      let digit = byte - 0x30
      if digits < 34 {
        coefficient = coefficient * 10 + Int128(digit)
        if coefficient != 0 { digits += 1 }
        if isFraction { exponent -= 1 }
      } else {
        if firstCut == nil { firstCut = digit } else if digit != 0 { isMoreCut = true }
        if !isFraction { exponent += 1 }
      }
    }
    if offset < bytes.endIndex {
      guard let written = writtenExponent(bytes[(offset + 1)...]) else { return nil }
      exponent += written
    }
    if let firstCut, firstCut > 5 || (firstCut == 5 && (isMoreCut || coefficient & 1 == 1)) {
      coefficient += 1
      if digits == 34, coefficient % 10 == 0 {
        // 999...9 became 1000...0 with a digit too many: one goes to the exponent.
        coefficient /= 10
        exponent += 1
      }
    }
    if coefficient == 0 { return .small(coefficient: 0, exponent: Int8(max(-127, min(0, exponent)))) }
    while exponent > 6111, digits < 34 {
      coefficient *= 10
      digits += 1
      exponent -= 1
    }
    while exponent < -6176, coefficient % 10 == 0 {
      coefficient /= 10
      exponent += 1
    }
    guard exponent >= -6176, exponent <= 6111 else { return nil }
    return .number(Decimal34(unchecked: coefficient, Int32(exponent)))
  }

  private static func writtenExponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    var isNegative = false
    for byte in bytes {
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else if Characters.isDigit(byte) {
        value = value * 10 + Int(byte - 0x30)
        guard value < 100_000 else { return nil }
      }
    }
    return isNegative ? -value : value
  }
}

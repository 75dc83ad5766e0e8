/// What a character is to FEEL (DMN 1.5 §10.3.1.2, grammar rules 26 to 31 and 61).
enum Characters {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// The code point at an offset and its bytes; nil at the end and for what is no UTF-8.
  static func decode(_ bytes: [UInt8], _ offset: Int) -> (scalar: UInt32, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return nil }
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in bytes[offset + 1..<offset + length] {
      guard next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    let isOverlong = (length == 3 && scalar < 0x800) || (length == 4 && scalar < 0x10000)
    let isSurrogate = scalar >= 0xD800 && scalar <= 0xDFFF
    return isOverlong || isSurrogate || scalar > 0x10FFFF ? nil : (scalar, length)
  }

  /// Where the first byte stands that is no UTF-8.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
      } else {
        guard let (_, length) = decode(bytes, offset) else { return offset }
        offset += length
      }
    }
    return nil
  }

  /// The bytes of the white space at an offset; 0 if there is none.
  static func spaceLength(_ bytes: [UInt8], _ offset: Int) -> Int {
    let first = bytes[offset]
    if first < 0x80 { return first == 0x20 || (first >= 0x09 && first <= 0x0D) ? 1 : 0 }
    guard let (scalar, length) = decode(bytes, offset) else { return 0 }
    return isSpace(scalar) ? length : 0
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  static func isNameStart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      let letter = scalar | 0x20
      return (letter >= 0x61 && letter <= 0x7A) || scalar == 0x5F
    }
    return switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      !isSpace(scalar)
    default: false
    }
  }

  static func isNamePart(_ scalar: UInt32) -> Bool {
    if isNameStart(scalar) { return true }
    return switch scalar {
    case 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }
}

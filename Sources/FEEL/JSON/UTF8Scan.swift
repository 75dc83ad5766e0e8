/// UTF-8 by hand: the Unicode tables of `String` stay out of the core.
enum UTF8Scan {
  /// The bytes of the character that starts at a place, or 0 if there is no well-formed one (Unicode 15, table 3-7:
  /// no overlong forms, no surrogates, nothing beyond U+10FFFF).
  static func length(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let left = bytes.count - place
    guard left > 0 else { return 0 }
    let first = bytes[place]
    if first < 0x80 { return 1 }
    guard left > 1, first >= 0xC2, first <= 0xF4 else { return 0 }
    let second = bytes[place + 1]
    if first < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    guard left > 2, bytes[place + 2] & 0xC0 == 0x80 else { return 0 }
    let lowest: UInt8
    let highest: UInt8
    switch first {
    case 0xE0: (lowest, highest) = (0xA0, 0xBF)
    case 0xED: (lowest, highest) = (0x80, 0x9F)
    case 0xF0: (lowest, highest) = (0x90, 0xBF)
    case 0xF4: (lowest, highest) = (0x80, 0x8F)
    default: (lowest, highest) = (0x80, 0xBF)
    }
    guard second >= lowest, second <= highest else { return 0 }
    if first < 0xF0 { return 3 }
    return left > 3 && bytes[place + 3] & 0xC0 == 0x80 ? 4 : 0
  }

  /// Appends the bytes of a code point.
  static func append(_ point: UInt32, to bytes: inout [UInt8]) {
    switch point {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: point))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: point >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: point & 0x3F))
    case ..<0x1_0000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: point >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: (point >> 6) & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: point & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: (point >> 18) & 0x07))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: (point >> 12) & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: (point >> 6) & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: point & 0x3F))
    }
  }
}

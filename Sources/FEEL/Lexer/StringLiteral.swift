/// Reads and writes string literals (DMN 1.5 §10.3.1.2, grammar rules 35, 64).
public enum StringLiteral {
  /// The literal of a text, quotation marks included, on one line: `value(of:)` of its inside gives the text back.
  public static func written(_ text: Text) -> Text {
    var result: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"), byte)
      case 0x0A: result.append(UInt8(ascii: "\\"), UInt8(ascii: "n"))
      case 0x0D: result.append(UInt8(ascii: "\\"), UInt8(ascii: "r"))
      case 0x09: result.append(UInt8(ascii: "\\"), UInt8(ascii: "t"))
      default: result.append(byte)
      }
    }
    return Text(bytes: result + [UInt8(ascii: "\"")])
  }

  /// The text that the bytes between the quotation marks mean.
  ///
  /// `\n \r \t \" \' \\`, `\uXXXX` (two surrogates make one code point) and `\U` with six digits are read; any other
  /// backslash stands for itself, and so does half a surrogate pair, which UTF-8 can't hold.
  public static func value(of bytes: ArraySlice<UInt8>) -> Text {
    guard bytes.contains(UInt8(ascii: "\\")) else { return Text(bytes: Array(bytes)) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      if bytes[offset] == UInt8(ascii: "\\"), let (scalar, length) = escape(bytes[offset...]) {
        append(scalar, to: &result)
        offset += length
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return Text(bytes: result)
  }

  /// The code point of the escape that the bytes start with, and how many bytes it takes.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> (UInt32, Int)? {
    guard bytes.count >= 2 else { return nil }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "n"): return (0x0A, 2)
    case UInt8(ascii: "r"): return (0x0D, 2)
    case UInt8(ascii: "t"): return (0x09, 2)
    case UInt8(ascii: "\""): return (0x22, 2)
    case UInt8(ascii: "'"): return (0x27, 2)
    case UInt8(ascii: "\\"): return (0x5C, 2)
    case UInt8(ascii: "U"):
      guard let scalar = hexadecimal(bytes, at: 2, digits: 6), scalar <= 0x10FFFF, !isSurrogate(scalar) else {
        return nil
      }
      return (scalar, 8)
    case UInt8(ascii: "u"):
      guard let first = hexadecimal(bytes, at: 2, digits: 4) else { return nil }
      guard isSurrogate(first) else { return (first, 6) }
      guard first < 0xDC00, bytes.count >= 12, bytes[bytes.startIndex + 6] == UInt8(ascii: "\\"),
        bytes[bytes.startIndex + 7] == UInt8(ascii: "u"), let second = hexadecimal(bytes, at: 8, digits: 4),
        second >= 0xDC00, second <= 0xDFFF
      else { return nil }
      return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), 12)
    default: return nil
    }
  }

  private static func isSurrogate(_ scalar: UInt32) -> Bool { scalar >= 0xD800 && scalar <= 0xDFFF }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>, at place: Int, digits: Int) -> UInt32? {
    guard bytes.count >= place + digits else { return nil }
    var value: UInt32 = 0
    for byte in bytes[bytes.startIndex + place..<bytes.startIndex + place + digits] {
      let letter = byte | 0x20
      if Characters.isDigit(byte) {
        value = value << 4 | UInt32(byte - 0x30)
      } else if letter >= 0x61, letter <= 0x66 {
        value = value << 4 | UInt32(letter - 0x61 + 10)
      } else {
        return nil
      }
    }
    return value
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}

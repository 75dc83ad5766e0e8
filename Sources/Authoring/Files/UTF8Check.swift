/// Looks for bytes that are no UTF-8.
enum UTF8Check {
  /// The place of the first byte that starts no well-formed sequence (Unicode 15, table 3-7), or nil.
  static func firstInvalidByte(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = sequenceLength(at: index, in: bytes)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// How many bytes the sequence has that starts at a place; 0 if it is not well formed.
  private static func sequenceLength(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let second: ClosedRange<UInt8>
    let length: Int
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard bytes.endIndex - index >= length, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0b1100_0000 != 0b1000_0000 { return 0 }
    return length
  }
}

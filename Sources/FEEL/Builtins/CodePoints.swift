/// Code points of UTF-8 bytes. Bytes that are no UTF-8 count as a character each, or with the one before them.
enum CodePoints {
  static func count(_ bytes: [UInt8]) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Bytes before the code point of that index, or all of them if there are fewer.
  static func offset(of index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var seen = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if seen == index { return offset }
      seen += 1
    }
    return bytes.count
  }

  /// Each code point in turn; U+FFFD for bytes that make none.
  static func forEach(_ bytes: [UInt8], _ body: (UInt32) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let length = UTF8Scan.length(of: bytes, at: place)
        if length == 0 {
          body(0xFFFD)
          place += 1
          continue
        }
        var point = UInt32(bytes[place]) & (length == 1 ? 0x7F : 0xFF >> UInt32(length + 1))
        for next in place + 1..<place + max(length, 1) { point = point << 6 | UInt32(bytes[next] & 0x3F) }
        body(point)
        place += length
      }
    }
  }

  /// The bytes of the blank that the text starts with: a space, tab or line end, a no-break or wide space.
  static func blank(startOf bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if isBlank(first) { return 1 }
    for blank in wideBlanks where bytes.starts(with: blank) { return blank.count }
    return nil
  }

  /// The bytes of the blank that the text ends with.
  static func blank(endOf bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    if isBlank(last) { return 1 }
    for blank in wideBlanks where bytes.suffix(blank.count).elementsEqual(blank) { return blank.count }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// U+00A0, U+202F, U+3000.
  private static let wideBlanks: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE3, 0x80, 0x80]]
}

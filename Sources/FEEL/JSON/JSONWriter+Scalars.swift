extension JSONWriter {
  /// Appends a string in quotes; only what must be escaped is.
  static func append(_ text: Text, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    text.bytes.withUnsafeBufferPointer { source in
      var from = 0
      var place = 0
      while place < source.count {
        let byte = source[place]
        if byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          place += 1
          continue
        }
        let length = byte >= 0x80 ? UTF8Scan.length(of: source, at: place) : 0
        if length > 0 {
          place += length
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[from..<place]))
        escape(byte, to: &bytes)
        place += 1
        from = place
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[from...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"), byte)
    case 0x08: bytes.append(UInt8(ascii: "\\"), UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "\\"), UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "\\"), UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "\\"), UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "\\"), UInt8(ascii: "r"))
    case 0x80...: bytes += [0xEF, 0xBF, 0xBD]  // A byte that is no UTF-8 becomes U+FFFD.
    default:
      bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")]
      bytes.append(byte >> 4 + UInt8(ascii: "0"))
      bytes.append(byte & 15 < 10 ? byte & 15 + UInt8(ascii: "0") : byte & 15 - 10 + UInt8(ascii: "a"))
    }
  }
}

/// A gzip stream that is nothing but one byte again and again: 13 bits for 258 bytes (RFC 1951 §3.2.6).
enum GzipBomb {
  /// - Parameter runs: each is 258 bytes of the whole.
  static func bytes(runs: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var bits: UInt32 = 0
    var count = 0
    func put(_ value: UInt32, _ width: Int) {
      bits |= value << count
      count += width
      while count >= 8 {
        bytes.append(UInt8(bits & 255))
        bits >>= 8
        count -= 8
      }
    }
    // The last block, fixed codes.
    put(0b011, 3)
    // The literal 0 is 00110000; codes stand with their first bit first.
    put(0b0000_1100, 8)
    // Length 258 is 11000101, distance 1 is 00000.
    for _ in 0..<runs { put(0b0_0000_1010_0011, 13) }
    put(0, 7)
    put(0, 8)
    return bytes
  }
}

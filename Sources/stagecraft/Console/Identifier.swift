/// Ids made by the application: UUIDv7 (RFC 9562 §5.7), whose order is the order of making.
enum Identifier {
  static func make(at epochMilliseconds: Int64) -> String {
    var generator = SystemRandomNumberGenerator()
    let time = UInt64(truncatingIfNeeded: epochMilliseconds) & 0xFFFF_FFFF_FFFF
    let high = time << 16 | 0x7000 | generator.next() & 0x0FFF
    let low: UInt64 = 0x8000_0000_0000_0000 | generator.next() & 0x3FFF_FFFF_FFFF_FFFF
    let digits = Array("0123456789abcdef")
    var text = ""
    for (word, shifts) in [(high, stride(from: 60, through: 0, by: -4)), (low, stride(from: 60, through: 0, by: -4))] {
      for shift in shifts {
        if [8, 13, 18, 23].contains(text.utf8.count) { text.append("-") }
        text.append(digits[Int(word >> UInt64(shift) & 15)])
      }
    }
    return text
  }
}

/// A record's id: 15 characters that tell upper from lower case, and three more that repeat the case as a checksum.
struct RecordID: Hashable, Comparable, Sendable {
  /// All 18 characters.
  let string: String

  /// Reads 15 or 18 characters. The checksum of 18 must be right.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 15 || bytes.count == 18, bytes.allSatisfy(Self.isBase62) else { return nil }
    string = String(decoding: bytes[..<15], as: UTF8.self) + Self.checksum(bytes[..<15])
    if bytes.count == 18, string != text { return nil }
  }

  /// The id number `number` of the object whose ids begin with `prefix` (three characters).
  init(prefix: String, number: Int) {
    var digits: [UInt8] = []
    var rest = number
    while digits.count < 9 {
      digits.append(Self.digits[rest % 62])
      rest /= 62
    }
    // "SB0" stands where Salesforce names the instance, so that a made-up id is seen at a glance.
    let bytes = Array((prefix + "SB0").utf8) + digits.reversed()
    string = String(decoding: bytes, as: UTF8.self) + Self.checksum(bytes[...])
  }

  /// The first three characters: which object the record belongs to.
  var prefix: Substring { string.prefix(3) }

  static func < (left: RecordID, right: RecordID) -> Bool {
    left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
  }

  /// One character of A-Z, 0-5 for each five: bit n is set where character n is an upper-case letter.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> String {
    var checksum = ""
    for chunk in 0..<3 {
      var bits = 0
      for position in 0..<5 {
        let byte = bytes[bytes.startIndex + chunk * 5 + position]
        if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { bits |= 1 << position }
      }
      checksum.append(Character(Unicode.Scalar(checksumLetters[bits])))
    }
    return checksum
  }

  private static let checksumLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)
  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  private static func isBase62(_ byte: UInt8) -> Bool { digits.contains(byte) }
}

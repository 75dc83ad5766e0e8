internal import Crypto

/// Bytes as lower-case hexadecimal text, and the SHA-256 of bytes in that form.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef")

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }

  static func sha256(_ bytes: [UInt8]) -> String { text(SHA256.hash(data: bytes)) }
}

internal import Cryptography
internal import FoundationEssentials

/// The header `Content-Digest` (RFC 9530): `sha-256=:BASE64:`, others beside it are passed over.
enum ContentDigest {
  /// Whether the bytes are those that the header names; nil: it names no SHA-256.
  static func matches(_ header: String, _ bytes: [UInt8]) -> Bool? {
    for part in header.split(separator: ",") {
      let part = part.filter { $0 != " " && $0 != "\t" }
      guard part.lowercased().hasPrefix("sha-256=:"), part.hasSuffix(":") else { continue }
      let encoded = String(part.dropFirst(9).dropLast())
      guard let digest = Data(base64Encoded: encoded) else { return false }
      return Array(digest) == SHA256.hash(data: bytes)
    }
    return nil
  }
}

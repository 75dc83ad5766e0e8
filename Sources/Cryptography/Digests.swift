internal import CCrypto

/// SHA-256 (FIPS 180-4), by the system's libcrypto.
public enum SHA256 {
  /// The length of a digest: 32.
  public static let byteCount = Int(CCRYPTO_SHA256_SIZE)

  /// The 32 bytes for some bytes.
  ///
  /// - Complexity: O(bytes).
  public static func hash(data bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { digest, count in
      // It fails only without memory, as any allocation does.
      precondition(ccrypto_sha256(bytes, bytes.count, digest.baseAddress))
      count = byteCount
    }
  }
}

/// HMAC-SHA256 (RFC 2104), by the system's libcrypto.
public struct HMAC: Sendable {
  private let key: [UInt8]

  /// Codes by this key, of any length.
  public init(key: [UInt8]) { self.key = key }

  /// The 32 bytes that only who has the key can make for some bytes.
  public func code(for bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { code, count in
      precondition(ccrypto_hmac_sha256(key, key.count, bytes, bytes.count, code.baseAddress))
      count = SHA256.byteCount
    }
  }

  /// Whether a code is the one for some bytes; takes the same time wherever the two differ.
  public func isCode(_ code: [UInt8], for bytes: [UInt8]) -> Bool {
    code.count == SHA256.byteCount && ccrypto_equal(code, self.code(for: bytes), code.count)
  }
}

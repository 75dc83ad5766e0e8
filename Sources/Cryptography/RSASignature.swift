internal import CCrypto

/// Signatures by RSASSA-PKCS1-v1_5 with SHA-256, which JOSE calls RS256 (RFC 7518 §3.3), by the system's libcrypto.
public enum RSASignature {
  /// The signature of some bytes.
  ///
  /// - Parameter privateKey: PEM without a passphrase.
  /// - Returns: nil where the key is no RSA key of 2,048 bits or more.
  public static func make(_ bytes: [UInt8], privateKey: String) -> [UInt8]? {
    let pem = privateKey.utf8.map { CChar(bitPattern: $0) }
    // Enough for keys of 16,384 bits.
    let signature = [UInt8](unsafeUninitializedCapacity: 2048) { signature, count in
      count = ccrypto_rsa_sign(pem, pem.count, bytes, bytes.count, signature.baseAddress, 2048)
    }
    return signature.isEmpty ? nil : signature
  }
}

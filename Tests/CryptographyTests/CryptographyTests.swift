import Crypto
import CryptoExtras
import Cryptography
import Foundation
import Testing

/// Digests and signatures of the system's libcrypto beside those of another library.
@Suite("Cryptography beside swift-crypto")
struct CryptographyTests {
  private static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) } }

  @Test(
    "SHA-256 and HMAC-SHA256 are the same for any length of bytes and key",
    arguments: [0, 1, 55, 56, 64, 65, 1000, 100_000])
  func digests(count: Int) {
    let bytes = Self.bytes(count)
    #expect(Cryptography.SHA256.hash(data: bytes) == Array(Crypto.SHA256.hash(data: bytes)))
    for length in [0, 1, 32, 64, 65, 300] {
      let key = Self.bytes(length)
      let code = Cryptography.HMAC(key: key).code(for: bytes)
      let other = Crypto.HMAC<Crypto.SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key))
      #expect(code == Array(other), "\(length)")
      #expect(Cryptography.HMAC(key: key).isCode(code, for: bytes))
      #expect(!Cryptography.HMAC(key: key).isCode(code, for: bytes + [0]))
      #expect(!Cryptography.HMAC(key: key).isCode(Array(code.dropLast()), for: bytes))
    }
  }

  @Test("an RSA signature is right by another library, and deterministic")
  func signature() throws {
    let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let bytes = Self.bytes(500)
    for pem in [key.pemRepresentation, key.pkcs8PEMRepresentation] {
      let made = try #require(RSASignature.make(bytes, privateKey: pem))
      #expect(made == RSASignature.make(bytes, privateKey: pem))
      let signature = _RSA.Signing.RSASignature(rawRepresentation: Data(made))
      #expect(
        key.publicKey.isValidSignature(signature, for: Crypto.SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5))
    }
  }

  @Test("what is no private RSA key of 2,048 bits signs nothing")
  func badKeys() throws {
    let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let curve = P256.Signing.PrivateKey()
    for pem in [
      "", "no key", key.publicKey.pemRepresentation, curve.pemRepresentation,
      String(key.pemRepresentation.dropLast(300)),
    ] {
      #expect(RSASignature.make([1], privateKey: pem) == nil)
    }
  }
}

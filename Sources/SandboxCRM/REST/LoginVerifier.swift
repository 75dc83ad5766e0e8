internal import FoundationEssentials
internal import JWTKit

/// Checks the assertion of a JWT bearer login.
struct LoginVerifier: Sendable {
  /// What an assertion says.
  struct Claims: JWTPayload {
    var iss: String?
    var sub: String?
    var aud: AudienceClaim?
    var exp: Seconds?

    func verify(using algorithm: some JWTAlgorithm) async throws {}
  }

  /// Seconds since 1970, as a number or, as simple-salesforce writes them, as a text.
  struct Seconds: Codable, Sendable {
    var value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self), let value = Double(text) {
        self.value = value
      } else {
        value = try container.decode(Double.self)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(value)
    }
  }

  private let keys: JWTKeyCollection

  /// `pem`: the public key, or a certificate with it.
  init(pem: String) async throws {
    let key: Insecure.RSA.PublicKey
    if pem.contains("BEGIN CERTIFICATE") {
      key = try Insecure.RSA.PublicKey(certificatePEM: pem)
    } else {
      key = try Insecure.RSA.PublicKey(pem: pem)
    }
    keys = await JWTKeyCollection().add(rsa: key, digestAlgorithm: .sha256)
  }

  /// The claims, if the signature is right; nil otherwise.
  func claims(_ assertion: String) async -> Claims? { try? await keys.verify(assertion, as: Claims.self) }
}

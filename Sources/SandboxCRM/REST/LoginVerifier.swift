internal import CCrypto
internal import FoundationEssentials

/// Checks the assertion of a JWT bearer login.
struct LoginVerifier: Sendable {
  /// What an assertion says.
  struct Claims: Decodable, Sendable {
    var iss: String?
    var sub: String?
    var aud: Audience?
    var exp: Seconds?
  }

  /// One name or several (RFC 7519 §4.1.3).
  struct Audience: Decodable, Sendable {
    var names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let name = try? container.decode(String.self) {
        names = [name]
      } else {
        names = try container.decode([String].self)
      }
    }
  }

  /// Seconds since 1970, as a number or, as simple-salesforce writes them, as a text.
  struct Seconds: Decodable, Sendable {
    var value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self), let value = Double(text) {
        self.value = value
      } else {
        value = try container.decode(Double.self)
      }
    }
  }

  struct Failure: Error {}

  private struct Header: Decodable { var alg: String }

  /// The public key, or a certificate with it.
  private let pem: [CChar]

  /// - Throws: `Failure` where the text holds no RSA public key of 2,048 bits or more.
  init(pem: String) throws {
    self.pem = pem.utf8.map { CChar(bitPattern: $0) }
    guard ccrypto_rsa_is_public_key(self.pem, self.pem.count) else { throw Failure() }
  }

  /// The claims, if the signature is right; nil otherwise.
  func claims(_ assertion: String) -> Claims? {
    let parts = assertion.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.bytes(parts[0]), let claims = Self.bytes(parts[1]),
      let signature = Self.bytes(parts[2]),
      let algorithm = try? JSONDecoder().decode(Header.self, from: Data(header)).alg, algorithm == "RS256"
    else { return nil }
    let signed = Array((parts[0] + "." + parts[1]).utf8)
    guard ccrypto_rsa_verify(pem, pem.count, signed, signed.count, signature, signature.count) else { return nil }
    return try? JSONDecoder().decode(Claims.self, from: Data(claims))
  }

  /// The bytes of Base64 for addresses without padding (RFC 4648 §5).
  private static func bytes(_ part: Substring) -> [UInt8]? {
    var text = String(part).replacing("-", with: "+").replacing("_", with: "/")
    while !text.count.isMultiple(of: 4) { text += "=" }
    return Data(base64Encoded: text).map { Array($0) }
  }
}

internal import CCrypto
internal import FoundationEssentials

/// Where webhooks go, and the secret they are signed with.
struct WebhookTarget: Sendable {
  struct Failure: Error, Sendable {
    var message: String
  }

  let host: String
  let port: Int
  let path: String
  private let key: [UInt8]

  /// `url`: `http://127.0.0.1:8080/v1/webhooks/crm`. `secret`: `whsec_` and 24 to 64 bytes in base64.
  init(url: String, secret: String) throws(Failure) {
    guard url.hasPrefix("http://") else { throw Failure(message: "the webhook's address must begin with http://") }
    let rest = url.dropFirst("http://".count)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    guard let colon = authority.lastIndex(of: ":"), let port = Int(authority[authority.index(after: colon)...]),
      (1...65_535).contains(port), authority[..<colon] == "127.0.0.1"
    else { throw Failure(message: "webhooks go to http://127.0.0.1:PORT/... only") }
    guard !rest.utf8.contains(where: { $0 <= 0x20 || $0 > 0x7E }) else {
      throw Failure(message: "the webhook's address must be percent-encoded")
    }
    host = "127.0.0.1"
    self.port = port
    path = slash == rest.endIndex ? "/" : String(rest[slash...])
    guard secret.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(secret.dropFirst("whsec_".count))),
      (24...64).contains(bytes.count)
    else { throw Failure(message: "the webhook's secret must be whsec_ and 24 to 64 bytes in base64") }
    key = Array(bytes)
  }

  /// HMAC-SHA256.
  static func code(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: Int(CCRYPTO_SHA256_SIZE))
    _ = ccrypto_hmac_sha256(key, key.count, bytes, bytes.count, &code)
    return code
  }

  /// The `webhook-signature` of a body, as Standard Webhooks has it.
  func signature(id: String, seconds: Int64, body: [UInt8]) -> String {
    "v1," + Data(Self.code(Array("\(id).\(seconds).".utf8) + body, key: key)).base64EncodedString()
  }
}

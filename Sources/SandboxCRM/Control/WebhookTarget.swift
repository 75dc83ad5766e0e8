internal import Crypto
internal import FoundationEssentials

/// Where webhooks go, and the secret they are signed with.
struct WebhookTarget: Sendable {
  struct Failure: Error, Sendable {
    var message: String
  }

  let host: String
  let port: Int
  let path: String
  private let key: SymmetricKey

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
    key = SymmetricKey(data: bytes)
  }

  /// The `webhook-signature` of a body, as Standard Webhooks has it.
  func signature(id: String, seconds: Int64, body: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array("\(id).\(seconds).".utf8) + body, using: key)
    return "v1," + Data(code).base64EncodedString()
  }
}

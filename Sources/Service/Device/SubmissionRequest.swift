internal import Connect
internal import Cryptography
internal import FEEL
internal import FoundationEssentials
internal import Sales
internal import Store

/// The request that delivers one item: the frozen bytes as they are.
enum SubmissionRequest {
  /// - Parameter now: when it is sent by the device's clock, epoch milliseconds; with it the server knows how wrong that
  ///   clock is.
  static func make(
    _ item: OutboxItem, server: ServerAddress, token: String, now: Int64, timeoutMilliseconds: Int
  ) -> HTTPRequest {
    let digest = Data(SHA256.hash(data: item.envelope)).base64EncodedString()
    return HTTPRequest(
      method: "PUT", url: server.url("/v1/submissions/\(item.id)"),
      headers: [
        ("Authorization", "Bearer \(token)"), ("Content-Type", "application/json"), ("Accept", "application/json"),
        ("Content-Digest", "sha-256=:\(digest):"), ("Device", item.device), ("Sent-At", Instant.text(now).string),
      ], body: item.envelope, timeoutMilliseconds: timeoutMilliseconds)
  }
}

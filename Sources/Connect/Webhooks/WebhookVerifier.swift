internal import Cryptography
internal import FoundationEssentials

/// Proof that a webhook comes from who shares a secret with us, by the Standard Webhooks specification:
/// `v1,` and the Base64 of HMAC-SHA256 over id, timestamp and raw body with a dot between them.
public struct WebhookVerifier: Sendable {
  /// What a webhook's headers and body prove.
  public enum Verdict: Hashable, Sendable {
    /// It comes from who has a secret, and now. The id is the same for each attempt to deliver it.
    case genuine(id: String)
    /// It is no webhook by the specification: to be answered 400 with this reason.
    case malformed(String)
    /// To be answered 401 without a reason; the reason is for our own log.
    case refused(String)
  }

  /// How far the sender's clock may be from ours, both ways.
  public static let toleranceMilliseconds: Int64 = 5 * 60_000
  private static let idLimit = 256
  private static let signatureLimit = 4096

  private let keys: [HMAC]

  /// - Parameter secrets: each `whsec_` and the Base64 of 24 to 64 bytes; two while a secret is being rotated. Nil:
  ///   there is none, or one is malformed.
  public init?(secrets: [String]) {
    let keys = secrets.compactMap(Self.key)
    guard !keys.isEmpty, keys.count == secrets.count else { return nil }
    self.keys = keys
  }

  /// Judges a webhook by its raw body and the values of its headers as they came (nil: absent).
  ///
  /// Every signature is held against every secret, in time that depends on their numbers alone.
  public func verify(
    id: String?, timestamp: String?, signature: String?, body: [UInt8], nowMilliseconds: Int64
  ) -> Verdict {
    guard let id, let timestamp, let signature else {
      return .malformed("one of the headers webhook-id, webhook-timestamp and webhook-signature is missing")
    }
    // A dot in the id would let two different webhooks have the same signed bytes.
    guard !id.isEmpty, id.utf8.count <= Self.idLimit,
      id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ".") })
    else { return .malformed("webhook-id must be 1 to \(Self.idLimit) visible characters without a dot") }
    guard (1...11).contains(timestamp.utf8.count), timestamp.utf8.allSatisfy({ (48...57).contains($0) }),
      let seconds = Int64(timestamp)
    else { return .malformed("webhook-timestamp must be whole seconds since 1970") }
    guard signature.utf8.count <= Self.signatureLimit else {
      return .malformed("webhook-signature has more than \(Self.signatureLimit) bytes")
    }
    let signatures = signature.split(separator: " ").filter { $0.utf8.contains(UInt8(ascii: ",")) }
    guard !signatures.isEmpty else { return .malformed("webhook-signature must be like v1,c2lnbmF0dXJl") }
    let codes = signatures.compactMap(Self.code)
    guard !codes.isEmpty else { return .refused("no signature of version v1 is readable") }

    let message = Self.message(id: id, timestamp: timestamp, body: body)
    var matches = 0
    for key in keys {
      for code in codes where key.isCode(code, for: message) { matches += 1 }
    }
    if matches == 0 { return .refused("no signature fits a secret that is active") }
    let (age, overflow) = nowMilliseconds.subtractingReportingOverflow(seconds * 1000)
    if overflow || age > Self.toleranceMilliseconds { return .refused("the timestamp is older than five minutes") }
    if age < -Self.toleranceMilliseconds { return .refused("the timestamp is more than five minutes ahead") }
    return .genuine(id: id)
  }

  /// The signature of a webhook, `v1,...`; nil: the secret is malformed.
  public static func sign(secret: String, id: String, timestampSeconds: Int64, body: [UInt8]) -> String? {
    guard let key = key(secret) else { return nil }
    let message = message(id: id, timestamp: "\(timestampSeconds)", body: body)
    let code = key.code(for: message)
    return "v1," + Data(code).base64EncodedString()
  }

  private static func message(id: String, timestamp: String, body: [UInt8]) -> [UInt8] {
    Array("\(id).\(timestamp).".utf8) + body
  }

  private static func key(_ secret: String) -> HMAC? {
    let prefix = "whsec_"
    guard secret.hasPrefix(prefix), let bytes = Data(base64Encoded: String(secret.dropFirst(prefix.utf8.count))),
      (24...64).contains(bytes.count)
    else { return nil }
    return HMAC(key: Array(bytes))
  }

  /// The bytes of one `v1,...`; nil: another version, or no such signature.
  private static func code(_ signature: Substring) -> [UInt8]? {
    guard signature.hasPrefix("v1,"), let bytes = Data(base64Encoded: String(signature.dropFirst(3))),
      bytes.count == SHA256.byteCount
    else { return nil }
    return Array(bytes)
  }
}

internal import Cryptography
internal import FEEL
internal import HTTPTypes
internal import Logging
internal import Service
internal import Synchronization

/// The requests with an `Idempotency-Key` that are being answered at this moment.
final class RequestsUnderWay: Sendable {
  private let keys = Mutex<Set<String>>([])

  /// Whether nobody else is at it; then it is this caller's until `end`.
  func begin(_ key: String) -> Bool { keys.withLock { $0.insert(key).inserted } }
  func end(_ key: String) { keys.withLock { _ = $0.remove(key) } }
}

/// A write that is done once, however often the same request arrives (`Idempotency-Key`). What succeeded is remembered
/// and answered again; what was refused changed nothing and may be tried again with the same key.
struct IdempotentWrite {
  private let call: Call

  init(_ call: Call) { self.call = call }

  static let longestKey = 200

  func answer(key: String?, _ work: Route.Work) async throws(ServiceError) -> Reply {
    let key = try Self.checked(key)
    let person = try call.person()
    let request = Self.digest(method: call.method.rawValue, target: call.target, body: call.body)
    let mine = person.id.string + "\n" + key
    guard call.door.underWay.begin(mine) else {
      throw ServiceError(
        .conflict, code: "idempotency-key-in-use",
        "A request with this Idempotency-Key is being answered right now; wait, then send it again.")
    }
    defer { call.door.underWay.end(mine) }
    if let before = try await call.application.answeredBefore(person, key: key, request: request) {
      return Self.reply(before)
    }
    let reply = try await work(call)
    guard (200..<400).contains(reply.status) else { return reply }
    do throws(ServiceError) {
      try await call.application.remember(Self.kept(reply), person, key: key, request: request)
    } catch {
      // The work is done; to say that it failed would be worse than to answer a repetition anew.
      call.logger.warning("answer not remembered", metadata: ["code": "\(error.code)"])
    }
    return reply
  }

  /// - Throws: `.invalid` where the key is missing, too long or has characters other than visible ASCII.
  static func checked(_ key: String?) throws(ServiceError) -> String {
    guard let key, !key.isEmpty else {
      throw ServiceError(
        .invalid, code: "idempotency-key-missing",
        "Send the header Idempotency-Key with a fresh id, e.g. a UUID, and the same one when you repeat the request.")
    }
    guard key.utf8.count <= longestKey, key.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      throw ServiceError(
        .invalid, code: "idempotency-key-invalid",
        "The Idempotency-Key must have at most \(longestKey) visible ASCII characters.")
    }
    return key
  }

  /// What two requests share only if they are the same.
  static func digest(method: String, target: String, body: [UInt8]) -> String {
    Hexadecimal.text(SHA256.hash(data: Array((method + "\n" + target + "\n").utf8) + body))
  }

  private static let redirect = "text/uri-list"

  /// A redirection is kept as the address that it leads to.
  static func kept(_ reply: Reply) -> IdempotentReply {
    if let location = reply.headers[.location] {
      return IdempotentReply(status: reply.status, contentType: redirect, body: Array(location.utf8))
    }
    return IdempotentReply(status: reply.status, contentType: reply.type ?? "", body: reply.body)
  }

  static func reply(_ kept: IdempotentReply) -> Reply {
    if kept.contentType == redirect {
      return Reply(
        status: kept.status, type: nil, body: [], headers: [.location: String(decoding: kept.body, as: UTF8.self)])
    }
    return Reply(
      status: kept.status, type: kept.contentType.isEmpty ? nil : kept.contentType, body: kept.body)
  }
}

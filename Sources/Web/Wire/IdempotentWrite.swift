internal import Cryptography
internal import FEEL
internal import HTTPTypes
internal import Service
internal import Synchronization

/// The requests with an `Idempotency-Key` that are being answered at this moment.
final class RequestsUnderWay: Sendable {
  private let keys = Mutex<Set<String>>([])

  /// Whether nobody else is at it; then it is this caller's until `end`.
  func begin(_ key: String) -> Bool { keys.withLock { $0.insert(key).inserted } }
  func end(_ key: String) { keys.withLock { _ = $0.remove(key) } }
}

/// A write that is done once, however often the same request arrives (`Idempotency-Key`). What succeeded is kept with the
/// work and answered again; what was refused changed nothing and may be tried again with the same key.
struct IdempotentWrite: Sendable {
  var person: Person
  var key: String
  var digest: String

  static let longestKey = 200

  init(_ call: Call, key: String?) throws(ServiceError) {
    self.key = try Self.checked(key)
    person = try call.person()
    digest = Self.digest(method: call.method.rawValue, target: call.target, body: call.body)
  }

  /// How often, and for how long each time, a form that was sent twice waits for its first answer.
  private static let waits = (count: 400, each: Duration.milliseconds(25))

  /// Does the work unless it is done already; it reaches the use case with this write (`Call.once`).
  ///
  /// - Parameter isForm: whether a person waits at a browser, who pressed twice and gets to see only the second answer.
  func answer(_ call: Call, isForm: Bool = false, _ work: Route.Work) async throws(ServiceError) -> Reply {
    let mine = person.id.string + "\n" + key
    var attempts = isForm ? Self.waits.count : 0
    while !call.door.underWay.begin(mine) {
      guard attempts > 0 else { throw .keyInUse }
      attempts -= 1
      try? await Task.sleep(for: Self.waits.each)
    }
    defer { call.door.underWay.end(mine) }
    if let before = try await call.application.answeredBefore(person, key: key, digest: digest) {
      return Self.reply(before)
    }
    var call = call
    call.write = self
    return try await work(call)
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

extension Call {
  /// Asks a use case for a write, whose answer is kept in the same transaction.
  func once<Answer: Sendable>(
    _ ask: (IdempotentRequest<Answer>?) async throws(ServiceError) -> Answer,
    reply: @escaping @Sendable (Answer) throws(ServiceError) -> Reply
  ) async throws(ServiceError) -> Reply {
    let request = write.map { write in
      IdempotentRequest<Answer>(person: write.person.id, key: write.key, digest: write.digest) { answer in
        IdempotentWrite.kept(try reply(answer))
      }
    }
    return try reply(try await ask(request))
  }
}

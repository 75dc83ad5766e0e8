public import FEEL
internal import Store

/// A request that has one effect, however often it is sent: whose it is, its key, and how its answer is written.
///
/// A use case that is given one keeps the answer in the transaction that does the work: after a kill at any moment the
/// repetition is either answered again or executed for the first time.
public struct IdempotentRequest<Answer: Sendable>: Sendable {
  /// The id of the person who sent it.
  public var person: Text
  /// The `Idempotency-Key`.
  public var key: String
  /// Hexadecimal SHA-256 of what two requests share only if they are the same.
  public var digest: String
  /// What is to be answered to its repetition.
  public var reply: @Sendable (Answer) throws -> IdempotentReply

  /// A request of a person under a key.
  public init(
    person: Text, key: String, digest: String, reply: @escaping @Sendable (Answer) throws -> IdempotentReply
  ) {
    self.person = person
    self.key = key
    self.digest = digest
    self.reply = reply
  }
}

/// An answer that is given again to the same `Idempotency-Key`.
public struct IdempotentReply: Sendable {
  /// In HTTP's sense; only successes and redirections are kept.
  public var status: Int
  /// The media type of the body.
  public var contentType: String
  /// The answer's bytes.
  public var body: [UInt8]

  /// An answer as it is sent.
  public init(status: Int, contentType: String, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }
}

extension Application {
  /// What a request with this key was answered, or nil.
  ///
  /// - Throws: `conflict` with the code `key-reused` where the key came with another request.
  public func answeredBefore(
    _ person: Person, key: String, digest: String
  ) async throws(ServiceError) -> IdempotentReply? {
    guard let found = try await reading({ try $0.idempotentAnswer(person: person.id, key: key) }) else { return nil }
    guard found.request == digest else {
      throw ServiceError(
        .conflict, code: "key-reused",
        "This Idempotency-Key came with another request before. Make a new key for a new request.")
    }
    return IdempotentReply(status: found.status, contentType: found.contentType, body: found.body)
  }

  /// Keeps the answer with the work that it is about.
  ///
  /// - Throws: `conflict` where another process answered this key meanwhile; the work is then taken back.
  func keep<Answer: Sendable>(
    _ answer: Answer, to request: IdempotentRequest<Answer>, in transaction: StoreTransaction
  ) throws {
    let reply = try request.reply(answer)
    let isNew = try transaction.storeIdempotentAnswer(
      IdempotentAnswer(
        person: request.person, key: request.key, request: request.digest, status: reply.status,
        contentType: reply.contentType, body: reply.body, createdAt: time.now()))
    guard isNew else { throw ServiceError.keyInUse }
  }
}

extension ServiceError {
  /// A request with the same `Idempotency-Key` is under way.
  public static let keyInUse = ServiceError(
    .conflict, code: "idempotency-key-in-use",
    "A request with this Idempotency-Key is being answered right now; wait, then send it again.")
}

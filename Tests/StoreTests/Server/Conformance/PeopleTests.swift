import Cryptography
import FEEL
import Testing

@testable import Store

@Suite("Store: tokens and idempotent answers")
struct PeopleTests {
  func token(_ id: String, kind: Text = "api", expiresAt: Int64? = nil) -> AccessToken {
    AccessToken(
      id: id, hash: Hexadecimal.sha256(bytes("secret of \(id)")), person: "p", name: "laptop", role: "rep",
      unit: "north",
      createdAt: 1, expiresAt: expiresAt, kind: kind)
  }

  @Test("a token is found by its hash until it is revoked, once", arguments: Engine.allCases)
  func tokens(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      try transaction.insertToken(token("a"))
      try transaction.insertToken(token("b", kind: "session"))
      try transaction.touchToken("a", at: 7)
    }
    var expected = token("a")
    expected.lastUsedAt = 7
    #expect(try await store.read { try $0.token(hash: token("a").hash) } == expected)
    #expect(try await store.read { try $0.token(hash: token("c").hash) } == nil)
    #expect(try await store.read { try $0.tokens(kind: "session") } == [token("b", kind: "session")])
    #expect(try await store.write { try $0.revokeToken("a", at: 8) })
    #expect(try await store.write { try $0.revokeToken("a", at: 9) } == false)
    #expect(try await store.read { try $0.token(hash: token("a").hash) }?.revokedAt == 8)
  }

  @Test("a one-time link works once, for one of many who try", arguments: Engine.allCases)
  func links(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      try transaction.insertToken(token("link", kind: "link", expiresAt: 100))
      try transaction.insertToken(token("old", kind: "link", expiresAt: 10))
      try transaction.insertToken(token("api"))
    }
    let used = try await withThrowingTaskGroup(of: AccessToken?.self) { group in
      for _ in 1...8 {
        group.addTask { try await store.write { try $0.useLink(hash: token("link").hash, at: 50) } }
      }
      return try await group.reduce(into: []) { $0 += $1 == nil ? [] : [$1] }
    }
    #expect(used.map { $0?.id } == ["link"])
    #expect(try await store.write { try $0.useLink(hash: token("old").hash, at: 50) } == nil)
    #expect(try await store.write { try $0.useLink(hash: token("api").hash, at: 50) } == nil)
    #expect(try await store.write { try $0.removeTokens(endedBefore: 51, limit: 10) } == 2)
    #expect(try await store.read { try $0.token(hash: token("api").hash) } != nil)
  }

  @Test("a token that is no hash is refused, so that no secret comes in by mistake", arguments: Engine.allCases)
  func noSecrets(engine: Engine) async throws {
    let store = try await engine.store()
    var secret = token("a")
    secret.hash = "sc_the-secret-itself"
    await #expect(throws: StoreError.self) { try await store.write { [secret] in try $0.insertToken(secret) } }
    #expect(try await store.read { try $0.tokens(kind: "api") }.isEmpty)
  }

  @Test("an answer is kept for a person and key, the first one", arguments: Engine.allCases)
  func idempotence(engine: Engine) async throws {
    let store = try await engine.store()
    let answer = IdempotentAnswer(
      person: "p", key: "k", request: "r", status: 409, contentType: "application/problem+json", body: bytes("{}"),
      createdAt: 5)
    var second = answer
    second.status = 200
    let answers = try await store.write { [second] transaction in
      [try transaction.storeIdempotentAnswer(answer), try transaction.storeIdempotentAnswer(second)]
    }
    #expect(answers == [true, false])
    #expect(try await store.read { try $0.idempotentAnswer(person: "p", key: "k") } == answer)
    #expect(try await store.read { try $0.idempotentAnswer(person: "q", key: "k") } == nil)
    #expect(try await store.write { try $0.removeIdempotentAnswers(before: 5, limit: 10) } == 0)
    #expect(try await store.write { try $0.removeIdempotentAnswers(before: 6, limit: 10) } == 1)
  }
}

import Cryptography
import FEEL
import Testing

@testable import Store

@Suite("Store: what has had its time is removed")
struct HousekeepingTests {
  private func effect(_ id: String, of deal: Text, place: Int64, state: EffectState, kind: Text = "stage") -> Effect {
    Effect(
      id: id, connection: "crm", kind: kind, key: .deal(deal), place: place, payload: bytes("{}"), state: state,
      createdAt: 1, notBefore: 1, changedAt: 100)
  }

  @Test(
    "of ended effects the newest of each record and kind stays; dead and open ones stay too", arguments: Engine.allCases
  )
  func effects(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for (place, state) in [EffectState.done, .superseded, .done, .dead].enumerated() {
        try transaction.insertEffect(effect("a\(place)", of: "A", place: Int64(place) + 1, state: state))
      }
      try transaction.insertEffect(effect("result", of: "A", place: 9, state: .done, kind: "result"))
      try transaction.insertEffect(effect("b0", of: "B", place: 1, state: .done))
      try transaction.insertEffect(effect("b1", of: "B", place: 2, state: .waiting))
    }
    #expect(try await store.write { try $0.removeEffects(endedBefore: 100, limit: 10) } == 0)
    #expect(try await store.write { try $0.removeEffects(endedBefore: 101, limit: 2) } == 2)
    #expect(try await store.write { try $0.removeEffects(endedBefore: 101, limit: 10) } == 2)
    #expect(try await store.read { try $0.effects(of: .deal("A")).map(\.id) } == ["a3", "result"])
    #expect(try await store.read { try $0.effects(of: .deal("B")).map(\.id) } == ["b1"])
    #expect(try await store.read { try $0.nextEffectPlace(of: .deal("A"), connection: "crm") } == 10)
  }

  @Test("hints that were done with are removed after their time, new ones never", arguments: Engine.allCases)
  func events(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for id in ["done", "failed", "new"] {
        _ = try transaction.insertEvent(
          InboundEvent(source: "s", id: id, type: "t", receivedAt: 1, payload: [], notBefore: 1))
      }
      try transaction.finishEvent(source: "s", id: "done", state: .done, note: nil, at: 50)
      try transaction.finishEvent(source: "s", id: "failed", state: .failed, note: nil, at: 60)
    }
    #expect(try await store.write { try $0.removeEvents(finishedBefore: 60, limit: 10) } == 1)
    #expect(try await store.write { try $0.removeEvents(finishedBefore: 61, limit: 10) } == 1)
    #expect(try await store.read { try $0.event(source: "s", id: "new") } != nil)
  }

  @Test("some rows at a time, the oldest first", arguments: Engine.allCases)
  func bounded(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for number in 1...25 {
        try transaction.storeIdempotentAnswer(
          IdempotentAnswer(
            person: "p", key: "\(number)", request: "r", status: 200, contentType: "t", body: [],
            createdAt: Int64(number)))
      }
    }
    #expect(try await store.write { try $0.removeIdempotentAnswers(before: 21, limit: 8) } == 8)
    #expect(try await store.read { try $0.idempotentAnswer(person: "p", key: "8") } == nil)
    #expect(try await store.read { try $0.idempotentAnswer(person: "p", key: "9") } != nil)
    #expect(try await store.write { try $0.removeIdempotentAnswers(before: 21, limit: 80) } == 12)
  }

  @Test("a token is removed once it has been over for long enough, whichever way it ended", arguments: Engine.allCases)
  func tokens(engine: Engine) async throws {
    let store = try await engine.store()
    @Sendable func token(_ id: String, expiresAt: Int64? = nil) -> AccessToken {
      AccessToken(
        id: id, hash: Hexadecimal.sha256(bytes(id)), person: "p", name: "n", createdAt: 1, expiresAt: expiresAt,
        kind: "api")
    }
    try await store.write { transaction in
      for one in [token("expired", expiresAt: 10), token("revoked"), token("valid"), token("later", expiresAt: 99)] {
        try transaction.insertToken(one)
      }
      try transaction.revokeToken("revoked", at: 20)
    }
    #expect(try await store.write { try $0.removeTokens(endedBefore: 15, limit: 10) } == 1)
    #expect(try await store.write { try $0.removeTokens(endedBefore: 50, limit: 10) } == 1)
    #expect(Set(try await store.read { try $0.tokens(kind: "api").map(\.id) }) == ["valid", "later"])
  }

  @Test(
    "a rotated token has a new secret; the old one ends at once or goes on until the end of its grace",
    arguments: Engine.allCases)
  func rotation(engine: Engine) async throws {
    let store = try await engine.store()
    @Sendable func hash(_ secret: String) -> String { Hexadecimal.sha256(bytes(secret)) }
    try await store.write {
      try $0.insertToken(
        AccessToken(id: "a", hash: hash("1"), person: "p", name: "n", createdAt: 1, expiresAt: 500, kind: "api"))
    }
    let before = try await store.read { try $0.directoryGeneration() }
    let rotated = try await store.write { try $0.rotateToken("a", hash: hash("2"), expiresAt: 900, at: 10) }
    #expect(rotated?.name == "n" && rotated?.person == "p" && rotated?.expiresAt == 900)
    #expect(try await store.read { try $0.token(hash: hash("1")) } == nil)
    #expect(try await store.read { try $0.directoryGeneration() } == before + 1)
    _ = try await store.write { try $0.rotateToken("a", hash: hash("3"), expiresAt: nil, oldUntil: 1000, at: 20) }
    let old = try await store.read { try $0.token(hash: hash("2")) }
    #expect(old?.id == "a/old" && old?.expiresAt == 900, "no longer than it was good for")
    #expect(try await store.read { try $0.token(hash: hash("3")) }?.id == "a")
    // Revoking the token ends its old secret too.
    #expect(try await store.write { try $0.revokeToken("a", at: 30) })
    #expect(try await store.read { try $0.token(hash: hash("2")) }?.revokedAt == 30)
    #expect(try await store.write { try $0.rotateToken("a", hash: hash("4"), expiresAt: nil, at: 40) } == nil)
  }
}

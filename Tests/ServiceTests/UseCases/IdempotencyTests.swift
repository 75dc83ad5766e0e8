import FEEL
import Sales
import Store
import Testing

@testable import Service

/// A request with a key has one effect: its answer is kept in the transaction that does the work.
@Suite("A request that is sent again", .timeLimit(.minutes(5)))
struct IdempotencyTests {
  private static let manager = Person(id: "siti", role: .manager, unit: nil, owners: nil, names: [])

  private func request<Answer>(_ key: String, _ body: [UInt8] = [1]) -> IdempotentRequest<Answer> {
    IdempotentRequest(person: Self.manager.id, key: key, digest: "d") { _ in
      IdempotentReply(status: 200, contentType: "t", body: body)
    }
  }

  private func stageChanges(_ fixture: SyncFixture) async throws -> [Text?] {
    try await fixture.application.store.read { try $0.stageChanges(of: SyncFixture.key(1)) }.map(\.to)
  }

  @Test("finds its answer from the moment on at which the work is done")
  func keptWithTheWork() async throws {
    let fixture = try await SyncFixture.deal()
    let application = fixture.application
    #expect(try await application.answeredBefore(Self.manager, key: "k", digest: "d") == nil)
    let before = try await application.store.read { try $0.record(SyncFixture.key(1))?.revision }
    _ = try await application.move(
      SyncFixture.key(1), to: "Demo", reason: nil, person: Self.manager, once: request("k", [7]))
    #expect(try await application.answeredBefore(Self.manager, key: "k", digest: "d")?.body == [7])
    #expect(try await application.store.read { try $0.record(SyncFixture.key(1))?.revision } == before.map { $0 + 1 })
    await #expect { _ = try await application.answeredBefore(Self.manager, key: "k", digest: "other") } throws: {
      ($0 as? ServiceError)?.code == "key-reused"
    }
  }

  @Test("is taken back as a whole where its answer cannot be kept, so that it is done when it comes again")
  func allOrNothing() async throws {
    struct Torn: Error {}
    let fixture = try await SyncFixture.deal()
    let application = fixture.application
    let (changes, entries) = (
      try await stageChanges(fixture), try await application.verifyAudit().count
    )
    let torn = IdempotentRequest<MoveAnswer>(person: Self.manager.id, key: "k", digest: "d") { _ in throw Torn() }
    await #expect(throws: ServiceError.self) {
      try await application.move(SyncFixture.key(1), to: "Demo", reason: nil, person: Self.manager, once: torn)
    }
    #expect(try await stageChanges(fixture) == changes)
    #expect(try await application.verifyAudit().count == entries)
    #expect(try await application.answeredBefore(Self.manager, key: "k", digest: "d") == nil)
    _ = try await application.move(
      SyncFixture.key(1), to: "Demo", reason: nil, person: Self.manager, once: request("k"))
    #expect(try await stageChanges(fixture) == changes + ["Demo"])
  }

  @Test("is done by one of two processes that have it at the same time, and not at all by the other")
  func twoProcesses() async throws {
    let fixture = try await SyncFixture.deal()
    let application = fixture.application
    let key = SyncFixture.key(1)
    try await application.setHold(key, reason: "wait", until: nil, person: Self.manager, once: request("k"))
    let entries = try await application.verifyAudit().count
    // The other found no answer yet when it looked.
    await #expect {
      try await application.setHold(key, reason: "wait", until: nil, person: Self.manager, once: request("k"))
    } throws: {
      ($0 as? ServiceError)?.code == "idempotency-key-in-use"
    }
    #expect(try await application.verifyAudit().count == entries)
  }

  @Test("is answered as before where there was nothing to do")
  func nothingToDo() async throws {
    let fixture = try await SyncFixture.deal()
    let application = fixture.application
    let answer = try await application.move(
      SyncFixture.key(1), to: "Prospecting", reason: nil, person: Self.manager, once: request("k", [9]))
    #expect(!answer.isMoved)
    #expect(try await application.answeredBefore(Self.manager, key: "k", digest: "d")?.body == [9])
  }

  @Test("is another one where the same event of a host is said of another record")
  func eventOfAnotherRecord() async throws {
    let fixture = try await SyncFixture.deal()
    let event = JSON.object([
      JSON.Member("id", .string("e-1")), JSON.Member("at", .string(Instant.text(fixture.time.now()))),
      JSON.Member("by", .string("rina")), JSON.Member("kind", .string("moved")), JSON.Member("to", .string("Demo")),
    ])
    let first = try await fixture.application.handle(event, of: SyncFixture.key(1))
    #expect(try await fixture.application.handle(event, of: SyncFixture.key(1)).document == first.document)
    await #expect { _ = try await fixture.application.handle(event, of: SyncFixture.key(2)) } throws: {
      ($0 as? ServiceError)?.code == "id-reused"
    }
  }
}

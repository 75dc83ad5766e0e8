import FEEL
import Testing

@testable import Store

@Suite("Store: inbound events and polls")
struct InboundTests {
  func event(_ id: String, at: Int64, notBefore: Int64 = 0) -> InboundEvent {
    InboundEvent(
      source: "crm", id: id, type: "record.changed", receivedAt: at, payload: bytes("{\"raw\": \(id)}"),
      notBefore: notBefore)
  }

  @Test("an event is taken once, and of two sources twice", arguments: Engine.allCases)
  func duplicates(engine: Engine) async throws {
    let store = try await engine.store()
    let answers = try await store.write { transaction in
      var other = event("1", at: 5)
      other.source = "another"
      return [
        try transaction.insertEvent(event("1", at: 3)), try transaction.insertEvent(event("1", at: 4)),
        try transaction.insertEvent(other),
      ]
    }
    #expect(answers == [true, false, true])
    #expect(try await store.read { try $0.event(source: "crm", id: "1") } == event("1", at: 3))
  }

  @Test("events are worked on oldest first, put off and ended once", arguments: Engine.allCases)
  func working(engine: Engine) async throws {
    let store = try await engine.store()
    func pending(_ now: Int64) async throws -> [String] {
      try await store.read { try $0.pendingEvents(of: ["crm", "other"], limit: 2, now: now).map(\.id) }
    }
    try await store.write { transaction in
      for (id, at, notBefore) in [("c", 3, 0), ("a", 1, 0), ("b", 2, 50)] as [(String, Int64, Int64)] {
        _ = try transaction.insertEvent(event(id, at: at, notBefore: notBefore))
      }
    }
    #expect(try await pending(10) == ["a", "c"])
    #expect(try await pending(50) == ["a", "b"])
    let answers = try await store.write { transaction in
      [
        try transaction.finishEvent(source: "crm", id: "a", state: .done, note: "judged", at: 60),
        try transaction.finishEvent(source: "crm", id: "a", state: .failed, note: "late", at: 61),
        try transaction.retryEvent(source: "crm", id: "a", notBefore: 0, note: nil),
        try transaction.retryEvent(source: "crm", id: "c", notBefore: 90, note: "the CRM is down"),
        try transaction.finishEvent(source: "crm", id: "none", state: .done, note: nil, at: 60),
      ]
    }
    #expect(answers == [true, false, false, true, false])
    #expect(try await pending(60) == ["b"])
    #expect(try await pending(90) == ["b", "c"])
    let ended = try #require(try await store.read { try $0.event(source: "crm", id: "a") })
    #expect(ended.state == .done)
    #expect(ended.note == "judged")
    #expect(ended.attempts == 1)
  }

  @Test("a poll goes on where it stopped", arguments: Engine.allCases)
  func cursors(engine: Engine) async throws {
    let store = try await engine.store()
    let cursor = PollCursor(connection: "sf", object: "Opportunity", fields: "1", stamp: 1_774_983_600_000, id: "006A")
    try await store.write { transaction in
      var earlier = cursor
      earlier.id = "006"
      try transaction.saveCursor(earlier)
      try transaction.saveCursor(cursor)
    }
    #expect(try await store.read { try $0.cursor(connection: "sf", object: "Opportunity") } == cursor)
    #expect(try await store.read { try $0.cursor(connection: "sf", object: "Lead") } == nil)
  }
}

import FEEL
import Sales
import Testing

@testable import Store

@Suite("Store: leases and nightly runs")
struct LeaseTests {
  func take(_ store: OpenStore, _ holder: String, now: Int64) async throws -> LeaseAnswer {
    try await store.write {
      try $0.takeLease(name: "server", holder: holder, pid: 42, host: "h", now: now, length: 100)
    }
  }

  @Test("one has it; another is told who; the next has a higher token", arguments: Engine.allCases)
  func taking(engine: Engine) async throws {
    let store = try await engine.store()
    #expect(try await take(store, "a", now: 0) == .taken(token: 1))
    let held = Lease(
      name: "server", holder: "a", pid: 42, host: "h", startedAt: 0, renewedAt: 0, expiresAt: 100, token: 1)
    #expect(try await take(store, "b", now: 99) == .heldBy(held))
    #expect(try await take(store, "a", now: 50) == .taken(token: 1))
    #expect(try await store.read { try $0.lease("server") }?.expiresAt == 150)
    #expect(try await take(store, "b", now: 150) == .taken(token: 2))
    let late = try await store.write { transaction in
      [
        try transaction.renewLease(name: "server", holder: "a", token: 1, now: 151, length: 100),
        try transaction.releaseLease(name: "server", holder: "a", token: 1),
        try transaction.renewLease(name: "server", holder: "b", token: 2, now: 151, length: 100),
      ]
    }
    #expect(late == [false, false, true])
    #expect(try await store.read { try $0.lease("server") }?.holder == "b")
  }

  @Test("a released lease is free at once, and its token is never given again", arguments: Engine.allCases)
  func releasing(engine: Engine) async throws {
    let store = try await engine.store()
    #expect(try await take(store, "a", now: 0) == .taken(token: 1))
    #expect(try await store.write { try $0.releaseLease(name: "server", holder: "a", token: 1) })
    #expect(try await take(store, "a", now: 1) == .taken(token: 2))
    #expect(try await store.write { try $0.releaseLease(name: "server", holder: "a", token: 2) })
    #expect(try await take(store, "b", now: 2) == .taken(token: 3))
  }

  @Test("of many who ask at once one gets it", arguments: Engine.allCases)
  func racing(engine: Engine) async throws {
    let store = try await engine.store()
    let taken = try await withThrowingTaskGroup(of: LeaseAnswer.self) { group in
      for holder in 1...16 { group.addTask { try await take(store, "h\(holder)", now: 5) } }
      return try await group.reduce(into: 0) { $0 += $1 == .taken(token: 1) ? 1 : 0 }
    }
    #expect(taken == 1)
  }

  @Test("a run is found again with its cursor, and its lines page by page", arguments: Engine.allCases)
  func nightRuns(engine: Engine) async throws {
    let store = try await engine.store()
    let begun = NightRun(id: "n", asOf: 5, playbook: "v", startedAt: 6, counts: bytes("{}"))
    var ended = begun
    ended.cursor = .deal("9")
    ended.finishedAt = 8
    ended.counts = bytes("{\"read\":3}")
    ended.report = bytes("{}")
    ended.startedAt = 99
    try await store.write { [ended] transaction in
      try transaction.saveNightRun(begun)
      for id in ["3", "1", "2"] as [Text] {
        try transaction.addNightLine(run: "n", key: .deal(id), outcome: "held", detail: "first")
      }
      try transaction.addNightLine(run: "n", key: .deal("2"), outcome: "promoted", detail: "again")
      try transaction.saveNightRun(ended)
    }
    ended.startedAt = 6
    #expect(try await store.read { try $0.nightRun("n") } == ended)
    #expect(try await store.read { try $0.nightRun("none") } == nil)
    let lines = try await store.read { (reading) throws in
      [
        try reading.nightLines(run: "n", after: nil, limit: 2),
        try reading.nightLines(run: "n", after: .deal("2"), limit: 2),
      ]
    }
    #expect(lines[0].map(\.key.id) == ["1", "2"])
    #expect(lines[0][1] == NightLine(key: .deal("2"), outcome: "promoted", detail: "again"))
    #expect(lines[1].map(\.key.id) == ["3"])
  }
}

import FEEL
import Sales
import Testing

@testable import Store

@Suite("Store: effects")
struct EffectTests {
  func effect(
    _ id: String, deal: Text = "1", kind: Text = "result", place: Int64 = 1, notBefore: Int64 = 0
  ) -> Effect {
    Effect(
      id: id, connection: "sf", kind: kind, key: .deal(deal), place: place, payload: bytes("{}"), createdAt: 1,
      notBefore: notBefore, changedAt: 1)
  }

  func claim(
    _ store: OpenStore, _ holder: String = "w1", now: Int64 = 100, lease: Int64 = 50, kind: Text = "result",
    limit: Int = 10
  ) async throws -> [Effect] {
    try await store.write {
      try $0.claimEffects(
        connection: "sf", kind: kind, holder: holder, now: now, leaseUntil: now + lease, limit: limit)
    }
  }

  func finish(_ store: OpenStore, _ effect: Effect, _ result: EffectResult, at now: Int64 = 101) async throws -> Int {
    try await store.write { try $0.finishEffects([(effect.id, effect.token, result)], at: now) }
  }

  @Test("an effect comes back as it was stored", arguments: Engine.allCases)
  func roundTrip(engine: Engine) async throws {
    let store = try await engine.store()
    var full = effect("a")
    full.state = .claimed
    full.attempts = 3
    full.leaseUntil = 9
    full.token = 3
    full.holder = "w"
    full.failureClass = "transient"
    full.failureCode = "503"
    full.failureMessage = "busy"
    full.outcomeUnknown = true
    try await store.write { [full] in try $0.insertEffect(full) }
    #expect(try await store.read { try $0.effect("a") } == full)
    #expect(try await store.read { try $0.effect("none") } == nil)
  }

  @Test("of a record only the first unfinished effect is claimed, until it is finished", arguments: Engine.allCases)
  func order(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      // Of two kinds, of two records, and put in the wrong way round.
      for effect in [
        effect("a3", place: 3), effect("a2", kind: "stage", place: 2), effect("a1", place: 1),
        effect("b1", deal: "2", place: 9),
      ] { try transaction.insertEffect(effect) }
    }
    #expect(try await claim(store, kind: "stage").isEmpty)
    let first = try await claim(store)
    #expect(Set(first.map(\.id)) == ["a1", "b1"])
    #expect(try await claim(store).isEmpty)
    let a1 = try #require(first.first { $0.id == "a1" })
    #expect(a1.state == .claimed && a1.token == 1 && a1.attempts == 1 && a1.holder == "w1" && a1.leaseUntil == 150)
    #expect(!a1.outcomeUnknown)
    #expect(try await finish(store, a1, .done) == 1)
    #expect(try await claim(store).isEmpty)
    let a2 = try #require(try await claim(store, kind: "stage").first)
    // A dead effect holds nobody up.
    #expect(try await finish(store, a2, .dead(class: "refused", code: "FIELD", message: "no such stage")) == 1)
    #expect(try await claim(store).map(\.id) == ["a3"])
  }

  @Test("an effect that is put off holds the later ones of its record", arguments: Engine.allCases)
  func putOff(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      try transaction.insertEffect(effect("a1", place: 1))
      try transaction.insertEffect(effect("a2", place: 2))
    }
    let a1 = try #require(try await claim(store).first)
    let retry = EffectResult.retry(
      notBefore: 500, class: "transient", code: "503", message: "busy", outcomeUnknown: false, counts: true)
    #expect(try await finish(store, a1, retry) == 1)
    #expect(try await claim(store, now: 499).isEmpty)
    let again = try #require(try await claim(store, now: 500).first)
    #expect(again.id == "a1" && again.token == 2 && again.attempts == 2 && !again.outcomeUnknown)
    #expect(again.failureClass == "transient" && again.failureCode == "503" && again.failureMessage == "busy")
  }

  @Test("a lease that ran out makes the outcome unknown and the old token worthless", arguments: Engine.allCases)
  func leaseRunsOut(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { try $0.insertEffect(effect("a")) }
    let slow = try #require(try await claim(store, "slow", now: 100, lease: 50).first)
    #expect(try await claim(store, "fast", now: 149).isEmpty)
    let taken = try #require(try await claim(store, "fast", now: 150).first)
    #expect(taken.outcomeUnknown && taken.token == 2 && taken.holder == "fast" && taken.attempts == 2)
    #expect(try await finish(store, slow, .dead(class: "late", code: nil, message: nil)) == 0)
    #expect(try await store.read { try $0.effect("a") } == taken)
    #expect(try await finish(store, taken, .done) == 1)
    #expect(try await finish(store, taken, .done) == 0)
    let done = try #require(try await store.read { try $0.effect("a") })
    #expect(done.state == .done && !done.outcomeUnknown && done.holder == nil && done.leaseUntil == nil)
  }

  @Test("who takes over gives back what the dead one had, with its outcome unknown", arguments: Engine.allCases)
  func takeOver(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for (id, deal) in [("a", "1"), ("b", "2"), ("c", "3")] as [(String, Text)] {
        try transaction.insertEffect(effect(id, deal: deal))
      }
    }
    let dead = try await claim(store, "dead", limit: 2)
    let own = try await claim(store, "new", limit: 1)
    #expect(dead.count == 2 && own.count == 1)
    #expect(try await store.write { try $0.releaseClaims(holderNot: "new", now: 120) } == 2)
    #expect(try await store.read { try $0.effects(state: .waiting, limit: 9) }.allSatisfy(\.outcomeUnknown))
    // The dead one was only slow: what it reports now counts for nothing, before and after the next claim.
    for effect in dead { #expect(try await finish(store, effect, .done) == 0) }
    let claimed = try await claim(store, "new", now: 120)
    #expect(Set(claimed.map(\.id)) == Set(dead.map(\.id)))
    #expect(claimed.allSatisfy { $0.outcomeUnknown && $0.token == 2 })
    for effect in dead { #expect(try await finish(store, effect, .done) == 0) }
    #expect(try await store.read { try $0.effect(own[0].id) }?.outcomeUnknown == false)
  }

  @Test(
    "unknown stays unknown until it is done; an attempt that was never sent does not count", arguments: Engine.allCases)
  func retries(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { try $0.insertEffect(effect("a")) }
    func retry(_ unknown: Bool, counts: Bool) async throws -> Effect {
      let claimed = try #require(try await claim(store).first)
      let result = EffectResult.retry(
        notBefore: 0, class: "x", code: nil, message: nil, outcomeUnknown: unknown, counts: counts)
      #expect(try await finish(store, claimed, result) == 1)
      return try #require(try await store.read { try $0.effect("a") })
    }
    let first = try await retry(true, counts: true)
    #expect(first.outcomeUnknown && first.attempts == 1 && first.state == .waiting)
    let second = try await retry(false, counts: false)
    #expect(second.outcomeUnknown && second.attempts == 1)
  }

  @Test("a newer effect supersedes those that wait, never one that is on its way", arguments: Engine.allCases)
  func superseding(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for effect in [
        effect("a1", place: 1), effect("a2", place: 2), effect("s", kind: "stage", place: 3), effect("a4", place: 4),
        effect("b", deal: "2"),
      ] { try transaction.insertEffect(effect) }
    }
    let claimed = try await claim(store, limit: 1)
    #expect(claimed.map(\.id) == ["a1"] || claimed.map(\.id) == ["b"])
    let a1 = try #require(claimed.first { $0.id == "a1" })
    let ended = try await store.write {
      try $0.supersedeEffects(of: .deal("1"), kind: "result", connection: "sf", before: 4, at: 7)
    }
    #expect(ended.map(\.id) == ["a2"])
    #expect(ended.allSatisfy { $0.state == .superseded && $0.changedAt == 7 })
    #expect(try await finish(store, a1, .superseded(note: "the CRM moved on")) == 1)
    let states = try await store.read { try $0.effects(of: .deal("1")).map(\.state) }
    #expect(states == [.superseded, .superseded, .waiting, .waiting])
  }

  @Test(
    "what the other system shows is done, if its outcome was unknown and nobody is at it", arguments: Engine.allCases)
  func confirming(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { try $0.insertEffect(effect("a")) }
    func confirm() async throws -> Bool { try await store.write { try $0.confirmEffect("a", at: 9) } }
    #expect(try await confirm() == false, "never tried")
    let claimed = try #require(try await claim(store).first)
    #expect(try await confirm() == false, "somebody is at it")
    let lost = EffectResult.retry(
      notBefore: 5, class: "transient", code: "X", message: "no answer", outcomeUnknown: true, counts: true)
    #expect(try await finish(store, claimed, lost) == 1)
    #expect(try await confirm())
    let done = try #require(try await store.read { try $0.effect("a") })
    #expect(done.state == .done && !done.outcomeUnknown && done.attempts == 1 && done.changedAt == 9)
    #expect(done.failureCode == nil && done.failureMessage == nil)
    #expect(try await claim(store).isEmpty)
    #expect(try await confirm() == false)
  }

  @Test("a dead effect can be tried again, and nothing else can", arguments: Engine.allCases)
  func revival(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { try $0.insertEffect(effect("a")) }
    #expect(try await store.write { try $0.retryEffect("a", at: 5) } == false)
    let claimed = try #require(try await claim(store).first)
    #expect(try await finish(store, claimed, .dead(class: "refused", code: "X", message: "no")) == 1)
    #expect(try await store.read { try $0.effects(state: .dead, connection: "sf", limit: 5) }.map(\.id) == ["a"])
    #expect(try await store.read { try $0.effects(state: .dead, connection: "other", limit: 5) }.isEmpty)
    #expect(try await store.write { try $0.retryEffect("a", at: 200) })
    #expect(try await claim(store, now: 199).isEmpty)
    let again = try #require(try await claim(store, now: 200).first)
    #expect(again.attempts == 1 && again.token == 2)
    // A part of a result may have come through before the other system refused the rest.
    #expect(again.outcomeUnknown)
  }

  @Test("many workers at once claim each effect once, and each record's in order", arguments: Engine.allCases)
  func racing(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for deal in 1...20 {
        for place in 1...5 {
          try transaction.insertEffect(effect("\(deal)-\(place)", deal: Text("\(deal)"), place: Int64(place)))
        }
      }
    }
    let finished = try await withThrowingTaskGroup(of: [Effect].self) { group in
      for worker in 1...6 {
        group.addTask {
          var own: [Effect] = []
          for _ in 1...200 {
            let claimed = try await claim(store, "w\(worker)", limit: 3)
            for effect in claimed where try await finish(store, effect, .done) == 1 { own.append(effect) }
            if try await store.read({ try $0.effects(state: .done, limit: 200).count }) == 100 { break }
          }
          return own
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(finished.count == 100)
    #expect(Set(finished.map(\.id)).count == 100)
    #expect(finished.allSatisfy { $0.token == 1 && !$0.outcomeUnknown })
  }

  @Test("counts and places; what is over is counted for ever, though it is cleared away", arguments: Engine.allCases)
  func telling(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      #expect(try transaction.nextEffectPlace(of: .deal("1"), connection: "sf") == 1)
      for place in 1...3 {
        var stage = effect("s\(place)", deal: "\(place)", kind: "stage", place: Int64(place))
        stage.createdAt = Int64(10 - place)
        try transaction.insertEffect(stage)
      }
      try transaction.insertEffect(effect("r", place: 4))
      #expect(try transaction.nextEffectPlace(of: .deal("1"), connection: "sf") == 5)
    }
    for claimed in try await claim(store, kind: "stage") {
      let result: EffectResult = claimed.id == "s3" ? .dead(class: "person", code: nil, message: nil) : .done
      #expect(try await finish(store, claimed, result) == 1)
    }
    let counts = [
      EffectCount(connection: "sf", kind: "result", state: .waiting, count: 1, oldestCreatedAt: 1),
      EffectCount(connection: "sf", kind: "stage", state: .dead, count: 1, oldestCreatedAt: 7),
      EffectCount(connection: "sf", kind: "stage", state: .done, count: 2, oldestCreatedAt: nil),
    ]
    #expect(try await store.read { try $0.effectCounts() } == counts)
    try await store.write { _ = try $0.run("DELETE FROM effect WHERE state = 'done'") }
    #expect(try await store.read { try $0.effectCounts() } == counts)
  }

  @Test("a connection's rest is remembered", arguments: Engine.allCases)
  func connections(engine: Engine) async throws {
    let store = try await engine.store()
    let state = ConnectionState(
      connection: "sf", pausedUntil: 9, reason: "REQUEST_LIMIT_EXCEEDED", failures: 5, changedAt: 3)
    #expect(try await store.read { try $0.connectionState("sf") } == nil)
    try await store.write { transaction in
      try transaction.saveConnectionState(ConnectionState(connection: "sf", failures: 4, changedAt: 2))
      try transaction.saveConnectionState(state)
    }
    #expect(try await store.read { try $0.connectionState("sf") } == state)
  }
}

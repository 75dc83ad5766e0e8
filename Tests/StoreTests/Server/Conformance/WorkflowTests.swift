import FEEL
import Sales
import Testing

@testable import Store

@Suite("Store: gates, stage history, proposals and asks")
struct WorkflowTests {
  let deal = RecordKey.deal("1")

  @Test("gates are replaced, watermarks gathered, and a new episode has neither", arguments: Engine.allCases)
  func episode(engine: Engine) async throws {
    let store = try await engine.store()
    let gates = ["b", "a", "c"].map {
      History.KeptGate(from: "A", to: "B", rule: $0, passedAt: 5, playbook: $0 == "a" ? nil : "v")
    }
    let marks = [
      History.Watermark(from: "B", to: "A", at: 9, by: "m", reason: "too early"),
      History.Watermark(from: "C", to: "B", at: 3),
    ]
    try await store.write { transaction in
      try transaction.replaceGates(of: deal, with: gates.reversed())
      try transaction.replaceGates(of: deal, with: gates)
      try transaction.replaceGates(of: .deal("2"), with: gates)
      for mark in marks { try transaction.addWatermark(mark, to: deal) }
    }
    let before = try await store.read { try ($0.gates(of: deal), $0.watermarks(of: deal)) }
    #expect(before.0 == gates)
    #expect(before.1 == marks)
    try await store.write { try $0.clearEpisode(of: deal) }
    let after = try await store.read {
      try ($0.gates(of: deal), $0.watermarks(of: deal), $0.gates(of: .deal("2")))
    }
    #expect(after.0.isEmpty)
    #expect(after.1.isEmpty)
    #expect(after.2 == gates)
  }

  @Test("the stage history is oldest first, and of one instant as it was written", arguments: Engine.allCases)
  func stageHistory(engine: Engine) async throws {
    let store = try await engine.store()
    let changes = [
      StageChange(id: "z", key: deal, to: "A", at: 5, cause: "import"),
      StageChange(
        id: "y", key: deal, from: "A", to: "B", at: 7, cause: "promotion", by: "p", rule: "r", submission: "s",
        playbook: "v", proposal: "q", reason: "because"),
      StageChange(id: "x", key: deal, from: "B", to: "C", at: 7, cause: "crm"),
    ]
    try await store.write { transaction in
      for change in changes { try transaction.addStageChange(change) }
      try transaction.addStageChange(StageChange(id: "w", key: .deal("2"), to: "A", at: 1, cause: "crm"))
    }
    #expect(try await store.read { try $0.stageChanges(of: deal) } == changes)
    await #expect(throws: StoreError.self) { try await store.write { try $0.addStageChange(changes[0]) } }
  }

  func proposal(_ id: String, _ status: Text, key: RecordKey = .deal("1"), at: Int64 = 1) -> StoredProposal {
    StoredProposal(
      id: id, key: key, from: "A", to: "C", path: ["B", "C"], rules: ["r1", "r, \"2\""], status: status,
      detail: ["amount"], playbook: "v", createdAt: at, changedAt: at, decidedBy: nil, reason: nil)
  }

  @Test("a proposal changes its status and keeps its beginning", arguments: Engine.allCases)
  func proposals(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      try transaction.saveRecord(
        StoredRecord(key: .deal("2"), document: [], owner: "O2", revision: 1, updatedAt: 1))
      for (id, status) in [("a", "waiting"), ("b", "blocked"), ("c", "held"), ("d", "refused")] as [(String, Text)] {
        try transaction.saveProposal(proposal(id, status))
      }
      try transaction.saveProposal(proposal("e", "waiting", key: .deal("2"), at: 0))
      var decided = proposal("a", "accepted", key: .deal("other"), at: 8)
      decided.decidedBy = "m"
      decided.reason = "right"
      try transaction.saveProposal(decided)
    }
    try await store.read { (reading) throws in
      var expected = proposal("a", "accepted")
      expected.changedAt = 8
      expected.decidedBy = "m"
      expected.reason = "right"
      #expect(try reading.proposal("a") == expected)
      #expect(try reading.proposal("none") == nil)
      #expect(try reading.proposals(of: deal).map(\.id) == ["a", "b", "c", "d"])
      #expect(try reading.openProposals(of: deal).map(\.id) == ["b", "c"])
      #expect(try reading.proposals(status: "waiting", owners: nil, limit: 9).map(\.id) == ["e"])
      #expect(try reading.proposals(status: "waiting", owners: ["O2", "x", "y"], limit: 9).map(\.id) == ["e"])
      #expect(try reading.proposals(status: "waiting", owners: ["O1"], limit: 9).isEmpty)
      #expect(try reading.proposals(status: "waiting", owners: [], limit: 9).isEmpty)
    }
  }

  @Test("an unknown status is refused by the store itself", arguments: Engine.allCases)
  func unknownStatus(engine: Engine) async throws {
    let store = try await engine.store()
    await #expect(throws: StoreError.self) { try await store.write { try $0.saveProposal(proposal("a", "maybe")) } }
    #expect(try await store.read { try $0.proposal("a") } == nil)
  }

  @Test("an assessment is asked for once until it is done", arguments: Engine.allCases)
  func asks(engine: Engine) async throws {
    let store = try await engine.store()
    let ask = Ask(key: deal, assessment: "A", reason: "90 days old", askedAt: 5)
    let other = Ask(key: deal, assessment: "B", reason: "90 days old", askedAt: 4)
    let answers = try await store.write { transaction in
      try transaction.saveRecord(StoredRecord(key: deal, document: [], owner: "O1", revision: 1, updatedAt: 1))
      return [try transaction.addAsk(ask), try transaction.addAsk(ask), try transaction.addAsk(other)]
    }
    #expect(answers == [true, false, true])
    #expect(try await store.read { try $0.openAsks(of: deal) } == [ask, other])
    #expect(try await store.read { try $0.openAsks(owners: nil, limit: 9) } == [other, ask])
    #expect(try await store.read { try $0.openAsks(owners: ["O1"], limit: 1) } == [other])
    #expect(try await store.read { try $0.openAsks(owners: ["O2"], limit: 9) } == [])
    #expect(try await store.read { try $0.openAsks(owners: [], limit: 9) } == [])
    let closed = try await store.write { transaction in
      let closed = try transaction.closeAsks(of: deal, assessment: "A", at: 6)
      return [closed, try transaction.closeAsks(of: deal, assessment: "A", at: 7)]
    }
    #expect(closed == [1, 0])
    #expect(try await store.write { try $0.addAsk(ask) })
    #expect(try await store.read { try $0.openAsks(of: deal) } == [other, ask])
  }
}

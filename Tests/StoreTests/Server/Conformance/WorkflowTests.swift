import FEEL
import Sales
import Testing

@testable import Store

@Suite("Store: proposals and asks")
struct WorkflowTests {
  let deal = RecordKey.deal("1")

  func proposal(_ id: Text, _ status: Text, key: RecordKey = .deal("1"), at: Int64 = 1) -> StoredProposal {
    StoredProposal(
      id: id, key: key, from: "A", to: "C", path: ["B", "C"], rules: ["r1", "r, \"2\""], status: status,
      detail: ["amount"], playbook: "v", createdAt: at, changedAt: at, decidedBy: nil, reason: nil)
  }

  @Test("a proposal changes its status and keeps its beginning", arguments: Engine.allCases)
  func proposals(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      try transaction.saveRecord(
        StoredRecord(key: .deal("2"), document: [], state: [], owner: "O2", revision: 1, updatedAt: 1))
      for (id, status) in [("a", "waiting"), ("b", "blocked"), ("c", "held"), ("d", "refused")] as [(Text, Text)] {
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

  @Test("an ask is open until it is done, and then history", arguments: Engine.allCases)
  func asks(engine: Engine) async throws {
    let store = try await engine.store()
    var ask = Ask(key: deal, assessment: "A", reason: "90 days old", askedAt: 5)
    let other = Ask(key: deal, assessment: "B", reason: "90 days old", askedAt: 4)
    try await store.write { [ask] transaction in
      try transaction.saveRecord(
        StoredRecord(key: deal, document: [], state: [], owner: "O1", revision: 1, updatedAt: 1))
      try transaction.saveAsk(ask)
      try transaction.saveAsk(other)
    }
    let (ofDeal, ofAll) = try await store.read { try ($0.openAsks(of: deal), $0.openAsks(owners: nil, limit: 9)) }
    #expect(ofDeal == [other, ask])
    #expect(ofAll == [other, ask])
    #expect(try await store.read { try $0.openAsks(owners: ["O1"], limit: 1) } == [other])
    #expect(try await store.read { try $0.openAsks(owners: ["O2"], limit: 9) } == [])
    #expect(try await store.read { try $0.openAsks(owners: [], limit: 9) } == [])
    ask.doneAt = 6
    try await store.write { [ask] in try $0.saveAsk(ask) }
    #expect(try await store.read { try $0.openAsks(of: deal) } == [other])
  }
}

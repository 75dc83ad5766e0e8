import FEEL
import Sales
import Testing

@testable import Store

@Suite("Store: dossiers and what steps add to them")
struct DossierTests {
  let deal = RecordKey.deal("1")

  /// A deal that was moved once: what a step says, made by hand.
  func result(revision: Int64, _ changes: [Change]) -> StepResult {
    var dossier = Dossier(deal)
    dossier.revision = revision - 1
    return StepResult(changes: changes, from: dossier, at: 50)
  }

  @Test("a step's changes make the record's row and its histories, in order", arguments: Engine.allCases)
  func applied(engine: Engine) async throws {
    let store = try await engine.store()
    let gate = History.KeptGate(from: "A", to: "B", rule: "r", passedAt: 5, playbook: "v")
    let mark = History.Watermark(from: "B", to: "A", at: 9, by: "m", reason: "too early")
    let moved = StageChange(from: "A", to: "B", at: 7, cause: "person", by: "p", playbook: "v", reason: "because")
    let ask = Ask(key: deal, assessment: "A", reason: "missing", askedAt: 5)
    let first = result(
      revision: 1,
      [
        .attribute(AttributeChange(name: "amount", before: .unknown, after: .number(Decimal34(5)), at: 3)),
        .stage(StageChange(to: "A", at: 6, cause: "import")), .stage(moved), .gateKept(gate), .watermark(mark),
        .ask(ask), .refusal(Refusal(from: "B", to: "Won", at: 8)), .promotions(PromotionCount(day: 20_000, count: 2)),
        .outcomeMoved(
          OutcomeChange(stated: "B", least: "A", most: "B", money: Decimal34(5), cause: "person", at: 50)),
      ])
    let isStored = try await store.write { try $0.apply(first, event: "e1", at: 60) }
    #expect(isStored)
    let read = try await store.read { try $0.dossier(deal) { Envelope(bytes: $0)?.submission } }
    let found = try #require(read)
    #expect(found.record.revision == 1)
    #expect(try await store.read { try $0.revision(of: deal) } == 1)
    #expect(found.record.updatedAt == 50)
    #expect(found.record.stage == "B")
    #expect(found.record.document == first.dossier.document())
    #expect(found.record.state == first.dossier.state())
    #expect(found.asks == [ask])
    try await store.read { (reading) throws in
      #expect(try reading.stageChanges(of: deal).map(\.to) == ["A", "B"])
      #expect(try reading.stageChanges(of: deal).last == moved)
      let attribute = try #require(try reading.attributeChanges(of: deal).first)
      #expect(attribute.name == "amount" && attribute.before == nil && attribute.after == "5")
      #expect(attribute.changedAt == 3 && attribute.storedAt == 60 && attribute.event == "e1")
      #expect(try reading.outcomeChanges(of: deal).map(\.change.money) == [Decimal34(5)])
    }
  }

  @Test(
    "a step that was decided before something was changed beside the steps is not stored", arguments: Engine.allCases)
  func raised(engine: Engine) async throws {
    let store = try await engine.store()
    let moved = Change.stage(StageChange(from: nil, to: "A", at: 7, cause: "import"))
    let (first, second) = (result(revision: 1, [moved]), result(revision: 2, [moved]))
    let stored = try await store.write { transaction in
      let isFirst = try transaction.apply(first, event: "e1", at: 60)
      try transaction.raiseRevision(of: deal)
      return (isFirst, try transaction.apply(second, event: "e2", at: 61))
    }
    #expect(stored.0 && !stored.1)
    #expect(try await store.read { try $0.revision(of: deal) } == 2)
    #expect(try await store.read { try $0.revision(of: RecordKey(kind: "lead", id: "none")) } == nil)
  }

  @Test("a step that was decided on an older dossier is not stored", arguments: Engine.allCases)
  func outdated(engine: Engine) async throws {
    let store = try await engine.store()
    let moved = Change.stage(StageChange(from: nil, to: "A", at: 7, cause: "import"))
    let first = result(revision: 1, [moved])
    let second = result(revision: 2, [moved])
    let answers = try await store.write { transaction in
      [
        try transaction.apply(second, event: "too early", at: 1), try transaction.apply(first, event: "e1", at: 1),
        try transaction.apply(first, event: "again", at: 1), try transaction.apply(second, event: "e2", at: 1),
        try transaction.apply(second, event: "again", at: 1),
      ]
    }
    #expect(answers == [false, true, false, true, false])
    let history = try await store.read { try $0.stageChanges(of: deal) }
    #expect(history.count == 2)
  }

  @Test("a noted stage write raises the revision, so that no prepared step takes it back", arguments: Engine.allCases)
  func noted(engine: Engine) async throws {
    let store = try await engine.store()
    let stamped = result(revision: 1, [.stamps(CRMStamps(modified: "m", modifiedAt: 5))])
    let prepared = result(revision: 2, [.hold(History.PersonsWord(by: "m", reason: "wait"))])
    let answers = try await store.write { transaction in
      let first = try transaction.apply(stamped, event: "e1", at: 1)
      try transaction.noteStageWrite(of: deal, at: 9)
      return [first, try transaction.apply(prepared, event: "e2", at: 1)]
    }
    #expect(answers == [true, false])
    let read = try await store.read { try $0.record(deal) }
    let found = try #require(read)
    #expect(found.stamps == CRMStamps(modified: "m", modifiedAt: 5, stageModifiedAt: 9))
    #expect(found.revision == 2)
  }

  @Test("what the writer remembers is taken back with a body that fails", arguments: Engine.allCases)
  func remembered(engine: Engine) async throws {
    struct Stop: Error {}
    let store = try await engine.store()
    for number in 1...6 {
      try? await store.write { transaction in
        try transaction.appendAudit(at: 1, actor: "p", action: "a", subject: "s", payload: [], salt: [1])
        if number.isMultiple(of: 2) { throw Stop() }
      }
    }
    let verification = try await store.read { try $0.verifyAudit() }
    #expect(verification.count == 3 && verification.firstBad == nil)
  }
}

import FEEL
import Sales
import Store
import Testing

@testable import Service

/// What the process remembers of a record is what the store says of it.
@Suite("A dossier that is remembered", .timeLimit(.minutes(5)))
struct KnownDossierTests {
  /// Another process over the same store, which remembers nothing.
  private func another(_ fixture: SyncFixture) -> Application {
    Application(
      store: fixture.application.store, time: fixture.time, connections: fixture.application.connections,
      logger: fixture.application.logger)
  }

  private func read(_ number: Int, by application: Application, _ fixture: SyncFixture) async throws -> Dossier? {
    try await application.store.read { [time = fixture.time] reading in
      let rules = try application.rules(at: time.now(), in: reading)
      return try application.dossier(SyncFixture.key(number), rules.loaded, in: reading)
    }
  }

  /// - Returns: whether this process remembered anything.
  @discardableResult
  private func compare(
    _ number: Int, _ fixture: SyncFixture, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Bool {
    let loaded = try await fixture.application.current(at: fixture.time.now()).loaded
    let known = fixture.application.dossiers.dossier(SyncFixture.key(number), loaded)
    let stored = try #require(try await read(number, by: another(fixture), fixture))
    let here = try #require(try await read(number, by: fixture.application, fixture))
    #expect(here.revision == stored.revision, sourceLocation: sourceLocation)
    #expect(here.json == stored.json, sourceLocation: sourceLocation)
    return known?.revision == stored.revision
  }

  @Test("is the stored one after everything that can happen to a record")
  func same() async throws {
    var playbook = SyncFixture.playbook()
    playbook.sentences.append(
      SentenceDefinition(
        name: "Signed", condition: "Prospecting.Score = 100", actions: [.propose("Closed Won")], mode: nil))
    let fixture = try await SyncFixture.deal(playbook)
    let application = fixture.application
    let (key, person) = (SyncFixture.key(1), SyncFixture.rep)
    func later() { fixture.time.move(by: 60_000) }

    for (sequence, score) in [10, 61, 20, 90].enumerated() {
      _ = try await fixture.submit(1, score: score, sequence: sequence + 1)
      #expect(try await compare(1, fixture), "a submission is remembered")
      later()
    }
    _ = try await application.move(key, to: "Prospecting", reason: "too early", person: person)
    #expect(try await compare(1, fixture))
    try await application.setHold(key, reason: "procurement", until: nil, person: person)
    try await compare(1, fixture)
    later()
    _ = try await fixture.submit(1, score: 100, sequence: 5)
    try await compare(1, fixture)
    try await application.clearHold(key, person: person)
    try await compare(1, fixture)
    try await application.setOverride(key, stage: "Demo", reason: "signed on paper", until: nil, person: person)
    try await compare(1, fixture)
    try await application.clearOverride(key, person: person)
    later()
    _ = try await fixture.submit(1, score: 100, sequence: 6)
    try await compare(1, fixture)
    let proposal = try #require(try await application.proposals(for: person).first)
    _ = try await application.refuseProposal(proposal.id, reason: "not yet", person: person)
    try await compare(1, fixture)
    fixture.crm.show(fixture.row(1, at: 7200, amount: .number(Decimal34(200))))
    await fixture.round()
    try await compare(1, fixture)
    later()
    _ = try await fixture.submit(1, score: 100, sequence: 7)
    try await compare(1, fixture)
    _ = try await application.rescore()
    try await compare(1, fixture)
  }

  @Test("keeps the order of arrival where a submission counts that was held before")
  func admitted() async throws {
    let fixture = try await SyncFixture(SyncFixture.playbook())
    let answer = try await fixture.submit(1, score: 30, sequence: 1)
    #expect(answer.status == 202, "there is no such deal yet")
    fixture.crm.show(fixture.row(1, at: -20))
    await fixture.round()
    _ = try await fixture.submit(1, score: 40, sequence: 2)
    let held = try #require(try await fixture.application.held(for: SyncFixture.rep).first)
    _ = try await fixture.application.acceptHeld(held.id, person: SyncFixture.rep)
    try await compare(1, fixture)
    #expect(try await read(1, by: fixture.application, fixture)?.record.submissions.count == 2)
  }

  @Test("does not count where another process changed the record since: the submission is judged by what is stored")
  func changedElsewhere() async throws {
    let fixture = try await SyncFixture.deal()
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    try await another(fixture).setHold(SyncFixture.key(1), reason: "procurement", until: nil, person: SyncFixture.rep)
    _ = try await fixture.submit(1, score: 61, sequence: 2)
    #expect(try await fixture.record(1)?.stage == "Prospecting", "it is held")
    try await compare(1, fixture)
  }

  @Test("does not bring back answers that another process erased")
  func erasedElsewhere() async throws {
    let fixture = try await SyncFixture.deal()
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    let id = "0195a000-0000-7000-8000-000000000001"
    try await another(fixture).erase(submission: id, reason: "asked for")
    #expect(try await read(1, by: fixture.application, fixture)?.record.submissions.isEmpty == true)
    _ = try await fixture.submit(1, score: 20, sequence: 2)
    #expect(try await read(1, by: fixture.application, fixture)?.record.submissions.count == 1)
    try await compare(1, fixture)
  }

  @Test("is that of the playbook in force: another one reads the record anew")
  func otherPlaybook() async throws {
    let fixture = try await SyncFixture.deal()
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    try await fixture.activate(SyncFixture.playbook(threshold: 15))
    let loaded = try await fixture.application.current(at: fixture.time.now()).loaded
    #expect(fixture.application.dossiers.dossier(SyncFixture.key(1), loaded) == nil)
    fixture.time.move(by: 1000)
    _ = try await fixture.submit(1, score: 20, sequence: 2)
    #expect(try await fixture.record(1)?.stage == "Discovery")
  }

  @Test("is forgotten where many others came since, and is read again")
  func bounded() async throws {
    let fixture = try await SyncFixture.deal()
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    let (dossiers, loaded) = (
      fixture.application.dossiers, try await fixture.application.current(at: fixture.time.now()).loaded
    )
    for number in 2...(KnownDossiers.most + 2) {
      var other = Dossier(RecordKey(kind: "opportunity", id: Text("other \(number)")))
      other.revision = 1
      dossiers.keep(other, loaded)
    }
    #expect(dossiers.dossier(SyncFixture.key(1), loaded) == nil)
    _ = try await fixture.submit(1, score: 20, sequence: 2)
    #expect(try await compare(1, fixture))
  }
}

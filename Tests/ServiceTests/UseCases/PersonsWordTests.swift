import FEEL
import Sales
import Store
import Testing

@testable import Service

/// What persons decide about a deal stands beside what the evidence says, and is kept with its reason.
@Suite("A person's word", .timeLimit(.minutes(5)))
struct PersonsWordTests {
  private static let manager = Person(id: "siti", role: .manager, unit: nil, owners: nil, names: [])
  private static let stranger = Person(
    id: "tom", role: .manager, unit: nil, owners: ["005000000000x99AAA"], names: [])

  /// A deal at Prospecting, under rules of which one proposes to close it.
  private func deal() async throws -> SyncFixture {
    var playbook = SyncFixture.playbook()
    playbook.sentences.append(
      SentenceDefinition(
        name: "Signed", condition: "Prospecting.Score = 100", actions: [.propose("Closed Won")], mode: nil))
    return try await SyncFixture.deal(playbook)
  }

  private func waiting(_ fixture: SyncFixture) async throws -> [ProposalView] {
    try await fixture.application.proposals(for: Self.manager)
  }

  // MARK: - Proposals

  @Test("accepts a proposal: the deal is closed, the CRM is told, and the proposal is decided once")
  func accepted() async throws {
    let fixture = try await deal()
    _ = try await fixture.submit(1, score: 100, sequence: 1)
    #expect(try await fixture.record(1)?.stage == "Demo", "closing is only proposed")
    let proposal = try #require(try await waiting(fixture).first)
    #expect(proposal.from == "Demo" && proposal.to == "Closed Won" && proposal.rules == ["Signed"])
    let decided = try await fixture.application.acceptProposal(proposal.id, reason: nil, person: Self.manager)
    #expect(decided.status == "accepted" && decided.decidedBy == "siti")
    #expect(try await fixture.record(1)?.stage == "Closed Won")
    let written = try await fixture.effects(1).last
    #expect(written.map { String(decoding: $0.payload, as: UTF8.self).contains("Closed Won") } == true)
    #expect(
      await refusal { () throws(ServiceError) in
        _ = try await fixture.application.acceptProposal(proposal.id, reason: nil, person: Self.manager)
      } == "not-waiting")
  }

  @Test("refuses a proposal, with a reason: it does not come again until there is newer evidence")
  func refused() async throws {
    let fixture = try await deal()
    _ = try await fixture.submit(1, score: 100, sequence: 1)
    let proposal = try #require(try await waiting(fixture).first)
    #expect(
      await refusal { () throws(ServiceError) in
        _ = try await fixture.application.refuseProposal(proposal.id, reason: "", person: Self.manager)
      } == "no-reason")
    let refused = try await fixture.application.refuseProposal(
      proposal.id, reason: "the contract is not countersigned", person: Self.manager)
    #expect(refused.status == "refused")
    fixture.time.move(by: 3_600_000)
    _ = try await fixture.application.rescore()
    #expect(try await waiting(fixture).isEmpty, "a night is no evidence")
    _ = try await fixture.submit(1, score: 100, sequence: 2)
    #expect(try await waiting(fixture).map(\.to) == ["Closed Won"])
  }

  @Test("finds a proposal superseded that the evidence carries no longer")
  func superseded() async throws {
    let fixture = try await deal()
    _ = try await fixture.submit(1, score: 100, sequence: 1)
    let proposal = try #require(try await waiting(fixture).first)
    fixture.time.move(by: 60_000)
    _ = try await fixture.submit(1, score: 90, sequence: 2)
    #expect(try await waiting(fixture).isEmpty)
    #expect(
      await refusal { () throws(ServiceError) in
        _ = try await fixture.application.acceptProposal(proposal.id, reason: nil, person: Self.manager)
      } == "not-waiting")
    #expect(try await fixture.record(1)?.stage == "Demo")
  }

  @Test("counts within the person's reach only: of other deals there is nothing to see or to decide")
  func reach() async throws {
    let fixture = try await deal()
    _ = try await fixture.submit(1, score: 100, sequence: 1)
    let proposal = try #require(try await waiting(fixture).first)
    let (application, key) = (fixture.application, SyncFixture.key(1))
    #expect(try await application.proposals(for: Self.stranger).isEmpty)
    #expect(
      await refusal { () throws(ServiceError) in
        _ = try await application.acceptProposal(proposal.id, reason: nil, person: Self.stranger)
      } == "no-proposal")
    #expect(
      await refusal { () throws(ServiceError) in
        _ = try await application.move(key, to: "Demo", reason: nil, person: Self.stranger)
      } == "no-record")
    #expect(
      await refusal { () throws(ServiceError) in
        try await application.setHold(key, reason: "wait", until: nil, person: Self.stranger)
      } == "no-record")
    #expect(
      await refusal { () throws(ServiceError) in
        try await application.setOverride(key, stage: "Demo", reason: "sure", until: nil, person: Self.stranger)
      } == "no-record")
  }

  // MARK: - Moves

  @Test("moves a deal further than the evidence carries it: it stands there, and is said to be ahead")
  func ahead() async throws {
    let fixture = try await deal()
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    let moved = try await fixture.application.move(
      SyncFixture.key(1), to: "Demo", reason: "they asked for it", person: Self.manager)
    #expect(moved.isMoved && moved.message.string.hasPrefix("ahead by 2"), "\(moved.message)")
    #expect(try await fixture.record(1)?.stage == "Demo")
    let written = try await fixture.effects(1)
    #expect(written.count == 1)
    let again = try await fixture.application.move(SyncFixture.key(1), to: "Demo", reason: nil, person: Self.manager)
    #expect(!again.isMoved && again.message.string.hasSuffix("stands at Demo already"))
    #expect(try await fixture.effects(1) == written)
  }

  @Test("moves a deal back: the rules leave it there until there is newer evidence")
  func back() async throws {
    let fixture = try await deal()
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    fixture.time.move(by: 60_000)
    _ = try await fixture.application.move(
      SyncFixture.key(1), to: "Prospecting", reason: "the budget is gone", person: Self.manager)
    fixture.time.move(by: 86_400_000)
    _ = try await fixture.application.rescore()
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    #expect(try await fixture.watermarks(1).count == 1)
    _ = try await fixture.submit(1, score: 70, sequence: 2)
    #expect(try await fixture.record(1)?.stage == "Discovery")
  }

  @Test("names a stage that is not there: refused with the stages that are, and nothing changes")
  func noSuchStage() async throws {
    let fixture = try await deal()
    let revision = try await fixture.record(1)?.revision
    do throws(ServiceError) {
      _ = try await fixture.application.move(SyncFixture.key(1), to: "Signed", reason: nil, person: Self.manager)
      Issue.record("it was moved")
    } catch {
      #expect(error.kind == .invalid)
      #expect(error.message.contains("Prospecting, Discovery, Demo, Closed Won"), "\(error.message)")
    }
    #expect(try await fixture.record(1)?.revision == revision)
  }

  // MARK: - Hold and override

  @Test("holds a deal: it is scored and not promoted, and goes on when the hold is taken back")
  func held() async throws {
    let fixture = try await deal()
    let (application, key) = (fixture.application, SyncFixture.key(1))
    #expect(
      await refusal { () throws(ServiceError) in
        try await application.setHold(key, reason: "", until: nil, person: Self.manager)
      } == "no-reason")
    try await application.setHold(key, reason: "budget round", until: nil, person: Self.manager)
    let answer = try await fixture.submit(1, score: 90, sequence: 1)
    #expect(try JSON.parse(answer.body)["effect"]?.text == "recorded")
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    try await application.clearHold(key, person: Self.manager)
    #expect(try await fixture.record(1)?.stage == "Demo")
  }

  @Test("holds a deal until a day: from the night after on it is promoted")
  func heldUntil() async throws {
    let fixture = try await deal()
    let today = CalendarDate(days: SyncFixture.start / 86_400_000)
    try await fixture.application.setHold(SyncFixture.key(1), reason: "today", until: today, person: Self.manager)
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    fixture.time.move(by: 86_400_000)
    _ = try await fixture.application.rescore()
    #expect(try await fixture.record(1)?.stage == "Discovery")
  }

  @Test("vouches for a stage: stated and supported stay what they are, and the override says who and why")
  func overridden() async throws {
    let fixture = try await deal()
    let (application, key) = (fixture.application, SyncFixture.key(1))
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    let before = try await application.store.read { try $0.outcome(key) }
    try await application.setOverride(key, stage: "Demo", reason: "I know them", until: nil, person: Self.manager)
    let after = try await application.store.read { try $0.outcome(key) }
    #expect(after?.least == before?.least && after?.most == before?.most && after?.stated == "Prospecting")
    let dossier = try await dossier(fixture)
    #expect(dossier?.record.history.override?.by == "siti")
    #expect(dossier?.record.history.override?.reason == "I know them")
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    try await application.clearOverride(key, person: Self.manager)
    #expect(try await self.dossier(fixture)?.record.history.override == nil)
  }

  private func dossier(_ fixture: SyncFixture) async throws -> Dossier? {
    try await fixture.application.store.read { reading in
      let rules = try fixture.application.rules(at: fixture.time.now(), in: reading)
      return try fixture.application.dossier(SyncFixture.key(1), rules.loaded, in: reading)
    }
  }

  @Test("stands in the audit chain, with the person's name and what it was about")
  func audited() async throws {
    let fixture = try await deal()
    let (application, key) = (fixture.application, SyncFixture.key(1))
    try await application.setHold(key, reason: "wait", until: nil, person: Self.manager)
    try await application.clearHold(key, person: Self.manager)
    try await application.setOverride(key, stage: "Demo", reason: "sure", until: nil, person: Self.manager)
    _ = try await application.move(key, to: "Demo", reason: "sure", person: Self.manager)
    let entries = try await application.store.read { try $0.audit(after: 0, limit: 1000) }
    let told = entries.filter { $0.actor == "siti" }.map { "\($0.action) \($0.subject)" }
    let subject = "opportunity/\(SyncFixture.id(1))"
    #expect(
      told == ["hold.set", "hold.cleared", "override.set", "stage.moved"].map { "\($0) \(subject)" })
  }
}

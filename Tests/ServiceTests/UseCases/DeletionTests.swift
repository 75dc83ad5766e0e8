import Connect
import FEEL
import Sales
import Store
import Testing

@testable import Service

/// A deal that the CRM deleted: history, until the CRM itself brings it back.
@Suite("A record that the CRM deleted", .timeLimit(.minutes(5)))
struct DeletionTests {
  static let manager = Person(id: "siti", role: .manager, unit: nil, owners: nil, names: [])
  static let operations = Person(id: "ops", role: .operations, unit: nil, owners: nil, names: [])

  /// A deal at Prospecting with one sheet, deleted in the CRM.
  private func deleted() async throws -> SyncFixture {
    let fixture = try await SyncFixture.deal()
    _ = try await fixture.submit(1, score: 50, sequence: 1)
    fixture.time.move(by: 60_000)
    var row = fixture.row(1, at: 30)
    row.isDeleted = true
    fixture.crm.show(row)
    await fixture.round()
    #expect(try await fixture.record(1)?.deletedAt != nil)
    #expect(try await outcome(fixture) == nil, "it is out of all lists")
    return fixture
  }

  private func outcome(_ fixture: SyncFixture) async throws -> RecordOutcome? {
    try await fixture.application.store.read { try $0.outcome(SyncFixture.key(1)) }
  }

  private func isStillDeleted(_ fixture: SyncFixture) async throws -> Bool {
    let (record, outcome) = (try await fixture.record(1), try await outcome(fixture))
    let effects = try await fixture.effects(1)
    return record?.deletedAt != nil && outcome == nil && effects.isEmpty
  }

  @Test("a move, a hold and an override are refused, and change nothing")
  func words() async throws {
    let fixture = try await deleted()
    let application = fixture.application
    let key = SyncFixture.key(1)
    let revision = try await fixture.record(1)?.revision
    #expect(
      await refusal { () throws(ServiceError) in
        _ = try await application.move(key, to: "Demo", reason: nil, person: Self.manager)
      } == "deleted")
    #expect(
      await refusal { () throws(ServiceError) in
        try await application.setHold(key, reason: "wait", until: nil, person: Self.manager)
      } == "deleted")
    #expect(
      await refusal { () throws(ServiceError) in
        try await application.setOverride(key, stage: "Demo", reason: "sure", until: nil, person: Self.manager)
      } == "deleted")
    #expect(try await isStillDeleted(fixture))
    #expect(try await fixture.record(1)?.revision == revision)
  }

  @Test("a sheet is held; that it is accepted is refused until the CRM has the record again")
  func sheets() async throws {
    let fixture = try await deleted()
    let answer = try await fixture.submit(1, score: 90, sequence: 2)
    #expect(answer.status == 202)
    let held = try await fixture.application.held(for: Self.operations)
    #expect(held.map(\.reason) == ["\(SyncFixture.id(1)) was deleted in the CRM"])
    let id = try #require(held.first?.id)
    #expect(
      await refusal { () throws(ServiceError) in
        _ = try await fixture.application.acceptHeld(id, person: Self.operations)
      } == "deleted")
    #expect(try await isStillDeleted(fixture))
    // The CRM undeletes it: it is judged at once, and the sheet can count.
    fixture.time.move(by: 60_000)
    fixture.crm.show(fixture.row(1, at: 90))
    await fixture.round()
    #expect(try await fixture.record(1)?.deletedAt == nil)
    #expect(try await outcome(fixture)?.status == "open")
    let accepted = try await fixture.application.acceptHeld(id, person: Self.operations)
    #expect(accepted.status == 200)
    #expect(try await fixture.record(1)?.stage == "Demo")
  }

  @Test("an undeleted record is judged though nothing of it changed")
  func undeleted() async throws {
    let fixture = try await deleted()
    fixture.time.move(by: 60_000)
    fixture.crm.show(fixture.row(1, at: 90))
    await fixture.round()
    let found = try await outcome(fixture)
    #expect(found?.stated == "Prospecting" && found?.verdict == "level")
  }

  @Test("its answers can be erased, and that does not bring it back")
  func erasure() async throws {
    let fixture = try await deleted()
    _ = await fixture.lane.pushResults()
    let id = "0195a000-0000-7000-8000-" + String(String(1_000_000_000_000 + 1).suffix(12))
    try await fixture.application.erase(submission: id, reason: "asked for")
    #expect(try await isStillDeleted(fixture))
  }

  @Test("a night and a file pass it over")
  func nightAndFile() async throws {
    let fixture = try await deleted()
    fixture.time.move(by: 3_600_000)
    let (report, _) = try await fixture.application.rescore()
    #expect(report.read == 0)
    let record = Record(kind: "opportunity", id: SyncFixture.id(1), stage: "Demo")
    let counts = try await fixture.application.load([record])
    #expect(counts.new == 0 && counts.changed == 0)
    #expect(try await isStillDeleted(fixture))
  }
}

import FEEL
import Sales
import Testing

@testable import Service
@testable import Store

@Suite("Ids of 15 characters, as people copy them from the CRM", .timeLimit(.minutes(5)))
struct ShortIDTests {
  static let short: Text = "006000000000001"

  @Test("a record that is known under 18 characters is found by its 15, at every door")
  func found() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    let key = fixture.application.name(RecordKey(kind: "opportunity", id: Self.short))
    #expect(key == SyncFixture.key(1))
    let moved = try await fixture.application.move(key, to: "Demo", reason: nil, person: SyncFixture.rep)
    #expect(moved.isMoved)
    let answer = try await fixture.submit(1, score: 10, sequence: 1, id: Self.short.string)
    #expect(answer.status == 201, "a submission for it is not held")
    let explained = try await fixture.application.explanations(of: Self.short, asOf: nil, language: nil)
    #expect(explained.count == 1)
  }

  @Test("a submission that comes before its record is kept under the id that the record will have")
  func before() async throws {
    let fixture = try await SyncFixture()
    #expect(try await fixture.submit(1, score: 10, sequence: 1, id: Self.short.string).status == 202)
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    let held = try #require(try await fixture.application.held(for: SyncFixture.rep).first)
    #expect(held.record == SyncFixture.key(1))
    #expect(try await fixture.application.acceptHeld(held.id, person: SyncFixture.rep).status == 200)
  }

  @Test("a kind that no CRM carries keeps its ids, and so does what is no id of a row")
  func others() async throws {
    let application = try await SyncFixture().application
    for key in [
      RecordKey(kind: "lead", id: Self.short), RecordKey(kind: "opportunity", id: "O-1"),
      RecordKey(kind: "opportunity", id: "006-00000000001"), SyncFixture.key(1),
    ] { #expect(application.name(key) == key) }
  }
}

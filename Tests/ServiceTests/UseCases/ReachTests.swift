import Connect
import FEEL
import Sales
import Store
import Testing

@testable import Service

/// Who sees and decides what was held, and what is said of records that a playbook cannot read.
@Suite("Reach, and records that cannot be read", .timeLimit(.minutes(5)))
struct ReachTests {
  private static func salesOps(_ owners: [Text]) -> Person {
    Person(id: "sari", role: .salesOps, unit: nil, owners: owners, names: ["sari"])
  }

  /// A deal of the rep, with a sheet that is held since it names a version that is not there.
  private func held() async throws -> (SyncFixture, String) {
    let fixture = try await SyncFixture.deal()
    let name = "0195a000-0000-7000-8000-000000000077"
    let body = Envelope(
      id: Text(name), device: "d-1", sequence: 1, user: nil, capturedAt: fixture.time.now(),
      record: Envelope.Seen(kind: "opportunity", id: SyncFixture.id(1), stage: "Prospecting"),
      assessment: "Prospecting", version: 9, bundle: "b",
      answers: [Submission.Answer(question: "value", value: .number(Decimal34(90)))]
    ).bytes()
    let answer = try await fixture.application.submit(
      id: name, envelope: body, contentDigest: nil, device: "d-1", person: SyncFixture.rep)
    #expect(answer.status == 202)
    return (fixture, name)
  }

  @Test("sales ops see and decide held submissions of records within their reach only")
  func reach() async throws {
    let (fixture, id) = try await held()
    let (near, far) = (Self.salesOps(["005000000000r01AAA"]), Self.salesOps(["005000000000x99AAA"]))
    #expect(try await fixture.application.held(for: near).map(\.id) == [id])
    #expect(try await fixture.application.held(for: far).isEmpty)
    await #expect { try await fixture.application.acceptHeld(id, person: far) } throws: {
      ($0 as? ServiceError)?.kind == .notFound
    }
    await #expect { try await fixture.application.returnHeld(id, reason: "no", person: far) } throws: {
      ($0 as? ServiceError)?.kind == .notFound
    }
    let returned = try await fixture.application.returnHeld(id, reason: "an old version", person: near)
    #expect(returned.status == 200)
    #expect(try await fixture.application.held(for: near).isEmpty)
  }

  @Test(
    "records that the playbook in force cannot read are named in the bundle and at activation, never left out unsaid")
  func unreadable() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -20))
    fixture.crm.show(fixture.row(2, at: -20))
    await fixture.round()
    // The amount is a text from now on: what is stored does not fit.
    let next = SyncFixture.playbook(amount: .string)
    let found = try await fixture.application.recordsUnreadable(by: next.canonical())
    #expect(found.count == 2)
    #expect(found.first.map(\.record) == [SyncFixture.key(1), SyncFixture.key(2)])
    #expect(found.first.first?.problems.first?.contains("amount") == true)
    try await fixture.activate(next)
    let rep = Person(id: "rina", role: .rep, unit: nil, owners: ["005000000000r01AAA"], names: ["005000000000r01AAA"])
    let bundle = try JSON.parse(try await fixture.application.bundle(for: rep, device: nil).body)
    #expect(bundle["records"]?.items?.isEmpty == true)
    #expect(bundle["unreadable"]?.items?.compactMap { $0["id"]?.text } == [SyncFixture.id(1), SyncFixture.id(2)])
    #expect(fixture.log.count("records do not fit the playbook in force") == 1)
  }

  @Test("changes of attributes and of outcomes are kept, each with its event and cause")
  func histories() async throws {
    let fixture = try await SyncFixture.deal()
    fixture.time.move(by: 60_000)
    fixture.crm.show(fixture.row(1, at: 30, amount: .number(Decimal34(250))))
    await fixture.round()
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    let (attributes, outcomes) = try await fixture.application.store.read {
      try ($0.attributeChanges(of: SyncFixture.key(1)), $0.outcomeChanges(of: SyncFixture.key(1)))
    }
    #expect(attributes.map(\.name) == ["amount", "amount"])
    #expect(attributes.map(\.before) == [nil, "100"] && attributes.map(\.after) == ["100", "250"])
    #expect(outcomes.map(\.change.cause) == ["crm", "crm", "answers"])
    #expect(outcomes.map(\.change.stated) == ["Prospecting", "Prospecting", "Discovery"])
    #expect(outcomes.map(\.change.money) == [Decimal34(100), Decimal34(250), Decimal34(250)])
  }
}

import FEEL
import Sales
import Store
import Testing

@testable import Service

/// A playbook is put in force from an instant on; what was decided before stays as it was.
@Suite("Activation of a playbook", .timeLimit(.minutes(5)))
struct ActivationTests {
  private static let admin = Person(id: "ops", role: .admin, unit: nil, owners: nil, names: [])
  private static let rep = Person(id: "rina", role: .rep, unit: nil, owners: [], names: [])

  @Test("of the one that is in force changes nothing")
  func again() async throws {
    let fixture = try await SyncFixture.deal()
    let document = SyncFixture.playbook().canonical()
    let audited = try await fixture.audited()
    let answer = try await fixture.application.activate(document: document, by: Self.admin)
    #expect(answer.wasInForce)
    #expect(try await fixture.audited() == audited)
  }

  @Test("decides what comes from then on by the new rules, and a night brings the others up to them")
  func newRules() async throws {
    let fixture = try await SyncFixture.deal()
    _ = try await fixture.submit(1, score: 50, sequence: 1)
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    fixture.time.move(by: 60_000)
    try await fixture.activate(SyncFixture.playbook(threshold: 40))
    #expect(try await fixture.record(1)?.stage == "Prospecting", "activation itself moves nobody")
    fixture.time.move(by: 60_000)
    _ = try await fixture.application.rescore()
    #expect(try await fixture.record(1)?.stage == "Discovery")
  }

  @Test("for a later instant leaves the present one in force until then")
  func later() async throws {
    let fixture = try await SyncFixture.deal()
    try await fixture.activate(SyncFixture.playbook(threshold: 40), from: SyncFixture.start + 3_600_000)
    _ = try await fixture.submit(1, score: 50, sequence: 1)
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    fixture.time.move(by: 3_600_000)
    _ = try await fixture.submit(1, score: 50, sequence: 2)
    #expect(try await fixture.record(1)?.stage == "Discovery")
  }

  @Test("of a playbook with errors is refused with all of them, and the old one goes on")
  func errors() async throws {
    let fixture = try await SyncFixture.deal()
    var broken = SyncFixture.playbook()
    broken.sentences[0].condition = "Prospecting.Scre > 60"
    broken.sentences[1].condition = "amont > 3"
    do throws(ServiceError) {
      _ = try await fixture.application.activate(document: broken.canonical(), by: Self.admin)
      Issue.record("it was activated")
    } catch {
      #expect(error.code == "playbook-errors" && error.problems.count >= 2, "\(error.problems)")
    }
    _ = try await fixture.submit(1, score: 61, sequence: 1)
    #expect(try await fixture.record(1)?.stage == "Discovery")
  }

  @Test("of an assessment with other questions under the version that reps answered is refused")
  func sameVersion() async throws {
    let fixture = try await SyncFixture.deal()
    var changed = SyncFixture.playbook()
    changed.assessments[0].questions[0].kind = .scale(from: 0, to: 50, pointsPerStep: Decimal34(2), bands: [])
    do throws(ServiceError) {
      _ = try await fixture.application.activate(document: changed.canonical(), by: Self.admin)
      Issue.record("it was activated")
    } catch {
      #expect(error.code == "assessment-changed" && error.message.contains("Raise its `version:`"))
    }
  }

  @Test("is not for reps, and what is no playbook is told so")
  func refused() async throws {
    let fixture = try await SyncFixture.deal()
    let document = SyncFixture.playbook(threshold: 40).canonical()
    await #expect { _ = try await fixture.application.activate(document: document, by: Self.rep) } throws: {
      ($0 as? ServiceError)?.code == "not-allowed"
    }
    await #expect { _ = try await fixture.application.activate(document: [123], by: Self.admin) } throws: {
      ($0 as? ServiceError)?.code == "no-playbook"
    }
  }

  @Test("while a rep's answers are on their way: they are judged once, by the rules in force when they arrive")
  func onTheWay() async throws {
    let fixture = try await SyncFixture.deal()
    // The record is read and stepped, then another playbook comes into force before the step is stored.
    let application = fixture.application
    try await withThrowingTaskGroup(of: Void.self) { group in
      for sequence in 1...20 {
        group.addTask { _ = try await fixture.submit(1, score: 50, sequence: sequence) }
        if sequence.isMultiple(of: 5) {
          let threshold = 60 + sequence
          group.addTask {
            _ = try await application.activate(document: SyncFixture.playbook(threshold: threshold).canonical())
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    let stored = try await application.store.read { try $0.submissions(of: SyncFixture.key(1)) }
    #expect(stored.count == 20 && stored.allSatisfy { $0.submission.state == .judged })
    #expect(try await fixture.record(1)?.revision == Int64(1 + 20))
  }
}

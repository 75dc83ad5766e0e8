import FEEL
import Sales
import Store
import Testing

@testable import Service

/// A rep's answers arrive: stored, judged and answered in one transaction.
@Suite("A submission", .timeLimit(.minutes(5)))
struct SubmissionTests {
  private static let salesOps = Person(id: "sari", role: .salesOps, unit: nil, owners: nil, names: [])

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func receipt(_ answer: Answer) throws -> JSON { try JSON.parse(answer.body) }

  @Test("that carries the deal further moves it: 201, what came of it, a stage write for the CRM and an audit entry")
  func promotes() async throws {
    let fixture = try await SyncFixture.deal()
    let audited = try await fixture.audited()
    let answer = try await fixture.submit(1, score: 61, sequence: 1)
    let receipt = try receipt(answer)
    #expect(answer.status == 201)
    #expect(receipt["effect"]?.text == "promoted" && receipt["stage"]?.text == "Discovery")
    #expect(receipt["message"]?.text?.string.contains("Prospecting → Discovery") == true)
    #expect(try await fixture.record(1)?.stage == "Discovery")
    #expect(try await fixture.effects(1).count == 1)
    #expect(try await fixture.audited() > audited)
  }

  @Test("through two gates at once moves the deal along both")
  func climbs() async throws {
    let fixture = try await SyncFixture.deal()
    let answer = try await fixture.submit(1, score: 81, sequence: 1)
    #expect(try receipt(answer)["stage"]?.text == "Demo")
    let path = try await fixture.application.store.read { try $0.stageChanges(of: SyncFixture.key(1)) }
    #expect(path.suffix(2).map(\.to) == ["Discovery", "Demo"])
  }

  @Test("that carries nothing further is recorded, in eight statements at most")
  func recorded() async throws {
    let fixture = try await SyncFixture.deal()
    // What a process asks once is asked.
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    let before = fixture.application.store.statementsWritten
    let answer = try await fixture.submit(1, score: 20, sequence: 2)
    let statements = fixture.application.store.statementsWritten - before
    #expect(try receipt(answer)["effect"]?.text == "recorded")
    #expect(statements <= 8, "\(statements) statements")
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    #expect(try await fixture.effects(1).isEmpty)
  }

  @Test("of an assessment that counts in percent is answered of a hundred")
  func percent() async throws {
    var playbook = SyncFixture.playbook()
    playbook.assessments[0].score = .percent
    playbook.assessments[0].questions[0].kind = .scale(from: 0, to: 50, pointsPerStep: Decimal34(1), bands: [])
    let fixture = try await SyncFixture.deal(playbook)
    let receipt = try receipt(try await fixture.submit(1, score: 25, sequence: 1))
    #expect(receipt["score"]?.bytes == bytes("50") && receipt["of"]?.bytes == bytes("100"))
  }

  @Test("that comes again byte for byte gets the receipt of the first time, whatever happened since")
  func again() async throws {
    let fixture = try await SyncFixture.deal()
    let first = try await fixture.submit(1, score: 61, sequence: 1)
    // The same bytes, since the clock stands; the record moved on meanwhile.
    let second = try await fixture.submit(1, score: 61, sequence: 1)
    #expect(second.status == 200 && second.body == first.body)
    #expect(try await fixture.application.store.read { try $0.submissions(of: SyncFixture.key(1)).count } == 1)
  }

  @Test("under the id of another one is a conflict, and the first stays")
  func reused() async throws {
    let fixture = try await SyncFixture.deal()
    _ = try await fixture.submit(1, score: 61, sequence: 1)
    await #expect { _ = try await fixture.submit(1, score: 99, sequence: 1) } throws: {
      ($0 as? ServiceError)?.code == "id-reused"
    }
    #expect(try await fixture.record(1)?.stage == "Discovery")
  }

  @Test("of many at once each gets a number of its own, without a gap")
  func numbers() async throws {
    let fixture = try await SyncFixture.deal()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for sequence in 1...40 {
        group.addTask { _ = try await fixture.submit(1, score: sequence % 50, sequence: sequence) }
      }
      try await group.waitForAll()
    }
    let numbers = try await fixture.application.store.read { reading in
      try reading.submissions(of: SyncFixture.key(1)).map(\.submission.number)
    }
    #expect(numbers.sorted() == Array(1...40))
  }

  @Test("of a deal that is not here waits for sales ops, who let it count once the CRM has shown the deal")
  func unknown() async throws {
    let fixture = try await SyncFixture()
    let answer = try await fixture.submit(1, score: 70, sequence: 1)
    #expect(answer.status == 202)
    let id = try #require(try await fixture.application.held(for: Self.salesOps).first?.id)
    await #expect { _ = try await fixture.application.acceptHeld(id, person: Self.salesOps) } throws: {
      ($0 as? ServiceError)?.code == "no-record"
    }
    fixture.crm.show(fixture.row(1, at: -20))
    await fixture.round()
    let accepted = try await fixture.application.acceptHeld(id, person: Self.salesOps)
    #expect(try receipt(accepted)["effect"]?.text == "promoted")
    #expect(try await fixture.record(1)?.stage == "Discovery")
    #expect(try await fixture.application.held(for: Self.salesOps).isEmpty)
    // Once only.
    await #expect { _ = try await fixture.application.acceptHeld(id, person: Self.salesOps) } throws: {
      ($0 as? ServiceError)?.code == "not-held"
    }
  }

  @Test("that was returned never counts, and says why")
  func returned() async throws {
    let fixture = try await SyncFixture()
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    let id = try #require(try await fixture.application.held(for: Self.salesOps).first?.id)
    await #expect { _ = try await fixture.application.returnHeld(id, reason: "", person: Self.salesOps) } throws: {
      ($0 as? ServiceError)?.code == "no-reason"
    }
    _ = try await fixture.application.returnHeld(id, reason: "no such deal", person: Self.salesOps)
    fixture.crm.show(fixture.row(1, at: -20))
    await fixture.round()
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    let stored = try await fixture.application.store.read { try $0.submission(id) }
    #expect(stored?.state == .returned && stored?.heldReason == "no such deal")
  }

  @Test("is evidence by what is stored of it: once erased it counts no longer, though it was read before")
  func erased() async throws {
    let fixture = try await SyncFixture.deal()
    _ = try await fixture.submit(1, score: 50, sequence: 1)
    fixture.time.move(by: 60_000)
    _ = try await fixture.submit(1, score: 20, sequence: 2)
    #expect(try await scores(fixture) == [50, 20])
    _ = await fixture.lane.pushResults()
    let newest = "0195a000-0000-7000-8000-" + String(String(1_000_000_000_002).suffix(12))
    try await fixture.application.erase(submission: newest, reason: "asked for")
    #expect(try await scores(fixture) == [50])
  }

  /// What the sheets of the deal's dossier say.
  private func scores(_ fixture: SyncFixture) async throws -> [Decimal34] {
    try await fixture.application.store.read { reading in
      let rules = try fixture.application.rules(at: fixture.time.now(), in: reading)
      let dossier = try fixture.application.dossier(SyncFixture.key(1), rules.loaded, in: reading)
      return dossier?.record.submissions.compactMap { sheet in
        guard case .number(let number)? = sheet.answers.first?.value else { return nil }
        return number
      } ?? []
    }
  }
}

import Connect
import FEEL
import Foundation
import Sales
import Service
import Store
import Testing

extension Acceptance {
  @Suite("The clock is set back an hour") struct ClockTests {
    static let hour: Int64 = 3_600_000

    @Test("what waits for another attempt is not put off for an hour, nor are polls and hints", .timeLimit(.minutes(1)))
    func waits() async throws {
      let fixture = try await ScriptedFixture()
      let (application, crm, time) = (fixture.application, fixture.crm, fixture.time)
      _ = try await fixture.submit(1, 1, hours: "6", at: "2026-05-04T08:59:00Z")
      crm.set { $0.failure = ConnectorFailure(kind: .transient, status: 503, message: "maintenance") }
      var settings = WorkerSettings()
      settings.idle = 20
      let running = settings
      let worker = Task { try await SyncWorker(application, settings: running).run() }
      defer { worker.cancel() }
      #expect(
        try await eventually {
          try StoreFile(path: fixture.home.store).count("SELECT count(*) FROM effect WHERE failure_class = 'transient'")
            > 0
        })
      crm.set { $0.failure = nil }
      // The time stands still, so the wait does not end by itself.
      try await Task.sleep(for: .milliseconds(500))
      #expect(crm.now.pushed.isEmpty)
      let polls = crm.now.polls
      time.move(by: -Self.hour)
      #expect(try await eventually { crm.now.pushed == [Text(Sheet.id(1))] && crm.now.stageWrites == 1 })
      #expect(crm.now.polls > polls)
    }

    @Test("a restart after it takes over what a killed worker had claimed, once", .timeLimit(.minutes(1)))
    func claims() async throws {
      let fixture = try await ScriptedFixture()
      _ = try await fixture.submit(1, 1, hours: "6", at: "2026-05-04T08:59:00Z")
      let now = fixture.time.now()
      let claimed = try await fixture.application.store.write { transaction in
        try transaction.claimEffects(
          connection: "crm", kind: "stage", holder: "one that was killed", now: now, leaseUntil: now + 60_000, limit: 10
        )
      }
      let claim = try #require(claimed.first)
      fixture.time.move(by: -Self.hour)
      try await fixture.application.takeOverWork()
      await SyncWorker(fixture.application).runOnce()
      #expect(fixture.crm.now.pushed == [Text(Sheet.id(1))])
      #expect(fixture.crm.now.stageWrites == 1)
      // What the dead one would still say of its claim does not count.
      let late = try await fixture.application.store.write { transaction in
        try transaction.finishEffects(
          [(id: claim.id, token: claim.token, result: .done)], at: now)
      }
      #expect(late == 0)
    }

    @Test("a lease from the hour to come holds nobody up, but a holder that lives keeps it", .timeLimit(.minutes(2)))
    func leases() async throws {
      let fixture = try await ScriptedFixture()
      let (application, time) = (fixture.application, fixture.time)
      let began = time.now()
      _ = try await application.store.write { transaction in
        try transaction.takeLease(
          name: "night", holder: "gone", pid: 1, host: "elsewhere", now: began, length: 10_000)
      }
      await #expect(throws: HeldLease.Taken.self) { try await HeldLease.take("night", application) }
      time.move(by: -Self.hour)
      let lease = try await HeldLease.take("night", application)
      let row = try #require(try await application.store.read { try $0.lease("night") })
      #expect(row.startedAt == time.now() && row.expiresAt == time.now() + 10_000)

      // Its holder lives, and the clock goes back once more.
      time.move(by: -Self.hour)
      let keeper = Task {
        try await Task.sleep(for: .seconds(2))
        return await lease.renew()
      }
      // Another machine's: whether its process lives is not to be seen from here.
      try StoreFile(path: fixture.home.store).change("UPDATE lease SET host = 'elsewhere' WHERE name = 'night'")
      let other = try await AcceptanceTests.application(over: fixture.home, time: time)
      await #expect(throws: HeldLease.Taken.self) { try await HeldLease.take("night", other) }
      #expect(try await keeper.value)
      await other.store.close()
    }

    @Test("sessions and tokens stay valid, and what was used up stays used up", .timeLimit(.minutes(1)))
    func sessions() async throws {
      let fixture = try await ScriptedFixture()
      let (application, time) = (fixture.application, fixture.time)
      let (_, token) = try await application.makeToken(for: "rina", name: "phone")
      let link = try await application.makeLink(for: "rina")
      let session = try await application.signIn(token: token)
      _ = try await application.signIn(token: link)
      time.move(by: -Self.hour)
      #expect(try await application.person(token: token).id == "rina")
      #expect(try await application.person(token: session.token).id == "rina")
      await #expect(throws: ServiceError.self) { try await application.signIn(token: link) }
      time.move(by: 14 * Self.hour)
      await #expect(throws: ServiceError.self) { try await application.person(token: session.token) }
    }

    @Test("later sheets count as later, of the same device and of another", .timeLimit(.minutes(1)))
    func submissions() async throws {
      let fixture = try await ScriptedFixture()
      _ = try await fixture.submit(1, 1, hours: "3", at: "2026-05-04T08:59:00Z")
      #expect(try await fixture.stage() == "Prospecting")
      fixture.time.move(by: -Self.hour)
      // The devices' clocks are right; the server's is not.
      let same = try await fixture.submit(2, 2, hours: "1", at: "2026-05-04T09:01:00Z")
      #expect(same["score"]?.number == Decimal34(40))
      let other = try await fixture.submit(3, 1, hours: "6", at: "2026-05-04T09:02:00Z", device: "a-2")
      #expect(other["effect"]?.text == "promoted", "\(other)")
      #expect(try await fixture.stage() == "Discovery")
      let numbers = try await fixture.application.store.read { reading in
        try reading.submissions(of: .deal(ScriptedFixture.deal)).map(\.submission.number)
      }
      #expect(numbers == [1, 2, 3])
    }
  }
}

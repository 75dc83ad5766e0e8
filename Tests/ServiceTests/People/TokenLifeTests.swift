import FEEL
import Foundation
import Sales
import Store
import Testing

@testable import Service

@Suite("Tokens: who they are good for, and for how long")
struct TokenLifeTests {
  /// Half a second, as the directory is watched, and what a machine adds that runs other tests beside.
  private static let elsewhere = Duration.seconds(3)

  private let rina: [(id: Text, role: Text)] = [("rina", "rep")]
  private let nobody: [(id: Text, role: Text)] = [("siti", "manager")]
  private let day: Int64 = 86_400_000

  private func expectRefused(_ application: Application, _ token: String, _ place: SourceLocation = #_sourceLocation)
    async
  {
    let error = await #expect(throws: ServiceError.self, sourceLocation: place) {
      try await application.person(token: token)
    }
    #expect(error?.kind == .notSignedIn, sourceLocation: place)
  }

  @Test("What this process revokes counts at once, what another revokes within a second; other commits change nothing")
  func caching() async throws {
    let office = try Office()
    let (here, there) = (try await office.application(), try await office.application())
    _ = try await here.activate(document: Office.playbook(rina))
    let first = try await here.makeToken(for: "rina", name: "phone")
    let second = try await here.makeToken(for: "rina", name: "laptop")
    #expect(try await here.person(token: first.token).id == "rina")
    #expect(try await here.person(token: second.token).id == "rina")

    // Commits of both processes that have nothing to do with people.
    let version = try await here.directoryVersion()
    for application in [here, there] { try await application.store.probe() }
    try await Task.sleep(for: .milliseconds(600))
    #expect(try await here.directoryVersion() == version)
    #expect(here.knownPeople.person(TokenText.hash(first.token), version, at: office.clock.now())?.id == "rina")

    #expect(try await here.revokeToken(first.id))
    await expectRefused(here, first.token)

    #expect(try await there.revokeToken(second.id))
    await expectRefused(there, second.token)
    let revoked = ContinuousClock.now
    while (try? await here.person(token: second.token)) != nil, ContinuousClock.now - revoked < .seconds(5) {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(ContinuousClock.now - revoked < Self.elsewhere)
    await here.store.close()
    await there.store.close()
  }

  @Test("What a person may do changes with the activation: at once here, within a second elsewhere, and when it is due")
  func activations() async throws {
    let office = try Office()
    let (here, there) = (try await office.application(), try await office.application())
    _ = try await here.activate(document: Office.playbook(rina))
    let token = try await here.makeToken(for: "rina", name: "phone").token
    #expect(try await here.person(token: token).role == .rep)
    #expect(try await there.person(token: token).role == .rep)
    office.clock.move(by: 1000)
    _ = try await here.activate(document: Office.playbook([("rina", "manager")]))
    #expect(try await here.person(token: token).role == .manager)
    let changed = ContinuousClock.now
    while try await there.person(token: token).role == .rep, ContinuousClock.now - changed < .seconds(5) {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(ContinuousClock.now - changed < Self.elsewhere)
    // Decided now for later: nothing is written when it comes into force.
    _ = try await here.activate(document: Office.playbook([("rina", "sales ops")]), from: office.clock.now() + day)
    #expect(try await here.person(token: token).role == .manager)
    office.clock.move(by: day)
    #expect(try await here.person(token: token).role == .salesOps)
    #expect(try await here.current(at: office.clock.now()).loaded.definition.policy.people.first?.role == "sales ops")
    await here.store.close()
    await there.store.close()
  }

  @Test("The token of a person who left is ended for good; back again the person needs a new one")
  func leaving() async throws {
    let office = try Office()
    let application = try await office.application()
    _ = try await application.activate(document: Office.playbook(rina))
    let token = try await application.makeToken(for: "rina", name: "phone").token
    let session = try await application.signIn(token: token).token
    #expect(try await application.person(token: session).id == "rina")
    office.clock.move(by: day)
    _ = try await application.activate(document: Office.playbook(nobody))
    await expectRefused(application, token)
    office.clock.move(by: day)
    _ = try await application.activate(document: Office.playbook(rina))
    await expectRefused(application, token)
    await expectRefused(application, session)
    #expect(try await application.tokens().allSatisfy { $0.revokedAt != nil })
    let fresh = try await application.makeToken(for: "rina", name: "phone").token
    #expect(try await application.person(token: fresh).id == "rina")
    await application.store.close()
  }

  @Test("So it is when leaving and coming back were decided beforehand, and nobody looked in between")
  func planned() async throws {
    let office = try Office()
    let application = try await office.application()
    _ = try await application.activate(document: Office.playbook(rina))
    let token = try await application.makeToken(for: "rina", name: "phone").token
    office.clock.move(by: 1000)
    let now = office.clock.now()
    _ = try await application.activate(document: Office.playbook(nobody), from: now + day)
    _ = try await application.activate(document: Office.playbook(rina), from: now + 2 * day)
    #expect(try await application.person(token: token).id == "rina", "still here")
    office.clock.move(by: 3 * day)
    await expectRefused(application, token)
    // Housekeeping writes down what is so.
    #expect(try await application.keepHouse().left == 1)
    #expect(try await application.tokens().first?.revokedAt == office.clock.now())
    await application.store.close()
  }

  @Test("A leaving that was called off before its day ends nothing")
  func calledOff() async throws {
    let office = try Office()
    let application = try await office.application()
    _ = try await application.activate(document: Office.playbook(rina))
    let token = try await application.makeToken(for: "rina", name: "phone").token
    office.clock.move(by: 1000)
    let leaving = office.clock.now() + day
    _ = try await application.activate(document: Office.playbook(nobody), from: leaving)
    office.clock.move(by: 1000)
    _ = try await application.activate(document: Office.playbook(rina), from: leaving)
    office.clock.move(by: 2 * day)
    #expect(try await application.person(token: token).id == "rina")
    #expect(try await application.keepHouse().left == 0)
    await application.store.close()
  }

  @Test("A session is said to end when it does: with the token that opened it, if that ends first")
  func sessionEnd() async throws {
    let office = try Office()
    let application = try await office.application()
    _ = try await application.activate(document: Office.playbook(rina))
    let hour = office.clock.now() + 3_600_000
    let short = try await application.makeToken(for: "rina", name: "kiosk", expiresAt: hour)
    #expect(try await application.signIn(token: short.token).expiresAt == hour)
    let long = try await application.makeToken(for: "rina", name: "phone", expiresAt: office.clock.now() + day)
    #expect(
      try await application.signIn(token: long.token).expiresAt == office.clock.now() + Application.sessionLength)
  }

  @Test("A rotated token is the same one with a new text; the first admin's too, and an expired one")
  func rotation() async throws {
    let office = try Office()
    let application = try await office.application()
    _ = try await application.activate(document: Office.playbook(rina))
    let admin = try await application.makeToken(
      for: "admin", name: "first admin", role: .admin, expiresAt: office.clock.now() + day)
    let session = try await application.signIn(token: admin.token).token
    #expect(try await application.person(token: session).role == .admin)
    let second = try #require(try await application.rotateToken(admin.id, expiresAt: office.clock.now() + day))
    await expectRefused(application, admin.token)
    await expectRefused(application, session)
    #expect(try await application.person(token: second.token).role == .admin)

    // With a grace the old text goes on, and ends by itself.
    let third = try #require(
      try await application.rotateToken(admin.id, expiresAt: office.clock.now() + day, grace: 60_000))
    #expect(try await application.person(token: second.token).role == .admin)
    office.clock.move(by: 60_001)
    await expectRefused(application, second.token)
    #expect(try await application.person(token: third.token).role == .admin)

    office.clock.move(by: 2 * day)
    await expectRefused(application, third.token)
    let fourth = try #require(try await application.rotateToken(admin.id, expiresAt: nil))
    #expect(try await application.person(token: fourth.token).role == .admin)
    #expect(try await application.tokens().filter { $0.revokedAt == nil }.map(\.name).contains("first admin"))
    #expect(try await application.revokeToken(admin.id))
    #expect(try await application.rotateToken(admin.id, expiresAt: nil) == nil)
    await application.store.close()
  }

  @Test("Housekeeping removes what the policy keeps for a while only, in short transactions")
  func housekeeping() async throws {
    let office = try Office()
    let application = try await office.application()
    _ = try await application.activate(document: Office.playbook(rina, keep: Keeping(requests: 2, tokens: 3)))
    let now = office.clock.now()
    try await application.store.write { transaction in
      for number in 1...25 {
        try transaction.storeIdempotentAnswer(
          IdempotentAnswer(
            person: "rina", key: "\(number)", request: "r", status: 200, contentType: "t", body: [], createdAt: now))
      }
    }
    _ = try await application.makeToken(for: "rina", name: "old", expiresAt: office.clock.now() + 1)
    _ = try await application.makeToken(for: "rina", name: "new")
    office.clock.move(by: 2 * day)
    var report = try await application.keepHouse(rows: 4)
    #expect(report == HousekeepingReport())
    office.clock.move(by: 1)
    report = try await application.keepHouse(rows: 4)
    #expect(report.requests == 25 && report.tokens == 0)
    office.clock.move(by: 2 * day)
    report = try await application.keepHouse(rows: 4)
    #expect(report.requests == 0 && report.tokens == 1)
    #expect(try await application.tokens().map(\.name) == ["new"])
    #expect(try await application.store.read { try $0.lastDone(.housekeeping)?.at } == office.clock.now())
    await application.store.close()
  }
}

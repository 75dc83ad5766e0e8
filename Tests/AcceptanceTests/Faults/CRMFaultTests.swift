import Foundation
import Testing

extension Acceptance {
  @Suite("The CRM does not do what it should") struct CRMFaultTests {
    private struct Connected {
      let crm: CRM
      let home: Home
      let server: Server
      let token: String

      init() async throws {
        crm = try CRM([CRM.deal(1)])
        home = try Home()
        try home.activate(StoryPlaybook(), from: "2026-01-01")
        try crm.connect(home)
        server = try home.serve()
        token = try home.token("rina")
        let store = StoreFile(path: home.store)
        #expect(try await eventually { try store.count("SELECT count(*) FROM record") == 1 })
      }

      func put() throws -> HTTP.Answer {
        try server.put(
          .prospecting(Sheet.id(1), 1, of: CRM.id(1), hours: "6", compliance: true, at: "2026-03-20T05:00:00Z"),
          token: token)
      }

      /// Waits until the result and the stage are in the CRM, once each.
      func expectDelivered() async throws {
        #expect(try await eventually(within: 60) { try home.sync()["done"] as? Int == 2 }, "\(home.told)")
        #expect(try crm.rows("Assessment_Result__c").count == 1)
        #expect(try crm.stage(of: 1) == "Discovery")
        let sync = try home.sync()
        #expect(sync["waiting"] as? Int == 0 && sync["dead"] as? Int == 0)
      }
    }

    @Test(
      "down: a rep's request is as quick as ever, the reason is shown, and all arrives later", .timeLimit(.minutes(3)))
    func down() async throws {
      let connected = try await Connected()
      try connected.crm.control("POST", "down")
      let answer = try connected.put()
      #expect(answer.status == 201 && answer.object["effect"] as? String == "promoted")
      #expect(answer.took < 2)
      #expect(try await eventually { try connected.home.sync()["pausedBecause"] is String })
      #expect(try connected.home.sync()["waiting"] as? Int == 2)
      #expect(try connected.server.call("GET", "/readyz").status == 200)
      try connected.crm.control("POST", "up")
      try await connected.expectDelivered()
      connected.server.stop()
    }

    @Test("a sign-in page with status 200 is no success", .timeLimit(.minutes(3)))
    func signInPage() async throws {
      let connected = try await Connected()
      try connected.crm.control("POST", "faults", #"{"kind": "html-200", "path": "/composite", "count": 2}"#)
      #expect(try connected.put().status == 201)
      #expect(
        try await eventually {
          (try connected.home.sync()["pausedBecause"] as? String)?.contains("not the CRM's answer") == true
        }, "\(connected.home.told)")
      #expect(try connected.crm.rows("Assessment_Result__c").isEmpty)
      try await connected.expectDelivered()
      connected.server.stop()
    }

    @Test("an expired login pauses the connection, says why, and wastes no attempts", .timeLimit(.minutes(3)))
    func expiredLogin() async throws {
      let crm = try CRM([CRM.deal(1)])
      let home = try Home()
      try home.activate(StoryPlaybook(), from: "2026-01-01")
      try crm.connect(home)
      try home.done("work", "--once")
      let token = try home.token("rina")
      // The key that the CRM knows is not ours any more.
      try crm.connect(home, key: try CRM.otherKey())
      let server = try home.serve()
      #expect(
        try await eventually { (try home.sync()["pausedBecause"] as? String)?.isEmpty == false }, "\(home.told)")
      let sheet = Sheet.prospecting(
        Sheet.id(1), 1, of: CRM.id(1), hours: "6", compliance: true, at: "2026-03-20T05:00:00Z")
      #expect(try server.put(sheet, token: token).status == 201)
      try await Task.sleep(for: .seconds(2))
      let sync = try home.sync()
      #expect(sync["waiting"] as? Int == 2 && sync["dead"] as? Int == 0)
      #expect(try StoreFile(path: home.store).texts("SELECT DISTINCT attempts FROM effect") == ["0"])
      let logins = try crm.requests("oauth2/token").filter { $0["status"] as? Int != 200 }
      #expect(logins.count <= 2, "it does not hammer the login")
      let told = try home.done("sync", "status")
      #expect(told.output.contains("paused") && told.output.contains("until"))
      server.stop()
      // With the right key, and a person who says so, all arrives.
      try crm.connect(home)
      #expect(try home.run("connect", "check").status == 0)
      try home.done("work", "--once")
      #expect(try await eventually { try home.sync()["waiting"] as? Int == 0 }, "\(home.told)")
      #expect(try crm.rows("Assessment_Result__c").count == 1)
      #expect(try crm.stage(of: 1) == "Discovery")
    }
  }
}

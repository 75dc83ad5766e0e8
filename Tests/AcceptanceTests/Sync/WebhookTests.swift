import Foundation
import Testing

extension Acceptance {
  @Suite("Story 7: webhooks and what people change in the CRM") struct WebhookTests {
    /// A server with a worker over a CRM that is polled only once.
    private struct Connected {
      let crm: CRM
      let home: Home
      let server: Server
      let store: StoreFile

      init(_ deals: [String]) async throws {
        crm = try CRM(deals)
        home = try Home()
        try home.activate(StoryPlaybook(), from: "2026-01-01")
        try crm.connect(home, pollSeconds: 86_400)
        server = try home.serve()
        store = StoreFile(path: home.store)
        let store = store
        let count = deals.count
        #expect(try await eventually { try store.count("SELECT count(*) FROM record") == count })
      }

      func record(_ deal: Int) throws -> [String: Any] {
        try server.call("GET", "/v1/records/opportunity/\(CRM.id(deal))", token: home.adminToken).object
      }

      func line(_ deal: Int) throws -> [String: Any] { try record(deal)["record"] as? [String: Any] ?? [:] }

      func hint(_ deal: Int) -> String {
        #"{"type":"record.changed","timestamp":"2026-03-06T03:00:00Z","data":{"object":"Opportunity","id":"\#(CRM.id(deal))"}}"#
      }
    }

    @Test("genuine, again, changed by one byte, too old, no JSON, unknown", .timeLimit(.minutes(2)))
    func delivery() async throws {
      let connected = try await Connected([CRM.deal(401)])
      let (crm, server, store) = (connected.crm, connected.server, connected.store)
      try crm.change(401, #""StageName": "Demo""#)
      let genuine = try server.webhook("e-1001", connected.hint(401))
      #expect(genuine.status == 200 && genuine.object["outcome"] as? String == "stored")
      #expect(try await eventually { try connected.line(401)["stage"] as? String == "Demo" })
      let after = try store.rows(of: ["record", "outcome", "stage_change", "effect"])

      let again = try server.webhook("e-1001", connected.hint(401))
      #expect(again.status == 200 && again.object["outcome"] as? String == "duplicate")
      let changed = connected.hint(401).replacing("03:00:00Z", with: "03:00:01Z")
      #expect(try server.webhook("e-1002", connected.hint(401), sent: changed).status == 401)
      let flipped = try server.webhook("e-1002", connected.hint(401)) { signature in
        signature.replacing(/^v1,./) { $0.output.hasSuffix("A") ? "v1,B" : "v1,A" }
      }
      #expect(flipped.status == 401)
      let old = Int64(Date().timeIntervalSince1970) - 301
      #expect(try server.webhook("e-1003", connected.hint(401), seconds: old).status == 401)
      #expect(try server.webhook("e-1004", "not JSON").status == 400)
      #expect(
        try store.texts("SELECT id FROM inbound_event") == ["e-1001"], "what was refused must not be stored")

      let strange = try server.webhook(
        "e-1005", #"{"type":"invoice.paid","data":{"object":"Invoice__c","id":"\#(CRM.id(1))"}}"#)
      #expect(strange.status == 200)
      let empty = try server.webhook("e-1006", #"{"type":"ping","data":{}}"#)
      #expect(empty.status == 200 && empty.object["outcome"] as? String == "ignored")
      #expect(
        try await eventually {
          try store.texts("SELECT state FROM inbound_event WHERE id IN ('e-1005', 'e-1006')") == ["ignored", "ignored"]
        })
      #expect(try server.metric("stagecraft_webhooks_total", "outcome=\"ignored\"") == 1)
      #expect(try server.metric("stagecraft_webhooks_total", "outcome=\"duplicate\"") == 1)
      #expect(try server.metric("stagecraft_webhooks_total", "outcome=\"refused\"") == 3)
      #expect(try store.rows(of: ["record", "outcome", "stage_change", "effect"]) == after)
      server.stop()
    }

    @Test(
      "a person's change of stage in the CRM stands: unproven by 2, asked, and nothing is pushed back",
      .timeLimit(.minutes(2)))
    func humanWins() async throws {
      let connected = try await Connected([CRM.deal(401)])
      let (crm, server, home) = (connected.crm, connected.server, connected.home)
      let sheet = Sheet.prospecting(
        Sheet.id(1), 1, of: CRM.id(401), hours: "6", compliance: true, at: "2026-03-06T02:00:00Z")
      #expect(try server.put(sheet, token: try home.token("rina")).object["effect"] as? String == "promoted")
      #expect(try await eventually { try crm.stage(of: 401) == "Discovery" })
      #expect(try await eventually { try home.sync()["done"] as? Int == 2 })
      let before = try crm.commits()

      try crm.control(
        "POST", "webhook", #"{"url":"http://127.0.0.1:\#(server.port)/v1/webhooks/crm","secret":"\#(CRM.secret)"}"#)
      try crm.change(401, #""StageName": "Negotiation""#)
      #expect(try await eventually { try connected.line(401)["stage"] as? String == "Negotiation" })
      let line = try connected.line(401)
      let verdict = try #require(line["verdict"] as? [String: Any])
      #expect(verdict["kind"] as? String == "unproven" && verdict["by"] as? Int == 2)
      #expect(line["supported"] as? [String: String] == ["least": "Discovery", "most": "Negotiation"])
      #expect(line["owner"] as? String == StoryPlaybook.rina)
      #expect(
        try connected.store.texts("SELECT assessment FROM ask WHERE done_at IS NULL") == ["DiscoveryAssessment"])
      let last = try #require((try connected.record(401)["history"] as? [[String: Any]])?.last)
      #expect(last["cause"] as? String == "crm" && last["to"] as? String == "Negotiation")
      try await Task.sleep(for: .seconds(2))
      #expect(try crm.stage(of: 401) == "Negotiation")
      #expect(try crm.commits() == before + 1, "only the person's own change")
      #expect(try connected.store.count("SELECT count(*) FROM effect WHERE is_open = 1") == 0)
      server.stop()
    }

    @Test("our own echo is not judged and not pushed: 100 rounds, 0 pushes", .timeLimit(.minutes(3)))
    func echo() async throws {
      let connected = try await Connected([CRM.deal(401)])
      let (crm, server, store) = (connected.crm, connected.server, connected.store)
      try crm.control(
        "POST", "webhook", #"{"url":"http://127.0.0.1:\#(server.port)/v1/webhooks/crm","secret":"\#(CRM.secret)"}"#)
      let commits = try crm.commits()
      let decided = try store.rows(of: ["outcome", "stage_change", "effect", "ask", "proposal", "audit_entry"])
      for round in 1...100 {
        try crm.change(401, #""StageName": "Prospecting""#, user: "integration@sandbox.example")
        #expect(
          try await eventually { try store.count("SELECT count(*) FROM inbound_event WHERE state = 'done'") == round })
      }
      #expect(try crm.commits() == commits + 100)
      #expect(try store.rows(of: ["outcome", "stage_change", "effect", "ask", "proposal", "audit_entry"]) == decided)
      // Within one second the row looks as it did before.
      let rows = try ["echo", "unchanged"].map {
        try server.metric("stagecraft_inbound_rows_total", "outcome=\"\($0)\"")
      }
      #expect(rows.reduce(0, +) == 100 && rows[0] > 0)
      #expect(try crm.requests("/sobjects/Opportunity/").allSatisfy { $0["method"] as? String == "GET" })
      server.stop()
    }
  }
}

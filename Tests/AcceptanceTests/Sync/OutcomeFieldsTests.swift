import Foundation
import Testing

extension Acceptance {
  @Suite("Story 7: what the evidence says stands on the opportunity itself") struct OutcomeFieldsTests {
    @Test("checked, written once with a link to our page, and its echo changes nothing", .timeLimit(.minutes(2)))
    func written() async throws {
      let fields = [
        ("Supported__c", "string"), ("Verdict__c", "string"), ("Difference__c", "currency"), ("Link__c", "url"),
      ]
      let seed = fields.map { name, type in
        #"{"field": {"object": "Opportunity", "name": "\#(name)", "type": "\#(type)"}}"#
      }
      let crm = try CRM(seed + [CRM.deal(1, "Demo")])
      let home = try Home()
      let outcome = "{least: Supported__c, verdict: Verdict__c, difference: Difference__c, link: Link__c}"
      try home.activate(StoryPlaybook(outcome: outcome), from: "2026-01-01")
      try crm.connect(home)
      let unlinked = try home.run("connect", "check")
      #expect(unlinked.status == 1 && unlinked.output.contains("set public_url in stagecraft.yaml"))
      let setUp = try String(contentsOfFile: home.path + "/stagecraft.yaml", encoding: .utf8)
      try home.folder.write("public_url: https://stagecraft.example.com\n" + setUp, to: "home/stagecraft.yaml")
      try home.done("connect", "check")
      try home.done("work", "--once")
      let row = try #require(try crm.rows("Opportunity").first)
      #expect(row["Supported__c"] as? String == "Prospecting" && row["Verdict__c"] as? String == "unproven")
      // 1,000 at 10 percent instead of 50.
      #expect(row["Difference__c"] as? Double == -400)
      #expect(row["Link__c"] as? String == "https://stagecraft.example.com/records/opportunity/\(CRM.id(1))")
      let commits = try crm.commits()
      let store = StoreFile(path: home.store)
      let decided = try store.rows(of: ["outcome", "stage_change", "effect", "ask", "proposal", "audit_entry"])
      for _ in 1...2 { try home.done("work", "--once") }
      #expect(try crm.commits() == commits)
      #expect(try store.rows(of: ["outcome", "stage_change", "effect", "ask", "proposal", "audit_entry"]) == decided)
      #expect(try home.sync()["dead"] as? Int == 0)
    }
  }
}

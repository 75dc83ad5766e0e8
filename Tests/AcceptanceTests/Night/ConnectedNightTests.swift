import Foundation
import Testing

extension Acceptance {
  @Suite("Story 8: the night reaches the CRM") struct ConnectedNightTests {
    @Test(
      "a promotion by `rescore`, as the timer runs it, is queued without a word to the CRM, and the worker writes it",
      .timeLimit(.minutes(3)))
    func promotion() async throws {
      let crm = try CRM([CRM.deal(1)])
      let home = try Home()
      try home.activate(StoryPlaybook(), from: "2026-01-01")
      try crm.connect(home)
      try home.done("work", "--once")
      let server = try home.serve("--no-worker")
      let sheet = Sheet.prospecting(
        Sheet.id(1), 1, of: CRM.id(1), hours: "3", compliance: true, at: "2026-03-20T05:00:00Z")
      #expect(try server.put(sheet, token: try home.token("rina")).object["effect"] as? String == "recorded")
      server.stop()
      try home.done("work", "--once")
      // Now 50 is enough.
      try home.activate(StoryPlaybook(threshold: 40))
      let requests = try crm.requests("/services").count
      let night = try home.done("rescore")
      #expect(night.output.contains("promoted"), "\(night.output)")
      #expect(try crm.requests("/services").count == requests, "the command asks no CRM")
      #expect(try home.sync()["waiting"] as? Int == 1, "\(home.told)")
      // Somebody changes the deal before the worker comes: that is no word about its stage.
      try crm.change(1, #""Amount": 2000"#)
      try home.done("work", "--once")
      #expect(try crm.stage(of: 1) == "Discovery")
      let store = StoreFile(path: home.store)
      #expect(try store.texts("SELECT stage FROM record") == ["Discovery"])
      #expect(try store.count("SELECT count(*) FROM record WHERE instr(CAST(state AS TEXT), 'watermarks') > 0") == 0)
      #expect(try home.sync()["waiting"] as? Int == 0)
    }
  }
}

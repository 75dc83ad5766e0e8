import Foundation
import Testing

extension Acceptance {
  @Suite("What operators ask and do") struct OperatorTests {
    private func list(_ ending: RunningProgram.Ending) throws -> [[String: Any]] {
      try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [[String: Any]])
    }

    private func grades(_ ending: RunningProgram.Ending) throws -> [String: String] {
      var grades: [String: String] = [:]
      for line in try list(ending) {
        if let subject = line["subject"] as? String { grades[subject] = line["grade"] as? String }
      }
      return grades
    }

    @Test("The doctor says of each thing whether it is as it should be, and what to run next")
    func doctor() throws {
      let home = try NightStory.home()
      let fresh = try home.run("doctor", "--json")
      #expect(fresh.status == 0, "\(fresh.output)")
      var grades = try grades(fresh)
      #expect(grades["store"] == "ok" && grades["audit"] == "ok" && grades["clock"] == "ok" && grades["CRM"] == "ok")
      #expect(grades["backup"] == "warn" && grades["night"] == "warn")
      let told = try home.run("doctor")
      #expect(told.output.contains("next: stagecraft backup FILE") && told.output.contains("next: stagecraft rescore"))

      try home.done("backup", home.folder.path + "/copy.sqlite")
      try home.done("rescore", "--as-of", NightStory.night)
      grades = try self.grades(try home.run("doctor", "--json"))
      #expect(grades["backup"] == "ok" && grades["night"] == "ok")

      // The clock was set back, or an entry altered: both are seen.
      try StoreFile(path: home.store).change(
        "UPDATE audit_entry SET written_at = 4102444800000 WHERE number = (SELECT max(number) FROM audit_entry)")
      let wrong = try home.run("doctor", "--json")
      #expect(wrong.status == 1)
      grades = try self.grades(wrong)
      #expect(grades["clock"] == "fail" && grades["audit"] == "fail" && grades["store"] == "ok")

      try Data("no store any more".utf8).write(to: URL(filePath: home.store))
      let broken = try home.run("doctor")
      #expect(broken.status == 1)
      #expect(broken.output.contains("fail  store") && broken.output.contains("next: stagecraft restore FILE"))
    }

    @Test("The audit list tells who did what, page by page, and says of erased entries that they are")
    func auditList() throws {
      let home = try NightStory.home()
      let server = try home.serve()
      let siti = try home.token("siti")
      let hold = #"{"reason":"waits for the board","until":"2026-04-15"}"#
      #expect(try server.call("PUT", "/v1/records/opportunity/N-2/hold", token: siti, body: hold).status == 204)
      let rina = try home.token("rina")
      let sheet = Sheet.prospecting(
        Sheet.id(1), 1, of: "N-4", hours: "3", compliance: true, at: "2026-03-20T05:00:00Z")
      #expect(try server.put(sheet, token: rina).status == 201)
      server.stop()
      let held = try list(try home.done("audit", "list", "--actor", "siti", "--json"))
      #expect(held.map { $0["action"] as? String } == ["hold.set"])
      #expect(held.first?["payload"] as? String == "waits for the board")
      #expect(held.first?["subject"] as? String == "opportunity/N-2")
      let all = try list(try home.done("audit", "list", "--after", "0", "--json"))
      #expect(all.compactMap { $0["number"] as? Int } == Array(1...all.count))
      let page = try list(try home.done("audit", "list", "--after", "1", "--limit", "2", "--json"))
      #expect(page.compactMap { $0["number"] as? Int } == [2, 3])
      let last = try list(try home.done("audit", "list", "--limit", "1", "--json"))
      #expect(last.first?["number"] as? Int == all.count)
      #expect(try list(try home.done("audit", "list", "--since", "2999-01-01", "--json")).isEmpty)
      try home.done("erase", Sheet.id(1), "--reason", "asked on 2 March")
      let erased = try list(try home.done("audit", "list", "--subject", "submission/", "--json"))
      #expect(erased.first?["payload"] is NSNull && erased.first?["erasedBecause"] as? String == "asked on 2 March")
      #expect(try home.run("audit", "list").output.contains("erased "))
      #expect(try home.run("audit", "list", "--limit", "0").status == 64)
    }

    @Test("A person is erased from every place of the store, and what was there and why it is gone stays")
    func erasingPerson() throws {
      let home = try NightStory.home()
      let server = try home.serve()
      let siti = try home.token("siti")
      let rina = try home.token("rina")
      let texts = ["waits for the cat", "override of the heart", "moved by the moon", "budget round"]
      let calls = [
        ("PUT", "/v1/records/opportunity/N-2/hold", #"{"reason":"waits for the cat","until":"2026-04-15"}"#),
        (
          "PUT", "/v1/records/opportunity/N-4/override",
          #"{"stage":"Discovery","reason":"override of the heart","until":"2026-04-15"}"#
        ),
        ("POST", "/v1/records/opportunity/N-5/stage", #"{"to":"Discovery","reason":"moved by the moon"}"#),
      ]
      for (method, target, body) in calls {
        let answer = try server.call(method, target, token: siti, body: body)
        #expect((200...204).contains(answer.status), "\(answer.text)")
      }
      var sheet = Sheet.prospecting(
        Sheet.id(1), 1, of: "N-4", hours: "3", compliance: true, at: "2026-03-25T05:00:00Z")
      sheet.answers = #"{"hours":3,"compliance":true},"note":"she laughed like a hyena""#
      #expect(try server.put(sheet, token: rina).status == 201)
      server.stop()
      try home.done("rescore", "--as-of", NightStory.night)
      let score = "SELECT line FROM outcome WHERE id = 'N-4'"
      let store = StoreFile(path: home.store)
      let before = try store.texts(score)

      let refused = try home.run("erase", "--person", "siti", "--reason", "left")
      #expect(refused.status == 64 && refused.error.contains("--yes"))
      for person in ["siti", "rina"] {
        let erased = try home.run("erase", "--person", person, "--reason", "left in March", "--yes", "--json")
        #expect(erased.status == 0, "\(erased.error)")
      }
      let bytes = try Data(contentsOf: URL(filePath: home.store))
      for text in texts + ["hyena"] { #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) is still there") }
      #expect(try home.run("audit", "verify").status == 0)
      #expect(
        try store.count(
          "SELECT count(*) FROM access_token WHERE person IN ('siti', 'rina') AND revoked_at IS NULL") == 0)
      // That there was something, and why it is gone.
      #expect(try store.count("SELECT count(*) FROM submission WHERE person = 'rina'") == 1)
      #expect(try store.texts("SELECT erased_reason FROM submission WHERE erased_at IS NOT NULL") == ["left in March"])
      #expect(
        try store.texts("SELECT CAST(state AS TEXT) FROM record WHERE id = 'N-2'").first?.contains(
          #""hold":{"by":"siti","reason":"(erased)""#) == true)
      #expect(
        try store.count("SELECT count(*) FROM audit_entry WHERE action = 'person.erased' AND subject = 'person/siti'")
          == 1)
      #expect(try store.texts(score) != before, "the record is judged without the answers")
      // Once more there is nothing, and nothing is written down twice.
      let again = try home.run("erase", "--person", "siti", "--reason", "left in March", "--yes")
      #expect(again.output.contains("there is nothing of siti to erase"))
      #expect(
        try store.count("SELECT count(*) FROM audit_entry WHERE action = 'person.erased' AND subject = 'person/siti'")
          == 1)
    }

    @Test("Tokens end after a year unless something else is said; never is to be said")
    func expiry() throws {
      let home = try NightStory.home()
      func made(_ arguments: String...) throws -> [String: Any] {
        let ending = try home.start(["token", "make", "rina", "--json"] + arguments).ending()
        #expect(ending.status == 0, "\(ending.error)")
        return try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
      }
      func days(_ token: [String: Any]) -> Double? {
        (token["expiresAt"] as? String).map {
          Double(milliseconds($0)) / 86_400_000 - Date().timeIntervalSince1970 / 86_400
        }
      }
      #expect(abs(try #require(days(try made())) - 365) < 0.1)
      #expect(abs(try #require(days(try made("--days", "30"))) - 30) < 0.1)
      #expect(try made("--expires", "never")["expiresAt"] is NSNull)
      #expect(try made("--expires", "2999-12-31")["expiresAt"] as? String == "2999-12-31T16:59:59.999Z")
      #expect(try home.run("token", "make", "rina", "--expires", "2000-01-01").status == 64)
      #expect(try home.run("token", "make", "rina", "--expires", "never", "--days", "3").status == 64)
      let tokens = try list(try home.done("token", "list", "--json"))
      let admin = try #require(tokens.first { $0["name"] as? String == "first admin" })
      #expect(abs(try #require(days(admin)) - 365) < 0.1)
      #expect(tokens.allSatisfy { $0["token"] == nil && $0["hash"] == nil })
      let rotated = try home.done("token", "rotate", try #require(admin["id"] as? String))
      let server = try home.serve()
      #expect(try server.call("GET", "/v1/records", token: home.adminToken).status == 401)
      #expect(try server.call("GET", "/v1/records", token: rotated.lines.first).status == 200)
      server.stop()
      try Data("token_days: never\n".utf8).write(to: URL(filePath: home.path + "/stagecraft.yaml"))
      #expect(try made()["expiresAt"] is NSNull)
    }

    @Test("The metrics say how large the store is, what room there is and when the last night and backup were")
    func gauges() throws {
      let home = try NightStory.home()
      try home.done("backup", home.folder.path + "/copy.sqlite")
      try home.done("rescore", "--as-of", NightStory.night)
      let server = try home.serve()
      let answer = try server.call("GET", "/metrics", token: home.adminToken)
      let lines = answer.text.split(separator: "\n").map(String.init)
      for name in [
        "stagecraft_store_bytes", "stagecraft_disk_free_bytes", "stagecraft_last_night_timestamp_seconds",
        "stagecraft_last_backup_timestamp_seconds",
      ] {
        let value = lines.first { $0.hasPrefix(name + " ") }.flatMap { Double($0.dropFirst(name.count + 1)) }
        #expect((value ?? 0) > 10_000, "\(name)")
        #expect(lines.contains { $0.hasPrefix("# HELP \(name) ") })
      }
      // Every family says what it is.
      let families = lines.filter { $0.hasPrefix("# TYPE ") }.compactMap { $0.split(separator: " ").dropFirst(2).first }
      for family in families { #expect(lines.contains { $0.hasPrefix("# HELP \(family) ") }, "\(family)") }
      server.stop()
    }
  }
}

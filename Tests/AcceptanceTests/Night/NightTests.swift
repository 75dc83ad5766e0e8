import FEEL
import Foundation
import Sales
import Service
import Store
import Testing

extension Acceptance {
  @Suite("Story 8: the night on which the rule changes") struct NightTests {
    /// A run's report as JSON.
    private func report(_ home: Home, _ instant: String) throws -> [String: Any] {
      let ending = try home.run("rescore", "--as-of", instant, "--json")
      #expect(ending.status == 0, "\(ending.error)")
      return try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    }

    private func diary(_ report: [String: Any]) -> [String: Int]? { report["diary"] as? [String: Int] }

    @Test("each record ends as it should, and the summary and the diary's two sums come out to the number")
    func night() throws {
      let home = try NightStory.home()
      let ran = try home.run("rescore", "--as-of", NightStory.night)
      #expect(ran.status == 0, "\(ran.error)")
      #expect(ran.lines.last == NightStory.summary)
      let told = Set(ran.lines)
      #expect(told.contains("N-2: promoted: Prospecting → Discovery"))
      #expect(told.contains("N-3: held: held by siti until 2026-04-15 (\"budget round\")"))
      #expect(told.contains("N-6: incomplete: Discovery requires next_meeting"))
      #expect(told.contains { $0.hasPrefix("N-8: re-check: ") && $0.contains("121 days old (limit 90)") })
      for quiet in ["N-1", "N-4", "N-5", "N-7"] { #expect(!ran.output.contains(quiet)) }
      #expect(told.contains("forecast as stated +15000, as supported for certain +37500"))
      #expect(diary(try report(home, NightStory.night)) == ["stated": 15_000, "supported": 37_500])
      let store = StoreFile(path: home.store)
      #expect(
        try store.texts("SELECT id || ' ' || stage FROM record ORDER BY id") == [
          "N-1 Discovery", "N-2 Discovery", "N-3 Prospecting", "N-4 Prospecting", "N-5 Negotiation", "N-6 Prospecting",
          "N-7 Closed Lost", "N-8 Discovery",
        ])
      // Stage and passed gate of the record whose answers are too old stay.
      #expect(
        try store.texts("SELECT CAST(state AS TEXT) FROM record WHERE id = 'N-8'").first?.contains(
          #""to":"Discovery""#) == true)
      #expect(
        try store.texts("SELECT status FROM proposal WHERE record_id IN ('N-3', 'N-6') ORDER BY record_id")
          == ["held", "blocked"])
      #expect(try home.run("audit", "verify").status == 0)
    }

    @Test("one minute before midnight in Jakarta version 2 is in force, and nobody is promoted")
    func beforeMidnight() throws {
      let home = try NightStory.home()
      let ran = try home.run("rescore", "--as-of", NightStory.beforeMidnight)
      #expect(ran.status == 0, "\(ran.error)")
      #expect(
        ran.lines.last == "8 read, 1 skipped, 0 promoted, 0 held, 0 incomplete, 0 re-check, 7 unchanged, 0 errors")
      let versions = try home.done("versions", "--json")
      let list = try #require(
        try JSONSerialization.jsonObject(with: Data(versions.output.utf8)) as? [[String: Any]])
      let first = try #require(list.first { $0["from"] as? String == "2025-12-31T17:00:00Z" }?["version"] as? String)
      #expect(ran.output.contains("playbook \(first.prefix(12))"))
      #expect(diary(try report(home, NightStory.beforeMidnight)) == ["stated": 0, "supported": 0])
      // Two hours later the other version is.
      #expect(try home.run("rescore", "--as-of", NightStory.night).lines.last == NightStory.summary)
    }

    @Test("the same night again changes nothing and tells the same bytes; the re-check is asked once")
    func again() throws {
      let home = try NightStory.home()
      let first = try home.run("rescore", "--as-of", NightStory.night, "--json")
      let store = StoreFile(path: home.store)
      let tables = [
        "record", "outcome", "attribute_change", "outcome_change", "stage_change", "proposal", "ask", "effect",
        "audit_entry", "night_run", "night_line",
      ]
      let before = try store.rows(of: tables)
      let second = try home.run("rescore", "--as-of", NightStory.night, "--json")
      #expect(first.status == 0 && second.status == 0)
      #expect(first.output == second.output)
      #expect(second.error.contains("0 changes"))
      #expect(try store.rows(of: tables) == before)
      // The next night asks nobody again.
      let next = try home.run("rescore", "--as-of", "2026-04-01T19:00:00Z")
      #expect(
        next.lines.last == "8 read, 1 skipped, 0 promoted, 1 held, 1 incomplete, 0 re-check, 5 unchanged, 0 errors")
      #expect(try store.count("SELECT count(*) FROM ask WHERE record_id = 'N-8'") == 1)
    }

    @Test("what moved during the day shows in the morning's diary, though it was judged when it came")
    func dayMoves() throws {
      let home = try NightStory.home()
      try home.done("rescore", "--as-of", NightStory.night)
      // N-4, 20,000, from 10 % to 25 %; the evidence is as it was.
      let moved = try #require(NightStory.records.first { $0.contains(#""id":"N-4""#) })
      try home.load(
        [moved.replacing(#""stage":"Prospecting""#, with: #""stage":"Discovery""#)], at: "2026-04-01T10:00:00Z")
      let next = try report(home, "2026-04-01T19:00:00Z")
      #expect(diary(next) == ["stated": 3_000, "supported": 0])
      // And the night after there is nothing new.
      #expect(diary(try report(home, "2026-04-02T19:00:00Z")) == ["stated": 0, "supported": 0])
    }

    @Test("a night that is still to come is refused, and nothing is written")
    func future() throws {
      let home = try NightStory.home()
      let ran = try home.run("rescore", "--as-of", "2999-12-31")
      #expect(ran.status == 65)
      #expect(ran.error.contains("2999-12-31T16:59:59.999Z is still to come"))
      #expect(try StoreFile(path: home.store).count("SELECT count(*) FROM night_run") == 0)
      let server = try home.serve()
      let answer = try server.call(
        "POST", "/v1/rescore", token: home.adminToken, body: #"{"asOf":"2999-12-31T00:00:00Z"}"#)
      #expect(answer.status == 422 && answer.code == "future-instant", "\(answer.text)")
      server.stop()
    }

    @Test("one corrupt row is an error, the other seven are done, and the exit code says so")
    func corruptRow() throws {
      let home = try NightStory.home()
      try StoreFile(path: home.store).change(
        "UPDATE record SET document = CAST('{\"kind\":\"opportunity\",\"id\":\"N-4' AS BLOB) WHERE id = 'N-4'")
      let ran = try home.run("rescore", "--as-of", NightStory.night)
      #expect(ran.status == 1)
      #expect(
        ran.lines.last
          == "8 read, 1 skipped, 1 promoted, 1 held, 1 incomplete, 1 re-check, 2 unchanged, 1 error")
      #expect(ran.lines.contains { $0.hasPrefix("N-4: error: ") })
      // Told again, it is as wrong as before.
      #expect(try home.run("rescore", "--as-of", NightStory.night).status == 1)
    }

    @Test("why N-4 stays is told the same at the command line and over HTTP, then and a year later")
    func explained() throws {
      let home = try NightStory.home()
      try home.done("rescore", "--as-of", NightStory.night)
      let told = try home.run("explain", "N-4", "--store", "--as-of", NightStory.night)
      #expect(told.status == 0, "\(told.error)")
      #expect(told.output.contains("40 is not greater than 45"))
      // A year and another rule later.
      try home.activate(StoryPlaybook(threshold: 30, needsMeeting: true), from: "2026-09-01T00:00:00+07:00")
      try home.done("rescore", "--as-of", "2026-10-01T19:00:00Z")
      let later = try home.run("explain", "N-4", "--store", "--as-of", NightStory.night)
      #expect(later.output == told.output)
      let server = try home.serve()
      let answer = try server.call(
        "GET", "/v1/records/opportunity/N-4/explanation?as-of=\(NightStory.night)", token: home.adminToken)
      #expect(answer.status == 200)
      let lines = try #require(answer.object["text"] as? [String])
      #expect(lines.joined(separator: "\n") == told.output)
      #expect((answer.object["message"] as? String)?.hasPrefix("40 is not greater than 45.") == true)
      server.stop()
      #expect(try home.run("explain", "N-9", "--store").status == 66)
    }

    @Test("over HTTP the night comes to the same report as at the command line")
    func overHTTPRun() throws {
      let atCommandLine = try NightStory.home()
      let expected = try atCommandLine.run("rescore", "--as-of", NightStory.night, "--json")
      let home = try NightStory.home()
      let server = try home.serve()
      let rina = try home.token("rina")
      let body = #"{"asOf":"\#(NightStory.night)"}"#
      #expect(try server.call("POST", "/v1/rescore", token: rina, body: body).status == 403)
      let answer = try server.call("POST", "/v1/rescore", token: home.adminToken, body: body)
      #expect(answer.status == 200)
      #expect(answer.text == expected.output.trimmingCharacters(in: .newlines))
      let again = try server.call("POST", "/v1/rescore", token: home.adminToken, body: body)
      #expect(again.body == answer.body)
      server.stop()
      #expect(try StoreFile(path: home.store).decided() == StoreFile(path: atCommandLine.store).decided())
    }

    @Test("a hold that is set the day before bars the night's promotion until it ends, and nothing else")
    func hold() async throws {
      let home = try NightStory.home()
      let service = try await application(over: home, time: SetTime("2026-03-31T10:00:00Z"))
      try await service.setHold(
        RecordKey(kind: "opportunity", id: "N-2"), reason: "waits for the board", until: CalendarDate("2026-04-15"),
        person: Person(id: "siti", role: .manager, unit: nil, owners: nil, names: ["siti"]))
      await service.store.close()
      let night = try home.run("rescore", "--as-of", NightStory.night)
      #expect(
        night.lines.last == "8 read, 1 skipped, 0 promoted, 2 held, 1 incomplete, 1 re-check, 3 unchanged, 0 errors")
      #expect(night.output.contains("N-2: held: held by siti until 2026-04-15"))
      // What the evidence supports is the same as ever.
      #expect(try StoreFile(path: home.store).texts("SELECT least FROM outcome WHERE id = 'N-2'") == ["Discovery"])
      // The day after its last one.
      let later = try home.run("rescore", "--as-of", "2026-04-15T19:00:00Z")
      #expect(later.output.contains("N-2: promoted: Prospecting → Discovery"))
    }

    @Test("over HTTP the night is seen: history, hold and what is proposed")
    func overHTTP() throws {
      let home = try NightStory.home()
      try home.done("rescore", "--as-of", NightStory.night)
      let server = try home.serve()
      let promoted = try server.call("GET", "/v1/records/opportunity/N-2", token: home.adminToken)
      #expect((promoted.object["record"] as? [String: Any])?["stage"] as? String == "Discovery")
      let change = try #require(promoted.list("history").last)
      #expect(change["cause"] as? String == "promotion" && change["from"] as? String == "Prospecting")
      #expect(change["at"] as? String == NightStory.night)
      let blocked = try server.call("GET", "/v1/records/opportunity/N-6", token: home.adminToken)
      #expect(blocked.list("proposals").map { $0["status"] as? String } == ["blocked"])
      #expect(blocked.list("proposals").first?["detail"] as? [String] == ["next_meeting"])
      let held = try server.call("GET", "/v1/records/opportunity/N-3", token: home.adminToken)
      #expect((held.object["hold"] as? [String: Any])?["until"] as? String == "2026-04-15")
      #expect(held.list("proposals").map { $0["status"] as? String } == ["held"])
      server.stop()
    }
  }
}

import Foundation
import Testing

extension Acceptance {
  @Suite("Story 7: results go into the CRM") struct PushTests {
    /// A home with 450 deals of the CRM, each with a sheet whose result waits to be pushed.
    private struct Waiting {
      let crm: CRM
      let home: Home

      init() throws {
        crm = try CRM((1...450).map { CRM.deal($0) })
        home = try Home()
        try home.activate(StoryPlaybook(writes: "propose"), from: "2026-01-01")
        try crm.connect(home, answers: "json")
        try home.done("work", "--once")
        let token = try home.token("rina")
        let server = try home.serve("--no-worker")
        for number in 1...450 {
          let sheet = Sheet.prospecting(
            Sheet.id(number), number, of: CRM.id(number), hours: "3", compliance: true, at: "2026-03-20T05:00:00Z")
          let answer = try server.put(sheet, token: token)
          try #require(answer.status == 201, "\(number): \(answer.text)")
        }
        server.stop()
        #expect(try home.sync()["waiting"] as? Int == 450)
      }

      func counts() throws -> [Int?] {
        let sync = try home.sync()
        return ["waiting", "claimed", "done", "dead"].map { sync[$0] as? Int }
      }

      func submissions() throws -> [String] {
        try crm.rows("Assessment_Result__c").compactMap { $0["Submission_Id__c"] as? String }
      }
    }

    /// Milliseconds since 1970 of what the sandbox calls `at`.
    private func instant(_ request: [String: Any]) throws -> Int64 {
      let text = try #require(request["at"] as? String)
      let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
      return Int64(try style.parse(text.replacing("+0000", with: "Z")).timeIntervalSince1970 * 1000)
    }

    @Test(
      "450 results: four requests, the CRM's wait kept, one rejected in the CRM's own words", .timeLimit(.minutes(4)))
    func push() async throws {
      let waiting = try Waiting()
      let (crm, home) = (waiting.crm, waiting.home)
      let rejected = Sheet.id(388)
      // The first request goes through, the second is refused for two seconds.
      try crm.control(
        "POST", "faults",
        #"""
        [{"kind": "slow", "ms": 0, "path": "/composite/sobjects"},
         {"kind": "rate-429", "path": "/composite/sobjects", "retry_after": 2},
         {"kind": "validation", "object": "Assessment_Result__c", "id": "\#(rejected)",
          "message": "Close Date must not be in the past"}]
        """#)
      let worker = try home.start(["work"])
      #expect(try await eventually(within: 60) { try waiting.counts() == [0, 0, 449, 1] }, "\(home.told)")
      let requests = try crm.requests("/composite/sobjects")
      #expect(requests.compactMap { $0["status"] as? Int } == [200, 429, 200, 200])
      try #require(requests.count == 4)
      #expect(try instant(requests[2]) - instant(requests[1]) >= 2000)
      let rows = try crm.rows("Assessment_Result__c")
      #expect(try rows.count == 449 && Set(waiting.submissions()).count == 449)
      #expect(try !waiting.submissions().contains(rejected))
      let version = try StoreFile(path: home.store).texts("SELECT version FROM playbook_version")
      for row in rows {
        #expect(row["Score__c"] as? Double == 50 || row["Score__c"] as? Int == 50)
        #expect(row["Stated_Stage__c"] as? String == "Prospecting" && row["Assessment_Version__c"] as? Int == 2)
        #expect((row["Answers__c"] as? String)?.contains("hours") == true)
        #expect(version.contains { $0.contains(row["Playbook__c"] as? String ?? "none") })
      }
      let listed = try home.done("sync", "list")
      #expect(
        listed.output.contains(
          "O-388 (\(CRM.id(388))): the CRM refused the result of ProspectingAssessment: Close Date must not be in the past"
        ),
        "\(listed.output)")

      // Time alone does not send it again.
      try await Task.sleep(for: .seconds(3))
      #expect(try crm.requests("/composite/sobjects").count == 4)
      // A person does; the CRM says no once more.
      try home.done("sync", "retry", rejected)
      #expect(try await eventually { try crm.requests("/composite/sobjects").count == 5 })
      #expect(try await eventually { try waiting.counts() == [0, 0, 449, 1] })
      // So does a change of the record: now its close date is right.
      try crm.control("DELETE", "faults")
      try crm.change(388, #""CloseDate": "2027-06-30""#)
      #expect(try await eventually { try waiting.counts() == [0, 0, 450, 0] }, "\(home.told)")
      #expect(try crm.requests("/composite/sobjects").count == 6)
      #expect(Set(try waiting.submissions()).count == 450)
      worker.send(SIGTERM)
      #expect(worker.ending(within: 30).status == 0)
    }

    @Test(
      "a worker killed between the CRM's answer and its note: 450 rows all the same, none twice",
      .timeLimit(.minutes(4)))
    func killed() async throws {
      let waiting = try Waiting()
      let (crm, home) = (waiting.crm, waiting.home)
      let before = try crm.commits()
      // The CRM takes its time, so that the worker is gone when it has carried the request out.
      try crm.control("POST", "faults", #"{"kind": "slow", "ms": 1500, "path": "/composite/sobjects"}"#)
      let worker = try home.start(["work"])
      #expect(
        try await eventually(within: 60) {
          try crm.control("GET", "requests").object["inFlight"] as? Int == 1
            && crm.control("GET", "faults").list("faults").isEmpty
        })
      worker.killAndWait()
      #expect(try await eventually { try crm.commits() == before + 200 })
      #expect(try waiting.counts() == [250, 200, 0, 0])
      try home.done("work", "--once")
      #expect(try waiting.counts() == [0, 0, 450, 0])
      let submissions = try waiting.submissions()
      #expect(submissions.count == 450 && Set(submissions).count == 450)
      // What was there was read back and not even written again.
      #expect(try crm.commits() == before + 450)
    }
  }
}

import Foundation
import Testing

extension Acceptance {
  @Suite("Story 2: a field rep's sheets reach the server") struct FieldRepTests {
    /// The device's queue of the story: what the rep's device froze offline, and then the first line once more.
    private struct Queue {
      let home: Home
      let token: String
      /// The frozen bytes, by place.
      let lines: [String]

      init() throws {
        home = try Home()
        let playbook = StoryPlaybook()
        let place = try playbook.write(to: home.folder, name: "playbook")
        try home.done("activate", "--playbook", place, "--from", "2026-01-01")
        let records = ["O-201", "O-202"].map {
          #"{"kind":"opportunity","id":"\#($0)","pipeline":"Opportunities","stage":"Prospecting","#
            + #""owner":"\#(StoryPlaybook.rina)"}"#
        }
        try home.load(records)
        try home.done("outbox", "fetch", "--from", "records.ndjson", "--playbook", place)
        for (record, assessment, answers) in [
          ("O-201", "ProspectingAssessment", "hours: 6.5\ncompliance: Yes\n"),
          ("O-201", "DiscoveryAssessment", "budget: Yes\nauthority: influencer\ntimeline: \"<3\"\npain: 4\n"),
          ("O-201", "DemoAssessment", "attending: 3+\ncriteria: Yes\nnext: No\n"),
          ("O-202", "ProspectingAssessment", "hours: 4.5\ncompliance: Yes\n"),
        ] {
          try home.folder.write(answers, to: "answers.yaml")
          try home.done("assess", record, assessment, "--answers", "answers.yaml")
        }
        let frozen = try home.done("outbox", "list", "--json").lines
        lines = frozen + [frozen[0]]
        token = try home.token("rina")
      }

      func field(_ place: Int, _ name: String) throws -> String {
        let json = try JSONSerialization.jsonObject(with: Data(lines[place].utf8)) as? [String: Any]
        return try #require(json?[name] as? String)
      }

      func send(_ place: Int, to server: Server) throws -> HTTP.Answer {
        try server.call(
          "PUT", "/v1/submissions/\(try field(place, "id"))", token: token, body: lines[place],
          headers: [("Device", try field(place, "device"))])
      }

      /// Everything that the story asks of the end.
      func expectEnd(on server: Server) throws {
        let first = try server.call("GET", "/v1/records/opportunity/O-201", token: token)
        #expect((first.object["record"] as? [String: Any])?["stage"] as? String == "Demo")
        let promotions = first.list("history").filter { $0["cause"] as? String == "promotion" }
        #expect(
          promotions.map { "\($0["from"] ?? "") \($0["to"] ?? "")" } == ["Prospecting Discovery", "Discovery Demo"])
        #expect(promotions.map { $0["submission"] as? String } == [try field(0, "id"), try field(1, "id")])
        #expect(promotions.map { $0["rule"] as? String } == ["To Discovery", "To Demo"])
        let version = try field(0, "bundle")
        #expect(promotions.allSatisfy { $0["playbook"] as? String == version })
        let submissions = first.list("submissions")
        #expect(
          Set(submissions.map { "\($0["assessment"] ?? "") \($0["version"] ?? "")" }) == [
            "ProspectingAssessment 2", "DiscoveryAssessment 1", "DemoAssessment 1",
          ])
        #expect(
          (first.object["explanation"] as? [String: Any])?["message"] as? String
            == "80 is not greater than 80. Book the next meeting (+20) → 100")
        let second = try server.call("GET", "/v1/records/opportunity/O-202", token: token)
        #expect((second.object["record"] as? [String: Any])?["stage"] as? String == "Prospecting")
        #expect(
          (second.object["explanation"] as? [String: Any])?["message"] as? String
            == "50 is not greater than 60. Needs more than 5 hours a week (→ 70)")
        let stored = StoreFile(path: home.store)
        #expect(try stored.count("SELECT count(*) FROM submission") == 4)
        #expect(try stored.count("SELECT count(*) FROM submission WHERE envelope IS NOT NULL") == 4)
      }
    }

    @Test("five lines: four are stored, the fifth gets the same receipt, and the server says what the device said")
    func sync() throws {
      let queue = try Queue()
      let server = try queue.home.serve()
      var answers: [HTTP.Answer] = []
      for place in queue.lines.indices { answers.append(try queue.send(place, to: server)) }
      #expect(answers.map(\.status) == [201, 201, 201, 201, 200])
      #expect(answers[4].body == answers[0].body)
      #expect(answers.allSatisfy { $0.object["previewDiffers"] as? Bool == false }, "\(answers.map(\.text))")
      #expect(answers.prefix(4).compactMap { $0.object["score"] as? Int } == [70, 81, 80, 50])
      #expect(
        answers.prefix(4).compactMap { $0.object["effect"] as? String } == [
          "promoted", "promoted", "recorded", "recorded",
        ])
      #expect(answers[0].object["message"] as? String == "promoted: Prospecting → Discovery")
      try queue.expectEnd(on: server)
      server.stop()
    }

    @Test("a cut after the second line and a resend of all end the same")
    func cut() throws {
      let queue = try Queue()
      let server = try queue.home.serve()
      let before = try (0...1).map { try queue.send($0, to: server) }
      // The third goes out, and the network is gone before all of it is there.
      #expect(throws: HTTP.Failure.self) {
        try HTTP.exchange(
          port: server.port, "PUT", "/v1/submissions/\(try queue.field(2, "id"))",
          headers: [("Authorization", "Bearer \(queue.token)"), ("Content-Length", "100000")],
          body: Data(queue.lines[2].utf8), seconds: 1)
      }
      let after = try queue.lines.indices.map { try queue.send($0, to: server) }
      #expect(after.map(\.status) == [200, 200, 201, 201, 200])
      #expect(after.prefix(2).map(\.body) == before.map(\.body))
      try queue.expectEnd(on: server)
      server.stop()
    }

    @Test("whatever order they arrive in, they end the same")
    func order() throws {
      let queue = try Queue()
      let server = try queue.home.serve()
      for place in [3, 2, 1, 0] { #expect(try queue.send(place, to: server).status == 201) }
      try queue.expectEnd(on: server)
      server.stop()
    }

    @Test("the same id with other answers is a conflict, and the first is kept")
    func conflict() throws {
      let queue = try Queue()
      let server = try queue.home.serve()
      let first = try queue.send(0, to: server)
      // The answer and nothing else: the clock's seconds may be 6.5 too.
      let changed = queue.lines[0].replacing(#""hours":6.5"#, with: #""hours":3"#)
      #expect(changed != queue.lines[0])
      let refused = try server.call(
        "PUT", "/v1/submissions/\(try queue.field(0, "id"))", token: queue.token, body: changed)
      #expect(refused.status == 409 && refused.code == "id-reused")
      #expect(refused.text.contains("those are kept"))
      #expect(try queue.send(0, to: server).body == first.body)
      let record = try server.call("GET", "/v1/records/opportunity/O-201", token: queue.token)
      #expect((record.object["record"] as? [String: Any])?["stage"] as? String == "Discovery")
      server.stop()
    }

    @Test("a later sheet of the same device counts, though its clock says it is earlier")
    func sequenceBeforeClock() throws {
      let queue = try Queue()
      let server = try queue.home.serve()
      func sheet(_ number: Int, hours: String, at instant: String) -> Sheet {
        .prospecting(
          Sheet.id(number), number, of: "O-202", hours: hours, compliance: true, at: instant, device: "slow clock")
      }
      #expect(try server.put(sheet(1, hours: "4.5", at: "2026-03-10T08:00:00Z"), token: queue.token).status == 201)
      let later = try server.put(sheet(2, hours: "6", at: "2026-03-07T08:00:00Z"), token: queue.token)
      #expect(later.object["effect"] as? String == "promoted", "\(later.text)")
      #expect(later.object["stage"] as? String == "Discovery")
      server.stop()
    }
  }
}

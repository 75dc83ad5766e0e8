import Foundation
import Synchronization
import Testing

extension ServerTests {
  /// Issue 3, "done when" 3: a CRM in trouble.
  @Suite("Faults of the CRM")
  struct FaultTests {
    /// One fault with what it is to be like.
    struct Case: Sendable, CustomStringConvertible {
      var name: String
      /// Each as `POST /sandbox/faults` takes it.
      var faults: [String]
      /// The most requests to the CRM for nine submissions and three moves.
      var mostRequests = 120
      /// At least so long the CRM is left alone, milliseconds.
      var pause = 0

      var description: String { name }
    }

    static let cases = [
      Case(
        name: "answers lost after the commit of results",
        faults: [#"{"kind":"lost-answer","path":"/composite/sobjects/Assessment_Result__c","count":3,"partial":true}"#]),
      Case(
        name: "answers lost after the commit of answer rows",
        faults: [#"{"kind":"lost-answer","path":"/composite/sobjects/Assessment_Answer__c","count":3,"partial":true}"#]),
      Case(
        name: "answers lost after the commit of stages",
        faults: [#"{"kind":"lost-answer","method":"PATCH","path":"/sobjects/Opportunity","count":3,"partial":true}"#]),
      Case(name: "500", faults: [#"{"kind":"error-500","count":6}"#]),
      Case(name: "a maintenance page with 503", faults: [#"{"kind":"unavailable-503-html","count":6}"#]),
      Case(name: "403 REQUEST_LIMIT_EXCEEDED", faults: [#"{"kind":"request-limit-403","count":3}"#]),
      Case(name: "429 with Retry-After", faults: [#"{"kind":"rate-429","count":2,"retry_after":1}"#], pause: 950),
      Case(name: "slow answers", faults: [#"{"kind":"slow","count":6,"ms":500}"#]),
      Case(name: "sessions that expire", faults: [#"{"kind":"expired-session","count":3}"#]),
      Case(
        name: "locked rows",
        faults: [
          #"{"kind":"lock","object":"Assessment_Result__c","count":5}"#,
          #"{"kind":"lock","object":"Assessment_Answer__c","count":9}"#,
          #"{"kind":"lock","object":"Opportunity","count":2}"#,
        ]),
      Case(name: "a sign-in page with 200", faults: [#"{"kind":"html-200","count":6}"#]),
      Case(name: "no answer at all", faults: [#"{"kind":"hang","count":2}"#]),
    ]

    @Test("each alone: the end is right, nothing is written twice, the attempts are few")
    func alone() async throws {
      try await onThread {
        let run = try FaultRun(deals: 40)
        let server = try run.site.server()
        try #require(run.site.awaitRecords(40, seconds: 60))
        for (place, fault) in Self.cases.enumerated() {
          let began = Date()
          let before = try run.site.sandbox.requestCount()
          let injected = try run.site.sandbox.injectedFaults()
          for json in fault.faults {
            try run.site.sandbox.control("POST", "faults", try Site.json(json))
          }
          run.submit(9, to: place)
          run.move(3, from: place)
          #expect(run.site.settle(seconds: 60), "\(fault)")
          let requests = try run.site.sandbox.requests(after: before)
          // Polls come once a second, whatever happens.
          let polls = Int(Date().timeIntervalSince(began)) + 2
          #expect(requests.count - polls <= fault.mostRequests, "\(fault): \(requests.count) requests")
          #expect(try run.site.sandbox.injectedFaults() > injected, "\(fault) never came")
          if fault.pause > 0 { #expect(Self.leastPause(after: "rate-429", requests) >= fault.pause, "\(fault)") }
          try run.site.sandbox.clearFaults()
          print("\(fault): \(requests.count) requests, \(Int(Date().timeIntervalSince(began) * 1000)) ms")
        }
        let report = try run.check()
        #expect(report.repeated == 0)
        server.end(SIGTERM)
      }
    }

    /// The time from each answer of that fault to the next request.
    private static func leastPause(after fault: String, _ requests: [[String: Any]]) -> Int {
      let times = requests.map { request -> (at: Double, isFault: Bool) in
        let text = (request["at"] as? String ?? "").replacing("+0000", with: "Z")
        let date = try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        return (date?.timeIntervalSince1970 ?? 0, request["fault"] as? String == fault)
      }
      let pauses = zip(times, times.dropFirst()).filter { $0.0.isFault }.map { Int(($1.at - $0.at) * 1000) }
      return pauses.min() ?? 0
    }

    @Test("a rule of the CRM says no: a dead letter in its words, carried out after the cause is mended")
    func validation() async throws {
      try await onThread {
        let run = try FaultRun(deals: 6)
        let server = try run.site.server()
        try #require(run.site.awaitRecords(6, seconds: 60))
        let words = "A result needs a region on the deal."
        try run.site.sandbox.fault("validation", ["object": "Assessment_Result__c", "message": words])
        run.submit(4, to: 0)
        #expect(eventually(seconds: 30) { (try? run.site.sync().dead) == 4 })
        let list = try run.site.run("sync", "list", "--json")
        #expect(list.status == 0)
        let letters = try #require(
          try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
        #expect(letters.count == 4)
        #expect(letters.allSatisfy { ($0["message"] as? String)?.contains(words) == true })
        #expect(letters.allSatisfy { $0["code"] as? String == "FIELD_CUSTOM_VALIDATION_EXCEPTION" })
        // A rule is not tried again by itself.
        #expect(letters.allSatisfy { $0["attempts"] as? Int == 1 })
        // One answer's row too: its result stands by then.
        try run.site.sandbox.clearFaults()
        try run.site.sandbox.fault("validation", ["object": "Assessment_Answer__c", "message": words])
        run.submit(1, to: 5)
        #expect(eventually(seconds: 30) { (try? run.site.sync().dead) == 5 })
        try run.site.sandbox.clearFaults()
        let retried = try run.site.run("sync", "retry", "--all")
        #expect(retried.status == 0, "\(retried.output)")
        #expect(run.site.settle(seconds: 30))
        let report = try run.check()
        #expect(report.repeated == 0)
        server.end(SIGTERM)
      }
    }

    /// What persons change in the CRM shows up to three seconds after it began, with the stamp of its start, and so
    /// behind rows with later stamps.
    private static var lateChanges: [String: Any] {
      ["kind": "late-commit", "path": "/sandbox/change", "ms": 3000]
    }

    @Test("1,000 operations under a mix drawn by a seed: the end is right, the attempts are bounded")
    func mixed() async throws {
      try await onThread {
        let environment = ProcessInfo.processInfo.environment
        let seed = environment["STAGECRAFT_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...999_999)
        // Small batches make many requests, and so many faults.
        let run = try FaultRun(deals: 60, connection: ["batch: 5"])
        let server = try run.site.server()
        try #require(run.site.awaitRecords(60, seconds: 60))
        try run.site.sandbox.control(
          "POST", "faults",
          [
            "mix": [
              "kinds": [
                "lost-answer", "error-500", "unavailable-503-html", "request-limit-403", "rate-429", "slow",
                "expired-session", "lock", "html-200", Self.lateChanges,
              ] as [Any], "probability": 0.2, "seed": Int(seed), "ms": 150, "partial": true,
            ]
          ])
        let before = try run.site.sandbox.requestCount()
        let began = Date()
        run.mixed(operations: 1000, seed: seed)
        let worked = Date().timeIntervalSince(began)
        #expect(run.site.settle(seconds: 240), "seed \(seed)")
        let seconds = Date().timeIntervalSince(began)
        let faults = try run.site.sandbox.control("GET", "faults")["injected"] as? [String: Int] ?? [:]
        try run.site.sandbox.clearFaults()
        let requests = try run.site.sandbox.requestCount() - before
        // What was changed last in the CRM is taken in by the next poll.
        #expect(eventually(seconds: 20, every: 300) { (try? run.disagreements().isEmpty) == true }, "seed \(seed)")
        let left = try run.disagreements()
        #expect(left == [], "seed \(seed)")
        let report = try run.check()
        server.end(SIGTERM)
        let attempts = try run.attempts()
        print(
          """
          1,000 operations (seed \(seed)): \(Int(worked)) s to take, \(Int(seconds)) s to settle; \(requests) requests, \
          faults \(faults); attempts \(attempts.total) for \(attempts.effects) effects, at most \(attempts.most); \
          \(report.results) results, \(report.repeated) writes without a change
          """)
        #expect(faults.values.reduce(0, +) > 50)
        #expect(faults["late-commit", default: 0] > 0)
        #expect(report.repeated == 0)
        #expect(requests < 5000)
        #expect(attempts.most <= 12)
        #expect(attempts.total < attempts.effects * 3)
      }
    }

    @Test(
      "kill -9 and faults together, while persons move deals and copies are taken: both sides agree, all copies are good"
    )
    func killed() async throws {
      try await onThread {
        let environment = ProcessInfo.processInfo.environment
        let wanted = (environment["STAGECRAFT_KILLS"].flatMap { Int($0) } ?? 100) / 3
        let seed = environment["STAGECRAFT_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...999_999)
        let run = try FaultRun(deals: 30)
        let first = try run.site.server()
        try #require(run.site.awaitRecords(30, seconds: 60))
        first.end(SIGKILL)
        run.site.port = nil
        try run.site.sandbox.control(
          "POST", "faults",
          [
            "mix": [
              "kinds": ["lost-answer", "error-500", "slow", "lock", Self.lateChanges] as [Any], "probability": 0.15,
              "seed": Int(seed), "ms": 100,
              "partial": true,
            ]
          ])
        var random = SeededNumbers(seed: seed)
        var kills = 1
        let working = DispatchGroup()
        working.enter()
        Thread {
          // About as long as the killing takes.
          run.mixed(operations: 500, seed: seed, pause: 300)
          working.leave()
        }.start()
        let copies = CopiesUnderLoad(run.site)
        var rounds = 0
        while kills < wanted {
          if rounds.isMultiple(of: 8) { copies.take() }
          rounds += 1
          kills += try run.site.roundOfKills(&random)
        }
        let server = try run.site.server()
        #expect(working.wait(timeout: .now() + 300) == .success)
        try run.site.sandbox.clearFaults()
        #expect(run.site.settle(seconds: 120), "seed \(seed)")
        #expect(eventually(seconds: 20, every: 300) { (try? run.disagreements().isEmpty) == true }, "seed \(seed)")
        #expect(try run.disagreements() == [])
        let report = try run.check()
        server.end(SIGTERM)
        #expect(try run.site.run("audit", "verify").status == 0)
        let attempts = try run.attempts()
        let copied = try copies.check()
        print(
          "\(kills) kills with faults (seed \(seed)): \(report.results) results, \(report.repeated) writes without a "
            + "change; attempts \(attempts.total) for \(attempts.effects) effects, at most \(attempts.most); "
            + "\(copied) copies verified, the last one put back")
        #expect(report.repeated <= 200)
      }
    }

    @Test("a row that stays locked is given up after twelve attempts, and holds no other back")
    func locked() async throws {
      try await onThread {
        let run = try FaultRun(deals: 6)
        let server = try run.site.server()
        try #require(run.site.awaitRecords(6, seconds: 60))
        try run.site.sandbox.fault("lock", ["object": "Opportunity", "id": run.records[0], "count": 100_000])
        run.move(1, from: 0)
        run.submit(12, to: 1)
        #expect(eventually(seconds: 60) { (try? run.site.sync().dead) == 1 })
        let dead = try #require(try run.site.sync().dead == 1 ? try run.site.run("sync", "list", "--json") : nil)
        let letters = try JSONSerialization.jsonObject(with: Data(dead.output.utf8)) as? [[String: Any]]
        #expect(letters?.first?["attempts"] as? Int == 12)
        #expect(letters?.first?["code"] as? String == "UNABLE_TO_LOCK_ROW")
        #expect(try run.site.sync().done >= 10)
        try run.site.sandbox.clearFaults()
        #expect(try run.site.run("sync", "retry", "--all").status == 0)
        #expect(run.site.settle(seconds: 30))
        _ = try run.check()
        #expect(try run.disagreements() == [])
        server.end(SIGTERM)
      }
    }
  }
}

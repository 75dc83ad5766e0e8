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
          #"{"kind":"lock","object":"Assessment_Answer__c","count":9}"#, #"{"kind":"lock","object":"Opportunity","count":2}"#,
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
          #expect(requests.contains { $0["fault"] is String } || fault.name == "locked rows", "\(fault) never came")
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

    @Test("1,000 operations under a mix drawn by a seed: the end is right, the attempts are bounded")
    func mixed() async throws {
      try await onThread {
        let environment = ProcessInfo.processInfo.environment
        let seed = environment["STAGECRAFT_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...999_999)
        let run = try FaultRun(deals: 60)
        let server = try run.site.server()
        try #require(run.site.awaitRecords(60, seconds: 60))
        try run.site.sandbox.control(
          "POST", "faults",
          [
            "mix": [
              "kinds": [
                "lost-answer", "error-500", "unavailable-503-html", "request-limit-403", "rate-429", "slow",
                "expired-session", "lock", "html-200",
              ], "probability": 0.2, "seed": Int(seed), "ms": 150, "partial": true,
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
        #expect(try run.disagreements() == [])
        let report = try run.check()
        server.end(SIGTERM)
        let attempts = try run.attempts()
        print(
          """
          1,000 operations (seed \(seed)): \(Int(worked)) s to take, \(Int(seconds)) s to settle; \(requests) requests, \
          faults \(faults); attempts \(attempts.total) for \(attempts.effects) effects, at most \(attempts.most); \
          \(report.results) results, \(report.repeated) writes without a change
          """)
        #expect(faults.values.reduce(0, +) > 20)
        // Several effects go in one request, so there must be fewer requests than tries one by one.
        #expect(requests < 4000)
        #expect(attempts.most <= 12)
        #expect(attempts.total < attempts.effects * 3)
      }
    }

    @Test("a dead CRM never slows a rep's request, and is not stormed")
    func dead() async throws {
      try await onThread {
        let run = try FaultRun(deals: 40, timeout: 5)
        let server = try run.site.server()
        try #require(run.site.awaitRecords(40, seconds: 60))
        // Warm.
        _ = run.latencies(20)
        let healthy = run.latencies(60)
        #expect(run.site.settle(seconds: 60))

        try run.site.sandbox.fault("hang", ["count": 100_000])
        let hanging = run.latencies(60)
        try run.site.sandbox.clearFaults()

        try run.site.sandbox.control("POST", "down")
        usleep(500_000)
        let before = try run.site.sandbox.requestCount()
        let began = Date()
        var down = run.latencies(60)
        while Date().timeIntervalSince(began) < 6 { down += run.latencies(5) }
        let outage = Date().timeIntervalSince(began)
        let requests = try run.site.sandbox.requestCount() - before
        let again = run.latencies(1)
        try run.site.sandbox.control("POST", "up")
        #expect(run.site.settle(seconds: 60))
        let report = try run.check()
        server.end(SIGTERM)
        func middle(_ times: [Double]) -> Double { times.sorted()[times.count / 2] * 1000 }
        print(
          """
          a submission, median: CRM healthy \(middle(healthy)) ms, hanging \(middle(hanging)) ms, down \(middle(down)) ms; \
          \(requests) requests to the CRM in \(outage) s of outage; \(report.results) results after it
          """)
        #expect(again.count == 1)
        #expect(middle(hanging) < 3 * middle(healthy) && middle(down) < 3 * middle(healthy))
        #expect(middle(hanging) < 1000 && middle(down) < 1000)
        // Waits of 500 ms at most, each with half of it for certain, and few requests after each.
        #expect(Double(requests) / outage < 15)
        // The outage made no dead letters (`check`), however long it was.
        #expect(report.repeated == 0)
      }
    }
  }
}

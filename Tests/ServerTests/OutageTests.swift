import Foundation
import Testing

extension ServerTests {
  @Suite("A CRM that is down")
  struct OutageTests {
    @Test("an outage, however long, makes no dead letters: what fails then says nothing about one row")
    func outage() async throws {
      try await onThread {
        let run = try FaultRun(deals: 6, connection: ["retry_longest_ms: 60", "poll_seconds: 60"])
        let server = try run.site.server()
        try #require(run.site.awaitRecords(6, seconds: 60))
        for kind in ["unavailable-503-html", "error-500", "html-200"] {
          try run.site.sandbox.fault(kind, ["count": 100_000])
          let before = try run.site.sandbox.requestCount()
          run.submit(1, to: 0)
          run.move(1, from: kind == "error-500" ? 1 : 0)
          // Time for more than twelve attempts.
          usleep(6_000_000)
          let requests = try run.site.sandbox.requestCount() - before
          print("\(kind): \(requests) requests in 6 s")
          #expect((13...200).contains(requests))
          #expect(try run.site.sync().dead == 0)
          try run.site.sandbox.clearFaults()
          #expect(run.site.settle(seconds: 30))
        }
        let report = try run.check()
        #expect(report.repeated == 0)
        server.end(SIGTERM)
        #expect(try run.attempts().most <= 12)
      }
    }

    @Test("a dead CRM never slows a rep's request, and is not stormed")
    func dead() async throws {
      try await onThread {
        let run = try FaultRun(deals: 40, connection: ["timeout_seconds: 1"])
        let server = try run.site.server()
        try #require(run.site.awaitRecords(40, seconds: 60))
        // Warm.
        _ = run.latencies(20)
        var (healthy, hanging, down): ([Double], [Double], [Double]) = ([], [], [])
        var (requests, outage) = (0, 0.0)
        // In turns, so that whatever else the machine does hits all three alike.
        for _ in 0..<3 {
          healthy += run.latencies(25)
          #expect(run.site.settle(seconds: 60))
          try run.site.sandbox.fault("hang", ["count": 100_000])
          hanging += run.latencies(25)
          try run.site.sandbox.clearFaults()
          try run.site.sandbox.control("POST", "down")
          // Until the call that hangs has run out of time.
          usleep(1_200_000)
          let before = try run.site.sandbox.requestCount()
          let began = Date()
          while Date().timeIntervalSince(began) < 3 { down += run.latencies(5) }
          outage += Date().timeIntervalSince(began)
          requests += try run.site.sandbox.requestCount() - before
          try run.site.sandbox.control("POST", "up")
          #expect(run.site.settle(seconds: 60))
        }
        let report = try run.check()
        server.end(SIGTERM)
        func middle(_ times: [Double]) -> Double { times.sorted()[times.count / 2] * 1000 }
        print(
          """
          a submission, median: CRM healthy \(middle(healthy)) ms, hanging \(middle(hanging)) ms, down \(middle(down)) ms; \
          \(requests) requests to the CRM in \(outage) s of outage; \(report.results) results after it
          """)
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

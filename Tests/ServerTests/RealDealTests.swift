import Foundation
import Synchronization
import Testing

extension ServerTests {
  /// Issue 3, "done when" 2: the judged deals from CRM to CRM.
  @Suite("The 448 judged deals from CRM to CRM", .enabled(if: Paths.hasDeals, "the data sets in ../shared are absent"))
  struct RealDealTests {
    @Test("polled in, submitted over HTTP, pushed: each result is there once, with the core's verdict")
    func once() async throws {
      try await onThread {
        let run = try DealRun(folder: try TemporaryFolder())
        let server = try run.site.server()
        try #require(run.site.awaitRecords(run.deals.deals.count + DealRun.others, seconds: 120))
        run.feed.release(.max)
        run.deliverAll(seconds: 240)
        #expect(run.site.settle(seconds: 240))
        let report = try run.check()
        #expect(report.repeated == 0)
        server.end(SIGTERM)
        #expect(server.endStatus == 0)
        try run.checkStore()
        print("448 deals: \(report.results) results, \(report.answers) answers, \(run.client.tries) requests")
      }
    }

    /// At random moments: between the CRM's commit and our note of it, between a result and its answers, while a file
    /// that was not closed is checked, before the first request. Persons change other deals in the CRM meanwhile.
    @Test("the same under kill -9 of server and worker: same end, nothing lost, nothing twice")
    func killed() async throws {
      try await onThread {
        let wanted = ProcessInfo.processInfo.environment["STAGECRAFT_KILLS"].flatMap { Int($0) } ?? 100
        let seed =
          ProcessInfo.processInfo.environment["STAGECRAFT_SEED"].flatMap { UInt64($0) }
          ?? UInt64.random(in: 0...999_999)
        let run = try DealRun(folder: try TemporaryFolder())
        var random = SeededNumbers(seed: seed)
        let began = Date()
        // Some first deliveries need the records.
        let first = try run.site.server()
        try #require(run.site.awaitRecords(run.deals.deals.count + DealRun.others, seconds: 120))
        first.end(SIGKILL)

        var kills = 1
        let share = run.feed.total / max(1, wanted * 3 / 4) + 1
        let delivering = DispatchGroup()
        delivering.enter()
        Thread {
          run.deliverAll(seconds: 600)
          delivering.leave()
        }.start()
        var rounds = 0
        while kills < wanted {
          run.feed.release(share)
          if rounds.isMultiple(of: 20) {
            try run.site.killAfterCommit()
            kills += 1
          }
          rounds += 1
          try run.changeInCRM(&random)
          kills += try run.site.roundOfKills(&random)
        }
        run.feed.release(.max)
        let killing = Date().timeIntervalSince(began)

        let server = try run.site.server()
        #expect(delivering.wait(timeout: .now() + 300) == .success)
        #expect(run.site.settle(seconds: 240))
        #expect(try eventually(seconds: 20, every: 300) { try run.knowsChanges() })
        let report = try run.check()
        server.end(SIGTERM)
        #expect(server.endStatus == 0)
        let doubtful = try run.checkStore()
        print(
          """
          \(kills) kills in \(Int(killing)) s (seed \(seed)), \(Int(Date().timeIntervalSince(began))) s in all: \
          \(report.results) results, \(report.answers) answers, \(report.repeated) writes without a change, \
          \(run.client.tries) requests of clients for \(run.feed.total) operations, \(doubtful) effects tried more than once
          """)
        // A request that was on its way when its worker was killed may arrive after the next one has looked: the CRM then
        // finds all as it is. No more than one batch of that was ever near.
        #expect(report.repeated <= 200)
        // What was killed between a commit and its note was tried again.
        #expect(doubtful > 0)
      }
    }
  }
}

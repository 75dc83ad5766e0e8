import Foundation
import Store
import Synchronization
import Testing

/// The deals on their way: an installation, what is to be delivered, and the check at the end.
final class DealRun: Sendable {
  /// How many operations the clients may begin; a test releases them bit by bit.
  final class Feed: Sendable {
    let total: Int
    private let state = Mutex((taken: 0, allowed: 0))

    init(total: Int) { self.total = total }

    func release(_ count: Int) {
      state.withLock { $0.allowed = count == .max ? total : min(total, $0.allowed + count) }
    }

    /// Waits for the permission to begin one.
    func take() {
      while true {
        let isTaken = state.withLock { state in
          if state.taken >= state.allowed { return false }
          state.taken += 1
          return true
        }
        if isTaken { return }
        usleep(5000)
      }
    }
  }

  private struct Work: Sendable {
    var record: String
    var envelopes: [Deals.Envelope]
    /// Where a person moves the deal once it is judged.
    var stage: String?
  }

  let site: Site
  let deals: Deals
  let client: Client
  let feed: Feed
  private let work: [Work]
  private let expected: [String: Deals.Expected]

  init(folder: TemporaryFolder) throws {
    deals = try Deals(in: folder)
    site = try Site(folder: folder, playbook: try Deals.playbook(in: folder), seed: deals.seed)
    client = Client(site)
    let ids = try Deals.ids(in: site.sandbox)
    var expected: [String: Deals.Expected] = [:]
    work = try deals.deals.map { [site] deal in
      let record = try #require(ids[deal.name])
      let envelopes = try deal.envelopes(record: record, bundle: site.version)
      for (envelope, wanted) in zip(envelopes, deal.expected) { expected[envelope.id] = wanted }
      return Work(record: record, envelopes: envelopes, stage: deal.number.isMultiple(of: 4) ? "Solution" : nil)
    }
    self.expected = expected
    feed = Feed(total: work.reduce(0) { $0 + $1.envelopes.count + ($1.stage == nil ? 0 : 1) })
  }

  /// Eight devices deliver what the feed allows; each deal's questionnaires in their order.
  func deliverAll(seconds: Double) {
    let next = Mutex(0)
    onThreads(8) { [work, client, feed] _ in
      while true {
        let place = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard place < work.count else { return }
        for envelope in work[place].envelopes {
          feed.take()
          guard client.deliver(envelope, seconds: seconds) else { return }
        }
        if let stage = work[place].stage {
          feed.take()
          guard client.move(work[place].record, to: stage, seconds: seconds) else { return }
        }
      }
    }
  }

  /// Starts server and worker, as one process or as two, and kills them at random moments.
  ///
  /// - Returns: how many were killed.
  func roundOfKills(_ random: inout SeededNumbers) throws -> Int {
    let together = Bool.random(using: &random)
    let (server, portFile) = try site.startServer(withWorker: together)
    let worker = together ? nil : try site.worker()
    // Some are killed before they listen.
    let isEarly = Int.random(in: 0..<8, using: &random) == 0
    if !isEarly, let port = PortFile.port(portFile, of: server, seconds: 60) { site.port = port }
    let pauses = [server, worker].compactMap { $0 }.map { ($0, UInt32.random(in: 1000...1_200_000, using: &random)) }
    var waited: UInt32 = 0
    for (process, pause) in pauses.sorted(by: { $0.1 < $1.1 }) {
      usleep(pause - waited)
      waited = pause
      if process === server { site.port = nil }
      process.end(SIGKILL)
    }
    for (process, _) in pauses {
      // Ended by itself: then it was no kill, and why it ended must be seen.
      #expect(process.endStatus == 128 + SIGKILL, "ended by itself: \(process.text.suffix(1500))")
    }
    return pauses.count
  }

  /// What the clients got and what the CRM holds.
  func check() throws -> CRMCheck.Report {
    #expect(client.refusals.isEmpty)
    let receipts = client.receipts
    #expect(receipts.count == expected.count)
    #expect(receipts.values.allSatisfy { $0.status == 201 || $0.status == 200 })
    #expect(receipts.values.allSatisfy { $0.effect == "recorded" })
    // Numbered without gaps: none is missing, none was counted twice.
    #expect(receipts.values.map(\.number).sorted() == Array(1...expected.count))

    let report = try CRMCheck.report(site.sandbox, expected)
    #expect(report.findings.isEmpty, "\(report.findings.count): \(report.findings.prefix(10).map(\.description))")
    #expect(report.results == expected.count)
    #expect(report.answers == expected.values.reduce(0) { $0 + $1.questions.count })

    // The moves by persons: written to the CRM, each once.
    let stages = try site.sandbox.rows("Opportunity").reduce(into: [String: String]()) { stages, row in
      if let id = row["Id"] as? String { stages[id] = row["StageName"] as? String }
    }
    let moved = work.filter { $0.stage != nil }
    #expect(work.allSatisfy { stages[$0.record] == $0.stage ?? "Qualification" })
    let writes = try site.sandbox.journal().filter { $0["object"] as? String == "Opportunity" }
    #expect(writes.count == moved.count)
    #expect(Set(writes.compactMap { $0["id"] as? String }) == Set(moved.map(\.record)))

    let sync = try site.sync()
    #expect(sync.dead == 0)
    #expect(sync.done == expected.count + moved.count)
    return report
  }

  /// What the store holds once no server runs: the audit chain whole, every effect done.
  ///
  /// - Returns: how many effects were tried more than once.
  @discardableResult
  func checkStore() throws -> Int {
    let audit = try site.run("audit", "verify", "--json")
    #expect(audit.status == 0, "\(audit.output)")
    let effects = try waitFor { [path = site.home + "/store.sqlite"] in
      let store = try await Store.open(path: path)
      let effects = try await store.read { try $0.effects(state: .done, limit: 1_000_000) }
      await store.close()
      return effects
    }
    #expect(effects.count == expected.count + work.count { $0.stage != nil })
    return effects.count { $0.attempts > 1 }
  }
}

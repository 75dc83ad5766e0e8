import Foundation
import Store
import Synchronization
import Testing

/// Made-up deals under faults: work to do, and what must hold in the end.
final class FaultRun: Sendable {
  let site: Site
  let client: Client
  let records: [String]
  private let state = Mutex((sequence: 0, submitted: [String: Deals.Envelope](), random: SeededNumbers(seed: 7)))

  /// - Parameter timeout: of one call, seconds.
  init(deals count: Int, timeout: Int = 2) throws {
    let folder = try TemporaryFolder()
    let deals = try Deals(made: count, in: folder)
    site = try Site(
      folder: folder, playbook: try Deals.playbook(in: folder), seed: deals.seed,
      connection: ["timeout_seconds: \(timeout)"])
    client = Client(site)
    records = (1...count).map { Deals.crmID($0) }
  }

  /// A questionnaire that nobody filled in before.
  private func envelope(for record: String, random given: UInt64? = nil) throws -> Deals.Envelope {
    try state.withLock { state in
      state.sequence += 1
      let all = Deals.drawnQuestionnaires(&state.random)
      let chosen = all[Int((given ?? state.random.next()) % UInt64(all.count))]
      let envelope = try Deals.Envelope(
        device: "device-1", sequence: state.sequence, record: record, assessment: chosen.name, answers: chosen.answers,
        bundle: site.version)
      state.submitted[envelope.id] = envelope
      return envelope
    }
  }

  /// Delivers so many submissions.
  func submit(_ count: Int, to start: Int) {
    for place in 0..<count {
      do {
        #expect(client.deliver(try envelope(for: records[(start + place) % records.count]), seconds: 60))
      } catch {
        Issue.record(error)
      }
    }
  }

  /// Moves so many deals, each to another stage than where it was.
  func move(_ count: Int, from start: Int) {
    for place in 0..<count {
      let record = records[(start * 3 + place) % records.count]
      #expect(client.move(record, to: start.isMultiple(of: 2) ? "Solution" : "Relationship", seconds: 60))
    }
  }

  /// The seconds that each of so many submissions took.
  func latencies(_ count: Int) -> [Double] {
    (0..<count).compactMap { place in
      guard let envelope = try? envelope(for: records[place % records.count]) else { return nil }
      let began = Date()
      #expect(client.deliver(envelope, seconds: 30))
      return Date().timeIntervalSince(began)
    }
  }

  /// Submissions, moves by persons here, and changes by persons in the CRM, on four threads.
  func mixed(operations: Int, seed: UInt64) {
    onThreads(4) { [self] thread in
      var random = SeededNumbers(seed: seed &+ UInt64(thread))
      for _ in 0..<(operations / 4) {
        let record = records[Int.random(in: 0..<records.count, using: &random)]
        let stage = Deals.stages[Int.random(in: 0..<4, using: &random)]
        do {
          switch Int.random(in: 0..<20, using: &random) {
          case 0..<12: #expect(client.deliver(try envelope(for: record, random: random.next()), seconds: 120))
          case 12..<17: #expect(client.move(record, to: stage, seconds: 120))
          case 17..<19: try site.sandbox.change("Opportunity", record, ["StageName": stage])
          default:
            let product = ["Product A", "Product B", "Product C"][Int.random(in: 0..<3, using: &random)]
            try site.sandbox.change("Opportunity", record, ["Product__c": product])
          }
        } catch {
          Issue.record(error)
        }
      }
    }
  }

  /// The deals whose stage or product is another in the CRM than with us.
  func disagreements() throws -> [String] {
    let ours = try site.records()
    return try site.sandbox.rows("Opportunity").compactMap { row in
      guard let id = row["Id"] as? String, let record = ours[id] else { return "\(row["Id"] ?? "") is not known" }
      let (stated, there) = (record["stage"] as? String ?? "", row["StageName"] as? String ?? "")
      return stated == there ? nil : "\(id): \(stated) with us, \(there) in the CRM"
    }
  }

  /// Every submission has its result, as its receipt said.
  func check() throws -> CRMCheck.Report {
    #expect(client.refusals.isEmpty)
    let submitted = state.withLock { $0.submitted }
    let receipts = client.receipts
    #expect(receipts.count == submitted.count)
    #expect(receipts.values.map(\.number).sorted() == Array(1...max(1, submitted.count)))
    var expected: [String: Deals.Expected] = [:]
    for (id, envelope) in submitted {
      let json = try JSONSerialization.jsonObject(with: envelope.bytes) as? [String: Any] ?? [:]
      let receipt = try JSONSerialization.jsonObject(with: receipts[id]?.body ?? Data("{}".utf8)) as? [String: Any] ?? [:]
      let supported = receipt["supported"] as? [String: String]
      expected[id] = Deals.Expected(
        record: (json["record"] as? [String: Any])?["id"] as? String ?? "",
        fields: [
          "Assessment__c": (json["assessment"] as? [String: Any])?["id"] as? String,
          "Verdict__c": receipt["verdict"] as? String, "Supported_Least__c": supported?["least"],
          "Supported_Most__c": supported?["most"], "Stated_Stage__c": receipt["stage"] as? String,
        ], questions: Set((json["answers"] as? [String: Any] ?? [:]).keys))
    }
    let report = try CRMCheck.report(site.sandbox, expected)
    #expect(report.findings.isEmpty, "\(report.findings.count): \(report.findings.prefix(10).map(\.description))")
    #expect(report.results == submitted.count)
    let sync = try site.sync()
    #expect(sync.dead == 0)
    return report
  }

  /// How often effects were tried; once no server runs.
  func attempts() throws -> (effects: Int, total: Int, most: Int) {
    try waitFor { [path = site.home + "/store.sqlite"] in
      let store = try await Store.open(path: path)
      let effects = try await store.read { reading in
        try reading.effects(state: .done, limit: 1_000_000) + reading.effects(state: .superseded, limit: 1_000_000)
      }
      await store.close()
      return (effects.count, effects.reduce(0) { $0 + $1.attempts }, effects.map(\.attempts).max() ?? 0)
    }
  }
}

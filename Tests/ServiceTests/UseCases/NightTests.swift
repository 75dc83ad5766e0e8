import Connect
import FEEL
import Sales
import Store
import Synchronization
import Testing

@testable import Service

/// What a night may and may not overwrite.
@Suite("The night and what was found since", .timeLimit(.minutes(5)))
struct NightTests {
  private func lines(_ fixture: SyncFixture) async throws -> [RecordOutcome] {
    try await fixture.application.store.read { try $0.outcomes(filter: OutcomeFilter(), after: nil, limit: 100) }
  }

  @Test("a night for the past changes no record that something happened to since")
  func past() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -20))
    fixture.crm.show(fixture.row(2, at: -20))
    await fixture.round()
    fixture.time.move(by: 3_600_000)
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    let before = try await lines(fixture)
    let (report, _) = try await fixture.application.rescore(asOf: SyncFixture.start + 1_800_000)
    #expect(report.count(.skipped) == 1 && report.count(.unchanged) == 1)
    #expect(try await lines(fixture) == before)
    #expect(try await fixture.record(1)?.stage == "Discovery")
  }

  @Test("an interrupted run is not resumed under a playbook that is not in force any more")
  func resumed() async throws {
    struct Stop: Error {}
    let fixture = try await SyncFixture()
    for number in 1...3 { fixture.crm.show(fixture.row(number, at: -20)) }
    await fixture.round()
    for number in 1...3 { _ = try await fixture.submit(number, score: 50, sequence: number) }
    fixture.time.move(by: 60_000)
    let run = Task { [fixture] in
      _ = try await fixture.application.rescore(chunk: 1) { done, _ in
        if done >= 1 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    _ = await run.result
    fixture.time.move(by: 60_000)
    // The threshold falls: fifty points are enough from now on.
    try await fixture.activate(SyncFixture.playbook(threshold: 45))
    fixture.time.move(by: 60_000)
    let (report, wasFinished) = try await fixture.application.rescore()
    #expect(!wasFinished)
    #expect(report.asOf == fixture.time.now())
    #expect(report.count(.promoted) == 3)
    for number in 1...3 { #expect(try await fixture.record(number)?.stage == "Discovery") }
  }

  @Test(
    "a night by several readers, many records at a time, reports what one record after the other does",
    arguments: [1, 7, 64])
  func readers(chunk: Int) async throws {
    let fixture = try await SyncFixture()
    for number in 1...40 { fixture.crm.show(fixture.row(number, at: -20)) }
    await fixture.round()
    for number in 1...40 { _ = try await fixture.submit(number, score: number * 2, sequence: number) }
    fixture.time.move(by: 60_000)
    try await fixture.activate(SyncFixture.playbook(threshold: 45))
    fixture.time.move(by: 60_000)
    let seen = Mutex<[Int]>([])
    let (report, _) = try await fixture.application.rescore(chunk: chunk) { done, _ in seen.withLock { $0.append(done) }
    }
    #expect(report.read == 40)
    // Above 60 they were promoted before; 46 to 60 are now.
    #expect(report.count(.promoted) == 8 && report.count(.unchanged) == 32)
    #expect(report.lines.map(\.record) == (23...30).map { SyncFixture.key($0) })
    #expect(seen.withLock { $0 } == seen.withLock { $0.sorted() } && seen.withLock { $0.last } == 40)
    for number in 1...40 {
      let stage: Text = number * 2 > 80 ? "Demo" : number * 2 > 45 ? "Discovery" : "Prospecting"
      #expect(try await fixture.record(number)?.stage == stage, "\(number)")
    }
  }
}

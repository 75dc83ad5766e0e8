import Connect
import FEEL
import Sales
import Testing

@testable import Service
@testable import Store

@Suite("Writes that the CRM refused", .timeLimit(.minutes(5)))
struct RefusalTests {
  private static let rule = ConnectorFailure(
    kind: .person, status: 400, code: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "Close Date is in the past")

  /// A deal whose promotion to Discovery the CRM refused.
  private func refused() async throws -> (SyncFixture, Effect) {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    fixture.crm.set { $0.refusals[SyncFixture.id(1)] = Self.rule }
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    await fixture.round()
    let effect = try #require(try await fixture.effects(1).first)
    #expect(effect.state == .dead)
    #expect(try await fixture.record(1)?.stage == "Discovery")
    fixture.crm.set { $0.refusals = [:] }
    return (fixture, effect)
  }

  private func retry(_ fixture: SyncFixture, _ effect: Effect) async throws -> String? {
    do {
      try await fixture.application.retryDeadLetter(effect.id, by: nil)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("a refused stage write is sent again when a person says so and nothing came after it")
  func retried() async throws {
    let (fixture, effect) = try await refused()
    #expect(try await retry(fixture, effect) == nil)
    await fixture.round()
    #expect(fixture.crm.stage(of: SyncFixture.id(1)) == "Discovery")
    #expect(try await fixture.effects(1).map(\.state) == [.done])
  }

  @Test("a person's later word in the CRM ends it: neither a retry by hand nor a further change revives it")
  func laterWordThere() async throws {
    let (fixture, effect) = try await refused()
    fixture.crm.show(fixture.row(1, "Demo", at: 5))
    await fixture.round()
    #expect(try await fixture.record(1)?.stage == "Demo")
    #expect(try await fixture.application.deadLetters().allSatisfy { $0.kind != "stage" })
    #expect(try await retry(fixture, effect) == "no-dead-letter")
    // Where it would begin, by a person too.
    fixture.time.move(by: 60_000)
    fixture.crm.show(fixture.row(1, "Prospecting", at: 30))
    await fixture.round()
    await fixture.round()
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    #expect(fixture.crm.now.stageWrites.isEmpty)
    #expect(fixture.crm.stage(of: SyncFixture.id(1)) == "Prospecting")
  }

  @Test("a person's later move here ends it, also where the move itself was sent")
  func laterMoveHere() async throws {
    let (fixture, effect) = try await refused()
    _ = try await fixture.application.move(
      SyncFixture.key(1), to: "Prospecting", reason: "not yet", person: SyncFixture.rep)
    #expect(try await retry(fixture, effect) == "no-dead-letter")
    await fixture.round()
    await fixture.round()
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    #expect(fixture.crm.stage(of: SyncFixture.id(1)) == "Prospecting")
    #expect(try await fixture.effects(1).allSatisfy { $0.state == .done || $0.state == .superseded })
  }

  @Test("a refused write that something newer came after is told so, ended and off the list")
  func newerOne() async throws {
    let (fixture, effect) = try await refused()
    // As an earlier version of the program left it: moved on, with the old write still dead.
    try await fixture.overwrite(1, "stage = 'Demo'")
    #expect(try await retry(fixture, effect) == "superseded")
    #expect(try await fixture.effects(1).map(\.state) == [.superseded])
    #expect(try await fixture.effects(1).first?.failureMessage == "the record was moved to Demo after it was decided")
    #expect(try await retry(fixture, effect) == "no-dead-letter")
  }

  @Test("a promotion behind a refused one starts where the CRM still stands, and is nobody's move back")
  func chained() async throws {
    let (fixture, _) = try await refused()
    fixture.time.move(by: 1000)
    _ = try await fixture.submit(1, score: 90, sequence: 2)
    await fixture.round()
    #expect(fixture.crm.stage(of: SyncFixture.id(1)) == "Demo")
    #expect(try await fixture.record(1)?.stage == "Demo")
    let watermarks = try await fixture.watermarks(1)
    #expect(watermarks.isEmpty)
    #expect(try await fixture.effects(1).map(\.state) == [.superseded, .done])
  }

  @Test("a write that waited behind one that is refused starts where that one would have")
  func waitedBehind() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    // The first is under way when the second is decided.
    let claimed = try #require(await fixture.lane.claim("stage", limit: 1)?.first)
    fixture.time.move(by: 1000)
    _ = try await fixture.submit(1, score: 90, sequence: 2)
    _ = await fixture.lane.finish(
      [(claimed, .dead(class: "person", code: nil, message: "Close Date is in the past"))], claimed: 1)
    await fixture.round()
    #expect(fixture.crm.stage(of: SyncFixture.id(1)) == "Demo")
    #expect(try await fixture.record(1)?.stage == "Demo")
    #expect(try await fixture.effects(1).map(\.state) == [.superseded, .done])
  }

  @Test(
    "an erased result is never sent, whether it waited or was refused, and the list says why", arguments: [false, true])
  func erased(refused: Bool) async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    if refused {
      fixture.crm.set { $0.refusals[SyncFixture.id(1)] = Self.rule }
      await fixture.round()
      fixture.crm.set { $0.refusals = [:] }
    }
    let effect = try #require(try await fixture.effects(1, kind: "result").first)
    #expect(effect.state == (refused ? .dead : .waiting))
    try await fixture.application.erase(submission: effect.id, reason: "asked for")
    let after = try #require(try await fixture.effects(1, kind: "result").first)
    #expect(after.state == .superseded && after.failureMessage == "its answers were erased before it was sent")
    #expect(try await retry(fixture, effect) == "no-dead-letter")
    fixture.crm.show(fixture.row(1, at: 20, amount: .number(Decimal34(5))))
    await fixture.round()
    await fixture.round()
    #expect(fixture.crm.now.pushed.isEmpty)
  }

  @Test("a dead result that was emptied before is not sent empty")
  func emptied() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    _ = try await fixture.submit(1, score: 10, sequence: 1)
    try await fixture.application.store.write { _ = try $0.run("UPDATE effect SET payload = CAST('{}' AS BLOB)") }
    await fixture.round()
    #expect(fixture.crm.now.pushed.isEmpty)
    #expect(try await fixture.effects(1, kind: "result").map(\.state) == [.superseded])
  }

  @Test("a refusal is in the log with its code, and without the name of the record or the CRM's words")
  func logged() async throws {
    let (fixture, effect) = try await refused()
    let line = try #require(fixture.log.all.first { $0.contains("the CRM refused a write") })
    #expect(
      line == "notice: the CRM refused a write; see `stagecraft sync list` class=person "
        + "code=FIELD_CUSTOM_VALIDATION_EXCEPTION connection=crm effect=\(effect.id) kind=stage")
  }
}

import Connect
import FEEL
import Foundation
import Sales
import Testing

@testable import Service
@testable import Store

@Suite("The worker in trouble", .timeLimit(.minutes(5)))
struct TroubleTests {
  @Test("a playbook that cannot be read for a moment makes no dead letter: the write waits, as if it was never claimed")
  func unreadablePlaybook() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    try await fixture.application.store.write { _ = try $0.run("ALTER TABLE activation RENAME TO away") }
    await fixture.round()
    let waiting = try #require(try await fixture.effects(1).first)
    #expect(waiting.state == .waiting && waiting.attempts == 0 && !waiting.outcomeUnknown)
    fixture.time.move(by: 1000)
    await fixture.round()
    #expect(fixture.log.count("error: the sync waits, since the playbook cannot be read") == 1)
    try await fixture.application.store.write { _ = try $0.run("ALTER TABLE away RENAME TO activation") }
    fixture.time.move(by: 1000)
    await fixture.round()
    #expect(fixture.crm.stage(of: SyncFixture.id(1)) == "Discovery")
    #expect(fixture.log.count("notice: the playbook can be read again") == 1)
  }

  @Test("nor does a clock that stands before the activation")
  func clockBeforeActivation() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    fixture.time.move(by: -7_200_000)
    try await fixture.application.takeOverWork()
    _ = await fixture.lane.pushStages()
    #expect(try await fixture.effects(1).map(\.state) == [.waiting])
    fixture.time.move(by: 7_300_000)
    await fixture.round()
    #expect(try await fixture.effects(1).map(\.state) == [.done])
  }

  @Test("a kind that the connection does not carry any more is a dead letter that says so")
  func notCarried() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    var connection = fixture.lane.connection
    connection.objects = []
    let lane = try #require(SyncLane(fixture.application, connection, WorkerSettings()))
    _ = await lane.pushStages()
    #expect(try await fixture.effects(1).map(\.state) == [.dead])
    #expect(
      try await fixture.effects(1).first?.failureMessage == "the connection does not carry opportunity any more")
  }

  @Test("a row that cannot be taken in is tried five times, given up with its reason, and holds no other back")
  func unfitRow() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -20))
    fixture.crm.show(fixture.row(2, at: -20))
    await fixture.round()
    // What is stored of the first does not fit any more, whatever the CRM says now.
    try await fixture.overwrite(1, #"document = CAST('{"kind":"opportunity","id":"Secret' AS BLOB)"#)
    fixture.crm.show(fixture.row(1, "Demo", at: -5))
    fixture.crm.show(fixture.row(2, "Demo", at: -5))
    try await hint(fixture, "e-1", 1)
    let fetches = fixture.crm.now.polls.count
    await fixture.lane.poll()
    #expect(try await fixture.record(2)?.stage == "Demo")
    #expect(try await fixture.record(1)?.stage == "Prospecting", "what it did before it failed is undone")
    for _ in 1...40 {
      _ = await fixture.lane.processInbox()
      fixture.time.move(by: 1000)
    }
    let event = try #require(try await fixture.application.store.read { try $0.event(source: "hooks", id: "e-1") })
    #expect(event.state == .failed && event.attempts == 5)
    let letters = try await fixture.application.deadLetters().filter { $0.kind == "row" }
    #expect(letters.count == 2, "the poll's own, and the hint")
    #expect(
      letters.allSatisfy { $0.record == SyncFixture.key(1) && $0.message.string.contains("could not be taken in: ") })
    #expect(fixture.log.count("notice: a row of the CRM was given up") == 1)
    #expect(!fixture.log.all.contains { $0.contains("Secret") }, "what the record holds is in no log")
    await fixture.lane.poll()
    #expect(fixture.crm.now.polls.count == fetches + 2)
    #expect(fixture.log.count("a row of the CRM cannot be taken in") == 5, "known, so not tried by each poll")

    // The next change brings it again, and by then it fits.
    try await fixture.overwrite(
      1, #"document = CAST('{"kind":"opportunity","id":"\#(SyncFixture.id(1))","attributes":{}}' AS BLOB)"#)
    fixture.crm.show(fixture.row(1, "Demo", at: 30))
    await fixture.lane.poll()
    #expect(try await fixture.record(1)?.stage == "Demo")
    #expect(try await fixture.application.deadLetters().isEmpty)
  }

  @Test("a row that was given up is looked at again when a person says so")
  func retriedRow() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -20))
    try await hint(fixture, "e-1", 1)
    try await fixture.application.store.write {
      _ = try $0.finishEvent(source: "hooks", id: "e-1", state: .failed, note: "no fit", at: 1)
    }
    let letter = try #require(try await fixture.application.deadLetters().first)
    #expect(letter.id == "hooks:e-1" && letter.connection == "crm")
    try await fixture.application.retryDeadLetter(letter.id, by: nil)
    _ = await fixture.lane.processInbox()
    #expect(try await fixture.record(1) != nil)
    #expect(try await fixture.application.deadLetters().isEmpty)
  }

  @Test("a pause and its end are in the log")
  func recovery() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.set { $0.readFailure = ConnectorFailure(kind: .transient, message: "the CRM is away") }
    await fixture.lane.poll()
    fixture.crm.set { $0.readFailure = nil }
    fixture.time.move(by: 5000)
    await fixture.lane.poll()
    await fixture.lane.poll()
    let lines = fixture.log.all.filter { !$0.hasPrefix("debug") }
    #expect(
      lines == [
        "warning: the connection pauses class=transient connection=crm reason=the CRM is away",
        "notice: the connection works again connection=crm failures=1",
      ])
  }

  private func hint(_ fixture: SyncFixture, _ id: String, _ number: Int) async throws {
    let body = Array(
      #"{"type":"record.changed","data":{"object":"Opportunity","id":"\#(SyncFixture.id(number))"}}"#.utf8)
    let secret = "whsec_" + Data("the secret of the webhooks of tests".utf8).base64EncodedString()
    let seconds = fixture.time.now() / 1000
    let answer = try await fixture.application.receiveWebhook(
      source: "hooks", id: id, timestamp: "\(seconds)",
      signature: WebhookVerifier.sign(secret: secret, id: id, timestampSeconds: seconds, body: body), body: body)
    #expect(answer.outcome == .stored)
  }
}

import Connect
import FEEL
import Sales
import Testing

@testable import Service
@testable import Store

@Suite("Polling the CRM", .timeLimit(.minutes(5)))
struct PollTests {
  @Test("a row of the same second with a lower id that is committed later is read")
  func sameSecond() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(5, at: -10))
    await fixture.lane.poll()
    fixture.crm.show(fixture.row(3, at: -10))
    await fixture.lane.poll()
    #expect(try await fixture.record(3) != nil)
  }

  @Test("a row that shows up late, stamped nine minutes before the newest, is read, after a restart too")
  func lateCommit() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(5, at: -10))
    await fixture.lane.poll()
    fixture.crm.show(fixture.row(3, at: -550))
    await fixture.lane.poll()
    #expect(try await fixture.record(3) != nil)
    fixture.crm.show(fixture.row(4, at: -551))
    await SyncWorker(fixture.application).runOnce()
    #expect(try await fixture.record(4) != nil)
  }

  @Test("a second change within the second of the first is read")
  func twiceInASecond() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.lane.poll()
    fixture.crm.show(fixture.row(1, "Demo", at: -10))
    await fixture.lane.poll()
    #expect(try await fixture.record(1)?.stage == "Demo")
  }

  @Test("a person's change in the second of our own write is the person's word, once it was read after the write")
  func changeInTheSecondOfOurWrite() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: 0))
    await fixture.round()
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    await fixture.round()
    #expect(fixture.crm.stage(of: SyncFixture.id(1)) == "Discovery")
    // The CRM stands at the stamp that the write found: all of it happened in one second.
    fixture.time.move(by: 400)
    fixture.crm.show(fixture.row(1, "Prospecting", at: 0))
    await fixture.round()
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    // A row from before the write, of a worker that was slow, says nothing.
    let mapping = try #require(try await fixture.lane.mapping(of: "opportunity"))
    let (application, lane, row) = (fixture.application, fixture.lane, fixture.row(1, "Demo", at: 0))
    try await application.store.write { transaction in
      var misfits: [Text] = []
      _ = try application.ingest(
        row, mapping, connection: lane.connection, identity: FakeCRM.user.string, readAt: SyncFixture.start - 1,
        misfits: &misfits, in: transaction)
    }
    #expect(try await fixture.record(1)?.stage == "Prospecting")
  }

  @Test("an answer from before a person's move back in the same second does not carry the record on again")
  func moveBackInTheSecondOfAnAnswer() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.round()
    fixture.time.move(by: 300)
    _ = try await fixture.submit(1, score: 70, sequence: 1)
    await fixture.round()
    // The move came 800 ms after the full second that the CRM stamps it with.
    fixture.time.move(by: 600)
    fixture.crm.show(fixture.row(1, "Prospecting", at: 0))
    await fixture.round()
    fixture.time.move(by: 60_000)
    fixture.crm.show(fixture.row(1, "Prospecting", at: 30, amount: .number(Decimal34(7))))
    await fixture.round()
    #expect(try await fixture.record(1)?.stage == "Prospecting")
    #expect(
      try await fixture.watermarks(1).map(\.at) == [
        SyncFixture.start + 900
      ])
  }

  @Test("rows that are known are neither written nor judged again, and once all must be there none is read again")
  func cheap() async throws {
    let fixture = try await SyncFixture()
    for number in 1...30 { fixture.crm.show(fixture.row(number, at: Int64(-number))) }
    await fixture.lane.poll()
    let audited = try await fixture.audited()
    let version = fixture.commits()
    for _ in 1...3 {
      fixture.time.move(by: 60_000)
      await fixture.lane.poll()
    }
    #expect(fixture.crm.now.rowsPolled == 120)
    #expect(fixture.commits() == version, "a poll without news writes nothing")
    #expect(try await fixture.audited() == audited)
    fixture.time.move(by: 600_000)
    await fixture.lane.poll()
    #expect(fixture.crm.now.rowsPolled == 150)
    for _ in 1...5 {
      fixture.time.move(by: 60_000)
      await fixture.lane.poll()
    }
    #expect(fixture.crm.now.rowsPolled == 150)
    // What comes then opens the overlap anew, at its own stamp.
    fixture.crm.show(fixture.row(40, at: 900))
    await fixture.lane.poll()
    await fixture.lane.poll()
    #expect(fixture.crm.now.polls.last??.stamp == SyncFixture.start + 300_000)
    #expect(try await fixture.record(40) != nil)
    #expect(fixture.commits() != version)
  }

  @Test("a poll that began within the overlap of the newest row does not close it")
  func notClosedTooEarly() {
    var memory = PollMemory()
    let cursor = ChangeCursor(stamp: 1_000_000, id: "a")
    memory.finish(cursor, known: [:], began: 0, now: 5)
    memory.finish(cursor, known: [:], began: 600_004, now: 700_000)
    #expect(memory.start(cursor) == ChangeCursor(stamp: 400_000, id: nil))
    memory.finish(cursor, known: [:], began: 600_005, now: 700_001)
    #expect(memory.start(cursor) == cursor)
    let next = ChangeCursor(stamp: 1_000_000, id: "b")
    #expect(memory.start(next) == ChangeCursor(stamp: 400_000, id: nil))
    memory.finish(next, known: [:], began: 800_000, now: 800_001)
    memory.finish(next, known: [:], began: 790_000, now: 1)
    #expect(memory.start(next) == ChangeCursor(stamp: 400_000, id: nil), "the clock was set back")
  }

  @Test("a store that cannot be read keeps the poll from beginning; it never begins at the first row again")
  func unreadable() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.lane.poll()
    try await fixture.application.store.write { _ = try $0.run("ALTER TABLE poll_cursor RENAME TO away") }
    let polls = fixture.crm.now.polls.count
    await fixture.lane.poll()
    #expect(fixture.crm.now.polls.count == polls)
    #expect(fixture.log.count("error: how far the poll has come cannot be read") == 1)
    try await fixture.application.store.write { _ = try $0.run("ALTER TABLE away RENAME TO poll_cursor") }
    await SyncWorker(fixture.application).runOnce()
    #expect(fixture.crm.now.polls.last == ChangeCursor(stamp: SyncFixture.start - 610_000, id: nil))
  }

  @Test("other fields of the CRM are read from the first row on, which the log and the status say until it is over")
  func changedMapping() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -86_400))
    await fixture.lane.poll()
    try await fixture.activate(SyncFixture.playbook(amountField: "Total__c"))
    fixture.crm.set {
      $0.readFailure = ConnectorFailure(kind: .transient, message: "the CRM is away")
    }
    await fixture.lane.poll()
    #expect(fixture.log.count("notice: other fields are read now, so all rows are read again") == 1)
    let status = try #require(try await fixture.application.syncStatus().first)
    #expect(status.rereading.map(\.object) == ["Opportunity"])
    #expect(status.rereading.first?.since == SyncFixture.start)
    fixture.crm.set { $0.readFailure = nil }
    fixture.crm.show(fixture.row(1, at: -86_400, amount: .number(Decimal34(7))))
    await fixture.lane.poll()
    #expect(fixture.crm.now.polls.last == .some(nil))
    #expect(try await fixture.record(1)?.document.count(of: "7") == 1)
    #expect(try await fixture.application.syncStatus().first?.rereading.isEmpty == true)
    #expect(fixture.log.count("notice: all rows were read again") == 1)
    await fixture.lane.poll()
    #expect(fixture.crm.now.polls.last??.stamp == SyncFixture.start - 87_000_000)
  }

  @Test(
    "the CRM's own form of a date and time is read; what does not fit is unknown, counted and reported by attribute")
  func misfits() async throws {
    let fixture = try await SyncFixture(SyncFixture.playbook(amount: .dateTime))
    fixture.crm.show(fixture.row(1, at: -10, amount: .string("2026-01-31T13:30:00.000+0000")))
    await fixture.lane.poll()
    let document = try #require(try await fixture.record(1)?.document)
    #expect(String(decoding: document, as: UTF8.self).contains("2026-01-31T13:30:00"))
    #expect(try await fixture.application.syncStatus().first?.misfits == [])
    for number in 2...4 { fixture.crm.show(fixture.row(number, at: -9, amount: .string("soon"))) }
    await fixture.lane.poll()
    await fixture.lane.poll()
    #expect(
      try await fixture.application.syncStatus().first?.misfits == [
        ConnectionView.Misfit(object: "Opportunity", attribute: "amount", count: 3, lastAt: SyncFixture.start)
      ])
    let lines = fixture.log.all.filter { $0.contains("do not fit the type") }
    #expect(lines.count == 1 && lines[0].hasSuffix("attribute=amount connection=crm object=Opportunity rows=3"))
    #expect(!fixture.log.all.contains { $0.contains("soon") })
  }

  @Test(
    "a poll that brings something is in the log with its counts, one that brings nothing only for who looks closely")
  func logged() async throws {
    let fixture = try await SyncFixture()
    fixture.crm.show(fixture.row(1, at: -10))
    await fixture.lane.poll()
    await fixture.lane.poll()
    let polls = fixture.log.all.filter { $0.contains(": polled") }
    #expect(
      polls == [
        "info: polled connection=crm created=1 object=Opportunity rows=1",
        "debug: polled connection=crm object=Opportunity rows=1",
      ])
  }
}

extension [UInt8] {
  fileprivate func count(of digit: Character) -> Int { String(decoding: self, as: UTF8.self).count { $0 == digit } }
}

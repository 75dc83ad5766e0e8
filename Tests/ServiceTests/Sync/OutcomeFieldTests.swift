import Connect
import FEEL
import Sales
import Testing

@testable import Service
@testable import Store

@Suite("What the CRM shows of the evidence", .timeLimit(.minutes(5)))
struct OutcomeFieldTests {
  private static let fields = OutcomeFields(
    least: "Supported_Stage__c", verdict: "Verdict__c", difference: "Difference__c", link: "Link__c")

  private func fixture(_ fields: OutcomeFields = fields) async throws -> SyncFixture {
    let fixture = try await SyncFixture(SyncFixture.playbook(outcome: fields))
    fixture.crm.show(fixture.row(1, "Demo", at: -10))
    await fixture.round()
    return fixture
  }

  private func shown(_ fixture: SyncFixture) -> [String] {
    fixture.crm.now.fieldWrites.map { String(decoding: JSON.object($0.fields).bytes, as: UTF8.self) }
  }

  @Test("least, verdict, the difference in money and a link are written once a record was judged, and when they change")
  func written() async throws {
    let fixture = try await fixture()
    let link = #""Link__c":"https://stagecraft.example.com/records/opportunity/\#(SyncFixture.id(1))""#
    // Stated Demo (30 %), carried Prospecting (10 %), of 100.
    let first =
      #"{"Supported_Stage__c":"Prospecting","Verdict__c":"unproven","Difference__c":-20,\#(link)}"#
    #expect(shown(fixture) == [first])
    _ = try await fixture.submit(1, score: 90, sequence: 1)
    await fixture.round()
    let second = #"{"Supported_Stage__c":"Demo","Verdict__c":"level","Difference__c":0,\#(link)}"#
    #expect(shown(fixture) == [first, second])
    #expect(try await fixture.effects(1, kind: "fields").map(\.state) == [.done, .done])
  }

  @Test("our own fields coming back change nothing and write nothing")
  func echo() async throws {
    let fixture = try await fixture()
    fixture.time.move(by: 60_000)
    let (audited, record) = (try await fixture.audited(), try #require(try await fixture.record(1)))
    for _ in 1...3 { await fixture.round() }
    #expect(shown(fixture).count == 1)
    #expect(try await fixture.audited() == audited)
    // The row's stamp is all that is news, and is remembered once.
    let after = try #require(try await fixture.record(1))
    #expect(after.state == record.state && after.document == record.document)
    #expect(after.revision <= record.revision + 1)
    #expect(fixture.log.all.contains { $0.contains("polled") && $0.contains("echo=1") })
  }

  @Test("the newest state wins over what waits or was refused, and a refusal does not end the other writes")
  func newest() async throws {
    let fixture = try await fixture()
    fixture.crm.show(fixture.row(2, at: -5))
    fixture.crm.set {
      $0.refusals[SyncFixture.id(1)] = ConnectorFailure(kind: .person, code: "STRING_TOO_LONG", message: "too long")
    }
    fixture.crm.show(fixture.row(1, "Demo", at: 5, amount: .number(Decimal34(200))))
    await fixture.round()
    #expect(try await fixture.effects(1, kind: "fields").map(\.state) == [.done, .dead])
    #expect(try await fixture.effects(2, kind: "fields").map(\.state) == [.done])
    let letter = try #require(try await fixture.application.deadLetters().first)
    #expect(letter.message.string.contains("the CRM refused what the evidence says: too long"))
    fixture.crm.set { $0.refusals = [:] }
    _ = try await fixture.submit(1, score: 90, sequence: 1)
    await fixture.round()
    #expect(try await fixture.effects(1, kind: "fields").map(\.state) == [.done, .superseded, .done])
    #expect(shown(fixture).last?.contains(#""Difference__c":0"#) == true)
  }

  @Test("where no fields are named nothing is queued")
  func none() async throws {
    let fixture = try await fixture(OutcomeFields())
    _ = try await fixture.submit(1, score: 90, sequence: 1)
    await fixture.round()
    #expect(try await fixture.effects(1, kind: "fields").isEmpty)
  }

  @Test("without an address of our pages no link is written, and the check says what to set")
  func noPages() async throws {
    let fixture = try await fixture()
    var connection = fixture.lane.connection
    connection.pages = nil
    #expect(connection.page(of: SyncFixture.key(1)) == nil)
    let application = Application(
      store: fixture.application.store, time: fixture.time, connections: [connection],
      logger: fixture.application.logger)
    let report = try #require(try await application.checkConnections().first?.report)
    #expect(report.lines.map(\.subject) == ["public_url"] && !report.isFine)
  }
}

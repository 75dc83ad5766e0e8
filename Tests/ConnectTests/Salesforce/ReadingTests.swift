import FEEL
import Foundation
import Testing

@testable import Connect

private func row(_ id: String, stamp: String = "2026-03-31T19:00:00.000+0000", more: String = "") -> String {
  """
  {"attributes":{"type":"Opportunity","url":"/x"},"Id":"\(id)","SystemModstamp":"\(stamp)",\
  "LastModifiedById":"005000000000001","OwnerId":"005000000000002AAA","StageName":"Discovery","Amount":15000.50,\
  "Account":{"attributes":{"type":"Account"},"Name":"Acme"},"Next_Meeting__c":null\(more)}
  """
}

private func page(_ rows: [String], next: String? = nil) -> String {
  let link = next.map { #""nextRecordsUrl":"\#($0)","# } ?? ""
  return #"{"totalSize":\#(rows.count),"done":\#(next == nil),\#(link)"records":[\#(rows.joined(separator: ","))]}"#
}

@Suite("Reading from Salesforce")
struct ReadingTests {
  @Test func `changes come in the order of stamp and id, from the first on`() async throws {
    let org = TestOrg { _ in .json(page([row("006000000000001AAA")])) }
    let changes = try await org.connector.changes(of: .opportunity, after: nil, limit: 500)
    #expect(
      org.calls.map(\.query) == [
        "q=SELECT Id, SystemModstamp, LastModifiedById, OwnerId, StageName, Amount, Account.Name, Next_Meeting__c, "
          + "IsDeleted FROM Opportunity ORDER BY SystemModstamp, Id LIMIT 500"
      ])
    #expect(org.calls.first?.path == "/services/data/v62.0/queryAll")
    let found = try #require(changes.rows.first)
    #expect(found.kind == "opportunity" && found.id == "006000000000001AAA" && found.stage == "Discovery")
    #expect(found.owner == "005000000000002AAA" && found.modifiedBy == "005000000000001AAA")
    #expect(found.modified == "2026-03-31T19:00:00.000+0000" && found.modifiedAt == 1_774_983_600_000)
    #expect(found.fields.map(\.attribute) == ["amount", "company", "next_meeting"])
    #expect(found.fields.map(\.value) == [.number(Decimal34("15000.5") ?? 0), .string("Acme"), .null])
    #expect(!found.isDeleted && changes.isLast)
    #expect(changes.next == ChangeCursor(stamp: found.modifiedAt, id: found.id))
    await org.stop()
  }

  @Test func `changes go on behind the last row, ties of one stamp by id`() async throws {
    let org = TestOrg { _ in .json(page([])) }
    let cursor = ChangeCursor(stamp: 1_774_983_600_250, id: "006000000000001")
    let changes = try await org.connector.changes(of: .opportunity, after: cursor, limit: 9999)
    let query = try #require(org.calls.first?.query)
    #expect(
      query.hasSuffix(
        "IsDeleted FROM Opportunity WHERE (SystemModstamp > 2026-03-31T19:00:00.250Z OR (SystemModstamp = "
          + "2026-03-31T19:00:00.250Z AND Id > '006000000000001AAA')) ORDER BY SystemModstamp, Id LIMIT 2000"))
    #expect(changes.rows.isEmpty && changes.isLast && changes.next == cursor)
    await org.stop()
  }

  @Test func `changes are read again from a stamp on, that included`() async throws {
    let org = TestOrg { _ in .json(page([])) }
    let cursor = ChangeCursor(stamp: 1_774_983_600_000, id: nil)
    let changes = try await org.connector.changes(of: .opportunity, after: cursor, limit: 10)
    let query = try #require(org.calls.first?.query)
    #expect(
      query.hasSuffix(
        "FROM Opportunity WHERE SystemModstamp >= 2026-03-31T19:00:00.000Z ORDER BY SystemModstamp, Id LIMIT 10"))
    #expect(changes.rows.isEmpty && changes.next == cursor)
    await org.stop()
  }

  @Test func `a deletion is a change too`() async throws {
    let org = TestOrg { _ in .json(page([row("006000000000001AAA", more: #","IsDeleted":true"#)])) }
    let changes = try await org.connector.changes(of: .opportunity, after: nil, limit: 5)
    #expect(changes.rows.map(\.isDeleted) == [true])
    await org.stop()
  }

  @Test func `a page with as many rows as asked is not the last`() async throws {
    let org = TestOrg { _ in .json(page([row("006000000000001AAA"), row("006000000000002AAA")])) }
    let changes = try await org.connector.changes(of: .opportunity, after: nil, limit: 2)
    #expect(!changes.isLast && changes.next?.id == "006000000000002AAA")
    await org.stop()
  }

  @Test func `the CRM's own pages are followed to the end`() async throws {
    let org = TestOrg { request in
      request.path == "/services/data/v62.0/query/01g-2"
        ? .json(page([row("006000000000002AAA")]))
        : .json(page([row("006000000000001AAA")], next: "/services/data/v62.0/query/01g-2"))
    }
    let changes = try await org.connector.changes(of: .opportunity, after: nil, limit: 100)
    #expect(changes.rows.map(\.id) == ["006000000000001AAA", "006000000000002AAA"] && changes.isLast)
    await org.stop()
  }

  @Test(arguments: ["https://example.com/steal", "//example.com/steal", "@example.com", "/other", ""])
  func `a next page elsewhere is never fetched`(next: String) async throws {
    let org = TestOrg { _ in .json(page([row("006000000000001AAA")], next: next)) }
    let failure = await #expect(throws: ConnectorFailure.self) {
      try await org.connector.changes(of: .opportunity, after: nil, limit: 100)
    }
    #expect(failure?.kind == .transient && org.calls.count == 1)
    await org.stop()
  }

  @Test func `rows by ids come in the order asked, and those that are gone say so`() async throws {
    let org = TestOrg { _ in .json(page([row("006000000000002AAA"), row("006000000000001AAA")])) }
    let rows = try await org.connector.rows(
      ["006000000000001", "006000000000003AAA", "006000000000002AAA"], of: .opportunity)
    #expect(rows.map(\.id) == ["006000000000001AAA", "006000000000003AAA", "006000000000002AAA"])
    #expect(rows.map(\.isDeleted) == [false, true, false])
    #expect(
      org.calls.first?.query?.hasSuffix(
        "WHERE Id IN ('006000000000001AAA','006000000000003AAA','006000000000002AAA')") == true)
    await org.stop()
  }

  @Test func `four hundred and one ids are three queries, each with an address that servers take`() async throws {
    let org = TestOrg { _ in .json(page([])) }
    let ids = (0..<401).map { Text("006" + String(repeating: "0", count: 12 - "\($0)".count) + "\($0)") }
    let rows = try await org.connector.rows(ids, of: .opportunity)
    #expect(rows.count == 401 && rows.allSatisfy(\.isDeleted) && org.calls.count == 3)
    #expect(org.calls.allSatisfy { $0.target.utf8.count < 16_000 })
    await org.stop()
  }

  @Test(arguments: ["x' OR Name != '", "", "00600000000000", "006000000000001AAB", "00600000000000é"])
  func `what is no id is not asked for`(id: Text) async throws {
    let org = TestOrg { _ in .json(page([])) }
    let failure = await #expect(throws: ConnectorFailure.self) {
      try await org.connector.rows([id], of: .opportunity)
    }
    #expect(failure?.kind == .person && org.server.received.isEmpty)
    await org.stop()
  }

  @Test(arguments: ["Amount FROM User", "a.b.c.d.e.f.g", "", ".Name", "Name.", "Näme", "1st"])
  func `what is no field is not asked for`(field: String) async throws {
    let org = TestOrg { _ in .json(page([])) }
    var mapping = ObjectMapping.opportunity
    mapping.fields = [("x", field)]
    let failure = await #expect(throws: ConnectorFailure.self) {
      try await org.connector.changes(of: mapping, after: nil, limit: 1)
    }
    #expect(failure?.kind == .person && org.server.received.isEmpty)
    await org.stop()
  }

  @Test func `stages come by the id that was asked with`() async throws {
    let org = TestOrg { _ in .json(page([row("006000000000001AAA")])) }
    let stages = try await org.connector.stages(
      of: ["006000000000001", "006000000000002AAA"], object: .opportunity)
    #expect(stages.keys.sorted() == ["006000000000001"])
    let reading = try #require(stages["006000000000001"])
    #expect(reading.id == "006000000000001AAA" && reading.stage == "Discovery")
    #expect(reading.modifiedAt == 1_774_983_600_000 && reading.modifiedBy == "005000000000001AAA")
    #expect(
      org.calls.first?.query?.hasPrefix("q=SELECT Id, SystemModstamp, LastModifiedById, OwnerId, StageName FROM")
        == true)
    await org.stop()
  }

  @Test(arguments: [
    ("<!DOCTYPE html><title>Login</title>", 200), ("", 200), ("[]", 200), (#"{"records":[]}"#, 200),
    (#"{"done":true,"records":[{"Id":"006000000000001AAA"}]}"#, 200), (#"{"done":true,"records":"#, 200),
    ("<html>not here</html>", 404), ("<html>no</html>", 403), ("<html>try later</html>", 503), ("", 302),
  ])
  func `a page that is not the CRM's answer is trouble on the way`(body: String, status: Int) async throws {
    let org = TestOrg { _ in .answer(status, ["Content-Type: text/html"], body) }
    let failure = await #expect(throws: ConnectorFailure.self) {
      try await org.connector.changes(of: .opportunity, after: nil, limit: 1)
    }
    #expect(failure?.kind == .transient && failure?.status == status && failure?.outcomeUnknown == false)
    await org.stop()
  }

  @Test func `the CRM's budget of calls is kept`() async throws {
    let org = TestOrg { _ in .json(page([]), headers: ["Sforce-Limit-Info: api-usage=10018/100000, per-app=17/250"]) }
    #expect(org.connector.budget == nil)
    _ = try await org.connector.changes(of: .opportunity, after: nil, limit: 1)
    let budget = try #require(org.connector.budget)
    #expect(budget.used == 10_018 && budget.limit == 100_000)
    await org.stop()
  }
}

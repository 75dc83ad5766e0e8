import Foundation
import Testing

@Suite("Queries of the sandbox", .timeLimit(.minutes(2)))
struct QueryTests {
  @Test("conditions, parentheses, order and limit choose the rows")
  func conditions() async throws {
    let session = try await RunningSandbox().session()
    let cases: [(String, [String])] = [
      ("WHERE Amount > 1000.5", ["Second"]), ("WHERE Amount >= 1000.5 ORDER BY Amount DESC", ["Second", "First"]),
      ("WHERE StageName = 'closed won'", ["Second"]), ("WHERE StageName != 'Closed Won'", ["First"]),
      ("WHERE Id IN ('006000000000001', '006000000000002AAA')", ["First", "Second"]),
      ("WHERE Id > '006000000000001AAA'", ["Second"]), ("WHERE CloseDate < 2026-12-01", ["Second"]),
      ("WHERE (Amount < 1 OR IsWon = true) AND Name LIKE 'S%'", ["Second"]), ("WHERE AccountId = null", ["Second"]),
      ("WHERE NOT Name IN ('First')", ["Second"]), ("WHERE Account.Name = 'Acme'", ["First"]),
      ("WHERE SystemModstamp >= 2020-01-01T00:00:00.000+0000 ORDER BY SystemModstamp, Id LIMIT 1", ["First"]),
      ("WHERE SystemModstamp > 2999-01-01T00:00:00Z", []), ("ORDER BY AccountId NULLS LAST", ["First", "Second"]),
      ("ORDER BY Name LIMIT 1 OFFSET 1", ["Second"]), ("WHERE Budget__c = 5", ["First"]),
      ("WHERE Name = 'O\\'Hara'", []),
    ]
    for (rest, names) in cases {
      let found = try session.records("SELECT Name FROM Opportunity \(rest)").map { $0["Name"] as? String }
      #expect(found == names, "\(rest)")
    }
  }

  @Test("a path shows the row that is referred to, and null where there is none")
  func paths() async throws {
    let session = try await RunningSandbox().session()
    let rows = try session.records("SELECT Id, Account.Name, Owner.Name FROM Opportunity ORDER BY Id")
    #expect((rows[0]["Account"] as? [String: Any])?["Name"] as? String == "Acme")
    #expect((rows[0]["Owner"] as? [String: Any])?["Name"] as? String == "Ann Lee")
    #expect(rows[1]["Account"] is NSNull)
    #expect((rows[0]["attributes"] as? [String: Any])?["type"] as? String == "Opportunity")
  }

  @Test("a deleted row is found by queryAll only")
  func deleted() async throws {
    let session = try await RunningSandbox().session()
    #expect(try session.call("DELETE", "/sobjects/Opportunity/\(RunningSandbox.second)").status == 204)
    #expect(try session.records("SELECT Name FROM Opportunity").map { $0["Name"] as? String } == ["First"])
    let all = try session.call("GET", "/queryAll?q=SELECT+Name,IsDeleted+FROM+Opportunity+ORDER+BY+Name").object
    let rows = try #require(all["records"] as? [[String: Any]])
    #expect(rows.map { $0["IsDeleted"] as? Bool } == [false, true])
  }

  @Test("a page has 2,000 rows, and the next is where it says; no row comes twice, though all share one stamp")
  func pages() async throws {
    let seed = (0..<4500).map { #"{"object":"Account","Name":"Account \#($0)"}"# }.joined(separator: "\n")
    let session = try await RunningSandbox(seed: seed).session()
    var answer = try session.query("SELECT Id, SystemModstamp FROM Account ORDER BY SystemModstamp, Id")
    var ids: [String] = []
    var stamps: Set<String> = []
    var sizes: [Int] = []
    while true {
      #expect(answer.object["totalSize"] as? Int == 4500)
      let records = try #require(answer.object["records"] as? [[String: Any]])
      ids += records.compactMap { $0["Id"] as? String }
      stamps.formUnion(records.compactMap { $0["SystemModstamp"] as? String })
      sizes.append(records.count)
      guard let next = answer.object["nextRecordsUrl"] as? String else { break }
      answer = try session.call("GET", next)
    }
    #expect(sizes == [2000, 2000, 500])
    #expect(ids.count == 4500 && ids == Set(ids).sorted() && stamps.count == 1)
    #expect(try session.call("GET", "/query/01g000000000009-2000").code == "INVALID_QUERY_LOCATOR")
  }

  @Test("what cannot be read or found is refused with its code")
  func refusals() async throws {
    let session = try await RunningSandbox().session()
    let cases: [(String, String)] = [
      ("SELEC Id FROM Opportunity", "MALFORMED_QUERY"), ("SELECT Id FROM Opportunity WHERE", "MALFORMED_QUERY"),
      ("SELECT Id FROM Opportunity WHERE Name = 'x", "MALFORMED_QUERY"),
      ("SELECT Id FROM Opportunity WHERE Amount = 1 OR Name = 'x' AND Name = 'y'", "MALFORMED_QUERY"),
      ("SELECT Id, FROM Opportunity", "MALFORMED_QUERY"), ("SELECT Id FROM Opportunity LIMIT x", "MALFORMED_QUERY"),
      ("SELECT Nonsense FROM Opportunity", "INVALID_FIELD"), ("SELECT Id FROM Nonsense", "INVALID_TYPE"),
      ("SELECT Nonsense.Name FROM Opportunity", "INVALID_FIELD"),
      ("SELECT Id FROM Opportunity WHERE Amount = '5'", "INVALID_FIELD"),
      ("SELECT Id FROM Opportunity WHERE Name = 5", "INVALID_FIELD"),
      ("SELECT Id FROM Opportunity WHERE Id = 'x'", "INVALID_QUERY_FILTER_OPERATOR"),
    ]
    for (query, code) in cases {
      let answer = try session.query(query)
      #expect(answer.status == 400 && answer.code == code, "\(query): \(answer.text)")
    }
  }
}

import Foundation
import Testing

@Suite("Rows of the sandbox", .timeLimit(.minutes(2)))
struct RowTests {
  static let results = "/sobjects/Assessment_Result__c"

  @Test("a row is created, read, changed and deleted with Salesforce's statuses")
  func life() async throws {
    let session = try await RunningSandbox().session()
    let created = try session.call("POST", "/sobjects/Account", ["Name": "Umbrella"])
    #expect(created.status == 201 && created.object["success"] as? Bool == true)
    let id = try #require(created.object["id"] as? String)
    let read = try session.call("GET", "/sobjects/Account/\(id.prefix(15))")
    #expect(read.status == 200 && read.object["Name"] as? String == "Umbrella")
    #expect(read.headers["last-modified"]?.hasSuffix(" GMT") == true)
    #expect(read.headers["sforce-limit-info"]?.hasPrefix("api-usage=2/") == true)
    #expect(try session.call("PATCH", "/sobjects/Account/\(id)", ["Industry": "Umbrellas"]).status == 204)
    #expect(try session.row("Account", id)["Industry"] as? String == "Umbrellas")
    #expect(try session.call("DELETE", "/sobjects/Account/\(id)").status == 204)
    #expect(try session.call("GET", "/sobjects/Account/\(id)").code == "ENTITY_IS_DELETED")
  }

  @Test("an id has 18 characters, the last three a checksum of the case of the others")
  func checksum() async throws {
    let session = try await RunningSandbox(seed: "").session()
    // A pair as Salesforce writes them: G and J of the last ten are upper case, v, q are not.
    let seed = #"{"object":"Account","Id":"0015000000Gv7qJ","Name":"Known"}"#
    let known = try await RunningSandbox(seed: seed).session()
    #expect(try known.row("Account", "0015000000Gv7qJ")["Id"] as? String == "0015000000Gv7qJAAR")
    let made = try session.call("POST", "/sobjects/Account", ["Name": "Made"]).object["id"] as? String
    #expect(made?.count == 18)
    #expect(try known.call("GET", "/sobjects/Account/0015000000Gv7qJAAA").status == 404)
  }

  @Test("an upsert by external id creates once, and updates from then on")
  func upsert() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    let path = Self.results + "/Submission_Id__c/a%20b"
    let body: [String: Any] = ["Opportunity__c": RunningSandbox.first, "Score__c": 12.25]
    let created = try session.call("PATCH", path, body)
    #expect(created.status == 201 && created.object["created"] as? Bool == true)
    #expect(try session.call("PATCH", path, body).status == 204)
    #expect(try session.call("PATCH", path, ["Score__c": 13]).status == 204)
    let row = try session.call("GET", path).object
    #expect(row["Submission_Id__c"] as? String == "a b" && row["Score__c"] as? Double == 13)
    #expect(row["Id"] as? String == created.object["id"] as? String)
    #expect(try sandbox.journal().map { $0["operation"] as? String } == ["created", "unchanged", "updated"])
    #expect(try sandbox.journal().allSatisfy { $0["externalId"] as? String == "a b" })
  }

  @Test("of many upserts of one key at once, one creates")
  func race() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    let statuses = await withTaskGroup(of: Int?.self) { group in
      for place in 0..<24 {
        group.addTask {
          try? session.call("PATCH", Self.results + "/Submission_Id__c/key", ["Score__c": place]).status
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 201 } == 1 && statuses.count { $0 == 204 } == 23)
    #expect(try session.query("SELECT COUNT() FROM Assessment_Result__c").object["totalSize"] as? Int == 1)
    let stamps = try sandbox.journal().compactMap { $0["at"] as? String }
    #expect(stamps.count == 24 && stamps == stamps.sorted())
  }

  @Test("calls beyond the day's limit are refused with 403, and every answer tells how many there were")
  func quota() async throws {
    let session = try await RunningSandbox(seed: "", "--daily-limit", "2").session()
    let answers = try (0..<3).map { _ in try session.call("GET", "/limits") }
    #expect(answers.map(\.status) == [200, 200, 403] && answers[2].code == "REQUEST_LIMIT_EXCEEDED")
    #expect(answers.map { $0.headers["sforce-limit-info"] } == (1...3).map { "api-usage=\($0)/2" })
  }

  @Test("a plain create makes a row each time; the unique external id forbids a second of the same")
  func plainCreate() async throws {
    let session = try await RunningSandbox().session()
    for _ in 0..<2 { #expect(try session.call("POST", Self.results, ["Score__c": 1]).status == 201) }
    #expect(try session.call("POST", Self.results, ["Submission_Id__c": "one"]).status == 201)
    let again = try session.call("POST", Self.results, ["Submission_Id__c": "ONE"])
    #expect(again.status == 400 && again.code == "DUPLICATE_VALUE")
    #expect(try session.query("SELECT COUNT() FROM Assessment_Result__c").object["totalSize"] as? Int == 3)
  }

  @Test("several rows with one external id are told with 300, and nothing is written")
  func several() async throws {
    let field = #"{"field":{"object":"Account","name":"Key__c","type":"string","externalId":true}}"# + "\n"
    let sandbox = try RunningSandbox(seed: field)
    let session = try await sandbox.session()
    for name in ["a", "b"] {
      #expect(try session.call("POST", "/sobjects/Account", ["Name": name, "Key__c": "k"]).status == 201)
    }
    let answer = try session.call("PATCH", "/sobjects/Account/Key__c/k", ["Name": "c"])
    #expect(answer.status == 300 && (answer.json as? [String])?.count == 2)
    #expect(try sandbox.journal().count == 2)
  }

  @Test("If-Unmodified-Since lets a write pass only when nobody has written since")
  func precondition() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    let path = "/sobjects/Opportunity/\(RunningSandbox.first)"
    let modified = try #require(try session.call("GET", path).headers["last-modified"])
    let since = ["If-Unmodified-Since": modified]
    #expect(try session.call("PATCH", path, ["NextStep": "call"], headers: since).status == 204)
    // The header has whole seconds, as at Salesforce: a change within the same second passes.
    try await Task.sleep(for: .milliseconds(1100))
    let change = #"{"object":"Opportunity","id":"\#(RunningSandbox.first)","fields":{"NextStep":"visit"}}"#
    try sandbox.control("POST", "change", change)
    let refused = try session.call("PATCH", path, ["NextStep": "write"], headers: since)
    #expect(refused.status == 412 && refused.code == "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK")
    #expect(try session.row("Opportunity", RunningSandbox.first)["NextStep"] as? String == "visit")
    #expect(try session.call("PATCH", path, ["NextStep": "x"], headers: ["If-Unmodified-Since": "soon"]).status == 400)
  }

  @Test("a change of the stage sets what follows from it, and every write its stamp and its author")
  func stage() async throws {
    let session = try await RunningSandbox().session()
    let before = try session.row("Opportunity", RunningSandbox.first)
    #expect(before["Probability"] as? Double == 10 && before["IsClosed"] as? Bool == false)
    let path = "/sobjects/Opportunity/\(RunningSandbox.first)"
    #expect(try session.call("PATCH", path, ["StageName": "Closed Won"]).status == 204)
    let after = try session.row("Opportunity", RunningSandbox.first)
    #expect(after["Probability"] as? Double == 100 && after["IsWon"] as? Bool == true)
    let stamps = [before, after].compactMap { $0["SystemModstamp"] as? String }
    #expect(stamps.count == 2 && stamps[0] <= stamps[1])
    #expect(stamps[0].wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000/) != nil)
    #expect((after["LastModifiedById"] as? String)?.hasPrefix("005") == true)
  }

  @Test("each wrong write is refused with its code, and the row stays as it was")
  func refusals() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    let row = "/sobjects/Opportunity/\(RunningSandbox.first)"
    let cases: [(String, String, [String: Any], Int, String)] = [
      ("PATCH", row, ["Nonsense": 1], 400, "INVALID_FIELD"),
      ("PATCH", row, ["StageName": "Dreaming"], 400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"),
      ("PATCH", row, ["Name": String(repeating: "x", count: 121)], 400, "STRING_TOO_LONG"),
      ("PATCH", row, ["Amount": "many"], 400, "JSON_PARSER_ERROR"),
      ("PATCH", row, ["CloseDate": "2026-02-30"], 400, "JSON_PARSER_ERROR"),
      ("PATCH", row, ["Amount": 1e17], 400, "NUMBER_OUTSIDE_VALID_RANGE"),
      ("PATCH", row, ["Name": NSNull()], 400, "REQUIRED_FIELD_MISSING"),
      ("PATCH", row, ["AccountId": RunningSandbox.second], 400, "MALFORMED_ID"),
      ("PATCH", row, ["AccountId": "001000000000009"], 400, "INVALID_CROSS_REFERENCE_KEY"),
      ("PATCH", row, ["SystemModstamp": "2026-01-01T00:00:00Z"], 400, "INVALID_FIELD_FOR_INSERT_UPDATE"),
      ("PATCH", row, ["Id": RunningSandbox.first], 400, "INVALID_FIELD"),
      ("POST", "/sobjects/Opportunity", ["Name": "x"], 400, "REQUIRED_FIELD_MISSING"),
      ("POST", "/sobjects/OpportunityStage", ["MasterLabel": "x"], 400, "INVALID_TYPE_FOR_OPERATION"),
      ("PATCH", "/sobjects/Opportunity/006000000000009", ["Name": "x"], 404, "NOT_FOUND"),
      ("PATCH", "/sobjects/Nothing/006000000000001", ["Name": "x"], 404, "NOT_FOUND"),
      ("PATCH", "/sobjects/Opportunity/Name/x", ["Amount": 1], 404, "NOT_FOUND"),
      ("PUT", row, ["Name": "x"], 405, "METHOD_NOT_ALLOWED"),
      ("PATCH", Self.results + "/Submission_Id__c/s", ["Submission_Id__c": "s"], 400, "INVALID_FIELD"),
    ]
    for (method, path, body, status, code) in cases {
      let answer = try session.call(method, path, body)
      #expect(answer.status == status && answer.code == code, "\(method) \(path) \(body): \(answer.text)")
    }
    #expect(try session.call("PATCH", row, ["Name": "x"], headers: ["Content-Type": "text/plain"]).status == 415)
    #expect(try session.call("GET", "/services/data/v30.0/limits").status == 410)
    #expect(try session.call("GET", "/limits?" + String(repeating: "x", count: 17_000)).status == 414)
    #expect(try sandbox.journal().isEmpty)
  }

  @Test("describe tells the fields, their kinds and the values of a picklist")
  func describe() async throws {
    let session = try await RunningSandbox().session()
    let answer = try session.call("GET", "/sobjects/opportunity/describe").object
    let fields = try #require(answer["fields"] as? [[String: Any]])
    func field(_ name: String) -> [String: Any]? { fields.first { $0["name"] as? String == name } }
    #expect(answer["name"] as? String == "Opportunity" && answer["keyPrefix"] as? String == "006")
    #expect(field("Budget__c")?["type"] as? String == "currency" && field("Budget__c")?["custom"] as? Bool == true)
    #expect(field("AccountId")?["relationshipName"] as? String == "Account")
    #expect(field("SystemModstamp")?["updateable"] as? Bool == false)
    let values = try #require(field("StageName")?["picklistValues"] as? [[String: Any]])
    #expect(values.first?["value"] as? String == "Prospecting" && values.count == 10)
    let result = try session.call("GET", "/sobjects/Assessment_Result__c/describe").object["fields"] as? [[String: Any]]
    let key = try #require(result?.first { $0["name"] as? String == "Submission_Id__c" })
    #expect(key["externalId"] as? Bool == true && key["unique"] as? Bool == true && key["length"] as? Int == 36)
    #expect(try session.call("GET", "/sobjects/Nothing/describe").status == 404)
  }
}

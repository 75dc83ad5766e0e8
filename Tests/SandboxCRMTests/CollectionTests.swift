import Foundation
import Testing

@Suite("Collections of the sandbox", .timeLimit(.minutes(2)))
struct CollectionTests {
  static let path = "/composite/sobjects"

  static func result(_ submission: String, _ more: [String: Any] = [:]) -> [String: Any] {
    var row: [String: Any] = ["attributes": ["type": "Assessment_Result__c"], "Submission_Id__c": submission]
    row.merge(more) { $1 }
    return row
  }

  @Test("an upsert of many tells each row for itself, in order")
  func upsert() async throws {
    let session = try await RunningSandbox().session()
    let rows = [
      Self.result("one", ["Opportunity__c": RunningSandbox.first]),
      Self.result("two", ["Assessment__c": String(repeating: "x", count: 81)]), Self.result("three"),
      Self.result("three"),
    ]
    let answer = try session.call("PATCH", Self.path + "/Assessment_Result__c/Submission_Id__c", ["records": rows])
    #expect(answer.status == 200)
    #expect(answer.items.map { $0["success"] as? Bool } == [true, false, true, false])
    #expect(answer.items[0]["created"] as? Bool == true)
    let errors = answer.items.compactMap { ($0["errors"] as? [[String: Any]])?.first?["statusCode"] as? String }
    #expect(errors == ["STRING_TOO_LONG", "DUPLICATE_VALUE"])
    let again = try session.call("PATCH", Self.path + "/Assessment_Result__c/Submission_Id__c", ["records": [rows[0]]])
    #expect(again.items[0]["created"] as? Bool == false)
  }

  @Test("an answer finds its result by the result's external id")
  func lookup() async throws {
    let session = try await RunningSandbox().session()
    let path = Self.path + "/Assessment_Answer__c/Answer_Key__c"
    func answer(_ key: String, _ submission: String) -> [String: Any] {
      [
        "attributes": ["type": "Assessment_Answer__c"], "Answer_Key__c": key,
        "Result__r": ["Submission_Id__c": submission],
      ]
    }
    #expect(try session.call("PATCH", RowTests.results + "/Submission_Id__c/s", ["Score__c": 1]).status == 201)
    let body = ["records": [answer("s.q1", "s"), answer("t.q1", "t")]]
    #expect(try session.call("PATCH", path, body).items.map { $0["success"] as? Bool } == [true, false])
    let rows = try session.records("SELECT Answer_Key__c, Result__r.Submission_Id__c FROM Assessment_Answer__c")
    #expect(rows.count == 1 && (rows[0]["Result__r"] as? [String: Any])?["Submission_Id__c"] as? String == "s")
  }

  @Test("all or none means none when one row fails")
  func allOrNone() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    let records: [[String: Any]] = [
      ["attributes": ["type": "Account"], "Name": "Good"], ["attributes": ["type": "Account"]],
    ]
    let answer = try session.call("POST", Self.path, ["allOrNone": true, "records": records])
    let codes = answer.items.map { ($0["errors"] as? [[String: Any]])?.first?["statusCode"] as? String }
    #expect(codes == ["ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING"])
    #expect(try session.records("SELECT Id FROM Account").count == 1)
    #expect(try sandbox.journal().isEmpty)
    let half = try session.call("POST", Self.path, ["records": records])
    #expect(half.items.map { $0["success"] as? Bool } == [true, false])
  }

  @Test("rows are updated by id, and share one stamp")
  func update() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    let records: [[String: Any]] = [RunningSandbox.first, RunningSandbox.second].map {
      ["attributes": ["type": "Opportunity"], "id": $0, "NextStep": "call"]
    }
    let answer = try session.call("PATCH", Self.path, ["records": records])
    #expect(answer.items.map { $0["id"] as? String } == [RunningSandbox.first, RunningSandbox.second])
    #expect(Set(try sandbox.journal().map { $0["at"] as? String }).count == 1)
  }

  @Test("201 rows are refused, and so are 11 runs of one type")
  func limits() async throws {
    let session = try await RunningSandbox().session()
    let many = (0..<201).map { _ in ["attributes": ["type": "Account"], "Name": "x"] as [String: Any] }
    #expect(try session.call("POST", Self.path, ["records": many]).code == "EXCEEDED_ID_LIMIT")
    #expect(try session.call("POST", Self.path, ["records": Array(many.dropLast())]).status == 200)
    let mixed = (0..<11).map { place -> [String: Any] in
      place % 2 == 0 ? many[0] : ["attributes": ["type": "Lead"], "LastName": "x", "Company": "y"]
    }
    #expect(try session.call("POST", Self.path, ["records": mixed]).code == "LIMIT_EXCEEDED")
  }
}

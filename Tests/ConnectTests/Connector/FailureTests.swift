import Foundation
import Testing

@testable import Connect

@Suite("What a failure asks for")
struct FailureTests {
  @Test(
    arguments: [
      (401, "INVALID_SESSION_ID", FailureClass.auth), (400, "invalid_grant", .auth), (400, "invalid_client_id", .auth),
      (401, nil, .auth),
      (403, "REQUEST_LIMIT_EXCEEDED", .quota), (429, nil, .quota), (429, "TOO_MANY", .quota),
      (400, "UNABLE_TO_LOCK_ROW", .contention), (nil, "UNABLE_TO_LOCK_ROW", .contention),
      (400, "DUPLICATE_VALUE", .contention),
      (500, nil, .transient), (502, nil, .transient), (503, nil, .transient), (504, nil, .transient),
      (408, nil, .transient),
      (503, "SERVER_UNAVAILABLE", .transient), (400, "REQUEST_RUNNING_TOO_LONG", .transient),
      (400, "QUERY_TIMEOUT", .transient),
      (400, "PROCESSING_HALTED", .transient), (400, "ALL_OR_NONE_OPERATION_ROLLED_BACK", .transient),
      (412, nil, .conflict), (400, "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK", .conflict),
      (404, "NOT_FOUND", .gone), (404, nil, .gone), (404, "ENTITY_IS_DELETED", .gone),
      (400, "INVALID_CROSS_REFERENCE_KEY", .gone),
      (400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", .person), (400, "REQUIRED_FIELD_MISSING", .person),
      (400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", .person), (400, "STRING_TOO_LONG", .person),
      (400, "INSUFFICIENT_ACCESS_OR_READONLY", .person),
      (400, "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", .person),
      (400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", .person), (400, "DUPLICATES_DETECTED", .person),
      (400, nil, .person),
      (400, "NEVER_HEARD_OF", .person), (403, "NEVER_HEARD_OF", .person), (410, nil, .person), (300, nil, .person),
      (nil, "NEVER_HEARD_OF", .person), (nil, nil, .person),
    ] as [(Int?, String?, FailureClass)])
  func `is read from Salesforce's table`(status: Int?, code: String?, kind: FailureClass) {
    #expect(FailureRule.kind(status: status, code: code, by: SalesforceFailures.rules) == kind)
  }

  @Test func `goes by the first line that matches`() {
    let rules = [
      FailureRule(.codePrefix("A"), .gone), FailureRule(.code("AB"), .quota), FailureRule(.status(1...9), .auth),
    ]
    #expect(FailureRule.kind(status: 5, code: "AB", by: rules) == .gone)
    #expect(FailureRule.kind(status: 5, code: "B", by: rules) == .auth)
    #expect(FailureRule.kind(status: 10, code: nil, by: rules) == .person)
  }

  @Test func `keeps the CRM's words on one line and short`() {
    let failure = ConnectorFailure(
      kind: .person, code: "X", message: "a\u{1B}[31m\nb\u{202E}" + String(repeating: "y", count: 5000),
      fields: Array(repeating: "f\n", count: 100))
    #expect(failure.message.hasPrefix("a [31m b y") && failure.message.unicodeScalars.count == 1001)
    #expect(failure.message.hasSuffix("…") && failure.fields == Array(repeating: "f ", count: 64))
    #expect(ConnectorFailure(kind: .quota, status: 403, code: "C", message: "m").description == "C (403): m")
    #expect(ConnectorFailure(kind: .quota, status: 429, message: "m").description == "status 429: m")
    #expect(ConnectorFailure(kind: .quota, message: "m").description == "m")
  }

  @Test(
    arguments: [
      ("0", 0), ("7", 7000), ("900", 900_000), ("901", 900_000), ("36000", 900_000), ("99999999999999999999", 900_000),
      ("Tue, 31 Mar 2026 19:01:00 GMT", 60_000), ("Tue, 31 Mar 2026 18:00:00 GMT", 0),
      ("Wed, 01 Apr 2026 19:00:00 GMT", 900_000), ("-1", nil), ("", nil), ("soon", nil), ("1.5", nil), ("١٢", nil),
      ("Tue, 31 Feb 2026 19:01:00 GMT", nil), ("Tue, 31 Mar 2026 25:01:00 GMT", nil),
      ("Tuesday, 31-Mar-26 19:01:00 GMT", nil),
    ] as [(String, Int64?)])
  func `waits as the server asks, and never more than a quarter of an hour`(header: String, wait: Int64?) {
    #expect(RetryAfter.milliseconds(header, now: 1_774_983_600_000) == wait)
    #expect(RetryAfter.milliseconds(nil, now: 0) == nil)
  }

  @Test(
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777_000, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (784_111_777_999, "Sun, 06 Nov 1994 08:49:37 GMT"), (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 GMT"),
      (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (1_774_983_600_000, "Tue, 31 Mar 2026 19:00:00 GMT"),
    ] as [(Int64, String)])
  func `dates of headers`(milliseconds: Int64, text: String) {
    #expect(HTTPDate.text(milliseconds) == text)
    #expect(HTTPDate.milliseconds(text) == milliseconds - (milliseconds % 1000 + 1000) % 1000)
  }
}

import Foundation
import Testing

@Suite("Faults of the sandbox on demand", .timeLimit(.minutes(2)))
struct FaultTests {
  static let row = "/sobjects/Opportunity/\(RunningSandbox.first)"

  @Test("each fault shows itself once, and the next call is well")
  func once() async throws {
    let sandbox = try RunningSandbox()
    let cases: [(String, Int, String?)] = [
      (#"{"kind":"error-500"}"#, 500, "UNKNOWN_EXCEPTION"),
      (#"{"kind":"request-limit-403"}"#, 403, "REQUEST_LIMIT_EXCEEDED"),
      (#"{"kind":"rate-429","retry_after":7}"#, 429, "TOO_MANY_REQUESTS"),
      (#"{"kind":"expired-session"}"#, 401, "INVALID_SESSION_ID"), (#"{"kind":"lock"}"#, 400, "UNABLE_TO_LOCK_ROW"),
      (#"{"kind":"unavailable-503-html"}"#, 503, nil), (#"{"kind":"html-200"}"#, 200, nil),
    ]
    for (fault, status, code) in cases {
      let session = try await sandbox.session()
      #expect(try sandbox.control("POST", "faults", fault).status == 204)
      let answer = try session.call("PATCH", Self.row, ["NextStep": fault])
      #expect(answer.status == status && answer.code == code, "\(fault): \(answer.text)")
      if code == nil { #expect(answer.headers["content-type"]?.hasPrefix("text/html") == true) }
      if status == 429 { #expect(answer.headers["retry-after"] == "7") }
      if status == 401 { #expect(try session.call("GET", "/limits").status == 401) }
      #expect(try sandbox.journal().isEmpty)
    }
    let session = try await sandbox.session()
    #expect(try session.call("PATCH", Self.row, ["NextStep": "well"]).status == 204)
  }

  @Test("an answer is lost after the commit, wholly or half way")
  func lostAnswer() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    try sandbox.control("POST", "faults", #"{"kind":"lost-answer","method":"PATCH"}"#)
    #expect(try session.call("GET", "/limits").status == 200)
    #expect(throws: Wire.Failure.cut(bytes: 0)) { try session.call("PATCH", Self.row, ["NextStep": "one"]) }
    try sandbox.control("POST", "faults", #"{"kind":"lost-answer","partial":true}"#)
    #expect {
      try session.call("PATCH", Self.row, ["NextStep": "two"])
    } throws: { error in
      if case .cut(let bytes)? = error as? Wire.Failure { bytes > 0 } else { false }
    }
    #expect(try sandbox.journal().count == 2)
    #expect(try session.row("Opportunity", RunningSandbox.first)["NextStep"] as? String == "two")
  }

  @Test("a slow answer comes late, a hanging one never, and neither holds up the others")
  func slowAndHanging() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    try sandbox.control("POST", "faults", #"[{"kind":"slow","ms":400},{"kind":"hang"}]"#)
    let began = Date()
    #expect(try session.call("GET", "/limits").status == 200)
    #expect(Date().timeIntervalSince(began) >= 0.4)
    #expect(throws: Wire.Failure.tooLate) { try session.call("GET", "/limits", seconds: 1) }
    #expect(try session.call("GET", "/limits").status == 200)
    let requests = try sandbox.control("GET", "requests").object
    #expect(requests["inFlight"] as? Int == 1 && requests["peak"] as? Int == 2)
  }

  @Test("a validation rule stands for its record until it is cleared, also within a collection")
  func validation() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    let rule = #"{"kind":"validation","id":"\#(RunningSandbox.first.prefix(15))","message":"Say why."}"#
    try sandbox.control("POST", "faults", rule)
    for _ in 0..<2 {
      let answer = try session.call("PATCH", Self.row, ["NextStep": "x"])
      #expect(answer.code == "FIELD_CUSTOM_VALIDATION_EXCEPTION")
      #expect(answer.items.first?["message"] as? String == "Say why.")
    }
    let records: [[String: Any]] = [RunningSandbox.first, RunningSandbox.second].map {
      ["attributes": ["type": "Opportunity"], "id": $0, "NextStep": "x"]
    }
    let answer = try session.call("PATCH", "/composite/sobjects", ["records": records])
    #expect(answer.items.map { $0["success"] as? Bool } == [false, true])
    #expect(try sandbox.control("DELETE", "faults").status == 204)
    #expect(try session.call("PATCH", Self.row, ["NextStep": "x"]).status == 204)
  }

  @Test("a mix hits the same requests for the same seed")
  func mix() async throws {
    let mix = #"{"mix":{"kinds":["error-500","rate-429"],"probability":0.3,"seed":42,"path":"/limits"}}"#
    var runs: [[Int]] = []
    for _ in 0..<2 {
      let sandbox = try RunningSandbox()
      let session = try await sandbox.session()
      try sandbox.control("POST", "faults", mix)
      runs.append(try (0..<60).map { _ in try session.call("GET", "/limits").status })
      let injected = try #require(try sandbox.control("GET", "faults").object["injected"] as? [String: Int])
      #expect(injected["error-500"] == runs[0].count { $0 == 500 })
    }
    #expect(runs[0] == runs[1])
    #expect((8...30).contains(runs[0].count { $0 != 200 }))
    #expect(Set(runs[0]) == [200, 429, 500])
  }

  @Test("while it is down every connection is cut; up again it has forgotten nothing")
  func outage() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    try sandbox.control("POST", "down")
    #expect(throws: Wire.Failure.cut(bytes: 0)) { try session.call("GET", "/limits") }
    try sandbox.control("POST", "up")
    #expect(try session.call("GET", "/limits").status == 200)
  }

  @Test("rows are stamped in whole seconds; what commits late shows up with the stamp of its start, behind later rows")
  func lateCommit() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    func change(_ id: String, _ more: String = "") throws -> [String: Any] {
      let answer = try sandbox.control(
        "POST", "change", #"{"object":"Opportunity","id":"\#(id)","fields":{"NextStep":"call"}\#(more)}"#)
      try #require(answer.status == 200, "\(answer.text)")
      return answer.object
    }
    let first = try change(RunningSandbox.first, #","late":2500"#)
    let start = try #require(first["SystemModstamp"] as? String)
    #expect(start.hasSuffix(".000+0000"))
    #expect(try session.row("Opportunity", RunningSandbox.first)["NextStep"] is NSNull)
    try await Task.sleep(for: .milliseconds(1100))
    let after = try #require(try change(RunningSandbox.second)["SystemModstamp"] as? String)
    #expect(after > start)
    var row: [String: Any] = [:]
    for _ in 0..<100 where row["NextStep"] as? String != "call" {
      try await Task.sleep(for: .milliseconds(50))
      row = try session.row("Opportunity", RunningSandbox.first)
    }
    #expect(row["NextStep"] as? String == "call" && row["SystemModstamp"] as? String == start)
    // A write through the interface too, and a person's change by a fault.
    try sandbox.control("POST", "faults", #"{"kind":"late-commit","method":"PATCH","ms":1100}"#)
    let began = Date()
    #expect(try session.call("PATCH", Self.row, ["NextStep": "visit"]).status == 204)
    let stamp = try #require(try session.row("Opportunity", RunningSandbox.first)["SystemModstamp"] as? String)
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    #expect(try style.parse(stamp.replacing("+0000", with: "Z")) <= began)
    try sandbox.control("POST", "faults", #"{"kind":"late-commit","path":"/sandbox/change","ms":200}"#)
    #expect(try change(RunningSandbox.second)["late"] as? Int == 200)
    #expect(try change(RunningSandbox.second)["late"] as? Int == 0)
    // A kind of a mix may have settings of its own: requests of the interface are not hit by it.
    try sandbox.control(
      "POST", "faults",
      #"{"mix":{"kinds":[{"kind":"late-commit","path":"/sandbox/change","ms":40}],"probability":1,"seed":3}}"#)
    let late = try (0..<20).map { _ in try #require(try change(RunningSandbox.second)["late"] as? Int) }
    #expect(late.allSatisfy { (1...40).contains($0) } && Set(late).count > 5)
    #expect(try session.call("GET", "/limits").status == 200)
    let injected = try #require(try sandbox.control("GET", "faults").object["injected"] as? [String: Int])
    #expect(injected["late-commit"] == 22)
  }

  @Test("an unknown kind is refused with the kinds that there are")
  func unknown() throws {
    let answer = try RunningSandbox().control("POST", "faults", #"{"kind":"flood"}"#)
    #expect(answer.status == 400 && answer.text.contains("lost-answer"))
  }
}

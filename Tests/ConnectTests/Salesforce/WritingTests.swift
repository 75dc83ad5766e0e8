import FEEL
import Foundation
import Testing

@testable import Connect

private func result(_ number: Int, answers: Int = 1) -> ResultRow {
  ResultRow(
    submission: Text("submission-\(number)"), record: "006000000000001", kind: "opportunity",
    fields: [
      ("Assessment__c", .string("Prospecting")), ("Score__c", .number(Decimal34("62.5") ?? 0)), ("Verdict__c", .null),
    ],
    answers: (0..<answers).map { index -> (key: Text, fields: [(field: String, value: JSON)]) in
      let question = Text("q\(index)")
      return (
        Text("submission-\(number).") + question, [("Question__c", .string(question)), ("Points__c", .number(10))]
      )
    }, digest: "digest-\(number)")
}

private let saved = #"{"id":"a01000000000001AAA","success":true,"created":true,"errors":[]}"#
private let savedAgain = #"{"id":"a01000000000001AAA","success":true,"created":false,"errors":[]}"#

private func refused(_ code: String, _ message: String = "no", fields: String = "") -> String {
  #"{"success":false,"errors":[{"statusCode":"\#(code)","message":"\#(message)","fields":[\#(fields)]}]}"#
}

/// Says of as many rows as came that they are saved.
private func saveAll(_ request: LoopbackServer.Received) -> [LoopbackServer.Step] {
  let count = (try? JSON.parse(request.body))?["records"]?.items?.count ?? 0
  return .json("[" + Array(repeating: saved, count: count).joined(separator: ",") + "]")
}

@Suite("Writing to Salesforce")
struct WritingTests {
  @Test func `a result goes by its external id, its answers behind it`() async throws {
    let org = TestOrg { saveAll($0) }
    #expect(await org.connector.push([result(1)]) == [.done(created: true)])
    #expect(
      org.calls.map { "\($0.method) \($0.target)" } == [
        "PATCH /services/data/v62.0/composite/sobjects/Assessment_Result__c/Submission_Id__c",
        "PATCH /services/data/v62.0/composite/sobjects/Assessment_Answer__c/Answer_Key__c",
      ])
    #expect(
      org.calls.map(\.text) == [
        #"{"allOrNone":false,"records":[{"attributes":{"type":"Assessment_Result__c"},"#
          + #""Submission_Id__c":"submission-1","Opportunity__c":"006000000000001AAA","Assessment__c":"Prospecting","#
          + #""Score__c":62.5,"Verdict__c":null,"Digest__c":"digest-1"}]}"#,
        #"{"allOrNone":false,"records":[{"attributes":{"type":"Assessment_Answer__c"},"#
          + #""Answer_Key__c":"submission-1.q0","Result__r":{"Submission_Id__c":"submission-1"},"#
          + #""Submission_Id__c":"submission-1","Question__c":"q0","Points__c":10}]}"#,
      ])
    #expect(org.calls.allSatisfy { $0.header("Content-Type") == "application/json" })
    await org.stop()
  }

  @Test func `what the caller names already is not named twice`() async throws {
    let org = TestOrg(answerObject: nil) { saveAll($0) }
    var row = result(1)
    row.fields = [("Submission_Id__c", .string("submission-1")), ("Digest__c", .string("mine")), ("Lead__c", .null)]
    row.kind = "lead"
    _ = await org.connector.push([row])
    #expect(
      org.calls.map(\.text) == [
        #"{"allOrNone":false,"records":[{"attributes":{"type":"Assessment_Result__c"},"#
          + #""Submission_Id__c":"submission-1","Lead__c":"006000000000001AAA","Digest__c":"mine"}]}"#
      ])
    await org.stop()
  }

  @Test func `each row has its own outcome, in order; answers only of those that are there`() async throws {
    let org = TestOrg { request in
      if request.path.hasSuffix("Submission_Id__c") {
        return .json(
          "[\(saved),\(refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Budget first", fields: #""Score__c""#)),"
            + "\(savedAgain),\(refused("UNABLE_TO_LOCK_ROW"))]")
      }
      return .json("[\(saved),\(savedAgain),\(saved),\(refused("STRING_TOO_LONG", "too long"))]")
    }
    let outcomes = await org.connector.push([
      result(1, answers: 2), result(2, answers: 3), result(3, answers: 2), result(4, answers: 1),
    ])
    #expect(
      outcomes == [
        .done(created: true),
        .failed(
          ConnectorFailure(
            kind: .person, code: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "Budget first", fields: ["Score__c"])),
        // Its result is there by then.
        .failed(ConnectorFailure(kind: .person, code: "STRING_TOO_LONG", message: "too long", outcomeUnknown: true)),
        .failed(ConnectorFailure(kind: .contention, code: "UNABLE_TO_LOCK_ROW", message: "no")),
      ])
    let keys = (try JSON.parse(org.calls[1].body))["records"]?.items?.compactMap { $0["Answer_Key__c"]?.text }
    #expect(keys == ["submission-1.q0", "submission-1.q1", "submission-3.q0", "submission-3.q1"])
    await org.stop()
  }

  @Test func `batches keep to the limit`() async throws {
    let org = TestOrg(batchLimit: 3) { saveAll($0) }
    let outcomes = await org.connector.push((0..<7).map { result($0) })
    #expect(outcomes == Array(repeating: .done(created: true), count: 7))
    let counts = try org.calls.map { try JSON.parse($0.body)["records"]?.items?.count }
    #expect(counts == [3, 3, 1, 3, 3, 1])
    await org.stop()
  }

  @Test func `our own fields go by the id of their row, whatever it holds; each has its own outcome`() async {
    let org = TestOrg { _ in
      .json("[\(savedAgain),\(refused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"))]")
    }
    let fields = [JSON.Member("Verdict__c", .string("level")), JSON.Member("Difference__c", .null)]
    let outcomes = await org.connector.writeFields(
      [
        FieldWrite(id: "006000000000001", fields: fields), FieldWrite(id: "none", fields: fields),
        FieldWrite(id: "006000000000002AAA", fields: fields),
      ], object: .opportunity)
    #expect(
      outcomes == [
        .done(created: false),
        .failed(ConnectorFailure(kind: .person, message: "\"none\" is no id of a Salesforce row")),
        .failed(
          ConnectorFailure(
            kind: .gone, code: "INVALID_CROSS_REFERENCE_KEY", message: "invalid cross reference id")),
      ])
    #expect(org.calls.map { "\($0.method) \($0.target)" } == ["PATCH /services/data/v62.0/composite/sobjects"])
    #expect(
      org.calls.map(\.text) == [
        #"{"allOrNone":false,"records":[{"attributes":{"type":"Opportunity"},"id":"006000000000001AAA","#
          + #""Verdict__c":"level","Difference__c":null},{"attributes":{"type":"Opportunity"},"#
          + #""id":"006000000000002AAA","Verdict__c":"level","Difference__c":null}]}"#
      ])
    await org.stop()
  }

  /// Refuses each batch that holds one of these submissions as a whole, as Salesforce does for what it cannot read.
  private func refuseWhole(_ guilty: Set<Text>) -> @Sendable (LoopbackServer.Received) -> [LoopbackServer.Step] {
    { request in
      let records = (try? JSON.parse(request.body))?["records"]?.items ?? []
      let isRefused = records.contains { record in record["Submission_Id__c"]?.text.map(guilty.contains) ?? false }
      return isRefused
        ? .json(#"[{"errorCode":"JSON_PARSER_ERROR","message":"Cannot deserialize"}]"#, status: 400) : saveAll(request)
    }
  }

  @Test func `a batch that is refused as a whole is halved until the guilty row alone has failed`() async throws {
    let org = TestOrg(answerObject: nil, answer: refuseWhole(["submission-13"]))
    let outcomes = await org.connector.push((0..<100).map { result($0) })
    let failed = outcomes.indices.filter { if case .failed = outcomes[$0] { true } else { false } }
    #expect(failed == [13])
    #expect(
      outcomes[13]
        == .failed(
          ConnectorFailure(kind: .person, status: 400, code: "JSON_PARSER_ERROR", message: "Cannot deserialize")))
    #expect(org.calls.count <= 15)
    // Nothing that was written is written again.
    var written: [Text] = []
    for call in org.calls {
      let ids = (try JSON.parse(call.body))["records"]?.items?.compactMap { $0["Submission_Id__c"]?.text } ?? []
      if !ids.contains("submission-13") { written += ids }
    }
    #expect(written.count == 99 && Set(written).count == 99)
    await org.stop()
  }

  @Test func `where every row is guilty, the calls are bounded, and what was not sent is no failure of its own`() async
  {
    let org = TestOrg(answerObject: nil, answer: refuseWhole(Set((0..<200).map { Text("submission-\($0)") })))
    let outcomes = await org.connector.push((0..<200).map { result($0) })
    #expect(outcomes.count == 200 && org.calls.count == 61)
    var kinds: [FailureClass: Int] = [:]
    for case .failed(let failure) in outcomes {
      kinds[failure.kind, default: 0] += 1
      if failure.kind == .transient { #expect(failure.status == nil && !failure.outcomeUnknown) }
    }
    #expect(kinds[.person, default: 0] >= 20 && kinds[.person, default: 0] + kinds[.transient, default: 0] == 200)
    await org.stop()
  }

  @Test func `a call that fails as a whole ends the batches; what was not sent is not in doubt`() async throws {
    let org = TestOrg(batchLimit: 2) { _ in .answer(503, ["Retry-After: 7"], "<html>maintenance</html>") }
    let outcomes = await org.connector.push((0..<5).map { result($0) })
    #expect(org.calls.count == 1 && outcomes.count == 5)
    let failures = outcomes.compactMap { if case .failed(let failure) = $0 { failure } else { nil } }
    #expect(failures.map(\.outcomeUnknown) == [true, true, false, false, false])
    #expect(failures.allSatisfy { $0.kind == .transient && $0.retryAfterMilliseconds == 7000 })
    await org.stop()
  }

  @Test(arguments: [
    "<html>sign in</html>", "", "{}", "[]", "[\(saved),\(saved)]", #"[{"id":"x"}]"#, #"["yes"]"#,
  ])
  func `a 200 that is not the CRM's answer leaves a write in doubt`(body: String) async throws {
    let org = TestOrg(answerObject: nil) { _ in .answer(200, ["Content-Type: text/html"], body) }
    let outcomes = await org.connector.push([result(1)])
    guard case .failed(let failure) = try #require(outcomes.first) else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(failure.kind == .transient && failure.outcomeUnknown && failure.status == 200)
    #expect(failure.message.contains("a page that is not the CRM's answer"))
    await org.stop()
  }

  @Test func `an answer that was lost leaves a write in doubt; a connection that never was does not`() async throws {
    let org = TestOrg(answerObject: nil) { _ in [.close] }
    guard case .failed(let lost)? = await org.connector.push([result(1)]).first else {
      Issue.record("done")
      return
    }
    #expect(lost.kind == .transient && lost.outcomeUnknown && lost.status == nil)
    await org.stop()
    let dead = TestOrg(
      login: { _ in .json(TestOrg.token("t", host: "127.0.0.1:1")) }, answer: { _ in [.close] })
    guard case .failed(let never)? = await dead.connector.push([result(1)]).first else {
      Issue.record("done")
      return
    }
    #expect(never.kind == .transient && !never.outcomeUnknown)
    await dead.stop()
  }

  @Test func `nothing to push is no call`() async throws {
    let org = TestOrg { saveAll($0) }
    #expect(await org.connector.push([]).isEmpty && org.server.received.isEmpty)
    await org.stop()
  }

  // MARK: - Reading back

  @Test func `what the CRM holds is told by its digest and the answers that are there`() async throws {
    let org = TestOrg { request in
      let records =
        request.query?.contains("FROM Assessment_Answer__c") == true
        ? ["submission-1.q0", "submission-1.q1", "submission-2.q0"].map { #"{"Answer_Key__c":"\#($0)"}"# }
        : [1, 2, 3].map { #"{"Submission_Id__c":"submission-\#($0)","Digest__c":"stored-\#($0)"}"# }
      return .json(#"{"done":true,"records":[\#(records.joined(separator: ","))]}"#)
    }
    let held = try await org.connector.readBack([
      result(1, answers: 2), result(2, answers: 2), result(3, answers: 0), result(4, answers: 0),
    ])
    // The second lacks an answer, the fourth is not there.
    #expect(
      held == [
        "submission-1": HeldResult(digest: "stored-1", answers: ["submission-1.q0", "submission-1.q1"]),
        "submission-2": HeldResult(digest: "stored-2", answers: ["submission-2.q0"]),
        "submission-3": HeldResult(digest: "stored-3", answers: []),
      ])
    let ids = "('submission-1','submission-2','submission-3','submission-4')"
    #expect(
      org.calls.map(\.query) == [
        "q=SELECT Submission_Id__c, Digest__c FROM Assessment_Result__c WHERE Submission_Id__c IN \(ids)",
        "q=SELECT Answer_Key__c FROM Assessment_Answer__c WHERE Submission_Id__c IN \(ids)",
      ])
    await org.stop()
  }

  @Test func `a write that was cut is completed, and what came through is not written again`() {
    let row = result(1, answers: 2)
    #expect(row.rest(after: nil)?.answers.count == 2)
    #expect(row.rest(after: HeldResult(digest: "another", answers: []))?.isHeld == false)
    let rest = row.rest(after: HeldResult(digest: row.digest, answers: ["submission-1.q0"]))
    #expect(rest?.isHeld == true)
    #expect(rest?.answers.map(\.key) == ["submission-1.q1"])
    #expect(row.rest(after: HeldResult(digest: row.digest, answers: ["submission-1.q0", "submission-1.q1"])) == nil)
  }

  @Test func `of a result that stands already only the answers are written`() async throws {
    let org = TestOrg { _ in .json(#"[{"id":"a01000000000001AAA","success":true,"errors":[],"created":true}]"#) }
    var row = result(1, answers: 1)
    row.isHeld = true
    #expect(await org.connector.push([row]) == [.done(created: false)])
    #expect(org.calls.count == 1 && org.calls.first?.path.contains("Assessment_Answer__c") == true)
    await org.stop()
  }

  @Test func `an external id cannot leave its quotes`() async throws {
    let org = TestOrg { _ in .json(#"{"done":true,"records":[]}"#) }
    var row = result(1)
    row.submission = #"a' OR Name LIKE '%\"#
    #expect(try await org.connector.readBack([row]).isEmpty)
    #expect(org.calls.first?.query?.hasSuffix(#"IN ('a\' OR Name LIKE \'%\\')"#) == true)
    await org.stop()
  }

  // MARK: - Stages

  private let write = StageWrite(
    kind: "opportunity", id: "006000000000001", to: "Closed \"Won\"", ifUnmodifiedSince: 1_774_983_600_999)

  @Test func `a stage is written on condition`() async throws {
    let org = TestOrg { _ in .empty(204) }
    #expect(await org.connector.writeStage(write, object: .opportunity) == .done(created: false))
    let call = try #require(org.calls.first)
    #expect(call.method == "PATCH")
    #expect(call.target == "/services/data/v62.0/sobjects/Opportunity/006000000000001AAA")
    #expect(call.header("If-Unmodified-Since") == "Tue, 31 Mar 2026 19:00:00 GMT")
    #expect(call.text == #"{"StageName":"Closed \"Won\""}"#)
    await org.stop()
  }

  @Test(arguments: [
    (412, "", FailureClass.conflict, false), (412, "<html></html>", .conflict, false),
    (412, #"[{"errorCode":"ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK","message":"m"}]"#, .conflict, false),
    (400, #"[{"errorCode":"ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK","message":"m"}]"#, .conflict, false),
    (404, #"[{"errorCode":"NOT_FOUND","message":"m"}]"#, .gone, false),
    (404, #"[{"errorCode":"ENTITY_IS_DELETED","message":"m"}]"#, .gone, false),
    (400, #"[{"errorCode":"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST","message":"m"}]"#, .person, false),
    (403, #"[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"m"}]"#, .quota, false),
    (500, #"[{"errorCode":"UNKNOWN_EXCEPTION","message":"m"}]"#, .transient, true),
    (502, "", .transient, true), (200, "<html>sign in</html>", .transient, true), (200, "", .transient, true),
  ])
  func `a stage that is not written says why`(
    status: Int, body: String, kind: FailureClass, isUnknown: Bool
  ) async throws {
    let org = TestOrg { _ in .answer(status, [], body) }
    guard case .failed(let failure) = await org.connector.writeStage(write, object: .opportunity) else {
      Issue.record("done")
      return
    }
    #expect(failure.kind == kind && failure.status == status && failure.outcomeUnknown == isUnknown)
    await org.stop()
  }

  @Test func `without a field for the stage nothing is sent`() async throws {
    let org = TestOrg { _ in .empty(204) }
    var mapping = ObjectMapping.opportunity
    mapping.stageField = nil
    guard case .failed(let failure) = await org.connector.writeStage(write, object: mapping) else {
      Issue.record("done")
      return
    }
    #expect(failure.kind == .person && org.server.received.isEmpty)
    await org.stop()
  }
}

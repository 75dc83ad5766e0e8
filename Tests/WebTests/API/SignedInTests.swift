import FEEL
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Service
import Store
import Testing

@testable import Web

/// The API with a real service behind it, as somebody who is signed in.
@Suite("A door with a service behind it", .timeLimit(.minutes(2)))
struct SignedInTests {
  /// One person's way through the door.
  private struct Caller {
    var client: any TestClientProtocol
    var token: String

    func ask(
      _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: String? = nil, key: String? = nil
    ) async throws -> TestResponse {
      var headers = headers
      headers[.authorization] = "Bearer " + token
      if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
      return try await client.execute(
        uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }

    func json(_ path: String) async throws -> JSON {
      let response = try await ask(.get, path)
      #expect(response.status == .ok, "\(path): \(String(buffer: response.body))")
      return try JSON.parse(Array(buffer: response.body))
    }
  }

  private func callers(_ work: @Sendable @escaping (_ rep: Caller, _ manager: Caller, UseCases) async throws -> Void)
    async throws
  {
    let application = try await TestDoor.application()
    let rep = try await application.makeToken(for: "rina", name: "test").token
    let manager = try await application.makeToken(for: "siti", name: "test").token
    try await TestDoor.make(application: application).test(.router) { client in
      try await work(Caller(client: client, token: rep), Caller(client: client, token: manager), application)
    }
    await TestDoor.discard(application)
  }

  private func code(_ response: TestResponse) throws -> String? {
    #expect(response.headers[.contentType] == Problem.mediaType)
    return try JSON.parse(Array(buffer: response.body))["code"]?.text?.string
  }

  @Test("tells where the character U+0000 stands, wherever it is sent, instead of failing to store it")
  func nul() async throws {
    try await callers { rep, manager, _ async throws in
      let id = "018f0000-0000-7000-8000-000000000001"
      for (method, path, body) in [
        (.put, "/v1/submissions/\(id)", #"{"v":1,"device":"a\u0000"}"#),
        (.post, "/v1/records/opportunity/D-101/stage", #"{"to":"Demo","reason":"\u0000"}"#),
        (.put, "/v1/records/opportunity/D-101/hold", #"{"reason":"no\u0000"}"#),
        (.post, "/v1/decide", #"{"kind":"opportunity","id":"\u0000"}"#),
      ] as [(HTTPRequest.Method, String, String)] {
        let response = try await manager.ask(method, path, body: body, key: "nul-\(path)")
        #expect(response.status == .unprocessableContent, "\(path): \(String(buffer: response.body))")
        #expect(try code(response) == "nul-character", "\(path)")
        #expect(String(buffer: response.body).contains("line 1, column"), "\(path)")
      }
      let query = try await rep.ask(.get, "/v1/records?owner=a%00")
      #expect(query.status == .badRequest)
      #expect(String(buffer: query.body).contains("`owner`"))
      #expect(try await rep.ask(.get, "/v1/records/opportunity/D%00").status == .notFound)
    }
  }

  @Test("a playbook that this program cannot read answers 503, and signs nobody out")
  func unreadablePlaybook() async throws {
    try await callers { rep, _, application async throws in
      #expect(try await rep.ask(.get, "/v1/records").status == .ok)
      let now = application.time.now()
      try await application.store.write { transaction in
        try transaction.storePlaybook(
          PlaybookVersion(version: "unreadable", document: Array("{}".utf8), storedAt: now, storedBy: "another version")
        )
        try transaction.addActivation(
          Activation(
            id: "unreadable", version: "unreadable", from: now - 1, activatedAt: now, by: "another version",
            judgeAll: false))
      }
      for path in ["/v1/records", "/v1/bundle"] {
        let response = try await rep.ask(.get, path)
        #expect(response.status == .serviceUnavailable, "\(path): \(String(buffer: response.body))")
        #expect(try code(response) == "playbook-unreadable", "\(path)")
      }
      let page = try await rep.client.execute(uri: "/", method: .get, headers: [.cookie: "stagecraft=" + rep.token])
      #expect(page.status == .serviceUnavailable)
      // Who is unknown stays unknown.
      let stranger = Caller(client: rep.client, token: "sct_unknown")
      #expect(try await stranger.ask(.get, "/v1/records").status == .unauthorized)
    }
  }

  @Test("lists a rep's own records, and answers for another's as if there were none")
  func reach() async throws {
    try await callers { rep, manager, _ async throws in
      let own = try await rep.json("/v1/records")["records"]?.items?.compactMap { $0["id"]?.text }
      #expect(own == ["D-101", "D/102 ä"])
      #expect(try await manager.json("/v1/records")["records"]?.items?.count == 4)
      let first = try await manager.json("/v1/records?limit=1")
      let next = try #require(first["next"]?.text?.string)
      let second = try await manager.json("/v1/records?limit=1&after=" + PercentCoding.encoded(next))
      #expect(second["records"]?.items?.first?["id"] == .string("D-101"))
      #expect(try await rep.ask(.get, "/v1/records/opportunity/D-100").status == .notFound)
      let record = try await rep.json("/v1/records/opportunity/D%2F102%20%C3%A4")
      #expect(record["record"]?["id"] == .string("D/102 ä"))
      #expect(record["stages"]?.items?.first == .string("Prospecting"))
      #expect(try await rep.ask(.get, "/v1/records?onwer=x").status == .unprocessableContent)
    }
  }

  @Test("explains a record, sums the pipeline and decides what is sent along")
  func reading() async throws {
    try await callers { rep, manager, _ async throws in
      let explanation = try await rep.json("/v1/records/opportunity/D-101/explanation?language=id")
      #expect(explanation["text"]?.items?.isEmpty == false)
      #expect(explanation["document"]?["id"] == .string("D-101"))
      let pipeline = try await manager.json("/v1/pipeline?by=owner")
      #expect(pipeline["total"]?["all"]?["records"] == .number(4))
      #expect(pipeline["total"]?["withoutMoney"] == .number(1))
      #expect(pipeline["groups"]?.items?.count == 3)
      let decided = try await rep.ask(
        .post, "/v1/decide", body: #"{"id":"X","kind":"opportunity","stage":"Demo","attributes":{"amount":5}}"#)
      #expect(decided.status == .ok, "\(String(buffer: decided.body))")
      #expect(try JSON.parse(Array(buffer: decided.body))["verdict"]?["kind"] == .string("unproven"))
      #expect(try await manager.json("/v1/findings")["version"]?.text?.bytes.count == 64)
      #expect(try await manager.json("/v1/proposals")["proposals"]?.items?.isEmpty == true)
      #expect(try await rep.ask(.get, "/v1/findings").status == .forbidden)
      #expect(try await rep.ask(.get, "/readyz").status == .ok)
    }
  }

  private static let submission = "01890a5d-ac96-774b-bcce-b302099a8057"

  private func envelope(hours: Int) -> String {
    """
    {"v":1,"id":"\(Self.submission)","device":"phone","seq":1,"user":"rina","capturedAt":"2026-05-01T09:30:00Z",\
    "record":{"kind":"opportunity","id":"D-101"},"assessment":{"id":"ProspectingAssessment","version":2},\
    "bundle":"none","answers":{"hours":\(hours),"compliance":true}}
    """
  }

  @Test("takes a submission once, however often it is sent")
  func submission() async throws {
    try await callers { rep, manager, _ async throws in
      let path = "/v1/submissions/" + Self.submission
      let first = try await rep.ask(.put, path, body: envelope(hours: 6))
      #expect(first.status == .created, "\(String(buffer: first.body))")
      let again = try await rep.ask(.put, path, body: envelope(hours: 6))
      #expect(again.status == .ok)
      #expect(again.body == first.body)
      #expect(try await rep.ask(.get, path).body == first.body)
      let other = try await rep.ask(.put, path, body: envelope(hours: 7))
      #expect(other.status == .conflict)
      #expect(try code(other) == "id-reused")
      let digest: HTTPFields = [try #require(HTTPField.Name("Content-Digest")): "sha-256=:AAAA:"]
      let broken = try await rep.ask(.put, path, digest, body: envelope(hours: 6))
      #expect(broken.status == .badRequest)
      let large = try await rep.ask(.put, path, body: String(repeating: " ", count: 1_048_577))
      #expect(large.status == .contentTooLarge)
      #expect(try await rep.ask(.put, path, body: "{").status == .unprocessableContent)
    }
  }

  @Test("sends the bundle once, and then only that it is the same")
  func bundle() async throws {
    try await callers { rep, _, _ async throws in
      let first = try await rep.ask(.get, "/v1/bundle?device=phone")
      #expect(first.status == .ok)
      let tag = try #require(first.headers[.eTag])
      #expect(try await rep.ask(.get, "/v1/bundle?device=phone", [.ifNoneMatch: tag]).status == .notModified)
    }
  }

  @Test("does a write once for its Idempotency-Key")
  func idempotency() async throws {
    try await callers { rep, manager, _ async throws in
      let path = "/v1/records/opportunity/D-101/stage"
      let body = #"{"to":"Negotiation","reason":"They signed a letter"}"#
      let without = try await rep.ask(.post, path, body: body)
      #expect(without.status == .badRequest)
      #expect(try code(without) == "idempotency-key-missing")
      let first = try await rep.ask(.post, path, body: body, key: "k1")
      #expect(first.status == .ok, "\(String(buffer: first.body))")
      #expect(try JSON.parse(Array(buffer: first.body))["moved"] == .boolean(true))
      let again = try await rep.ask(.post, path, body: body, key: "k1")
      #expect(again.status == .ok)
      #expect(again.body == first.body)
      let other = try await rep.ask(.post, path, body: #"{"to":"Demo"}"#, key: "k1")
      #expect(other.status == .conflict)
      #expect(try code(other) == "key-reused")
      let history = try await manager.json("/v1/records/opportunity/D-101")["history"]?.items ?? []
      #expect(history.count { $0["to"] == .string("Negotiation") } == 1)
      let unknown = try await rep.ask(.post, path, body: #"{"to":"Nowhere"}"#, key: "k2")
      #expect(try code(unknown) == "unknown-stage")
      #expect(try await rep.ask(.post, path, body: body, key: "k2").status == .ok)
    }
  }

  @Test("lets a manager hold and vouch, and a rep not")
  func holding() async throws {
    try await callers { rep, manager, _ async throws in
      let record = "/v1/records/opportunity/D-101"
      let hold = #"{"reason":"Budget freeze","until":"2031-12-31"}"#
      #expect(try await rep.ask(.put, record + "/hold", body: hold, key: "a").status == .forbidden)
      #expect(try await manager.ask(.put, record + "/hold", body: hold, key: "a").status == .noContent)
      #expect(try await rep.json(record)["hold"]?["reason"] == .string("Budget freeze"))
      #expect(try await manager.ask(.delete, record + "/hold", key: "b").status == .noContent)
      #expect(try await rep.json(record)["hold"] == .null)
      let word = #"{"stage":"Demo","reason":"Seen in writing"}"#
      #expect(try await manager.ask(.put, record + "/override", body: word, key: "c").status == .noContent)
      #expect(try await rep.json(record)["override"]?["by"] == .string("siti"))
      #expect(try await manager.ask(.delete, record + "/override", key: "d").status == .noContent)
    }
  }
}

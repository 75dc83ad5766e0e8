import Crypto
import Foundation
import Testing

@Suite("The sandbox from behind", .timeLimit(.minutes(2)))
struct ControlTests {
  static let change =
    #"{"object":"Opportunity","id":"\#(RunningSandbox.first)","fields":{"StageName":"Qualification"},"user":"ann@example.com"}"#

  @Test("a person's change carries the person's name, and stands in the journal")
  func person() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    #expect(try sandbox.control("POST", "change", Self.change).status == 200)
    let row = try session.row("Opportunity", RunningSandbox.first)
    #expect(
      row["LastModifiedById"] as? String == "005000000000001AAA" && row["StageName"] as? String == "Qualification")
    #expect(try session.call("PATCH", FaultTests.row, ["NextStep": "x"]).status == 204)
    let journal = try sandbox.journal()
    #expect(journal.map { $0["by"] as? String == "005000000000001AAA" } == [true, false])
    #expect(journal.map { $0["fields"] as? [String] } == [["StageName"], ["NextStep"]])
    #expect(journal.map { $0["number"] as? Int } == [1, 2])
    let rest = try sandbox.control("GET", "journal?after=1").object
    #expect((rest["commits"] as? [[String: Any]])?.count == 1 && rest["last"] as? Int == 2)
  }

  @Test("requests are counted by method, path and status")
  func requests() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    for id in [RunningSandbox.first, RunningSandbox.second, "006000000000009"] {
      _ = try session.call("GET", "/sobjects/Opportunity/\(id)")
    }
    let answer = try sandbox.control("GET", "requests?after=1").object
    let counts = try #require(answer["counts"] as? [[String: Any]])
    let rows = counts.filter { $0["path"] as? String == "/services/data/{version}/sobjects/Opportunity/{id}" }
    #expect(rows.map { $0["count"] as? Int } == [2, 1] && rows.map { $0["status"] as? Int } == [200, 404])
    #expect((answer["log"] as? [[String: Any]])?.count == 3)
  }

  @Test("rows are shown as they are")
  func rows() throws {
    let rows = try RunningSandbox().control("GET", "rows/Opportunity").object["rows"] as? [[String: Any]]
    #expect(rows?.map { $0["Name"] as? String } == ["First", "Second"])
  }

  @Test("a change sends a signed webhook, again until it is taken")
  func webhook() async throws {
    let sandbox = try RunningSandbox()
    let secret = Data((0..<32).map { UInt8($0) })
    let receiver = try WebhookReceiver(statuses: [500, 204])
    let target =
      #"{"url":"http://127.0.0.1:\#(receiver.port)/hooks/crm","secret":"whsec_\#(secret.base64EncodedString())"}"#
    #expect(try sandbox.control("POST", "webhook", target).status == 204)
    let answer = try sandbox.control("POST", "change", Self.change)
    let id = try #require(answer.object["webhook"] as? String)
    let taken = try receiver.receive()
    try #require(taken.count == 2)
    for request in taken {
      #expect(request.headers["webhook-id"] == id)
      let seconds = try #require(request.headers["webhook-timestamp"])
      let signed = Data("\(id).\(seconds).".utf8) + request.body
      let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret))
      #expect(request.headers["webhook-signature"] == "v1," + Data(code).base64EncodedString())
      let body = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: Any])
      #expect(body["type"] as? String == "record.changed" && body["timestamp"] is String)
      #expect(body["data"] as? [String: String] == ["object": "Opportunity", "id": RunningSandbox.first])
    }
    var deliveries: [[String: Any]] = []
    for _ in 0..<100 where deliveries.first?["delivered"] as? Bool != true {
      deliveries = try sandbox.control("GET", "webhooks").object["deliveries"] as? [[String: Any]] ?? []
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(deliveries.count == 1 && deliveries[0]["attempts"] as? Int == 2 && deliveries[0]["status"] as? Int == 204)
  }

  @Test("webhooks go to loopback only, with a whole secret")
  func webhookTarget() throws {
    let sandbox = try RunningSandbox()
    let secret = "whsec_" + Data(count: 32).base64EncodedString()
    for (url, secret) in [
      ("http://example.com:80/x", secret), ("https://127.0.0.1:80/x", secret), ("http://127.0.0.1:80/x", "whsec_YQ=="),
    ] {
      let answer = try sandbox.control("POST", "webhook", #"{"url":"\#(url)","secret":"\#(secret)"}"#)
      #expect(answer.status == 400, "\(url)")
    }
  }

  @Test("it ends at once when it is asked to")
  func stop() async throws {
    let sandbox = try RunningSandbox()
    try sandbox.control("POST", "faults", #"{"kind":"hang"}"#)
    #expect(throws: Wire.Failure.tooLate) {
      try Wire.exchange(port: sandbox.port, method: "GET", target: "/services/data", seconds: 1)
    }
    #expect(try #require(sandbox.stop()) < 2)
  }
}

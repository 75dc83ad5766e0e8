import FEEL
import HTTPTypes
import Service
import Testing

@testable import Web

@Suite("A write with an Idempotency-Key")
struct IdempotencyTests {
  @Test("takes a key of visible ASCII, up to 200 bytes")
  func keys() throws {
    #expect(try IdempotentWrite.checked("5f2c-1") == "5f2c-1")
    #expect(try IdempotentWrite.checked(String(repeating: "k", count: 200)).count == 200)
    for key in [nil, "", "a b", "ä", "a\u{7F}", String(repeating: "k", count: 201)] {
      let error = #expect(throws: ServiceError.self) { try IdempotentWrite.checked(key) }
      let code = (key ?? "").isEmpty ? "idempotency-key-missing" : "idempotency-key-invalid"
      #expect(error?.code == code)
      #expect(error.map { Problem($0).status } == 400)
    }
  }

  @Test("is the same request only if method, address and body are the same")
  func digest() {
    let first = IdempotentWrite.digest(method: "POST", target: "/v1/a?x=1", body: [1, 2])
    #expect(first == IdempotentWrite.digest(method: "POST", target: "/v1/a?x=1", body: [1, 2]))
    #expect(first.count == 64)
    for other in [
      IdempotentWrite.digest(method: "PUT", target: "/v1/a?x=1", body: [1, 2]),
      IdempotentWrite.digest(method: "POST", target: "/v1/a?x=2", body: [1, 2]),
      IdempotentWrite.digest(method: "POST", target: "/v1/a?x=1", body: [1, 3]),
      IdempotentWrite.digest(method: "POST", target: "/v1/a", body: [1, 2]),
    ] { #expect(other != first) }
  }

  @Test(
    "is answered again as it was",
    arguments: [
      Reply.json(.members(["a": .count(1)])), Reply.done, Reply.seeOther(LocalPath("held").with("told", "Done.")),
    ])
  func replay(reply: Reply) {
    let again = IdempotentWrite.reply(IdempotentWrite.kept(reply))
    #expect(again.status == reply.status)
    #expect(again.body == reply.body)
    #expect(again.type == reply.type)
    #expect(again.headers == reply.headers)
  }

  @Test("is done by one at a time")
  func atOnce() {
    let underWay = RequestsUnderWay()
    #expect(underWay.begin("a"))
    #expect(!underWay.begin("a"))
    #expect(underWay.begin("b"))
    underWay.end("a")
    #expect(underWay.begin("a"))
  }
}

import Foundation
import Testing

extension Acceptance {
  @Suite("What comes over the network and is not as it should be") struct RequestTests {
    private static func deal(_ id: String, owner: String) -> String {
      #"{"kind":"opportunity","id":"\#(id)","pipeline":"Opportunities","stage":"Prospecting","owner":"\#(owner)"}"#
    }

    private func home() throws -> Home {
      let home = try Home()
      try home.activate(StoryPlaybook(), from: "2026-01-01")
      try home.load([
        Self.deal("O-1", owner: StoryPlaybook.rina), Self.deal("O-2", owner: StoryPlaybook.tom),
      ])
      return home
    }

    private static let sheet = Sheet.prospecting(
      Sheet.id(1), 1, of: "O-1", hours: "6", compliance: true, at: "2026-03-20T05:00:00Z")

    @Test("a body of 10 MB is refused with 413, and the sheet can be sent after all")
    func largeBody() throws {
      let home = try home()
      let server = try home.serve()
      let token = try home.token("rina")
      let large = String(repeating: " ", count: 10_000_000)
      for (method, target) in [("PUT", "/v1/submissions/\(Self.sheet.id)"), ("POST", "/v1/webhooks/crm")] {
        let answer = try server.call(method, target, token: token, body: large)
        #expect(answer.status == 413)
        #expect(answer.headers["content-type"] == "application/problem+json")
      }
      #expect(try StoreFile(path: home.store).count("SELECT count(*) FROM submission") == 0)
      #expect(try server.put(Self.sheet, token: token).status == 201)
      server.stop()
    }

    @Test("another's record answers as one that does not exist, whatever is asked of it")
    func othersRecord() throws {
      let home = try home()
      let server = try home.serve()
      let (rina, siti) = (try home.token("rina"), try home.token("siti"))
      #expect(try server.call("GET", "/v1/records/opportunity/O-2", token: siti).status == 200)
      for (method, path, body) in [
        ("GET", "", nil), ("GET", "/explanation", nil), ("POST", "/stage", #"{"to":"Discovery"}"#),
      ] as [(String, String, String?)] {
        let others = try server.call(method, "/v1/records/opportunity/O-2" + path, token: rina, body: body)
        let absent = try server.call(method, "/v1/records/opportunity/O-9" + path, token: rina, body: body)
        #expect(others.status == 404 && absent.status == 404)
        #expect(others.text.replacing("O-2", with: "O-9") == absent.text)
        #expect(Set(others.headers.keys) == Set(absent.headers.keys))
      }
      let seen = try server.call("GET", "/v1/records", token: rina).list("records")
      #expect(seen.count == 1 && !"\(seen)".contains("O-2"))
      #expect(try !server.call("GET", "/v1/pipeline?by=owner", token: rina).text.contains(StoryPlaybook.tom))
      // A sheet for it is kept for a person to look at, and changes nothing; so is one for a record that is not there.
      for (number, record) in [(7, "O-2"), (8, "O-9")] {
        let sheet = Sheet.prospecting(
          Sheet.id(number), number, of: record, hours: "6", compliance: true, at: "2026-03-20T05:00:00Z")
        #expect(try server.put(sheet, token: rina).status == 202)
      }
      #expect(try StoreFile(path: home.store).texts("SELECT stage FROM record WHERE id = 'O-2'") == ["Prospecting"])
      server.stop()
    }

    @Test("a token that another process revoked is refused within a second, and so are the sessions that it opened")
    func revoked() throws {
      let home = try home()
      let server = try home.serve()
      let token = try home.token("rina")
      let signedIn = try HTTP.exchange(
        port: server.port, "POST", "/sign-in",
        headers: [
          ("Content-Type", "application/x-www-form-urlencoded"), ("Origin", "http://127.0.0.1:\(server.port)"),
        ], body: Data("credential=\(token)".utf8))
      let cookie = try #require(signedIn.headers["set-cookie"]?.split(separator: ";").first.map(String.init))
      func withCookie() throws -> Int {
        try HTTP.exchange(port: server.port, "GET", "/v1/records", headers: [("Cookie", cookie)]).status
      }
      #expect(try withCookie() == 200)
      #expect(try server.call("GET", "/v1/records", token: token).status == 200)
      let listed = try home.done("token", "list").lines
      let id = try #require(listed.first { $0.contains("rina") }?.split(separator: " ").first.map(String.init))
      try home.done("token", "revoke", id)
      usleep(1_000_000)
      let refused = try server.call("GET", "/v1/records", token: token)
      #expect(refused.status == 401 && refused.code == "not-signed-in")
      #expect(try server.put(Self.sheet, token: token).status == 401)
      #expect(try withCookie() == 401)
      #expect(try StoreFile(path: home.store).count("SELECT count(*) FROM submission") == 0)
      // Nothing is lost: the sheet goes with a new one.
      #expect(try server.put(Self.sheet, token: try home.token("rina")).status == 201)
      server.stop()
    }
  }
}

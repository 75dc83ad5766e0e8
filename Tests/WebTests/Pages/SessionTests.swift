import FEEL
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Service
import Store
import Testing

@testable import Web

/// Signing in and sending forms, with a real service.
@Suite("Sessions and forms", .timeLimit(.minutes(5)))
struct SessionTests {
  /// Signs in and gives the cookie.
  private func signIn(_ client: any TestClientProtocol, _ credential: String) async throws -> String? {
    let response = try await client.execute(
      uri: "/sign-in", method: .post, body: ByteBuffer(string: "credential=" + PercentCoding.encoded(credential)))
    guard response.status == .seeOther else { return nil }
    return response.headers[.setCookie]?.split(separator: ";").first.map(String.init)
  }

  private func value(of field: String, in page: String) -> String? {
    guard let start = page.range(of: "name=\"\(field)\" value=\"")?.upperBound else { return nil }
    return String(page[start...].prefix { $0 != "\"" })
  }

  @Test("a session reads pages and the API, sends the forms of its own pages, and ends")
  func session() async throws {
    let application = try await TestDoor.application()
    let token = try await application.makeToken(for: "rina", name: "test").token
    try await TestDoor.make(application: application).test(.router) { client in
      let cookie = try #require(try await signIn(client, token))
      let page = try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie])
      #expect(page.status == .ok)
      #expect(String(buffer: page.body).contains("Cakrawala &lt;b&gt;Logistik&lt;/b&gt;"))
      #expect(try await client.execute(uri: "/v1/records", method: .get, headers: [.cookie: cookie]).status == .ok)

      let record = "/records/opportunity/D%2F102%20%C3%A4"
      let body = try await client.execute(uri: record, method: .get, headers: [.cookie: cookie]).body
      let mark = try #require(value(of: "token", in: String(buffer: body)))
      func move(_ form: String) async throws -> TestResponse {
        try await client.execute(
          uri: record + "/stage", method: .post, headers: [.cookie: cookie], body: ByteBuffer(string: form))
      }
      #expect(try await move("to=Demo&key=1").status == .forbidden)
      #expect(try await move("to=Demo&key=1&token=" + String(repeating: "0", count: 64)).status == .forbidden)
      let moved = try await move("to=Demo&key=1&token=" + mark)
      #expect(moved.status == .seeOther)
      let address = try #require(moved.headers[.location])
      #expect(try await move("to=Demo&key=1&token=" + mark).headers[.location] == address)
      let told = try await client.execute(uri: address, method: .get, headers: [.cookie: cookie])
      #expect(String(buffer: told.body).contains("Moved to Demo; "))
      let forged = address.replacing("Moved", with: "Broken")
      let silent = try await client.execute(uri: forged, method: .get, headers: [.cookie: cookie])
      #expect(silent.status == .ok)
      #expect(!String(buffer: silent.body).contains("Broken to Demo"))
      let missing = try await client.execute(uri: "/findings", method: .get, headers: [.cookie: cookie])
      #expect(missing.status == .forbidden)
      #expect(String(buffer: missing.body).contains("That is not for you to do"))

      let out = try await client.execute(
        uri: "/sign-out", method: .post, headers: [.cookie: cookie], body: ByteBuffer(string: "key=2&token=" + mark))
      #expect(out.headers[.location] == "/sign-in")
      #expect(try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie]).status == .seeOther)
    }
    await TestDoor.discard(application)
  }

  @Test("a one-time link works once, and only when its button is pressed")
  func link() async throws {
    let application = try await TestDoor.application()
    let link = try await application.makeLink(for: "rina")
    try await TestDoor.make(application: application).test(.router) { client in
      for _ in 0..<3 {
        let page = try await client.execute(uri: "/sign-in?link=" + PercentCoding.encoded(link), method: .get)
        #expect(page.status == .ok)
      }
      #expect(try await signIn(client, link) != nil)
      #expect(try await signIn(client, link) == nil)
      #expect(try await signIn(client, "wrong") == nil)
    }
    await TestDoor.discard(application)
  }
}

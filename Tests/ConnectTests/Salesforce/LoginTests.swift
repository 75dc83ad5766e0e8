import FEEL
import Foundation
import JWTKit
import Testing

@testable import Connect

private let none = #"{"totalSize":0,"done":true,"records":[]}"#

@Suite("The login to Salesforce")
struct LoginTests {
  private struct Proof: JWTPayload {
    var iss: String
    var sub: String
    var aud: String
    var exp: Int

    func verify(using algorithm: some JWTAlgorithm) {}
  }

  private func read(_ org: TestOrg) async throws(ConnectorFailure) {
    _ = try await org.connector.changes(of: .opportunity, after: nil, limit: 10)
  }

  private func failure(_ org: TestOrg) async throws -> ConnectorFailure {
    try #require(await #expect(throws: ConnectorFailure.self) { try await read(org) })
  }

  @Test func `is a proof signed with the connection's key, for three minutes at most`() async throws {
    let org = TestOrg { _ in .json(none) }
    #expect(await org.connector.identity == nil)
    try await read(org)
    let login = try #require(org.logins.first)
    #expect(login.method == "POST" && login.header("Content-Type") == "application/x-www-form-urlencoded")
    let prefix = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
    try #require(login.text.hasPrefix(prefix))
    let token = String(login.text.dropFirst(prefix.count))
    let keys = await JWTKeyCollection().add(
      rsa: try Insecure.RSA.PublicKey(pem: TestOrg.publicKey), digestAlgorithm: .sha256)
    let proof = try await keys.verify(token, as: Proof.self)
    #expect(proof.iss == "consumer key" && proof.sub == "integration@example.com" && proof.aud == org.server.address)
    let ahead = proof.exp - Int(TestOrg.start / 1000)
    #expect(ahead > 60 && ahead <= 180)
    let header = try #require(token.split(separator: ".").first)
    let padded = header + String(repeating: "=", count: (4 - header.count % 4) % 4)
    #expect(String(decoding: try #require(Data(base64Encoded: String(padded))), as: UTF8.self).contains("RS256"))
    #expect(org.calls.first?.header("Authorization") == "Bearer token-1")
    // The short id of the answer, in its long form.
    #expect(await org.connector.identity == "005000000000001AAA")
    await org.stop()
  }

  @Test func `happens once for however many callers`() async throws {
    let org = TestOrg(
      login: { _ in [.wait(milliseconds: 200)] + .json(TestOrg.token("slow", host: "127.0.0.1:1")) },
      answer: { _ in .json(none) })
    // The instance is another than the login's address: nobody is there.
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { try? await read(org) } }
    }
    #expect(org.logins.count == 1 && org.calls.isEmpty)
    await org.stop()
  }

  @Test func `is renewed ahead of a set age, and when the clock was set back`() async throws {
    let org = TestOrg { _ in .json(none) }
    try await read(org)
    org.clock.advance(15 * 60_000 - 1)
    try await read(org)
    #expect(org.logins.count == 1)
    org.clock.advance(1)
    try await read(org)
    #expect(org.logins.count == 2)
    org.clock.advance(-3_600_000)
    try await read(org)
    try await read(org)
    #expect(org.logins.count == 3)
    await org.stop()
  }

  @Test func `is renewed once when the session is over, for all who find out`() async throws {
    let org = TestOrg { request in
      request.header("Authorization") == "Bearer token-1"
        ? .json(#"[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]"#, status: 401)
        : .json(none)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<10 { group.addTask { try await read(org) } }
      try await group.waitForAll()
    }
    #expect(org.logins.count == 2)
    await org.stop()
  }

  @Test func `that does not help a second time is for a person`() async throws {
    let org = TestOrg { _ in
      .json(#"[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]"#, status: 401)
    }
    let failure = try await failure(org)
    #expect(failure.kind == .auth && failure.code == "INVALID_SESSION_ID" && failure.status == 401)
    #expect(org.calls.count == 2 && org.logins.count == 2)
    await org.stop()
  }

  @Test(arguments: [
    ("invalid_grant", "user hasn't approved this consumer", 400),
    ("invalid_client_id", "client identifier invalid", 400),
    ("invalid_grant", "audience is invalid", 400), ("something_new", "never heard of", 403), ("NOT_FOUND", "", 404),
  ])
  func `that is refused is never tried again by itself`(code: String, message: String, status: Int) async throws {
    let org = TestOrg(
      login: { _ in .json(#"{"error":"\#(code)","error_description":"\#(message)"}"#, status: status) },
      answer: { _ in .json(none) })
    let failure = try await failure(org)
    #expect(failure.kind == .auth && failure.code == code && failure.message == message && !failure.outcomeUnknown)
    #expect(org.logins.count == 1 && org.calls.isEmpty)
    let row = ResultRow(submission: "s", record: "r", kind: "opportunity", fields: [], answers: [], digest: "d")
    let outcomes = await org.connector.push(Array(repeating: row, count: 450))
    #expect(outcomes.count == 450 && org.logins.count == 2)
    #expect(outcomes.allSatisfy { if case .failed(let failure) = $0 { failure.kind == .auth } else { false } })
    await org.stop()
  }

  @Test(arguments: [
    ("<html>Sign in</html>", 200, FailureClass.transient), ("<html>Maintenance</html>", 503, .transient),
    ("", 502, .transient),
    ("{}", 200, .transient), (#"{"access_token":"a b","instance_url":"https://x"}"#, 200, .transient),
    (#"{"access_token":"a","instance_url":"http://example.com"}"#, 200, .auth),
    (#"{"access_token":"a","instance_url":"https://example.com/elsewhere"}"#, 200, .auth),
    (#"{"access_token":"a","instance_url":"https://user@example.com"}"#, 200, .auth),
    (#"{"access_token":"a","instance_url":"file:///etc/passwd"}"#, 200, .auth),
  ])
  func `with a strange answer is no login`(body: String, status: Int, kind: FailureClass) async throws {
    let org = TestOrg(login: { _ in .answer(status, [], body) }, answer: { _ in .json(none) })
    #expect(try await failure(org).kind == kind)
    #expect(org.calls.isEmpty)
    await org.stop()
  }

  @Test(
    arguments: [
      ("https://login.salesforce.com", nil, "https://acme.my.salesforce.com", "https://acme.my.salesforce.com"),
      ("https://login.salesforce.com/", nil, "https://na139.salesforce.com/", "https://na139.salesforce.com"),
      (
        "https://acme--uat.sandbox.my.salesforce.com", nil, "https://acme--uat.sandbox.my.salesforce.com",
        "https://acme--uat.sandbox.my.salesforce.com"
      ),
      ("https://test.salesforce.com", nil, "https://acme.lightning.force.com", "https://acme.lightning.force.com"),
      ("https://login.salesforce.com", nil, "https://evilsalesforce.com", nil),
      ("https://login.salesforce.com", nil, "https://salesforce.com.example.com", nil),
      ("https://login.salesforce.com", nil, "https://acme.my.salesforce.com:8443", nil),
      ("https://login.salesforce.com", nil, "https://192.0.2.1", nil),
      ("https://crm.example.com", nil, "https://crm.example.com", "https://crm.example.com"),
      ("https://crm.example.com", nil, "https://crm.example.com:8443", nil),
      ("https://crm.example.com", nil, "https://other.example.com", nil),
      ("https://crm.example.com", nil, "https://acme.my.salesforce.com", nil),
      ("https://crm.example.com", "https://api.example.com", "https://api.example.com", "https://api.example.com"),
      ("https://crm.example.com", "https://api.example.com", "https://crm.example.com", nil),
      ("https://login.salesforce.com", "https://acme.my.salesforce.com", "https://other.my.salesforce.com", nil),
    ] as [(String, String?, String, String?)])
  func `sends us to its own hosts only, or to the one that the connection names`(
    login: String, named: String?, answered: String, allowed: String?
  ) {
    let instance = SalesforceInstance(rules: Transport.Rules(), loginURL: login, named: named)
    let origin = try? instance.origin(answered)
    #expect(origin == allowed)
  }

  @Test func `that sends us to a strange host is told, and gets no token there`() async throws {
    let org = TestOrg(
      login: { _ in .json(#"{"access_token":"secret","instance_url":"https://example.com"}"#) },
      answer: { _ in .json(none) })
    let failure = try await failure(org)
    #expect(failure.kind == .auth && failure.message.contains("names the instance example.com"))
    #expect(failure.message.contains("instance: https://example.com") && !failure.message.contains("secret"))
    await org.stop()
  }

  @Test func `with an instance in an inner network goes nowhere`() async throws {
    let org = TestOrg(
      login: { _ in .json(#"{"access_token":"secret","instance_url":"https://169.254.169.254"}"#) },
      answer: { _ in .json(none) })
    let failure = try await failure(org)
    #expect(failure.kind == .auth && !failure.message.contains("secret"))
    await org.stop()
  }

  @Test(arguments: ["", "no key", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"])
  func `with no key tells so, and nothing of the key`(key: String) async throws {
    let org = TestOrg(key: key) { _ in .json(none) }
    let failure = try await failure(org)
    #expect(failure.kind == .auth && failure.message.contains("no RSA key") && !failure.message.contains("c2Vj"))
    #expect(org.server.received.isEmpty)
    await org.stop()
  }

  @Test(arguments: ["", "62", "../..", "62.0/x", "v62.0", "1111.0"])
  func `with a version that is none is not tried`(version: String) async throws {
    let org = TestOrg(version: version) { _ in .json(none) }
    #expect(try await failure(org).kind == .auth)
    #expect(org.server.received.isEmpty)
    await org.stop()
  }
}

import CryptoExtras
import Foundation
import Testing

@Suite("Signing in to the sandbox", .timeLimit(.minutes(2)))
struct LoginTests {
  @Test("a signed assertion gets a token, the address and the user's own id")
  func token() async throws {
    let sandbox = try RunningSandbox()
    let answer = try sandbox.login(try await sandbox.assertion())
    #expect(answer.status == 200)
    #expect(answer.object["token_type"] as? String == "Bearer")
    #expect(answer.object["instance_url"] as? String == sandbox.base)
    #expect(answer.object["expires_in"] == nil)
    let user = try #require((answer.object["id"] as? String)?.split(separator: "/").last)
    #expect(user.hasPrefix("005") && user.count == 18)
    for name in ["access_token", "issued_at", "signature"] { #expect(answer.object[name] is String, "\(name)") }
  }

  @Test("each wrong assertion is refused with Salesforce's own error")
  func refusals() async throws {
    let sandbox = try RunningSandbox()
    let stranger = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    let now = Date().timeIntervalSince1970
    let cases: [(String, String)] = [
      (try await sandbox.assertion { $0.iss = "another" }, "invalid_client_id"),
      (try await sandbox.assertion { $0.sub = "nobody@example.com" }, "invalid_grant"),
      (try await sandbox.assertion { $0.aud = "https://example.com" }, "invalid_grant"),
      (try await sandbox.assertion { $0.exp = now - 5 }, "invalid_grant"),
      (try await sandbox.assertion { $0.exp = now + 600 }, "invalid_grant"),
      (try await sandbox.assertion(key: stranger), "invalid_grant"), ("x.y.z", "invalid_grant"),
    ]
    for (assertion, error) in cases {
      let answer = try sandbox.login(assertion)
      #expect(answer.status == 400)
      #expect(answer.object["error"] as? String == error)
      #expect(answer.object["error_description"] is String)
    }
  }

  @Test("a call without a token, with a wrong one or with one that was ended is refused with 401")
  func sessions() async throws {
    let sandbox = try RunningSandbox()
    let session = try await sandbox.session()
    #expect(try session.call("GET", "/limits").status == 200)
    for token in ["", "wrong"] {
      let answer = try Session(sandbox: sandbox, token: token).call("GET", "/limits")
      #expect(answer.status == 401)
      #expect(
        answer.items.first as? [String: String] == [
          "message": "Session expired or invalid", "errorCode": "INVALID_SESSION_ID",
        ])
    }
    #expect(try sandbox.control("POST", "expire-sessions").object["expired"] as? Int == 1)
    #expect(try session.call("GET", "/limits").code == "INVALID_SESSION_ID")
    #expect(try await sandbox.session().call("GET", "/limits").status == 200)
  }

  @Test("a session dies at its age")
  func age() async throws {
    let sandbox = try RunningSandbox(seed: RunningSandbox.seed, "--session-seconds", "1")
    let session = try await sandbox.session()
    #expect(try session.call("GET", "/limits").status == 200)
    try await Task.sleep(for: .milliseconds(1100))
    #expect(try session.call("GET", "/limits").status == 401)
  }
}

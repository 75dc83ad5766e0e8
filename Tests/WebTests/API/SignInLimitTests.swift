import FEEL
import Foundation
import Hummingbird
import Service
import Store
import Testing

@testable import Web

/// What the door does when sign-ins fail.
@Suite("Sign-ins that fail", .timeLimit(.minutes(2)))
struct SignInLimitTests {
  @Sendable private static func ask(_ port: Int, _ token: String) throws -> (status: Int, text: String)? {
    let connection = try RawConnection(port: port)
    connection.send("GET /v1/records HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(token)\r\n\r\n")
    return try connection.answer()
  }

  @Sendable private static func signIn(_ port: Int, _ token: String) throws -> (status: Int, text: String)? {
    let connection = try RawConnection(port: port)
    let body = "credential=\(token)"
    connection.send(
      "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    return try connection.answer()
  }

  @Test("the same wrong token again and again is told to wait, and the right one is not, from the same address too")
  func backoff() async throws {
    let application = try await TestDoor.application()
    let right = try await application.makeToken(for: "rina", name: "test").token
    try await withServing { told in
      try await TestDoor.make(application: application, whenRunning: told).run()
    } _: { port in
      try await onThread {
        for (ask, digit) in [(Self.ask, "0"), (Self.signIn, "1")] {
          let wrong = "sct_" + String(repeating: digit, count: 64)
          for _ in 0..<5 { #expect(try ask(port, wrong)?.status == 401) }
          // The sixth is still looked at, and those that follow are not.
          for _ in 0..<3 {
            let refused = try #require(try ask(port, wrong))
            #expect(refused.status == 429)
            #expect(refused.text.lowercased().contains("retry-after: "))
            #expect(!refused.text.contains(wrong))
          }
          #expect(try Self.ask(port, right)?.status == 200)
        }
        // Guesses that all begin differently are told to wait too.
        var statuses: [Int] = []
        for number in 0..<70 {
          statuses.append(try Self.ask(port, "sct_\(1000 + number)\(UUID().uuidString)")?.status ?? 0)
        }
        #expect(Set(statuses) == [401, 429] && statuses.last == 429)
        #expect(try Self.ask(port, right)?.status == 200)
      }
    }
    await TestDoor.discard(application)
  }

  @Test("however many fail, the audit chain gets one line, with where they came from and without any token")
  func audit() async throws {
    let application = try await TestDoor.application()
    let before = try await application.store.read { try $0.auditHead().number }
    for number in 0..<300 {
      _ = try? await application.person(token: "sct_\(10_000 + number)secret", from: "203.0.113.\(number % 3)")
    }
    await application.reportFailedSignIns()
    await application.reportFailedSignIns()
    let entries = try await application.store.read { try $0.audit(after: before, limit: 10) }
    #expect(entries.map(\.action) == ["sign-in.failed"])
    let number = try #require(entries.first?.number)
    let told = try JSON.parse(try #require(try await application.store.read { try $0.auditPayload(number) }))
    #expect(told["failures"]?.number == 300)
    #expect(told["addresses"]?.number == 3)
    #expect(told["busiest"]?.items?.first?["failures"]?.number == 100)
    #expect(!String(decoding: told.bytes, as: UTF8.self).contains("secret"))
    await TestDoor.discard(application)
  }
}

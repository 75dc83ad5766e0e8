import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Testing

@testable import Web

/// What the door does with what is not, or not yet, a whole request.
@Suite("Connections and bodies", .timeLimit(.minutes(5)))
struct ConnectionTests {
  private func serving(
    _ configuration: WebConfiguration = WebConfiguration(port: 0), _ work: @Sendable @escaping (Int) throws -> Void
  ) async throws {
    try await withServing(configuration) { port in try await onThread { try work(port) } }
  }

  private static func signIn(_ length: Int) -> String {
    "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: \(length)\r\n\r\n"
  }

  @Test("a webhook from an unknown source is refused before its body is there")
  func unknownSource() async throws {
    try await serving { port in
      let connection = try RawConnection(port: port)
      connection.send("POST /v1/webhooks/nobody HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n")
      let answer = try connection.answer()
      #expect(answer?.status == 404)
      #expect(answer?.text.contains("no-source") == true)
    }
  }

  @Test("a head that does not come to an end closes the connection, even if a byte comes now and then")
  func slowHead() async throws {
    try await serving(WebConfiguration(port: 0, headSeconds: 1)) { port in
      let silent = try RawConnection(port: port)
      let slow = try RawConnection(port: port)
      let began = ContinuousClock.now
      slow.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n")
      var isOpen = true
      while isOpen, ContinuousClock.now - began < .seconds(45) {
        isOpen = slow.send("X-Slow: 1\r\n")
        usleep(100_000)
      }
      #expect(!isOpen)
      #expect(try silent.answer() == nil)
      #expect(ContinuousClock.now - began < .seconds(45))
    }
  }

  @Test("a body that does not come to an end closes the connection, even if a byte comes now and then")
  func slowBody() async throws {
    try await serving(WebConfiguration(port: 0, bodySeconds: 1)) { port in
      let connection = try RawConnection(port: port)
      let began = ContinuousClock.now
      connection.send(Self.signIn(1000))
      var isOpen = true
      while isOpen, ContinuousClock.now - began < .seconds(45) {
        isOpen = connection.send("x")
        usleep(100_000)
      }
      #expect(!isOpen)
      // Others are served as ever, and one connection can be used again and again.
      let other = try RawConnection(port: port)
      for _ in 0..<3 {
        other.send(Self.signIn(11) + "credential=")
        #expect(try other.answer()?.status == 422)
      }
    }
  }

  @Test("bodies that are not finished are held up to a limit over all of them; what comes beyond is told to come later")
  func budget() async throws {
    try await serving(WebConfiguration(port: 0, requestLimit: 65_536, mostOpenBodyBytes: 100_000)) { port in
      func unfinished() throws -> RawConnection {
        let connection = try RawConnection(port: port)
        connection.send(Self.signIn(60_000) + String(repeating: "x", count: 59_000))
        return connection
      }
      var first = try unfinished()
      // Until it is held, the other one fits, and of two that are on their way either may be refused.
      var refused: (status: Int, text: String)?
      for _ in 0..<50 where refused?.status != 503 || first.isAnswered {
        if first.isAnswered { first = try unfinished() }
        let second = try RawConnection(port: port)
        second.send(Self.signIn(60_000) + String(repeating: "x", count: 60_000))
        refused = try second.answer()
      }
      #expect(refused?.status == 503)
      #expect(refused?.text.lowercased().contains("retry-after: 5") == true)
      // Whoever is signed in has a limit of their own, and what is finished is let go.
      let third = try RawConnection(port: port)
      third.send(Self.signIn(11) + "credential=")
      #expect(try third.answer()?.status == 422)
      first.send(String(repeating: "x", count: 1000))
      #expect(try first.answer()?.status == 422)
      let fourth = try RawConnection(port: port)
      fourth.send(Self.signIn(60_000) + String(repeating: "x", count: 60_000))
      #expect(try fourth.answer()?.status == 422)
    }
  }

  @Test("a request without Host, with two, or with one that is no host, is refused with 400")
  func host() async throws {
    try await serving { port in
      for (path, hosts) in [
        ("/healthz", ""), ("/healthz", "Host: a\r\nHost: a\r\n"), ("/sign-in", "Host: a\r\nhost: b\r\n"),
        ("/v1/records", "Host: a b\r\n"), ("/nothing", "Host: <script>\r\n"),
      ] {
        let connection = try RawConnection(port: port)
        connection.send("GET \(path) HTTP/1.1\r\n\(hosts)\r\n")
        let answer = try connection.answer()
        #expect(answer?.status == 400, "\(path) \(hosts)")
      }
      let right = try RawConnection(port: port)
      right.send("GET /healthz HTTP/1.1\r\nhost: sales.example.com:8484\r\n\r\n")
      #expect(try right.answer()?.status == 200)
    }
  }

  @Test("the character U+0000 in a header is refused")
  func nulInHeader() async throws {
    try await serving { port in
      let connection = try RawConnection(port: port)
      connection.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nDevice: a\u{0}b\r\n\r\n")
      let answer = try connection.answer()
      #expect(answer == nil || answer?.status == 400)
    }
  }

  @Test("a connection that was accepted while the server stopped, so that nobody takes it, is closed")
  func untaken() async throws {
    let setup = DoorConnection.Setup(http: HTTP1Channel { _, _, _ in })
    let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let listener = try await ServerBootstrap(group: threads)
      .childChannelInitializer { setup.setup(channel: $0, logger: Logger(label: "test")).map { _ in } }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(listener.localAddress?.port)
    try await onThread {
      let connection = try RawConnection(port: port)
      #expect(try connection.answer() == nil)
    }
    try await listener.close().get()
    try await threads.shutdownGracefully()
  }
}

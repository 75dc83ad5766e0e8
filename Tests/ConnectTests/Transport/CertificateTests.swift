import Foundation
import Testing

@testable import Connect

/// A TLS server by the `openssl` command, with a certificate that only we know.
private final class TLSServer {
  let certificate: String
  let port: String
  private let process = Process()
  private let folder: URL

  /// Nil: there is no such command here.
  init?(_ arguments: [String] = []) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "connect-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem").path()
    let key = folder.appending(path: "key.pem").path()
    let make = Process()
    make.executableURL = URL(filePath: "/usr/bin/env")
    make.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
      "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
    ]
    make.standardError = FileHandle.nullDevice
    try make.run()
    make.waitUntilExit()
    guard make.terminationStatus == 0 else { return nil }

    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate, "-key", key] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // "ACCEPT 127.0.0.1:45123"
    var text = ""
    while !text.contains(/ACCEPT \S+:\d+\n/) {
      let chunk = output.fileHandleForReading.availableData
      if chunk.isEmpty { break }
      text += String(decoding: chunk, as: UTF8.self)
    }
    let line = text.split(separator: "\n").last { $0.hasPrefix("ACCEPT") } ?? ""
    port = String(line.split(separator: ":").last ?? "").trimmingCharacters(in: .whitespaces)
  }

  func stop() {
    // The test runner has its children ignore the polite signal.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}

private let hasOpenSSL = ["/usr/bin/openssl", "/usr/local/bin/openssl"].contains {
  FileManager.default.isExecutableFile(atPath: $0)
}

@Suite("Certificates", .enabled(if: hasOpenSSL, "the command openssl is not here: TLS is not tested"), .serialized)
struct CertificateTests {
  private func send(to server: TLSServer, host: String = "127.0.0.1", certificate: String?) async throws -> Int {
    let transport = Transport(rules: Transport.Rules(allowInsecureLoopback: true, certificateFile: certificate))
    defer { transport.close() }
    let request = HTTPRequest(url: "https://\(host):\(server.port)/", timeoutMilliseconds: 5000)
    return try await transport.send(request).status
  }

  private func expectNoConnection(_ send: () async throws -> Int) async {
    let error = await #expect(throws: TransportError.self) { try await send() }
    guard case .cannotConnect = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `one that is trusted by its file is taken, for its own host only`() async throws {
    let server = try #require(try TLSServer())
    defer { server.stop() }
    #expect(try await send(to: server, certificate: server.certificate) == 200)
    await expectNoConnection { try await send(to: server, host: "localhost", certificate: server.certificate) }
  }

  @Test func `one that nobody vouches for is refused, and nothing is sent`() async throws {
    let server = try #require(try TLSServer())
    defer { server.stop() }
    await expectNoConnection { try await send(to: server, certificate: nil) }
    await expectNoConnection { try await send(to: server, certificate: "/nowhere.pem") }
  }

  @Test func `TLS below 1_2 is refused`() async throws {
    let server = try #require(try TLSServer(["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]))
    defer { server.stop() }
    await expectNoConnection { try await send(to: server, certificate: server.certificate) }
  }
}

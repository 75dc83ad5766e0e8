import Foundation
import Testing

@testable import Connect

@Suite("Which addresses may be called")
struct AddressRuleTests {
  enum Reach: Sendable { case everywhere, machine, network, never }

  static let addresses: [(String, Reach)] = [
    ("93.184.216.34", .everywhere), ("1.1.1.1", .everywhere), ("8.8.8.8", .everywhere), ("100.63.255.255", .everywhere),
    ("100.128.0.1", .everywhere), ("172.15.255.255", .everywhere), ("172.32.0.1", .everywhere),
    ("192.167.255.255", .everywhere), ("192.169.0.1", .everywhere), ("223.255.255.255", .everywhere),
    ("198.17.0.1", .everywhere), ("198.20.0.1", .everywhere), ("11.0.0.1", .everywhere),
    ("126.255.255.255", .everywhere),
    ("127.0.0.1", .machine), ("127.255.255.254", .machine), ("127.1.2.3", .machine),
    ("10.0.0.1", .network), ("10.255.255.255", .network), ("172.16.0.1", .network), ("172.31.255.255", .network),
    ("192.168.0.1", .network), ("192.168.255.255", .network), ("100.64.0.1", .network), ("100.127.255.255", .network),
    ("0.0.0.0", .never), ("0.1.2.3", .never), ("169.254.169.254", .never), ("169.254.0.1", .never),
    ("192.0.0.1", .never), ("192.0.2.1", .never), ("192.88.99.1", .never), ("198.18.0.1", .never),
    ("198.19.255.255", .never), ("198.51.100.1", .never), ("203.0.113.1", .never), ("224.0.0.1", .never),
    ("239.255.255.255", .never), ("240.0.0.1", .never), ("255.255.255.255", .never),
    ("2606:4700::1111", .everywhere), ("2a00:1450:4001::1", .everywhere), ("2001:4860:4860::8888", .everywhere),
    ("::1", .machine),
    ("fc00::1", .network), ("fdff:ffff::1", .network),
    ("::", .never), ("::2", .never), ("fe80::1", .never), ("febf::1", .never), ("fec0::1", .never), ("ff02::1", .never),
    ("100::1", .never), ("2001:db8::1", .never), ("2001::1", .never), ("2001:10::1", .never), ("3fff::1", .never),
    ("4000::1", .never),
    // IPv4 in other clothes: by the address within, and then only where a private host is allowed by name.
    ("::ffff:127.0.0.1", .network), ("::ffff:10.0.0.1", .network), ("::ffff:8.8.8.8", .network),
    ("::ffff:169.254.169.254", .never), ("::ffff:0.0.0.0", .never), ("::ffff:0:192.168.0.1", .network),
    ("::10.0.0.1", .network), ("::169.254.169.254", .never),
    ("64:ff9b::7f00:1", .network), ("64:ff9b::808:808", .network), ("64:ff9b::a9fe:a9fe", .never),
    ("64:ff9b:1::a00:1", .network), ("2002:7f00:1::", .network), ("2002:a9fe:a9fe::1", .never),
  ]

  @Test(arguments: addresses)
  func `are told from their numbers alone`(text: String, reach: Reach) throws {
    let kind = try #require(Self.kind(text))
    func isAllowed(plain: Bool = false, loopback: Bool = false, listed: Bool = false) -> Bool {
      kind.isAllowed(isPlain: plain, allowLoopback: loopback, isListed: listed)
    }
    #expect(isAllowed() == (reach == .everywhere))
    #expect(isAllowed(loopback: true) == (reach == .everywhere || reach == .machine))
    #expect(isAllowed(listed: true) == (reach != .never))
    // Without TLS only this machine, whatever is listed.
    #expect(isAllowed(plain: true, loopback: true, listed: true) == (reach == .machine))
    #expect(!isAllowed(plain: true, listed: true))
  }

  private static func kind(_ text: String) -> AddressKind? {
    if let kind = AddressKind(ipv4: text) { return kind }
    var address = in6_addr()
    guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
    return withUnsafeBytes(of: &address) { AddressKind(ipv6: $0) }
  }

  @Test func `of other families are never allowed`() {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let kind = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { AddressKind($0, length: 110) }
    }
    #expect(kind == .forbidden)
    #expect(AddressKind(ipv6: [1, 2, 3]) == .forbidden)
  }

  /// However a host is written, libcurl's reading of it meets the check on the socket.
  @Test(arguments: [
    "https://127.0.0.1/", "https://127.0.0.1:8443/x", "https://127.1/", "https://2130706433/", "https://0x7f.1/",
    "https://0x7f000001/", "https://017700000001/", "https://0/", "https://0.0.0.0/", "https://10.0.0.1/",
    "https://169.254.169.254/latest/meta-data/", "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/", "https://[64:ff9b::7f00:1]/", "https://[fd00::1]/", "https://[fe80::1]/",
    "https://localhost/", "https://LOCALHOST./", "https://192.168.1.1/", "https://100.64.0.1/",
    "https://%31%32%37.0.0.1/", "https://１２７.0.0.1/", "https://[fe80::1%25lo]/",
  ])
  func `an inner address is refused, however it is written`(url: String) async throws {
    let transport = Transport(rules: Transport.Rules())
    defer { transport.close() }
    let error = await #expect(throws: TransportError.self) { try await transport.send(HTTPRequest(url: url)) }
    switch error {
    case .refusedAddress(let text): #expect(!text.contains("169.254.169.254") || url.contains("169.254.169.254"))
    // Unreadable, or of a family that this machine has no network for, or a name that its resolver does not know.
    case .badAddress: #expect(url.contains("%") || url.contains("１"))
    case .cannotConnect: #expect(url.contains("[") || url.hasSuffix("./"))
    default: Issue.record("\(url): \(String(describing: error))")
    }
  }

  @Test(arguments: [
    "http://example.com/", "http://127.0.0.1/", "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/",
    "smb://example.com/x", "dict://example.com/", "example.com", "https://", "https://a b/",
    "https://user@example.com/",
    "https://user:word@example.com/", "", "//example.com/", "https://example.com/\r\nX: y", "https://exa\0mple.com/",
    "javascript:alert(1)", "https://[::1", "https://example.com:99999/",
    "https://" + String(repeating: "a", count: 20_000),
  ])
  func `what is not https to a host is refused before anything is looked up`(url: String) async throws {
    let transport = Transport(rules: Transport.Rules())
    defer { transport.close() }
    let error = await #expect(throws: TransportError.self) { try await transport.send(HTTPRequest(url: url)) }
    guard case .badAddress(let text) = error else {
      Issue.record("\(url): \(String(describing: error))")
      return
    }
    #expect(!text.contains("word"))
  }

  @Test(arguments: ["http://example.com/", "http://10.0.0.1/", "http://127.0.0.1.example.com/", "http://2130706433/x"])
  func `http is for this machine itself even where the sandbox is allowed`(url: String) throws {
    let rules = Transport.Rules(allowInsecureLoopback: true)
    // libcurl reads one number as an address, and then it is this machine's.
    if url.contains("2130706433") {
      #expect(try WebAddress(url, rules: rules).host == "127.0.0.1")
    } else {
      #expect(throws: TransportError.self) { try WebAddress(url, rules: rules) }
    }
  }

  @Test(arguments: [
    ("https://example.com", "https://example.com"), ("https://EXAMPLE.com/", "https://example.com"),
    ("https://example.com:8443", "https://example.com:8443"), ("http://127.0.0.1:80/", "http://127.0.0.1:80"),
  ])
  func `an origin is scheme, host and port`(url: String, origin: String) throws {
    let address = try WebAddress(url, rules: Transport.Rules(allowInsecureLoopback: true))
    #expect(address.origin?.lowercased() == origin)
  }

  @Test(arguments: ["https://example.com/path", "https://example.com/?q", "https://example.com//"])
  func `an address with a path is no origin`(url: String) throws {
    #expect(try WebAddress(url, rules: Transport.Rules()).origin == nil)
  }

  @Test func `a private host is called once the host is allowed by name`() async throws {
    // A server without TLS: the refusal is gone, the handshake fails.
    let server = LoopbackServer { _ in .answer() }
    defer { server.stop() }
    let transport = Transport(rules: Transport.Rules(allowedPrivateHosts: ["LocalHost"]))
    defer { transport.close() }
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(HTTPRequest(url: "https://localhost:\(server.port)/", timeoutMilliseconds: 1000))
    }
    guard case .cannotConnect = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}

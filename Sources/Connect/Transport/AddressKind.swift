internal import CCurl
internal import Glibc

/// What an address on the network belongs to, by the registries of special addresses (IANA, RFC 6890 and its kin).
enum AddressKind: Hashable, Sendable {
  /// Reachable from everywhere.
  case global
  /// This machine itself.
  case loopback
  /// A network of its own: RFC 1918, unique local IPv6, carrier-grade NAT.
  case inner
  /// IPv6 writing of an IPv4 address, or a tunnel to one; what the address within is.
  indirect case translated(AddressKind)
  /// Link-local, multicast, unspecified, benchmarks, documentation, and what nobody was given.
  case forbidden

  /// Four bytes of an IPv4 address.
  init(ipv4 a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) {
    switch (a, b, c) {
    case (127, _, _): self = .loopback
    case (10, _, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _): self = .inner
    // This network; link-local; protocol assignments; documentation; 6to4 relays; benchmarks; multicast; reserved.
    case (0, _, _), (169, 254, _), (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100),
      (203, 0, 113), (224...255, _, _):
      self = .forbidden
    default: self = .global
    }
  }

  /// An IPv4 address as four plain decimal numbers; nil: another text. No other form is read, and so none allowed.
  init?(ipv4 text: String) {
    var address = in_addr()
    guard inet_pton(AF_INET, text, &address) == 1 else { return nil }
    self = withUnsafeBytes(of: &address) { AddressKind(ipv4: $0[0], $0[1], $0[2], $0[3]) }
  }

  /// The sixteen bytes of an IPv6 address; fewer are forbidden.
  init(ipv6 bytes: some Collection<UInt8>) {
    let b = Array(bytes)
    guard b.count == 16 else {
      self = .forbidden
      return
    }
    let embedded = AddressKind(ipv4: b[12], b[13], b[14], b[15])
    let startsWithZeros = b[..<10].allSatisfy { $0 == 0 }
    switch (b[0], b[1]) {
    case (0, 0) where startsWithZeros && b[10] == 0 && b[11] == 0 && b[12] == 0 && b[13] == 0 && b[14] == 0:
      // ::1 is this machine; :: is nobody; the rest of them are old IPv4-compatible addresses.
      self = b[15] == 1 ? .loopback : .forbidden
    case (0, 0) where startsWithZeros && (b[10] == 0xFF && b[11] == 0xFF || b[10] == 0 && b[11] == 0):
      self = .translated(embedded)
    // IPv4-translated, ::ffff:0:a.b.c.d.
    case (0, 0) where b[..<8].allSatisfy { $0 == 0 } && b[8] == 0xFF && b[9] == 0xFF && b[10] == 0 && b[11] == 0:
      self = .translated(embedded)
    // NAT64: 64:ff9b::/96 and 64:ff9b:1::/48.
    case (0x00, 0x64) where b[2] == 0xFF && b[3] == 0x9B: self = .translated(embedded)
    // 6to4 carries its address behind the prefix.
    case (0x20, 0x02): self = .translated(AddressKind(ipv4: b[2], b[3], b[4], b[5]))
    // Teredo, benchmarks, ORCHID and documentation share 2001::/23 and 2001:db8::/32.
    case (0x20, 0x01) where b[2] < 2 || b[2] == 0x0D && b[3] == 0xB8: self = .forbidden
    case (0x3F, 0xFF) where b[2] & 0xF0 == 0: self = .forbidden
    case (0xFC...0xFD, _): self = .inner
    // Global unicast is 2000::/3; link-local, site-local, multicast and all else are not.
    case (0x20...0x3F, _): self = .global
    default: self = .forbidden
    }
  }

  /// The kind of a socket address; families other than IPv4 and IPv6 are forbidden.
  init(_ address: UnsafePointer<sockaddr>, length: Int) {
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      var inner = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
      self = withUnsafeBytes(of: &inner) { AddressKind(ipv4: $0[0], $0[1], $0[2], $0[3]) }
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      var inner = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self = withUnsafeBytes(of: &inner) { AddressKind(ipv6: $0) }
    default: self = .forbidden
    }
  }

  /// Whether a socket to such an address may be opened.
  /// - Parameters:
  ///   - isPlain: without TLS.
  ///   - isListed: the host is one of those that may be in an own network.
  func isAllowed(isPlain: Bool, allowLoopback: Bool, isListed: Bool) -> Bool {
    switch self {
    case .loopback: allowLoopback || isListed && !isPlain
    case .global: !isPlain
    case .inner: isListed && !isPlain
    case .translated(let kind):
      kind != .forbidden && isListed && !isPlain
    case .forbidden: false
    }
  }
}

internal import CCurl

/// An address that the rules allow to be asked, as libcurl itself reads it: what is checked is what is called.
struct WebAddress: Sendable {
  /// Normalized, without fragment.
  let url: String
  /// In small letters; an IPv6 address without its brackets.
  let host: String
  /// Without TLS: allowed to this machine itself only.
  let isPlain: Bool

  init(_ text: String, rules: Transport.Rules) throws(TransportError) {
    guard text.utf8.count <= 16_384, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .badAddress("an address has at most 16,384 characters, and no blanks or characters beyond ASCII")
    }
    guard let parts = curl_url() else { throw .cannotConnect("no memory for an address") }
    defer { curl_url_cleanup(parts) }
    guard curl_url_set(parts, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER | CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK
    else { throw .badAddress("the address cannot be read, or has a user name in it") }
    guard let scheme = Self.part(CURLUPART_SCHEME, of: parts),
      let host = Self.part(CURLUPART_HOST, of: parts)?.lowercased(),
      !host.isEmpty
    else { throw .badAddress("the address names no host") }
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    isPlain = scheme == "http"
    switch scheme {
    case "https": break
    case "http" where rules.allowInsecureLoopback && Self.namesLoopback(self.host): break
    case "http" where rules.allowInsecureLoopback:
      throw .badAddress("http is allowed to this machine itself only; use https to \(host)")
    default: throw .badAddress("\(scheme) is not allowed; use https to \(host)")
    }
    curl_url_set(parts, CURLUPART_FRAGMENT, nil, 0)
    guard let url = Self.part(CURLUPART_URL, of: parts) else { throw .badAddress("the address cannot be read") }
    self.url = url
  }

  /// Scheme, host and port, without a slash at the end; nil if the address has a path or a query.
  var origin: String? {
    let base = url.hasSuffix("/") ? String(url.dropLast()) : url
    guard let start = base.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let rest = base[start...].dropFirst(3)
    return rest.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ? nil : base
  }

  /// Whether a host is written as this machine itself. A name that only resolves to it is not: somebody else's
  /// name server would choose what we call without TLS.
  private static func namesLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    return AddressKind(ipv4: host) == .loopback
  }

  private static func part(_ part: CURLUPart, of parts: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(parts, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}

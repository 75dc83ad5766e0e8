/// Where a device's server is: `https://stagecraft.example`, or `http://127.0.0.1:8484` on the same machine.
public struct ServerAddress: Sendable, Equatable {
  /// Scheme, host, port and path, without a slash at the end.
  public let text: String
  /// In small letters; an IPv6 address without its brackets.
  public let host: String

  /// - Throws: `DeviceError.badAddress`.
  public init(_ given: String) throws(DeviceError) {
    guard !given.isEmpty, given.utf8.count <= 2000, given.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .badAddress(
        "the server's address must have 1 to 2,000 characters, and no blanks or characters beyond ASCII")
    }
    guard let colon = given.firstIndex(of: ":"), given[colon...].hasPrefix("://") else {
      throw .badAddress("\(given) is no address of a server. Write it like https://stagecraft.example.")
    }
    let scheme = given[..<colon].lowercased()
    let rest = given[colon...].dropFirst(3)
    if rest.contains(where: { "?#@\\".contains($0) }) {
      throw .badAddress("\(scheme)://... has more than host, port and path. Write it like https://stagecraft.example.")
    }
    let authority = rest.prefix { $0 != "/" }
    let host =
      authority.hasPrefix("[")
      ? authority.dropFirst().prefix { $0 != "]" }.lowercased() : authority.prefix { $0 != ":" }.lowercased()
    guard !host.isEmpty else { throw .badAddress("\(given) names no host. Write it like https://stagecraft.example.") }
    switch scheme {
    case "https": break
    case "http" where Self.isLoopback(host): break
    case "http":
      throw .badAddress(
        "\(given) is not encrypted, so everybody on the way could read the answers and the token. Use https://\(rest).")
    default: throw .badAddress("\(given) is neither https nor http. Write it like https://stagecraft.example.")
    }
    self.host = host
    var text = scheme + "://" + rest
    while text.hasSuffix("/") { text.removeLast() }
    self.text = text
  }

  /// The address of something on the server.
  ///
  /// - Parameter path: begins with a slash.
  public func url(_ path: String) -> String { text + path }

  /// Whether a host is written as this machine itself.
  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}

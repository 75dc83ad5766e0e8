internal import HTTPTypes

/// The cookie that keeps the session's token.
struct SessionCookie: Sendable {
  /// Whether browsers come over https: then the cookie never leaves by plain http, and no other host can set it.
  var isSecure: Bool

  var name: String { isSecure ? "__Host-stagecraft" : "stagecraft" }

  /// The token of a request's cookie.
  func token(in headers: HTTPFields) -> String? {
    for header in headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, String(parts[0]).trimmed == name else { continue }
        return String(parts[1]).trimmed
      }
    }
    return nil
  }

  func setting(_ token: String, seconds: Int64) -> String {
    "\(name)=\(token); Path=/; Max-Age=\(max(seconds, 0)); HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
  }

  var clearing: String { setting("", seconds: 0) }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}

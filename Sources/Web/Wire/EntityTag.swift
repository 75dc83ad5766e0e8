internal import Cryptography
internal import FoundationEssentials
internal import HTTPTypes

/// A strong entity tag, with its quotes.
struct EntityTag: Sendable {
  var text: String

  init(_ text: String) { self.text = text }

  init(of bytes: [UInt8]) { text = "\"" + Hexadecimal.text(SHA256.hash(data: bytes).prefix(16)) + "\"" }

  /// Whether a request's `If-None-Match` names this tag.
  func isNamed(in headers: HTTPFields) -> Bool {
    guard let named = headers[.ifNoneMatch] else { return false }
    return named.split(separator: ",").contains { item in
      var item = item.drop { $0 == " " }
      while item.last == " " { item.removeLast() }
      if item.hasPrefix("W/") { item = item.dropFirst(2) }
      return item == "*" || item == text[...]
    }
  }

  /// The reply with this tag, or 304 where the one who asks has it already.
  func reply(to headers: HTTPFields, _ reply: Reply, caching: String) -> Reply {
    var reply = reply
    if isNamed(in: headers) { reply = Reply(status: 304, type: nil, body: []) }
    reply.headers[.eTag] = text
    reply.headers[.cacheControl] = caching
    return reply
  }
}

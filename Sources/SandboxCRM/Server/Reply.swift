/// What is sent back.
struct Reply: Sendable {
  var status: Int
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []
  /// Where the connection is cut, if it is.
  var cut: Cut?

  enum Cut: Sendable {
    /// In the place of an answer.
    case beforeAnswer
    /// After a status, headers and a first part of the body.
    case withinAnswer
  }

  init(_ status: Int, headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = headers
  }

  init(_ status: Int, _ json: JSONValue) {
    self.status = status
    headers = [("Content-Type", "application/json;charset=UTF-8")]
    body = json.bytes
  }

  init(_ status: Int, html: String) {
    self.status = status
    headers = [("Content-Type", "text/html;charset=UTF-8")]
    body = Array(html.utf8)
  }

  init(_ failure: APIFailure) { self.init(failure.status, failure.json) }

  /// No answer, or half of one.
  static func cut(_ place: Cut) -> Reply {
    var reply = Reply(0)
    reply.cut = place
    return reply
  }
}

/// What is sent back.
struct Reply: Sendable {
  var status: Int
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []
  /// The connection is cut in the place of an answer.
  var isCut = false

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

  /// No answer at all.
  static let cut = {
    var reply = Reply(0)
    reply.isCut = true
    return reply
  }()
}

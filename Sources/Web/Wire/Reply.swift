internal import FEEL
internal import HTTPTypes

/// What a route answers.
struct Reply: Sendable {
  var status: Int
  var type: String?
  var body: [UInt8]
  var headers: HTTPFields

  init(status: Int = 200, type: String?, body: [UInt8], headers: HTTPFields = [:]) {
    self.status = status
    self.type = type
    self.body = body
    self.headers = headers
  }

  static let jsonType = "application/json"

  static func json(_ json: JSON, status: Int = 200) -> Reply {
    Reply(status: status, type: jsonType, body: json.bytes)
  }

  /// Done, and nothing to say.
  static let done = Reply(status: 204, type: nil, body: [])

  /// Led on to another page of ours after a form.
  static func seeOther(_ path: LocalPath) -> Reply {
    Reply(status: 303, type: nil, body: [], headers: [.location: path.text])
  }

  static func page(_ html: HTML, status: Int = 200) -> Reply {
    Reply(
      status: status, type: "text/html; charset=utf-8", body: Array("<!doctype html>\n".utf8) + Array(html.text.utf8))
  }
}

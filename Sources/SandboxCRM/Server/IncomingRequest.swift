/// A request as the sandbox works with it: whole, and free of the server library, so that a composite request can
/// make its parts into requests of their own.
struct IncomingRequest: Sendable {
  /// From 1, in order of arrival; 0 for the control plane.
  var number: Int
  var method: String
  /// As it came, without the query.
  var path: String
  /// The parts of the path, percent-decoded.
  var segments: [String]
  /// Names and values, decoded.
  var query: [(name: String, value: String)]
  /// Names in lower case.
  var headers: [(name: String, value: String)]
  var body: [UInt8]

  init(
    number: Int, method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]
  ) {
    self.number = number
    self.method = method
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(halves.first ?? "")
    segments = path.split(separator: "/").map { Self.decode($0, plusIsSpace: false) }
    query = halves.count > 1 ? Self.form(halves[1]) : []
    self.headers = headers
    self.body = body
  }

  /// The first header of this name (in lower case).
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The first value of this name in the query.
  func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

  /// Reads `application/x-www-form-urlencoded`.
  static func form(_ text: Substring) -> [(name: String, value: String)] {
    text.split(separator: "&").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decode(halves[0], plusIsSpace: true), halves.count > 1 ? decode(halves[1], plusIsSpace: true) : "")
    }
  }

  private static func decode(_ text: Substring, plusIsSpace: Bool) -> String {
    var bytes: [UInt8] = []
    let encoded = Array(text.utf8)
    var at = 0
    while at < encoded.count {
      if encoded[at] == UInt8(ascii: "%"), at + 2 < encoded.count,
        let byte = UInt8(String(decoding: encoded[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        at += 3
      } else {
        bytes.append(plusIsSpace && encoded[at] == UInt8(ascii: "+") ? UInt8(ascii: " ") : encoded[at])
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

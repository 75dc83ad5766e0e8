import Foundation
import Glibc

/// One HTTP/1.1 exchange on loopback over a connection of its own, so that nothing is ever sent again behind a test's
/// back.
enum HTTP {
  struct Answer {
    var status: Int
    var headers: [String: String]
    var body: Data
    /// Seconds from connecting to the last byte.
    var took: Double

    var text: String { String(decoding: body, as: UTF8.self) }
    var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)) as? [String: Any] ?? [:]
    }
    func list(_ name: String) -> [[String: Any]] { object[name] as? [[String: Any]] ?? [] }
    /// The code of a problem (RFC 9457).
    var code: String? { object["code"] as? String }
  }

  enum Failure: Error {
    case cannotConnect(Int32)
    case tooLate
    case cut
  }

  static func exchange(
    port: Int, _ method: String, _ target: String, headers: [(String, String)] = [], body: Data? = nil,
    seconds: Int = 30
  ) throws -> Answer {
    let began = Date()
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(connection, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure.cannotConnect(errno) }
    var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if body != nil || method != "GET", !headers.contains(where: { $0.0 == "Content-Length" }) {
      head += "Content-Length: \(body?.count ?? 0)\r\n"
    }
    write(connection, Array((head + "\r\n").utf8) + Array(body ?? Data()))
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count > 0 {
        received += buffer[..<count]
        if var answer = answer(received) {
          answer.took = Date().timeIntervalSince(began)
          return answer
        }
      } else if count < 0, errno == EAGAIN {
        throw Failure.tooLate
      } else {
        throw Failure.cut
      }
    }
  }

  /// Sends as much as the other side takes, until it has taken all or answers.
  private static func write(_ connection: Int32, _ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      var waiting = pollfd(fd: connection, events: Int16(POLLIN | POLLOUT), revents: 0)
      if poll(&waiting, 1, 30_000) <= 0 || Int32(waiting.revents) & POLLIN != 0 { return }
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count <= 0 { return }
      sent += count
    }
  }

  /// The answer, once it is whole.
  private static func answer(_ bytes: [UInt8]) -> Answer? {
    guard let end = Data(bytes).firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let parts = lines[0].split(separator: " ")
    guard parts.count > 1, let status = Int(parts[1]) else { return nil }
    var body = bytes[end.upperBound...]
    if headers["transfer-encoding"] == "chunked" {
      guard let whole = unchunked(body) else { return nil }
      body = whole
    } else {
      let length = headers["content-length"].flatMap { Int($0) } ?? 0
      guard body.count >= length else { return nil }
      body = body.prefix(length)
    }
    return Answer(status: status, headers: headers, body: Data(body), took: 0)
  }

  /// A body in chunks put together; nil: its last chunk is not there yet.
  private static func unchunked(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = bytes
    var whole: [UInt8] = []
    while let line = rest.firstIndex(of: 10) {
      let digits = String(decoding: rest[rest.startIndex..<line], as: UTF8.self).trimmingCharacters(in: .whitespaces)
      guard let size = Int(digits.trimmingCharacters(in: .controlCharacters), radix: 16) else { return nil }
      let start = line + 1
      if size == 0 { return whole[...] }
      guard rest.endIndex >= start + size + 2 else { return nil }
      whole += rest[start..<start + size]
      rest = rest[(start + size + 2)...]
    }
    return nil
  }
}

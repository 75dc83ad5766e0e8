import Foundation
import Glibc

/// One HTTP/1.1 exchange over a connection of its own, so that nothing is ever sent again behind a test's back.
enum Wire {
  struct Answer {
    var status: Int
    var headers: [String: String]
    var body: Data

    var text: String { String(decoding: body, as: UTF8.self) }
    var json: Any? { try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed) }
    var object: [String: Any] { json as? [String: Any] ?? [:] }
    var items: [[String: Any]] { json as? [[String: Any]] ?? [] }
    /// The error code of a refusal.
    var code: String? { items.first?["errorCode"] as? String }
  }

  enum Failure: Error, Equatable {
    case cannotConnect
    /// The connection ended with so many bytes of an answer.
    case cut(bytes: Int)
    case tooLate
  }

  /// Sends a request and reads the whole answer, `seconds` long at most.
  static func exchange(
    port: Int, method: String, target: String, headers: [String: String] = [:], body: Data? = nil, seconds: Int = 20
  ) throws -> Answer {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure.cannotConnect }
    var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    head += "Content-Length: \(body?.count ?? 0)\r\n\r\n"
    let bytes = Array(head.utf8) + Array(body ?? Data())
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { break }
      sent += count
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count > 0 {
        received += buffer[..<count]
        if let answer = answer(received) { return answer }
      } else if count < 0, errno == EAGAIN {
        throw Failure.tooLate
      } else {
        throw Failure.cut(bytes: received.count)
      }
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
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    guard bytes.count >= end.upperBound + length, let status = Int(lines[0].split(separator: " ")[1]) else {
      return nil
    }
    return Answer(status: status, headers: headers, body: Data(bytes[end.upperBound..<end.upperBound + length]))
  }
}

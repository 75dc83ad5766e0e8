import Foundation
import Glibc

/// Takes webhooks on a port of its own, and answers them with the statuses in turn.
struct WebhookReceiver {
  struct Failure: Error {}

  struct Request {
    var headers: [String: String]
    var body: Data
  }

  let port: Int
  private let listener: Int32
  private let statuses: [Int]

  init(statuses: [Int]) throws {
    self.statuses = statuses
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (listener, size) = (self.listener, length)
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
    }
    guard bound == 0, listen(listener, 8) == 0 else { throw Failure() }
    withUnsafeMutablePointer(to: &address) { pointer in
      _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &length) }
    }
    port = Int(in_port_t(bigEndian: address.sin_port))
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  /// One request for each status; fewer when ten seconds pass without one.
  func receive() throws -> [Request] {
    defer { close(listener) }
    var requests: [Request] = []
    for status in statuses {
      let connection = accept(listener, nil, nil)
      if connection < 0 { break }
      defer { close(connection) }
      var limit = timeval(tv_sec: 10, tv_usec: 0)
      setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
      var bytes = Data()
      var buffer = [UInt8](repeating: 0, count: 65_536)
      var request: Request?
      while request == nil {
        let count = recv(connection, &buffer, buffer.count, 0)
        if count <= 0 { break }
        bytes.append(contentsOf: buffer[..<count])
        request = Self.request(bytes)
      }
      guard let request else { throw Failure() }
      requests.append(request)
      let answer = Array("HTTP/1.1 \(status) Said\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
      _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
    }
    return requests
  }

  private static func request(_ bytes: Data) -> Request? {
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    var headers: [String: String] = [:]
    for line in String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n").dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let body = bytes[end.upperBound...]
    guard let length = headers["content-length"].flatMap({ Int($0) }), body.count >= length else { return nil }
    return Request(headers: headers, body: Data(body.prefix(length)))
  }
}

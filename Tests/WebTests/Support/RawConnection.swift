import Foundation
import Glibc

/// A connection on loopback on which a test sends exactly the bytes that it likes, when it likes.
final class RawConnection {
  struct Failure: Error {}

  private let descriptor: Int32

  /// - Parameter seconds: the longest that anything is waited for.
  init(port: Int, seconds: Int = 60) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if connected != 0 { throw Failure() }
  }

  deinit { close(descriptor) }

  /// - Returns: whether the other side took all of it.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Whether there is something to be read, or the connection was closed.
  var isAnswered: Bool {
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) >= 0
  }

  /// The status and all text of the next answer; nil: the connection was closed without one.
  ///
  /// - Throws: `Failure` where neither happens in time.
  func answer() throws -> (status: Int, text: String)? {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0, errno == EAGAIN { throw Failure() }
      if count > 0 { received += buffer[..<count] }
      let text = String(decoding: received, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n"),
        let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
      {
        let length = text.firstMatch(of: /content-length: (\d+)/.ignoresCase()).flatMap { Int($0.output.1) } ?? 0
        if count <= 0 || text[end.upperBound...].utf8.count >= length { return (status, text) }
      }
      if count <= 0 { return nil }
    }
  }
}

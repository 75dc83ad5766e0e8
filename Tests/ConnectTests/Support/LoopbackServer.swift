import Foundation
import Synchronization

/// A server of raw TCP on loopback whose answers a test writes byte by byte. It knows just enough of HTTP/1.1 to find
/// the end of a request, and keeps connections open unless an answer says otherwise.
final class LoopbackServer: Sendable {
  struct Received: Sendable {
    var method: String
    var target: String
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
    var text: String { String(decoding: body, as: UTF8.self) }
    /// The path, and the query as a person wrote it.
    var path: String { String(target.prefix { $0 != "?" }) }
    var query: String? {
      target.split(separator: "?", maxSplits: 1).dropFirst().first
        .flatMap { $0.replacing("+", with: " ").removingPercentEncoding }
    }
  }

  /// What the server does after a request, in order.
  enum Step: Sendable {
    case send([UInt8])
    case wait(milliseconds: Int)
    /// Ends the connection properly.
    case close
    /// Ends it so that the client sees a reset.
    case reset
  }

  /// Keeps a listening socket until the last reference goes.
  private struct State {
    var received: [Received] = []
    var connections = 0
    var isStopped = false
  }

  let port: UInt16
  private let listener: Int32
  private let state = Mutex(State())
  private let answer: @Sendable (Received) -> [Step]

  var address: String { "http://127.0.0.1:\(port)" }
  var received: [Received] { state.withLock { $0.received } }
  var connections: Int { state.withLock { $0.connections } }

  init(_ answer: @escaping @Sendable (Received) -> [Step]) {
    self.answer = answer
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        precondition(bind(listener, address, length) == 0 && listen(listener, 64) == 0, "no loopback socket")
        getsockname(listener, address, &length)
      }
    }
    self.listener = listener
    port = UInt16(bigEndian: place.sin_port)
    let thread = Thread { [self] in acceptAll() }
    thread.start()
  }

  /// Ends the server; connections end with their next request.
  func stop() { state.withLock { $0.isStopped = true } }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  private func acceptAll() {
    defer { close(listener) }
    // A server that a test forgot ends by itself.
    let end = Date(timeIntervalSinceNow: 120)
    while !isStopped, Date() < end {
      var entry = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, 50) > 0 else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      state.withLock { $0.connections += 1 }
      let thread = Thread { [self] in serve(connection) }
      thread.start()
    }
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var buffer: [UInt8] = []
    while !isStopped, let request = next(connection, &buffer) {
      state.withLock { $0.received.append(request) }
      for step in answer(request) {
        switch step {
        case .send(let bytes):
          if !write(bytes, to: connection) { return }
        case .wait(let milliseconds): usleep(UInt32(milliseconds) * 1000)
        case .close: return
        case .reset:
          var linger = linger(l_onoff: 1, l_linger: 0)
          setsockopt(
            connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
          return
        }
      }
    }
  }

  private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The next whole request; nil: the client is gone.
  private func next(_ connection: Int32, _ buffer: inout [UInt8]) -> Received? {
    while true {
      if let (request, length) = Self.request(in: buffer) {
        buffer.removeFirst(length)
        return request
      }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = recv(connection, &chunk, chunk.count, 0)
      if count <= 0 { return nil }
      buffer += chunk.prefix(count)
    }
  }

  private static func request(in buffer: [UInt8]) -> (Received, Int)? {
    let blank = Array("\r\n\r\n".utf8)
    guard let end = buffer.indices.first(where: { buffer[$0...].starts(with: blank) }) else { return nil }
    let lines = String(decoding: buffer[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    let headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return (name: String(parts[0]), value: parts.dropFirst().joined().trimmingCharacters(in: .whitespaces))
    }
    let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
    guard words.count == 3, buffer.count >= end + 4 + length else { return nil }
    let body = Array(buffer[(end + 4)..<(end + 4 + length)])
    return (Received(method: words[0], target: words[1], headers: headers, body: body), end + 4 + length)
  }
}

extension [LoopbackServer.Step] {
  /// A whole answer with its length.
  static func answer(_ status: Int = 200, _ headers: [String] = [], _ body: String = "") -> Self {
    let lines = ["HTTP/1.1 \(status) Whatever"] + headers + ["Content-Length: \(body.utf8.count)", "", body]
    return [.send([UInt8](lines.joined(separator: "\r\n").utf8))]
  }

  /// An answer without a body.
  static func empty(_ status: Int, _ headers: [String] = []) -> Self {
    // 204 must not have a length.
    let length = status == 204 ? [] : ["Content-Length: 0"]
    let lines = ["HTTP/1.1 \(status) Whatever"] + headers + length + ["", ""]
    return [.send([UInt8](lines.joined(separator: "\r\n").utf8))]
  }

  static func json(_ text: String, status: Int = 200, headers: [String] = []) -> Self {
    .answer(status, ["Content-Type: application/json;charset=UTF-8"] + headers, text)
  }

  static func raw(_ text: String, then step: LoopbackServer.Step) -> Self { [.send([UInt8](text.utf8)), step] }
}

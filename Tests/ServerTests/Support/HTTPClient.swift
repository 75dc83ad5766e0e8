import Foundation

/// Plain HTTP/1.1 to a port of this machine: one connection a request, every wait bounded, nothing sent twice.
enum HTTPClient {
  struct Answer {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: Data

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
    var text: String { String(decoding: body, as: UTF8.self) }
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
  }

  /// No whole answer came.
  struct NoAnswer: Error, CustomStringConvertible {
    var description: String
  }

  static func send(
    _ method: String, port: Int, _ path: String, headers: [String: String] = [:], body: Data? = nil,
    seconds: Double = 20
  ) throws -> Answer {
    let deadline = Date().addingTimeInterval(seconds)
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard file >= 0 else { throw NoAnswer(description: "no socket") }
    defer { close(file) }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = in_port_t(UInt16(port)).bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw NoAnswer(description: "no connection: \(String(cString: strerror(errno)))") }
    var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if let body {
      if headers["Content-Type"] == nil { head += "Content-Type: application/json\r\n" }
      head += "Content-Length: \(body.count)\r\n"
    }
    try write(Data((head + "\r\n").utf8) + (body ?? Data()), to: file, until: deadline)
    return try answer(try readAll(file, until: deadline))
  }

  private static func write(_ data: Data, to file: Int32, until deadline: Date) throws {
    var rest = data[...]
    while !rest.isEmpty {
      try wait(file, for: POLLOUT, until: deadline)
      let count = rest.withUnsafeBytes { Foundation.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw NoAnswer(description: "not sent: \(String(cString: strerror(errno)))") }
      rest = rest.dropFirst(count)
    }
  }

  private static func readAll(_ file: Int32, until deadline: Date) throws -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      try wait(file, for: POLLIN, until: deadline)
      let count = recv(file, &buffer, buffer.count, 0)
      if count == 0 { return data }
      guard count > 0 else { throw NoAnswer(description: "cut: \(String(cString: strerror(errno)))") }
      data.append(contentsOf: buffer[..<count])
    }
  }

  private static func wait(_ file: Int32, for event: Int32, until deadline: Date) throws {
    var place = pollfd(fd: file, events: Int16(event), revents: 0)
    let left = deadline.timeIntervalSinceNow
    guard left > 0, poll(&place, 1, Int32(left * 1000) + 1) > 0 else { throw NoAnswer(description: "the time ran out") }
  }

  private static func answer(_ data: Data) throws -> Answer {
    guard let end = data.range(of: Data("\r\n\r\n".utf8)) else { throw NoAnswer(description: "no head came") }
    let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw NoAnswer(description: "no status came")
    }
    let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }
    var answer = Answer(status: status, headers: headers, body: Data(data[end.upperBound...]))
    if answer.header("Transfer-Encoding")?.lowercased() == "chunked" {
      answer.body = try unchunked(answer.body)
    } else if let length = answer.header("Content-Length").flatMap({ Int($0) }), answer.body.count != length {
      throw NoAnswer(description: "\(answer.body.count) of \(length) bytes came")
    }
    return answer
  }

  private static func unchunked(_ data: Data) throws -> Data {
    var (rest, whole) = (data[...], Data())
    while let line = rest.range(of: Data("\r\n".utf8)) {
      guard let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16) else { break }
      if size == 0 { return whole }
      guard rest.distance(from: line.upperBound, to: rest.endIndex) >= size + 2 else { break }
      whole.append(rest[line.upperBound..<(line.upperBound + size)])
      rest = rest[(line.upperBound + size + 2)...]
    }
    throw NoAnswer(description: "the chunks ended too early")
  }
}

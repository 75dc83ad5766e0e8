/// One request to another program's server.
public struct HTTPRequest: Sendable {
  /// A method name of capital letters: `GET`, `PATCH`.
  public var method: String
  /// An absolute address, `https://...`.
  public var url: String
  /// In the order in which they are sent. Names are tokens; values hold no line breaks.
  public var headers: [(name: String, value: String)]
  /// Nil: no body at all; empty: a body of no bytes.
  public var body: [UInt8]?
  /// For the whole transfer, waiting for a free connection included.
  public var timeoutMilliseconds: Int

  /// A request without a body unless one is given.
  public init(
    method: String = "GET", url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil,
    timeoutMilliseconds: Int = 30_000
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeoutMilliseconds = timeoutMilliseconds
  }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible {
  /// Method and address without the query; headers and body hold secrets and stay out of every log.
  public var description: String { "\(method) \(url.prefix { $0 != "?" })" }
  /// The same as `description`.
  public var debugDescription: String { description }
}

/// The whole answer to an `HTTPRequest`.
public struct HTTPAnswer: Sendable {
  /// The status code; a redirect is an answer like any other, nobody follows it.
  public let status: Int
  /// In the order in which they came, without those of interim (1xx) answers.
  public let headers: [(name: String, value: String)]
  /// Decompressed.
  public let body: [UInt8]

  /// An answer as it came, for a transport of tests as well.
  public init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of that name, in any case.
  public func header(_ name: String) -> String? {
    let wanted = name.lowercased()
    return headers.first { $0.name.lowercased() == wanted }?.value
  }
}

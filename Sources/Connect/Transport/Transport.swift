/// HTTP requests to other programs' servers, by libcurl on one thread of its own.
///
/// https only, TLS 1.2 or newer with the certificate checked; no redirect is followed and no proxy of the environment is
/// used; inner addresses are refused when the socket is opened, so a name that resolves to one does not help either.
public final class Transport: Sendable {
  /// What may be asked, and what an answer may cost.
  public struct Rules: Sendable {
    /// Permits http and https to loopback addresses (the sandbox).
    public var allowInsecureLoopback: Bool
    /// Host names that may resolve to private addresses (a CRM in the own network). Link-local addresses, where
    /// clouds keep their machines' secrets, are never allowed.
    public var allowedPrivateHosts: [String]
    /// A file of certificates (PEM) to trust instead of the system's.
    public var certificateFile: String?
    /// The most bytes that an answer's body may have, after decompression.
    public var bodyLimit: Int
    /// For finding the host, connecting and TLS.
    public var connectTimeoutMilliseconds: Int
    /// How long a connection that nobody used is still used again. The default is below the idle time of common load
    /// balancers, so that we rarely write into a connection that they closed.
    public var idleSeconds: Int

    /// Rules that allow https to public addresses only.
    public init(
      allowInsecureLoopback: Bool = false, allowedPrivateHosts: [String] = [], certificateFile: String? = nil,
      bodyLimit: Int = 8 << 20, connectTimeoutMilliseconds: Int = 5000,
      idleSeconds: Int = 50
    ) {
      self.allowInsecureLoopback = allowInsecureLoopback
      self.allowedPrivateHosts = allowedPrivateHosts
      self.certificateFile = certificateFile
      self.bodyLimit = bodyLimit
      self.connectTimeoutMilliseconds = connectTimeoutMilliseconds
      self.idleSeconds = idleSeconds
    }
  }

  /// What this transport allows; fixed for its life.
  public let rules: Rules
  private let loop: TransportLoop

  /// Starts the thread; it ends with `close()` or with the last reference to the transport.
  public init(rules: Rules = Rules()) {
    self.rules = rules
    loop = TransportLoop(rules: rules)
    loop.start()
  }

  deinit { loop.close() }

  /// Sends a request and waits for the whole answer, whatever its status. Cancelling the task ends the transfer.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPAnswer {
    let address = try WebAddress(request.url, rules: rules)
    try request.checkForm()
    let transfer = Transfer(request, address)
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        transfer.wait(continuation)
        loop.add(transfer)
      }
    } onCancel: {
      loop.cancel(transfer)
    }
    return try result.get()
  }

  /// Ends all transfers as cancelled and waits for the thread. Requests after it are cancelled at once.
  public func close() { loop.close() }
}

extension HTTPRequest {
  /// Refuses what would write a second header or request on the wire.
  fileprivate func checkForm() throws(TransportError) {
    guard !method.isEmpty, method.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw .badAddress("the method of the request is no method name")
    }
    for (name, value) in headers {
      guard !name.isEmpty, name.utf8.allSatisfy(Self.isToken), value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
      else { throw .badAddress("a header of the request has a name or a value that no header may have") }
    }
  }

  /// RFC 9110 §5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

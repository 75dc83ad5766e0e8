/// How the door to the network is set up.
public struct WebConfiguration: Sendable {
  /// The address to listen at.
  public var host: String
  /// The port to listen at; 0: any that is free.
  public var port: Int
  /// How browsers reach the pages, e.g. `https://stagecraft.example.com`; nil: over plain http at host and port. Over
  /// https the session cookie is kept from plain http.
  public var publicURL: String?
  /// Most bytes of a submission or of a record to decide.
  public var submissionLimit: Int
  /// Most bytes of a webhook.
  public var webhookLimit: Int
  /// Most bytes of any other request.
  public var requestLimit: Int
  /// Whether `/metrics` is answered without a token to who asks from this machine itself (never through a proxy).
  public var servesMetricsToLoopback: Bool
  /// Seconds after which a silent connection is closed.
  public var idleSeconds: Int

  public init(
    host: String = "127.0.0.1", port: Int = 8484, publicURL: String? = nil, submissionLimit: Int = 1_048_576,
    webhookLimit: Int = 1_048_576, requestLimit: Int = 65_536, servesMetricsToLoopback: Bool = false,
    idleSeconds: Int = 60
  ) {
    self.host = host
    self.port = port
    self.publicURL = publicURL
    self.submissionLimit = submissionLimit
    self.webhookLimit = webhookLimit
    self.requestLimit = requestLimit
    self.servesMetricsToLoopback = servesMetricsToLoopback
    self.idleSeconds = idleSeconds
  }

  /// Whether browsers come over https.
  var isSecure: Bool { publicURL?.hasPrefix("https://") ?? false }
}

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
  /// Seconds after which a silent connection is closed, and the most between two requests.
  public var idleSeconds: Int
  /// Seconds from connecting to the whole head of the first request.
  public var headSeconds: Int
  /// Seconds from the head of a request to the end of its body.
  public var bodySeconds: Int
  /// The most bytes of bodies that are held at the same time for those who are signed in.
  public var mostBodyBytes: Int
  /// The same for everybody else: webhooks, and people who sign in.
  public var mostOpenBodyBytes: Int
  /// The most connections at the same time; more wait until one is closed.
  public var mostConnections: Int

  /// A door on this machine only, with limits for a server of moderate size.
  public init(
    host: String = "127.0.0.1", port: Int = 8484, publicURL: String? = nil, submissionLimit: Int = 1_048_576,
    webhookLimit: Int = 1_048_576, requestLimit: Int = 65_536, servesMetricsToLoopback: Bool = false,
    idleSeconds: Int = 60, headSeconds: Int = 10, bodySeconds: Int = 30, mostBodyBytes: Int = 134_217_728,
    mostOpenBodyBytes: Int = 33_554_432, mostConnections: Int = 4096
  ) {
    self.host = host
    self.port = port
    self.publicURL = publicURL
    self.submissionLimit = submissionLimit
    self.webhookLimit = webhookLimit
    self.requestLimit = requestLimit
    self.servesMetricsToLoopback = servesMetricsToLoopback
    self.idleSeconds = idleSeconds
    self.headSeconds = headSeconds
    self.bodySeconds = bodySeconds
    self.mostBodyBytes = mostBodyBytes
    self.mostOpenBodyBytes = mostOpenBodyBytes
    self.mostConnections = mostConnections
  }

  /// Whether browsers come over https.
  var isSecure: Bool { publicURL?.hasPrefix("https://") ?? false }
}

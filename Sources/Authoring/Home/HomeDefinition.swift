/// What `stagecraft.yaml` of a home says; see `HomeReader` for the file. Secrets are never in it, only the files that
/// hold them.
public struct HomeDefinition: Sendable, Equatable {
  /// One CRM that records come from and results go to.
  public struct Connection: Sendable, Equatable {
    /// One record kind of the playbook as the CRM has it.
    public struct Object: Sendable, Equatable {
      public var kind: String
      public var object: String
      /// Nil: records of this kind have no stage in the CRM.
      public var stageField: String?
      public var ownerField: String
    }

    public var name: String
    public var login: String
    /// The only address that the login may send us to; nil: see `HomeReader`.
    public var instance: String?
    public var clientID: String
    public var user: String
    public var keyFile: String
    public var version: String
    public var allowInsecureLoopback: Bool
    public var allowedPrivateHosts: [String]
    public var certificateFile: String?
    public var pollSeconds: Int
    public var batch: Int
    /// How long one call may take.
    public var timeoutSeconds: Int
    /// The first wait after a failure, milliseconds; nil: the worker's own.
    public var firstRetryMilliseconds: Int?
    /// The longest wait between tries, milliseconds; nil: the worker's own.
    public var longestRetryMilliseconds: Int?
    /// Whether answers become rows of their own beside the JSON.
    public var answersAsRows: Bool
    public var objects: [Object]
  }

  /// Where the CRM tells us of its changes.
  public struct Webhook: Sendable, Equatable {
    public var name: String
    public var connection: String
    public var secretFiles: [String]
  }

  public var host = "127.0.0.1"
  public var port = 8484
  public var publicURL: String?
  /// Whether `/metrics` is answered without a token to who asks from this machine.
  public var metricsOnLoopback = false
  /// For how many days a new token is valid if nothing else is said; nil: until it is revoked.
  public var tokenDays: Int? = 365
  public var connections: [Connection] = []
  public var webhooks: [Webhook] = []

  public init() {}

  /// The address and port of a text like `127.0.0.1:8484`; nil where it is none. `localhost` is 127.0.0.1, whatever the
  /// machine's own table of hosts calls so: what listens there must be found by who asks that address.
  public static func address(_ text: String) -> (host: String, port: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let port = Int(parts[1]), (0...65_535).contains(port) else { return nil }
    return (parts[0].lowercased() == "localhost" ? "127.0.0.1" : String(parts[0]), port)
  }
}

/// What `stagecraft.yaml` of a home says; see `HomeReader` for the file. Secrets are never in it, only the files that
/// hold them.
public struct HomeDefinition: Sendable, Equatable {
  /// One CRM that records come from and results go to.
  public struct Connection: Sendable, Equatable {
    /// One record kind of the playbook as the CRM has it.
    public struct Object: Sendable, Equatable {
      /// The playbook's name of the kind.
      public var kind: String
      /// The CRM's name of the object: `Opportunity`.
      public var object: String
      /// Nil: records of this kind have no stage in the CRM.
      public var stageField: String?
      /// The field with the owner's id.
      public var ownerField: String
    }

    /// What commands and webhooks call it.
    public var name: String
    /// Where to sign in: `https://login.salesforce.com`.
    public var login: String
    /// The only address that the login may send us to; nil: see `HomeReader`.
    public var instance: String?
    /// The consumer key of the connected app.
    public var clientID: String
    /// The integration user's name.
    public var user: String
    /// A file with the RSA key of the connected app, relative to the home; mode 0600.
    public var keyFile: String
    /// The version of the CRM's API: `62.0`.
    public var version: String
    /// Whether http to this machine itself is allowed, for a sandbox.
    public var allowInsecureLoopback: Bool
    /// Hosts that may have addresses of a private network.
    public var allowedPrivateHosts: [String]
    /// A file of certificates (PEM) to trust instead of the system's; nil: the system's.
    public var certificateFile: String?
    /// How often changes are asked for.
    public var pollSeconds: Int
    /// Results of one write.
    public var batch: Int
    /// How long one call may take.
    public var timeoutSeconds: Int
    /// The first wait after a failure, milliseconds; nil: the worker's own.
    public var firstRetryMilliseconds: Int?
    /// The longest wait between tries, milliseconds; nil: the worker's own.
    public var longestRetryMilliseconds: Int?
    /// Whether answers become rows of their own beside the JSON.
    public var answersAsRows: Bool
    /// The kinds of records that the connection carries.
    public var objects: [Object]
  }

  /// Where the CRM tells us of its changes.
  public struct Webhook: Sendable, Equatable {
    /// The last part of its address: `/v1/webhooks/NAME`.
    public var name: String
    /// The connection whose rows it speaks of.
    public var connection: String
    /// Files with one secret each; two while a secret is being rotated.
    public var secretFiles: [String]
  }

  /// The address to listen at.
  public var host = "127.0.0.1"
  /// The port to listen at; 0: any that is free.
  public var port = 8484
  /// How browsers reach the pages; nil: over plain http at host and port.
  public var publicURL: String?
  /// Whether `/metrics` is answered without a token to who asks from this machine.
  public var metricsOnLoopback = false
  /// For how many days a new token is valid if nothing else is said; nil: until it is revoked.
  public var tokenDays: Int? = 365
  /// By name, as the file has them.
  public var connections: [Connection] = []
  /// By name, as the file has them.
  public var webhooks: [Webhook] = []

  /// What holds where the file says nothing.
  public init() {}

  /// The address and port of a text like `127.0.0.1:8484`; nil where it is none. `localhost` is 127.0.0.1, whatever the
  /// machine's own table of hosts calls so: what listens there must be found by who asks that address.
  public static func address(_ text: String) -> (host: String, port: Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let port = Int(parts[1]), (0...65_535).contains(port) else { return nil }
    return (parts[0].lowercased() == "localhost" ? "127.0.0.1" : String(parts[0]), port)
  }
}

internal import Synchronization

/// All that the sandbox holds while it runs.
final class Sandbox: Sendable {
  struct Settings: Sendable {
    /// The consumer key that a login must name.
    var clientID: String
    /// The username that a login must name.
    var user: String
    /// A login's audience that is taken beside the sandbox's own address.
    var audience: String?
    /// After so many milliseconds a session is dead.
    var sessionAge: Int64?
    /// Calls a day.
    var dailyLimit: Int
  }

  let settings: Settings
  let database: Mutex<Database>
  let sessions: Sessions
  let faults = FaultQueue()
  let requests = RequestLog()
  let cursors = QueryCursors()
  let webhooks: WebhookSender
  let logins: LoginVerifier?
  /// The id of the organization itself.
  let organization = RecordID(prefix: "00D", number: 1)
  /// The user as whom the API signs in.
  let integrationUser: RecordID
  /// Milliseconds since 1970.
  let now: @Sendable () -> Int64

  private let port = Mutex(0)
  private let down = Mutex(false)

  init(
    settings: Settings, database: Database, integrationUser: RecordID, logins: LoginVerifier?,
    webhooks: WebhookSender, now: @escaping @Sendable () -> Int64
  ) {
    self.settings = settings
    self.database = Mutex(database)
    self.integrationUser = integrationUser
    self.logins = logins
    self.webhooks = webhooks
    self.now = now
    sessions = Sessions(age: settings.sessionAge)
  }

  /// Whether every request to the services is cut at once.
  var isDown: Bool {
    get { down.withLock { $0 } }
    set { down.withLock { $0 = newValue } }
  }

  /// Set once the sandbox listens.
  var listeningPort: Int {
    get { port.withLock { $0 } }
    set { port.withLock { $0 = newValue } }
  }

  /// `http://127.0.0.1:` and the port.
  var baseURL: String { "http://127.0.0.1:\(listeningPort)" }
}

internal import FEEL
internal import Synchronization

/// The connector to Salesforce's REST interface.
public final class SalesforceConnector: Connector {
  /// Calls of the last 24 hours against those that the org may make, by the CRM's latest word; nil before it.
  public var budget: (used: Int, limit: Int)? { lastBudget.withLock { $0 } }

  /// The integration user's id; nil before the first login.
  public var identity: String? {
    get async { await session.identity }
  }

  let settings: SalesforceSettings
  private let transport: Transport
  private let session: SalesforceSession
  private let now: @Sendable () -> Int64
  private let lastBudget = Mutex<(used: Int, limit: Int)?>(nil)

  /// - Parameter now: epoch milliseconds UTC.
  public init(_ settings: SalesforceSettings, now: @escaping @Sendable () -> Int64) {
    var settings = settings
    settings.batchLimit = min(max(1, settings.batchLimit), 200)
    self.settings = settings
    self.now = now
    transport = Transport(rules: settings.rules)
    session = SalesforceSession(settings, transport: transport, now: now)
  }

  /// Ends the transport's thread; calls that are under way fail.
  public func close() async { transport.close() }

  /// Signs in, if that has not happened yet.
  func signIn() async throws(ConnectorFailure) { _ = try await session.current() }

  /// Calls the org and answers whatever has a status of success; everything else is a failure by the table.
  ///
  /// A session that is over is renewed once and the call repeated: the CRM refused it before looking at it.
  /// - Parameter path: behind `/services/data/vNN.N`, or from the root if it begins with `/services/`.
  func call(
    _ method: String, _ path: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil
  ) async throws(ConnectorFailure) -> HTTPAnswer {
    var login = try await session.current()
    var answer = try await send(method, path, headers, body, login)
    if answer.status == 401 {
      login = try await session.current(without: login.token)
      answer = try await send(method, path, headers, body, login)
    }
    guard (200...299).contains(answer.status) else {
      throw SalesforceFailures.failure(of: answer, isWrite: method != "GET", now: now())
    }
    return answer
  }

  private func send(
    _ method: String, _ path: String, _ headers: [(name: String, value: String)], _ body: [UInt8]?,
    _ login: SalesforceSession.Login
  ) async throws(ConnectorFailure) -> HTTPAnswer {
    let whole = path.hasPrefix("/services/") ? path : "/services/data/v\(settings.version)\(path)"
    var all = [(name: "Authorization", value: "Bearer \(login.token)"), (name: "Accept", value: "application/json")]
    if body != nil { all.append((name: "Content-Type", value: "application/json")) }
    let request = HTTPRequest(
      method: method, url: login.instance + whole, headers: all + headers, body: body,
      timeoutMilliseconds: settings.requestTimeoutMilliseconds)
    do throws(TransportError) {
      let answer = try await transport.send(request)
      note(answer.header("Sforce-Limit-Info"))
      return answer
    } catch {
      throw SalesforceFailures.failure(of: error, isWrite: method != "GET")
    }
  }

  /// `api-usage=10018/100000`, perhaps among other limits.
  private func note(_ header: String?) {
    guard let header else { return }
    for part in header.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
      guard part.hasPrefix("api-usage=") else { continue }
      let numbers = part.dropFirst(10).split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let used = numbers[0], let limit = numbers[1] else { continue }
      lastBudget.withLock { $0 = (used, limit) }
    }
  }

  /// A call whose answer is JSON; another page is a failure, whatever its status says.
  func json(
    _ method: String, _ path: String, body: [UInt8]? = nil
  ) async throws(ConnectorFailure) -> (answer: HTTPAnswer, json: JSON) {
    let answer = try await call(method, path, body: body)
    guard let json = try? JSON.parse(answer.body) else {
      throw SalesforceFailures.strange(answer, isWrite: method != "GET")
    }
    return (answer, json)
  }

  /// All rows of a query, page by page, up to `limit`.
  /// - Parameter withDeleted: rows in the recycle bin too.
  func query(
    _ query: String, withDeleted: Bool = false, limit: Int = 100_000
  ) async throws(ConnectorFailure) -> [JSON] {
    var path = (withDeleted ? "/queryAll?q=" : "/query?q=") + SOQL.escaped(query)
    var rows: [JSON] = []
    while true {
      let (answer, page) = try await json("GET", path)
      guard let records = page["records"]?.items, let isDone = page["done"]?.boolean else {
        throw SalesforceFailures.strange(answer, isWrite: false)
      }
      rows += records
      if isDone || rows.count >= limit { return rows }
      // Our token goes where this leads: within the interface of the org only. An empty page would never end.
      guard let next = page["nextRecordsUrl"]?.text?.string, next.hasPrefix("/services/data/"), !records.isEmpty else {
        throw SalesforceFailures.strange(answer, isWrite: false)
      }
      path = next
    }
  }
}

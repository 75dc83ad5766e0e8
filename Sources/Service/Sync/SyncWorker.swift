internal import Connect
internal import FEEL
internal import Logging
internal import Sales
public import ServiceLifecycle
internal import Store

/// Carries effects into the CRMs and their changes in, each connection by itself: a dead CRM slows neither the others
/// nor a rep's request.
///
/// At least once with keys that make twice the same as once: what may have been carried out before is read back first.
public struct SyncWorker: ServiceLifecycle.Service {
  let application: Application
  let settings: WorkerSettings

  /// A worker for all connections of the application that can be reached.
  public init(_ application: Application, settings: WorkerSettings = WorkerSettings()) {
    self.application = application
    self.settings = settings
  }

  /// Works until it is cancelled, one task for each connection; a connection that fails is tried again.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        for connection in application.connections {
          guard let lane = SyncLane(application, connection, settings) else { continue }
          group.addTask { await lane.run() }
        }
        await group.waitForAll()
      }
    }
  }

  /// Works until nothing is left that can be done now: polls each CRM, processes its hints and sends what waits.
  ///
  /// - Parameter rounds: at most so many, so that it ends.
  /// - Returns: how many effects were carried out.
  @discardableResult
  public func runOnce(rounds: Int = 1000) async -> Int {
    var done = 0
    for connection in application.connections {
      guard let lane = SyncLane(application, connection, settings) else { continue }
      await lane.poll()
      for _ in 0..<rounds {
        let inbox = await lane.processInbox()
        let results = await lane.pushResults()
        let stages = await lane.pushStages()
        let fields = await lane.pushFields()
        done += results.done + stages.done + fields.done
        if inbox + results.claimed + stages.claimed + fields.claimed == 0 { break }
      }
    }
    return done
  }
}

/// What one look at the queue came to.
struct SyncProgress {
  var claimed = 0
  var done = 0
}

/// The work with one CRM.
struct SyncLane: Sendable {
  let application: Application
  let connection: Connection
  let connector: any Connector
  let settings: WorkerSettings
  let memory = LaneMemory()

  /// Nil: this process cannot speak to that CRM.
  init?(_ application: Application, _ connection: Connection, _ settings: WorkerSettings) {
    guard let connector = connection.connector else { return nil }
    self.application = application
    self.connection = connection
    self.connector = connector
    var settings = settings
    if let first = connection.firstDelay { settings.firstDelay = first }
    if let longest = connection.longestDelay { settings.longestDelay = longest }
    self.settings = settings
  }

  var time: any TimeSource { application.time }

  /// Clocks that are kept in step go back by less than this, in milliseconds.
  static let clockTolerance: Int64 = 60_000

  /// Until it is cancelled.
  func run() async {
    var nextPoll: Int64 = 0
    var latest = time.now()
    while !Task.isCancelled {
      let signals = application.wake.count
      let now = time.now()
      if now < latest - Self.clockTolerance {
        application.logger.warning("the clock was set back", metadata: metadata(["milliseconds": "\(latest - now)"]))
        _ = await store { try application.endWaits(beyond: now, now: now, in: $0) }
        nextPoll = now
      }
      latest = now
      if await isPaused() {
        try? await Task.sleep(for: .milliseconds(200))
        continue
      }
      if time.now() >= nextPoll {
        await poll()
        nextPoll = time.now() + connection.pollMilliseconds
      }
      let inbox = await processInbox()
      let results = await pushResults()
      let stages = await pushStages()
      let fields = await pushFields()
      await measure()
      if inbox + results.claimed + stages.claimed + fields.claimed == 0 {
        await application.wake.wait(after: signals, milliseconds: settings.idle)
      }
    }
  }

  private func isPaused() async -> Bool {
    let state = try? await application.store.read { try $0.connectionState(connection.name) }
    return (state?.pausedUntil).map { $0 > time.now() } ?? false
  }

  private func measure() async {
    guard memory.isTimeToMeasure(time.now()),
      let view = try? await application.syncStatus().first(where: { $0.name == connection.name })
    else { return }
    application.measures.queue(
      connection: connection.name, waiting: view.waiting + view.claimed, dead: view.dead,
      oldestSeconds: view.oldestUnsent.map { (time.now() - $0) / 1000 } ?? 0)
  }

  /// Writes that must not be lost by a passing failure of the store; the claim's lease covers what is lost after all.
  func store<Result: Sendable>(_ body: @escaping @Sendable (StoreTransaction) throws -> Result) async -> Result? {
    switch await attempt(body) {
    case .success(let result): return result
    case .failure(.store): return nil
    case .failure(.body(let error)):
      application.logger.error("the sync worker failed", metadata: metadata(["reason": "\(type(of: error))"]))
      return nil
    }
  }

  enum Trouble: Error {
    /// The store failed, five times in a row.
    case store
    /// The body threw, so that trying again does not help.
    case body(any Error)
  }

  /// Writes, again after a passing failure of the store.
  func attempt<Result: Sendable>(
    _ body: @escaping @Sendable (StoreTransaction) throws -> Result
  ) async -> Swift.Result<Result, Trouble> {
    for attempt in 0..<5 {
      do {
        return .success(try await application.store.write(body))
      } catch let error as StoreError {
        application.logger.error("the sync worker could not write", metadata: metadata(["reason": "\(error)"]))
        try? await Task.sleep(for: .milliseconds(100 << attempt))
      } catch {
        return .failure(.body(error))
      }
    }
    return .failure(.store)
  }

  /// The mapping of a kind under the playbook in force; nil: the connection does not carry that kind.
  ///
  /// - Throws: where the playbook cannot be read now or none is in force yet, which says nothing about the kind.
  func mapping(of kind: Text) async throws -> ObjectMapping? {
    let now = time.now()
    do {
      let loaded = try await application.store.read { try application.inForce(at: now, in: $0).loaded }
      if memory.isOver("playbook") { application.logger.notice("the playbook can be read again", metadata: metadata()) }
      return connection.mapping(of: kind, loaded)
    } catch {
      if memory.isNew("playbook") {
        let reason = (error as? ServiceError)?.message ?? "\(error)"
        application.logger.error(
          "the sync waits, since the playbook cannot be read", metadata: metadata(["reason": "\(reason)"]))
      }
      throw error
    }
  }

  /// What each line of the log about this connection says.
  func metadata(_ more: Logger.Metadata...) -> Logger.Metadata {
    more.reduce(["connection": "\(connection.name)"]) { $0.merging($1) { $1 } }
  }

  // MARK: - Failures

  /// A failure of the whole connection: pauses it, longer each time, as the CRM asks or by backoff.
  func paused(by failure: ConnectorFailure) async {
    application.measures.failure(failure.kind.rawValue)
    let now = time.now()
    let jitter = time.jitter()
    _ = await store { transaction in
      var state =
        try transaction.connectionState(connection.name) ?? ConnectionState(connection: connection.name, changedAt: now)
      // Wrong credentials and a used-up quota are no reason to send one by one.
      if failure.kind == .transient { state.failures += 1 }
      let delay: Int64
      switch failure.kind {
      case .auth: delay = max(failure.retryAfterMilliseconds ?? 0, settings.longestDelay)
      case .quota: delay = failure.retryAfterMilliseconds ?? min(60_000, settings.longestDelay)
      default:
        delay = failure.retryAfterMilliseconds ?? settings.delay(failures: state.failures, jitter: 500_000 + jitter / 2)
      }
      state.pausedUntil = now + delay
      state.reason = Text(failure.message)
      state.changedAt = now
      try transaction.saveConnectionState(state)
    }
    application.logger.warning(
      "the connection pauses",
      // The CRM's own words may quote a record; those without a code are ours.
      metadata: metadata(["class": "\(failure.kind.rawValue)", "reason": "\(failure.code ?? failure.message)"]))
  }

  /// The connection works: its failures are forgotten.
  func recovered() async {
    let now = time.now()
    @Sendable func hasFailed(_ state: ConnectionState?) -> Bool {
      state.map { $0.failures > 0 || $0.pausedUntil != nil } ?? false
    }
    if let state = try? await application.store.read({ try $0.connectionState(connection.name) }), !hasFailed(state) {
      return
    }
    let failures = await store { transaction -> Int? in
      guard var state = try transaction.connectionState(connection.name), hasFailed(state) else { return nil }
      let failures = state.failures
      state.failures = 0
      state.pausedUntil = nil
      state.reason = nil
      state.changedAt = now
      try transaction.saveConnectionState(state)
      return failures
    }
    if let failures = failures ?? nil {
      application.logger.notice("the connection works again", metadata: metadata(["failures": "\(failures)"]))
    }
  }

  /// Whether a failure is one of the connection, and not of one effect.
  static func isOfConnection(_ failure: ConnectorFailure) -> Bool {
    switch failure.kind {
    case .auth, .quota, .transient: true
    case .contention, .conflict, .gone, .person: false
    }
  }

  /// Whether the whole connection has been failing for some time: what fails now says nothing about one effect, and an
  /// outage of an hour must not end in dead letters.
  func isFailing() async -> Bool {
    let state = try? await application.store.read { try $0.connectionState(connection.name) }
    return (state?.failures ?? 0) >= settings.failuresBeforeSingles
  }

  /// What becomes of an effect that failed.
  ///
  /// - Parameter alone: whether the request carried this effect only and the connection worked otherwise, so that the
  ///   failure is its own.
  func ending(_ effect: Effect, _ failure: ConnectorFailure, alone: Bool) -> EffectResult {
    let failureClass = Text(failure.kind.rawValue)
    let code = failure.code.map { Text($0) }
    let message = Text(failure.message)
    switch failure.kind {
    case .gone, .person: return .dead(class: failureClass, code: code, message: message)
    case .auth, .quota:
      return .retry(
        notBefore: time.now() + (failure.retryAfterMilliseconds ?? settings.firstDelay), class: failureClass,
        code: code, message: message, outcomeUnknown: failure.outcomeUnknown, counts: false)
    case .contention, .conflict, .transient:
      // What was never sent, or failed in company, is no failure of this effect.
      let wasSent = failure.status != nil || failure.outcomeUnknown
      let counts = failure.kind != .transient || (alone && wasSent)
      if counts && effect.attempts >= settings.attempts {
        return .dead(class: failureClass, code: code, message: message)
      }
      let delay = settings.delay(failures: effect.attempts, jitter: time.jitter())
      return .retry(
        notBefore: time.now() + max(delay, failure.retryAfterMilliseconds ?? 0), class: failureClass, code: code,
        message: message, outcomeUnknown: failure.outcomeUnknown, counts: counts)
    }
  }
}

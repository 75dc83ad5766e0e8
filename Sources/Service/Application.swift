internal import FEEL
public import Logging
internal import Sales
public import Store
internal import Synchronization

/// All use cases of the service (design §4): each is a method, in the folder of its subject. It holds no state but
/// caches: everything that lasts is in the store, so that a killed process loses nothing that was acknowledged.
///
/// Every method that changes something does so in one transaction: all of it or nothing.
public final class Application: Sendable {
  /// Where everything lasts.
  public let store: Store
  /// Clock, ids and randomness.
  public let time: any TimeSource
  /// The CRMs that records come from and results go to.
  public let connections: [Connection]
  /// Whose hints are taken.
  public let webhooks: [WebhookSource]
  /// Who this process is, in leases and claims.
  public let holder: String
  let logger: Logger
  let shelf = PlaybookShelf()
  let dossiers = KnownDossiers()
  let wake = WakeSignal()
  let measures = Measures()
  let currentPlaybook = CurrentPlaybook()
  let knownPeople = KnownPeople()
  let failedSignIns = FailedSignIns()
  let directory = DirectoryWatch()
  let membership = Membership()
  let lastReadiness = Mutex<(readiness: Readiness, at: Int64)?>(nil)

  /// The use cases over a store; several may share one.
  public init(
    store: Store, time: any TimeSource, connections: [Connection] = [], webhooks: [WebhookSource] = [],
    logger: Logger
  ) {
    self.store = store
    self.time = time
    self.connections = connections
    self.webhooks = webhooks
    self.logger = logger
    holder = time.identifier()
  }
}

// MARK: - What use cases share

extension Application {
  /// One transaction; what the store cannot do now becomes `unavailable`.
  ///
  /// - Parameter once: the request whose answer is kept in this transaction.
  func writing<Result: Sendable>(
    once: IdempotentRequest<Result>? = nil, _ body: @escaping @Sendable (StoreTransaction) throws -> Result
  ) async throws(ServiceError) -> Result {
    do {
      guard let once else { return try await store.write(body) }
      return try await store.write { [self] transaction in
        let result = try body(transaction)
        try keep(result, to: once, in: transaction)
        return result
      }
    } catch {
      throw told(error)
    }
  }

  /// A consistent reading.
  ///
  /// - Parameter briefly: of what belongs to one record or one person.
  func reading<Result: Sendable>(
    briefly: Bool = false, _ body: @escaping @Sendable (StoreReading) throws -> Result
  ) async throws(ServiceError) -> Result {
    do { return try await store.read(briefly: briefly, body) } catch { throw told(error) }
  }

  private func told(_ error: any Error) -> ServiceError {
    if let error = error as? ServiceError { return error }
    if let error = error as? StoreError {
      logger.error("the store failed", metadata: ["reason": "\(error)"])
      var told = ServiceError(
        .unavailable, code: "store-unavailable",
        "The server cannot write or read its store now; nothing was lost. Try again later.")
      told.cause = error.description
      return told
    }
    if let error = error as? RecordError {
      return ServiceError(
        .conflict, code: "record-unreadable",
        "The stored record does not fit the playbook in force; correct it in the CRM or the playbook.",
        problems: error.problems.map(\.description))
    }
    logger.error("unexpected", metadata: ["reason": "\(type(of: error))"])
    return ServiceError(.unavailable, code: "unexpected", "The server failed unexpectedly; nothing was changed.")
  }

  /// Deny by default.
  func allow(_ person: Person, _ permission: Role.Permission) throws(ServiceError) {
    guard person.may(permission) else {
      throw ServiceError(
        .notAllowed, code: "not-allowed",
        "\(person.id) has the role \(person.role.rawValue), which may not do this (\(permission.rawValue)).")
    }
  }

  /// The playbook in force at an instant.
  ///
  /// - Throws: `ServiceError.notReady` where none is.
  func inForce(at instant: Int64, in reading: StoreReading) throws -> PlaybookInForce {
    guard let activation = try reading.playbookInForce(at: instant) else { throw Self.noPlaybook(at: instant) }
    return PlaybookInForce(loaded: try playbook(activation.version, in: reading), activation: activation)
  }

  static func noPlaybook(at instant: Int64) -> ServiceError {
    ServiceError(
      .notReady, code: "no-playbook",
      "No playbook is in force at \(Instant.text(instant)). Activate one with `stagecraft activate`.")
  }

  func playbook(_ version: String, in reading: StoreReading) throws -> LoadedPlaybook {
    try shelf.playbook(version: version) {
      guard let stored = try reading.playbook(version: version) else {
        throw ServiceError(.notReady, code: "no-playbook", "The playbook \(version.prefix(12)) is not stored here.")
      }
      return stored.document
    } earlier: { definition in
      try earlierAssessments(of: definition, in: reading)
    }
  }

  /// Versions of a playbook's assessments that only earlier playbooks define: what was answered under them is scored
  /// under them (design §6).
  private func earlierAssessments(
    of definition: PlaybookDefinition, in reading: StoreReading
  ) throws -> [AssessmentDefinition] {
    var found: [AssessmentDefinition] = []
    for known in try reading.assessmentVersions() {
      let own = definition.assessments.filter { $0.name == known.id }.map(\.version)
      guard let newest = own.max(), known.version < newest, !own.contains(known.version),
        let document = try reading.playbook(version: known.playbook)?.document
      else { continue }
      let earlier = try PlaybookDefinition(canonical: document)
      found += earlier.assessments.filter { $0.name == known.id && $0.version == known.version }
    }
    return found
  }

  /// One link of the audit chain.
  func audit(
    _ action: Text, subject: Text, by person: Person?, payload: [UInt8], at instant: Int64,
    in transaction: StoreTransaction
  ) throws {
    _ = try transaction.appendAudit(
      at: instant, actor: person?.id ?? "stagecraft", action: action, subject: subject, payload: payload,
      salt: time.random(16))
  }
}

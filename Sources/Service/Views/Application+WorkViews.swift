internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// The findings of the playbook in force.
  public func findings(for person: Person) async throws(ServiceError) -> FindingsView {
    try allow(person, .readFindings)
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading)
      let since = try reading.playbookInForce(at: now)?.from ?? now
      let found = shelf.findings(of: loaded, clock: time.clock(at: now, loaded.playbook))
      return FindingsView(version: loaded.version, inForceSince: since, findings: found)
    }
  }

  /// All activations, newest first.
  public func versions(for person: Person) async throws(ServiceError) -> [VersionView] {
    try allow(person, .readFindings)
    return try await versions()
  }

  /// All activations, newest first.
  public func versions() async throws(ServiceError) -> [VersionView] {
    let now = time.now()
    return try await reading { reading in
      let inForce = try reading.playbookInForce(at: now)
      return try reading.activations().map { activation in
        VersionView(
          version: activation.version, from: activation.from, activatedAt: activation.activatedAt, by: activation.by,
          isInForce: activation.id == inForce?.id)
      }
    }
  }

  /// What the CRM refused for good, oldest first.
  public func deadLetters(for person: Person, limit: Int = 200) async throws(ServiceError) -> [DeadLetterView] {
    try allow(person, .readSync)
    return try await deadLetters(limit: limit)
  }

  /// What the CRM refused for good, oldest first.
  public func deadLetters(limit: Int = 200) async throws(ServiceError) -> [DeadLetterView] {
    try await reading { [self] reading in
      try reading.effects(state: .dead, connection: nil, limit: limit).map { try view(of: $0, in: reading) }
    }
  }

  /// One effect, whatever its state, with its payload.
  public func effect(_ id: String) async throws(ServiceError) -> DeadLetterView? {
    try await reading { [self] reading in try reading.effect(id).map { try view(of: $0, in: reading) } }
  }

  /// Sends a dead letter once more.
  public func retryDeadLetter(_ id: String, person: Person) async throws(ServiceError) {
    try allow(person, .retrySync)
    try await retryDeadLetter(id, by: person)
  }

  /// Sends a dead letter once more.
  public func retryDeadLetter(_ id: String, by person: Person?) async throws(ServiceError) {
    let now = time.now()
    try await writing { [self] transaction in
      guard try transaction.retryEffect(id, at: now) else {
        throw ServiceError(.notFound, code: "no-dead-letter", "There is no dead letter \(EnvelopeCheck.shown(id)).")
      }
      try audit("effect.retried", subject: "effect/\(id)", by: person, payload: [], at: now, in: transaction)
    }
    wake.signal()
  }

  /// How the sync with each CRM stands.
  public func syncStatus(for person: Person) async throws(ServiceError) -> [ConnectionView] {
    try allow(person, .readSync)
    return try await syncStatus()
  }

  /// How the sync with each CRM stands.
  public func syncStatus() async throws(ServiceError) -> [ConnectionView] {
    try await reading { [self] reading in
      let counts = try reading.effectCounts()
      var names = connections.map(\.name)
      for count in counts where !names.contains(count.connection) { names.append(count.connection) }
      for state in try reading.connectionStates() where !names.contains(state.connection) {
        names.append(state.connection)
      }
      return try names.map { name in
        let state = try reading.connectionState(name)
        func count(_ state: EffectState) -> Int {
          counts.filter { $0.connection == name && $0.state == state }.reduce(0) { $0 + $1.count }
        }
        return ConnectionView(
          name: name, waiting: count(.waiting), claimed: count(.claimed), dead: count(.dead), done: count(.done),
          oldestUnsent: counts.filter {
            $0.connection == name && ($0.state == .waiting || $0.state == .claimed)
          }.map(\.oldestCreatedAt).min(), pausedUntil: state?.pausedUntil, pausedBecause: state?.reason)
      }
    }
  }

  private func view(of effect: Effect, in reading: StoreReading) throws -> DeadLetterView {
    let title = try reading.outcome(effect.key).map { recordLine($0).title } ?? effect.key.id
    let what: Text
    if effect.kind == "stage", let stage = StageEffect(payload: effect.payload) {
      what = "the stage " + stage.to
    } else if let assessment = (try? JSON.parse(effect.payload))?["assessment"]?.text {
      what = "the result of " + assessment
    } else {
      what = effect.kind
    }
    let name = title == effect.key.id ? title : title + " (" + effect.key.id + ")"
    let message = name + ": the CRM refused " + what + ": " + (effect.failureMessage ?? "it gave no reason")
    return DeadLetterView(
      id: effect.id, connection: effect.connection, kind: effect.kind, record: effect.key, title: title,
      message: message, code: effect.failureCode, attempts: effect.attempts, createdAt: effect.createdAt,
      changedAt: effect.changedAt, payload: effect.payload)
  }
}

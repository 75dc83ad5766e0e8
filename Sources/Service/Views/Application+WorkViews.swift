internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// The findings of the playbook in force.
  public func findings(for person: Person) async throws(ServiceError) -> FindingsView {
    try allow(person, .readFindings)
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading).loaded
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

  /// What the CRM refused for good, and the rows of the CRM that were given up; each the last changed first.
  public func deadLetters(for person: Person, limit: Int = 200) async throws(ServiceError) -> [DeadLetterView] {
    try allow(person, .readSync)
    return try await deadLetters(limit: limit)
  }

  /// What the CRM refused for good, and the rows of the CRM that were given up; each the last changed first.
  public func deadLetters(limit: Int = 200) async throws(ServiceError) -> [DeadLetterView] {
    try await reading { [self] reading in
      let effects = try reading.effects(state: .dead, connection: nil, limit: limit)
      let events = try reading.failedEvents(limit: limit)
      return try effects.map { try view(of: $0, in: reading) } + events.map { try view(of: $0, in: reading) }
    }
  }

  /// One effect, whatever its state, with its payload.
  public func effect(_ id: String) async throws(ServiceError) -> DeadLetterView? {
    try await reading { [self] reading in try reading.effect(id).map { try view(of: $0, in: reading) } }
  }

  /// Sends a dead letter once more.
  public func retryDeadLetter(
    _ id: String, person: Person, once: IdempotentRequest<Void>? = nil
  ) async throws(ServiceError) {
    try allow(person, .retrySync)
    try await retryDeadLetter(id, by: person, once: once)
  }

  /// Sends a dead letter once more, or looks at a row again that was given up.
  ///
  /// - Throws: `conflict` with the code `superseded` where something newer came after it: it is ended and never sent;
  ///   `notFound` where there is none.
  public func retryDeadLetter(
    _ id: String, by person: Person?, once: IdempotentRequest<Void>? = nil
  ) async throws(ServiceError) {
    let ended = try await writing { [self] transaction in
      let ended = try retry(id, by: person, in: transaction)
      // A refusal is not kept.
      if let once, ended == nil { try keep((), to: once, in: transaction) }
      return ended
    }
    if let ended {
      throw ServiceError(
        .conflict, code: "superseded", "\(EnvelopeCheck.shown(id)) is not sent: \(ended). It is off the list.")
    }
    wake.signal()
  }

  /// - Returns: why it is over and never sent; nil: it is sent.
  private func retry(_ id: String, by person: Person?, in transaction: StoreTransaction) throws -> Text? {
    let now = time.now()
    if let event = Self.event(named: id) {
      guard try transaction.reviveEvent(source: event.source, id: event.id, at: now) else {
        throw Self.noDeadLetter(id)
      }
      try audit("event.retried", subject: "event/\(Text(id))", by: person, payload: [], at: now, in: transaction)
      return nil
    }
    guard let effect = try transaction.effect(id), effect.state == .dead else { throw Self.noDeadLetter(id) }
    if let reason = try whyOver(effect, in: transaction) {
      try transaction.supersedeDeadEffect(id, note: reason, at: now)
      try audit(
        "effect.superseded", subject: "effect/\(Text(id))", by: person, payload: reason.bytes, at: now,
        in: transaction)
      return reason
    }
    try transaction.retryEffect(id, at: now)
    try audit("effect.retried", subject: "effect/\(Text(id))", by: person, payload: [], at: now, in: transaction)
    return nil
  }

  private static func noDeadLetter(_ id: String) -> ServiceError {
    ServiceError(.notFound, code: "no-dead-letter", "There is no dead letter \(EnvelopeCheck.shown(id)).")
  }

  /// Events are called `SOURCE:ID` beside effects, whose ids are UUIDs.
  private static func event(named name: String) -> (source: String, id: String)? {
    guard let colon = name.firstIndex(of: ":") else { return nil }
    return (String(name[..<colon]), String(name[name.index(after: colon)...]))
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
      let cursors = try reading.cursors()
      let misfits = try reading.misfits()
      return try names.map { name in
        let state = try reading.connectionState(name)
        func count(_ state: EffectState) -> Int {
          counts.filter { $0.connection == name && $0.state == state }.reduce(0) { $0 + $1.count }
        }
        return ConnectionView(
          name: name, waiting: count(.waiting), claimed: count(.claimed), dead: count(.dead), done: count(.done),
          oldestUnsent: counts.filter {
            $0.connection == name && ($0.state == .waiting || $0.state == .claimed)
          }.compactMap(\.oldestCreatedAt).min(), pausedUntil: state?.pausedUntil, pausedBecause: state?.reason,
          rereading: cursors.filter { $0.connection == name }.compactMap { cursor in
            cursor.rereadingSince.map { ConnectionView.Rereading(object: cursor.object, since: $0) }
          },
          misfits: misfits.filter { $0.connection == name }.map {
            ConnectionView.Misfit(object: $0.object, attribute: $0.attribute, count: $0.count, lastAt: $0.lastAt)
          })
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
      what = effect.kind == "fields" ? "what the evidence says" : effect.kind
    }
    let name = title == effect.key.id ? title : title + " (" + effect.key.id + ")"
    let message = name + ": the CRM refused " + what + ": " + (effect.failureMessage ?? "it gave no reason")
    return DeadLetterView(
      id: effect.id, connection: effect.connection, kind: effect.kind, record: effect.key, title: title,
      message: message, code: effect.failureCode, attempts: effect.attempts, createdAt: effect.createdAt,
      changedAt: effect.changedAt, payload: effect.payload)
  }

  private func view(of event: InboundEvent, in reading: StoreReading) throws -> DeadLetterView {
    let hint = (try? JSON.parse(event.payload)).flatMap(WebhookHint.init)
    let source = webhooks.first { $0.name == event.source }?.connection
    let name = source ?? (event.source.hasPrefix("poll.") ? String(event.source.dropFirst(5)) : event.source)
    let kind = connections.first { $0.name == name }?.objects.first { $0.object == hint?.object }?.kind
    let key = RecordKey(kind: kind ?? Text(hint?.object ?? ""), id: hint?.id ?? "")
    let title = try reading.outcome(key).map { recordLine($0).title } ?? key.id
    let shown = title == key.id ? title : title + " (" + key.id + ")"
    return DeadLetterView(
      id: event.source + ":" + event.id, connection: name, kind: "row", record: key, title: title,
      message: shown + ": the row of the CRM could not be taken in: " + (event.note ?? "no reason is known"), code: nil,
      attempts: event.attempts, createdAt: event.receivedAt, changedAt: event.notBefore, payload: event.payload)
  }
}

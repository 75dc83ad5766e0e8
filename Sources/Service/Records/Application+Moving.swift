public import FEEL
public import Sales
internal import Store

extension Application {
  /// A person moves a record to a stage; the move stands, is carried to the CRM, and is judged.
  ///
  /// A move backwards is a watermark: promotion through the gates between needs newer evidence (design §7.7).
  public func move(
    _ key: RecordKey, to stage: Text, reason: Text?, person: Person, once: IdempotentRequest<MoveAnswer>? = nil
  ) async throws(ServiceError) -> MoveAnswer {
    try allow(person, .moveStage)
    let now = time.now()
    return try await perform(at: now, once: once) { [self] reading in
      let rules = try rules(at: now, in: reading)
      let found = try dossier(key, for: person, rules.loaded, in: reading)
      let event = Event(id: Text(time.identifier()), at: now, by: person.id, .moved(to: stage, reason: reason))
      let result = step(found, event, rules)
      try result.accepted()
      guard let decision = result.last else {
        return Prepared(
          MoveAnswer(line: line(of: result.dossier), message: "\(key.id) stands at \(stage) already", isMoved: false))
      }
      return Prepared(PreparedStep(event, result, rules)) { [self] transaction in
        try audit(
          "stage.moved", subject: "\(key.kind)/\(key.id)", by: person,
          payload: JSON.object([
            JSON.Member("from", found.record.stage.map { .string($0) } ?? .null), JSON.Member("to", .string(stage)),
            JSON.Member("reason", reason.map { .string($0) } ?? .null),
          ]).bytes, at: now, in: transaction)
        return MoveAnswer(
          line: line(of: result.dossier), message: Self.verdictSentence(decision), isMoved: true)
      }
    }
  }

  /// What the evidence says to the stated stage.
  static func verdictSentence(_ decision: Decision) -> Text {
    guard let verdict = decision.verdict, let supported = decision.supported else {
      return "the record is outside the climb"
    }
    let reach =
      supported.least == supported.most
      ? "the evidence carries it to " + supported.least
      : "the evidence carries it to " + supported.least + " for certain and to " + supported.most + " at most"
    switch verdict {
    case .level: return "level: " + reach
    case .behind(let stages): return Text("behind by \(stages): ") + reach
    case .unproven(let stages): return Text("unproven by \(stages): ") + reach
    case .ahead(let stages): return Text("ahead by \(stages): ") + reach
    }
  }

  /// Bars promotion and nothing else, until the day given (included) or until it is cleared.
  public func setHold(
    _ key: RecordKey, reason: Text, until: CalendarDate?, person: Person, once: IdempotentRequest<Void>? = nil
  ) async throws(ServiceError) {
    try allow(person, .hold)
    try Self.checkReason(reason)
    try await say(.held(reason: reason, until: until), of: key, person, "hold.set", payload: reason, once)
  }

  /// Takes a hold back; the record is judged, and promoted if the evidence carries it.
  public func clearHold(
    _ key: RecordKey, person: Person, once: IdempotentRequest<Void>? = nil
  ) async throws(ServiceError) {
    try allow(person, .hold)
    try await say(.released, of: key, person, "hold.cleared", payload: "", once)
  }

  /// A third column beside stated and supported, with its reason; changes neither.
  public func setOverride(
    _ key: RecordKey, stage: Text, reason: Text, until: CalendarDate?, person: Person,
    once: IdempotentRequest<Void>? = nil
  ) async throws(ServiceError) {
    try allow(person, .override)
    try Self.checkReason(reason)
    try await say(
      .overridden(stage: stage, reason: reason, until: until), of: key, person, "override.set", payload: reason, once)
  }

  /// Takes an override back.
  public func clearOverride(
    _ key: RecordKey, person: Person, once: IdempotentRequest<Void>? = nil
  ) async throws(ServiceError) {
    try allow(person, .override)
    try await say(.overrideWithdrawn, of: key, person, "override.cleared", payload: "", once)
  }

  static func checkReason(_ reason: Text) throws(ServiceError) {
    guard !reason.isEmpty, reason.bytes.count <= 1000 else {
      throw ServiceError(.invalid, code: "no-reason", "A reason of 1 to 1000 bytes belongs here.")
    }
  }

  /// A person's word about a record.
  private func say(
    _ word: Event.Kind, of key: RecordKey, _ person: Person, _ action: Text, payload: Text,
    _ once: IdempotentRequest<Void>?
  ) async throws(ServiceError) {
    let now = time.now()
    try await perform(at: now, once: once) { [self] reading in
      let rules = try rules(at: now, in: reading)
      let event = Event(id: Text(time.identifier()), at: now, by: person.id, word)
      let result = step(try dossier(key, for: person, rules.loaded, in: reading), event, rules)
      try result.accepted()
      return Prepared(PreparedStep(event, result, rules)) { [self] transaction in
        try audit(
          action, subject: "\(key.kind)/\(key.id)", by: person, payload: payload.bytes, at: now, in: transaction)
      }
    }
  }
}

public import FEEL
public import Sales
internal import Store

extension Application {
  /// A person moves a record to a stage; the move stands, is told to the CRM, and is judged.
  ///
  /// A move backwards is a watermark: promotion through the gates between needs newer evidence (design §7.7).
  public func move(
    _ key: RecordKey, to stage: Text, reason: Text?, person: Person
  ) async throws(ServiceError) -> MoveAnswer {
    try allow(person, .moveStage)
    let now = time.now()
    return try await writing { [self] transaction in
      let loaded = try inForce(at: now, in: transaction)
      var stored = try record(key, for: person, in: transaction)
      guard let pipeline = loaded.pipeline(of: key.kind, named: stored.pipeline) else {
        throw ServiceError(
          .conflict, code: "no-pipeline", "\(key.id) belongs to no pipeline of the playbook, so it has no stages.")
      }
      guard pipeline.stages.contains(where: { $0.name == stage }) else {
        throw ServiceError(
          .invalid, code: "unknown-stage",
          "The pipeline \(pipeline.name) has no stage \(EnvelopeCheck.shown(stage.string)); its stages are "
            + pipeline.stages.map(\.name.string).joined(separator: ", ") + ".")
      }
      if stored.stage == stage {
        return MoveAnswer(
          line: try line(of: stored, in: transaction), message: "\(key.id) stands at \(stage) already", isMoved: false)
      }
      let before = stored.stage
      try change(
        &stored, to: stage, from: before, at: now, cause: "person", by: person.id, reason: reason, loaded,
        in: transaction)
      if let before {
        try queueStageWrite(of: stored, from: before, to: stage, by: person.id, loaded, now: now, in: transaction)
      }
      let judgement = try Judging(self, loaded, at: now, transaction).judge(stored, isNew: true)
      try audit(
        "stage.moved", subject: "\(key.kind)/\(key.id)", by: person,
        payload: JSON.object([
          JSON.Member("from", before.map { .string($0) } ?? .null), JSON.Member("to", .string(stage)),
          JSON.Member("reason", reason.map { .string($0) } ?? .null),
        ]).bytes, at: now, in: transaction)
      return MoveAnswer(
        line: try line(of: judgement.record, in: transaction), message: Self.verdictSentence(judgement.last),
        isMoved: true)
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
    _ key: RecordKey, reason: Text, until: CalendarDate?, person: Person
  ) async throws(ServiceError) {
    try allow(person, .hold)
    try Self.checkReason(reason)
    try await changeRecord(key, person, "hold.set", payload: reason) { stored, _ in
      stored.hold = History.PersonsWord(by: person.id, reason: reason, until: until)
    }
  }

  public func clearHold(_ key: RecordKey, person: Person) async throws(ServiceError) {
    try allow(person, .hold)
    try await changeRecord(key, person, "hold.cleared", payload: "") { stored, _ in stored.hold = nil }
  }

  /// A third column beside stated and supported, with its reason; changes neither.
  public func setOverride(
    _ key: RecordKey, stage: Text, reason: Text, until: CalendarDate?, person: Person
  ) async throws(ServiceError) {
    try allow(person, .override)
    try Self.checkReason(reason)
    try await changeRecord(key, person, "override.set", payload: reason) { stored, loaded in
      guard let pipeline = loaded.pipeline(of: key.kind, named: stored.pipeline),
        pipeline.stages.contains(where: { $0.name == stage })
      else {
        throw ServiceError(
          .invalid, code: "unknown-stage", "There is no stage \(EnvelopeCheck.shown(stage.string)) in its pipeline.")
      }
      stored.override = History.PersonsWord(by: person.id, reason: reason, stage: stage, until: until)
    }
  }

  public func clearOverride(_ key: RecordKey, person: Person) async throws(ServiceError) {
    try allow(person, .override)
    try await changeRecord(key, person, "override.cleared", payload: "") { stored, _ in stored.override = nil }
  }

  static func checkReason(_ reason: Text) throws(ServiceError) {
    guard !reason.isEmpty, reason.bytes.count <= 1000 else {
      throw ServiceError(.invalid, code: "no-reason", "A reason of 1 to 1000 bytes belongs here.")
    }
  }

  private func changeRecord(
    _ key: RecordKey, _ person: Person, _ action: Text, payload: Text,
    _ body: @escaping @Sendable (inout StoredRecord, LoadedPlaybook) throws -> Void
  ) async throws(ServiceError) {
    let now = time.now()
    try await writing { [self] transaction in
      let loaded = try inForce(at: now, in: transaction)
      var stored = try record(key, for: person, in: transaction)
      try body(&stored, loaded)
      _ = try Judging(self, loaded, at: now, transaction).judge(stored, isNew: true)
      try audit(action, subject: "\(key.kind)/\(key.id)", by: person, payload: payload.bytes, at: now, in: transaction)
    }
  }
}

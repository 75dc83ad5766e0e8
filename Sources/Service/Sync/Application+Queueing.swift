internal import FEEL
internal import Sales
internal import Store

/// What an effect of kind `stage` carries.
struct StageEffect {
  var from: Text
  var to: Text
  /// Where the CRM may stand as well, since an earlier write has an unknown outcome.
  var alsoFrom: [Text] = []
  /// Why: the person's id for a move or acceptance, else nil for a rule's promotion.
  var by: Text?

  var payload: [UInt8] {
    var members = [JSON.Member("from", .string(from)), JSON.Member("to", .string(to))]
    if let by { members.append(JSON.Member("by", .string(by))) }
    if !alsoFrom.isEmpty { members.append(JSON.Member("alsoFrom", .array(alsoFrom.map { .string($0) }))) }
    return JSON.object(members).bytes
  }

  init(from: Text, to: Text, by: Text?) {
    self.from = from
    self.to = to
    self.by = by
  }

  /// Whether a CRM that stands there is where this write starts.
  func starts(at stage: Text?) -> Bool { stage.map { $0 == from || alsoFrom.contains($0) } ?? false }

  init?(payload: [UInt8]) {
    guard let json = try? JSON.parse(payload), let from = json["from"]?.text, let to = json["to"]?.text else {
      return nil
    }
    self.init(from: from, to: to, by: json["by"]?.text)
    alsoFrom = json["alsoFrom"]?.items?.compactMap(\.text) ?? []
  }
}

extension Application {
  /// The connection that carries records of this kind, if there is one.
  func connection(of kind: Text) -> Connection? {
    connections.first { $0.objects.contains { $0.kind == kind } }
  }

  /// Queues what a step says must happen outside, for the connection that carries the record's kind; where none does,
  /// nothing must.
  func queue(_ result: StepResult, _ loaded: LoadedPlaybook, now: Int64, in transaction: StoreTransaction) throws {
    guard result.dossier.stamps != nil, let connection = connection(of: result.dossier.key.kind) else { return }
    let key = result.dossier.key
    for (index, effect) in result.effects.enumerated() {
      // Revisions rise, so places do; the last of each is for the outcome's fields.
      let place = result.dossier.revision * 64 + Int64(min(index, 62))
      switch effect {
      case .result(let submission, let payload):
        try transaction.insertEffect(
          Effect(
            id: submission.string, connection: connection.name, kind: "result", key: key, place: place,
            payload: payload, createdAt: now, notBefore: now, changedAt: now))
        wake.signal()
      case .stage(let id, let from, let to, let by):
        guard connection.objects.contains(where: { $0.kind == key.kind && $0.stageField != nil }) else { continue }
        try queueStageWrite(
          id: id.string, StageEffect(from: from, to: to, by: by), of: key, place: place, connection, now: now,
          in: transaction)
      case .stageWritesDropped:
        try transaction.supersedeEffects(of: key, kind: "stage", connection: connection.name, at: now)
      }
    }
    try queueFields(of: result, loaded, connection, now: now, in: transaction)
  }

  /// What waits unsent for the same record is superseded: the newest state wins, and starts from where the CRM still is.
  private func queueStageWrite(
    id: String, _ write: StageEffect, of key: RecordKey, place: Int64, _ connection: Connection, now: Int64,
    in transaction: StoreTransaction
  ) throws {
    // Before the last one that is over the CRM stood elsewhere.
    let over = try stageEffects(of: key, connection, in: transaction).last {
      $0.state == .done || $0.state == .superseded
    }
    let older = try transaction.supersedeEffects(of: key, kind: "stage", connection: connection.name, at: now)
    var effect = write
    for before in older.sorted(by: { $0.place < $1.place }).reversed() {
      if let over, before.place < over.place { break }
      guard let stage = StageEffect(payload: before.payload) else { continue }
      // What was perhaps carried out is a place where the CRM may stand by now.
      effect.alsoFrom += stage.alsoFrom + (before.outcomeUnknown ? [stage.to] : [])
      effect.from = stage.from
    }
    if effect.from == effect.to && effect.alsoFrom.isEmpty { return }
    try transaction.insertEffect(
      Effect(
        id: id, connection: connection.name, kind: "stage", key: key, place: place, payload: effect.payload,
        createdAt: now, notBefore: now, changedAt: now))
    wake.signal()
  }

  /// Queues what the CRM is to show of a record's outcome, if it is to show anything and that is news. The newest state
  /// wins: what waits or was refused is superseded.
  private func queueFields(
    of result: StepResult, _ loaded: LoadedPlaybook, _ connection: Connection, now: Int64,
    in transaction: StoreTransaction
  ) throws {
    let record = result.dossier.record
    guard let decision = result.last,
      result.changes.contains(where: { if case .outcome(_?) = $0 { true } else { false } }),
      let fields = loaded.definition.kinds.first(where: { $0.name == record.kind })?.outcome, !fields.names.isEmpty
    else { return }
    let key = result.dossier.key
    let payload = JSON.object(
      fields.values(
        of: decision, money: loaded.playbook.money(of: record), in: loaded.playbook.pipeline(of: record),
        page: connection.page(of: key))
    ).bytes
    let last = try transaction.effects(of: key).last { $0.kind == "fields" && $0.connection == connection.name }
    if let last, last.payload == payload, last.state != .dead, last.state != .superseded { return }
    try transaction.supersedeEffects(of: key, kind: "fields", connection: connection.name, at: now)
    try transaction.insertEffect(
      Effect(
        id: time.identifier(), connection: connection.name, kind: "fields", key: key,
        place: result.dossier.revision * 64 + 63, payload: payload, createdAt: now, notBefore: now, changedAt: now))
    wake.signal()
  }

  /// All stage writes of a record for a connection, in their order.
  func stageEffects(of key: RecordKey, _ connection: Connection, in reading: StoreReading) throws -> [Effect] {
    try reading.effects(of: key).filter { $0.kind == "stage" && $0.connection == connection.name }
  }

  /// The stage writes that the CRM does not have yet: those that wait or are under way, and the newest if the CRM refused
  /// it and the record still stands where it led; while the CRM stands where that one starts, nobody moved the record.
  func pendingStages(of dossier: Dossier, _ connection: Connection, in reading: StoreReading) throws -> [Effect] {
    let all = try stageEffects(of: dossier.key, connection, in: reading)
    let open = all.filter { $0.state == .waiting || $0.state == .claimed }
    if open.isEmpty, let last = all.last, last.state == .dead,
      StageEffect(payload: last.payload)?.to == dossier.record.stage
    {
      return [last]
    }
    return open
  }

  /// Lets what the CRM refused of a record be tried again, since the record changed there. A stage write only if nothing
  /// came after it: no newer one, and no other stage.
  ///
  /// - Returns: how many.
  func reviveEffects(
    of key: RecordKey, _ connection: Connection, at now: Int64, in transaction: StoreTransaction
  ) throws -> Int {
    var count = try transaction.retryEffects(of: key, kind: "result", connection: connection.name, at: now)
    count += try transaction.retryEffects(of: key, kind: "fields", connection: connection.name, at: now)
    if let last = try stageEffects(of: key, connection, in: transaction).last, last.state == .dead {
      if let reason = try whyOver(last, in: transaction) {
        try transaction.supersedeDeadEffect(last.id, note: reason, at: now)
      } else if try transaction.retryEffect(last.id, at: now) {
        count += 1
      }
    }
    return count
  }

  /// Why an effect that was refused must not be sent any more; nil: it may.
  func whyOver(_ effect: Effect, in reading: StoreReading) throws -> Text? {
    // Results are each their own; of all else the newest holds.
    if effect.kind == "result" { return nil }
    let newer = try reading.effects(of: effect.key).contains {
      $0.kind == effect.kind && $0.connection == effect.connection && $0.place > effect.place
    }
    if newer { return "a newer write of this kind came after it" }
    guard let stage = StageEffect(payload: effect.payload) else { return nil }
    guard let record = try reading.record(effect.key) else { return "the record is not here any more" }
    if record.deletedAt != nil { return "the record was deleted in the CRM" }
    if record.stage != stage.to {
      return "the record was moved to " + (record.stage ?? "no stage") + " after it was decided"
    }
    return nil
  }
}

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
  func queue(_ result: StepResult, now: Int64, in transaction: StoreTransaction) throws {
    guard !result.effects.isEmpty, let connection = connection(of: result.dossier.key.kind) else { return }
    let key = result.dossier.key
    for (index, effect) in result.effects.enumerated() {
      // Revisions rise, so places do.
      let place = result.dossier.revision * 64 + Int64(min(index, 63))
      switch effect {
      case .result(let submission, let payload):
        try transaction.insertEffect(
          Effect(
            id: submission.string, connection: connection.name, kind: "result", key: key, place: place,
            payload: payload, createdAt: now, notBefore: now, changedAt: now))
      case .stage(let id, let from, let to, let by):
        guard connection.objects.contains(where: { $0.kind == key.kind && $0.stageField != nil }) else { continue }
        try queueStageWrite(
          id: id.string, StageEffect(from: from, to: to, by: by), of: key, place: place, connection, now: now,
          in: transaction)
      case .stageWritesDropped:
        try transaction.supersedeEffects(of: key, kind: "stage", connection: connection.name, except: "", at: now)
      }
    }
    wake.signal()
  }

  /// What waits unsent for the same record is superseded: the newest state wins, and starts from where the CRM still is.
  private func queueStageWrite(
    id: String, _ write: StageEffect, of key: RecordKey, place: Int64, _ connection: Connection, now: Int64,
    in transaction: StoreTransaction
  ) throws {
    let older = try transaction.supersedeEffects(
      of: key, kind: "stage", connection: connection.name, except: id, at: now)
    var effect = write
    for before in older.sorted(by: { $0.place < $1.place }).reversed() {
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
  }
}

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

  /// Queues the stage write for a record that came from a CRM. What waits unsent for the same record is superseded: the
  /// newest state wins, and starts from where the CRM still is.
  func queueStageWrite(
    of record: StoredRecord, from: Text, to: Text, by: Text? = nil, _ loaded: LoadedPlaybook, now: Int64,
    in transaction: StoreTransaction
  ) throws {
    guard record.modified != nil, let connection = connection(of: record.key.kind),
      connection.objects.contains(where: { $0.kind == record.key.kind && $0.stageField != nil })
    else { return }
    let id = time.identifier()
    let older = try transaction.supersedeEffects(
      of: record.key, kind: "stage", connection: connection.name, except: id, at: now)
    var effect = StageEffect(from: from, to: to, by: by)
    for before in older.sorted(by: { $0.place < $1.place }).reversed() {
      guard let stage = StageEffect(payload: before.payload) else { continue }
      // What was perhaps carried out is a place where the CRM may stand by now.
      effect.alsoFrom += stage.alsoFrom + (before.outcomeUnknown ? [stage.to] : [])
      effect.from = stage.from
    }
    if effect.from == effect.to && effect.alsoFrom.isEmpty { return }
    try transaction.insertEffect(
      Effect(
        id: id, connection: connection.name, kind: "stage", key: record.key,
        place: try transaction.nextEffectPlace(of: record.key, connection: connection.name),
        payload: effect.payload, createdAt: now, notBefore: now, changedAt: now))
    wake.signal()
  }

  /// Queues an assessment's result for the CRM.
  func queueResult(
    of submission: StoredSubmission, _ payload: @autoclosure () -> [UInt8], record: StoredRecord, now: Int64,
    in transaction: StoreTransaction
  ) throws {
    guard record.modified != nil, let connection = connection(of: record.key.kind) else { return }
    try transaction.insertEffect(
      Effect(
        id: submission.id, connection: connection.name, kind: "result", key: record.key,
        place: try transaction.nextEffectPlace(of: record.key, connection: connection.name), payload: payload(),
        createdAt: now, notBefore: now, changedAt: now))
    wake.signal()
  }
}

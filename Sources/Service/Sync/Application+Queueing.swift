internal import FEEL
internal import Sales
internal import Store

/// What an effect of kind `stage` carries.
struct StageEffect {
  var from: Text
  var to: Text
  /// Why: the person's id for a move or acceptance, else nil for a rule's promotion.
  var by: Text?

  var payload: [UInt8] {
    var members = [JSON.Member("from", .string(from)), JSON.Member("to", .string(to))]
    if let by { members.append(JSON.Member("by", .string(by))) }
    return JSON.object(members).bytes
  }

  init(from: Text, to: Text, by: Text?) {
    self.from = from
    self.to = to
    self.by = by
  }

  init?(payload: [UInt8]) {
    guard let json = try? JSON.parse(payload), let from = json["from"]?.text, let to = json["to"]?.text else {
      return nil
    }
    self.init(from: from, to: to, by: json["by"]?.text)
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
    if let first = older.first.flatMap({ StageEffect(payload: $0.payload) }) { effect.from = first.from }
    if effect.from == effect.to { return }
    try transaction.insertEffect(
      Effect(
        id: id, connection: connection.name, kind: "stage", key: record.key, place: try nextPlace(in: transaction),
        payload: effect.payload, createdAt: now, notBefore: now, changedAt: now))
    wake.signal()
  }

  /// Queues an assessment's result for the CRM.
  func queueResult(
    of submission: StoredSubmission, _ payload: [UInt8], record: StoredRecord, now: Int64,
    in transaction: StoreTransaction
  ) throws {
    guard record.modified != nil, let connection = connection(of: record.key.kind) else { return }
    try transaction.insertEffect(
      Effect(
        id: submission.id, connection: connection.name, kind: "result", key: record.key,
        place: try nextPlace(in: transaction), payload: payload, createdAt: now, notBefore: now, changedAt: now))
    wake.signal()
  }

  /// Effects are carried out in the order in which they were made: one number for all.
  private func nextPlace(in transaction: StoreTransaction) throws -> Int64 { try transaction.nextEffectPlace() }
}

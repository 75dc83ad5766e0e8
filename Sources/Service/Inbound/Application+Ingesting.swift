internal import Connect
internal import FEEL
internal import Sales
internal import Store

/// What became of one row of the CRM.
enum IngestOutcome: String, Sendable {
  case created, changed, unchanged
  /// Older than what is known.
  case stale
  /// Our own write coming back.
  case echo
  /// The CRM deleted it.
  case deleted
}

extension Application {
  /// Takes in one row of the CRM as it is now: new attributes, the stage that a person stated there, a closing or a
  /// reopening. A change is judged; our own write coming back is not.
  ///
  /// - Parameters:
  ///   - identity: the integration's user, whose writes with our own values are echoes.
  ///   - readAt: when the CRM was asked for the row, epoch milliseconds by our clock.
  ///   - misfits: gets the attributes whose values do not fit their types, which are unknown then.
  func ingest(
    _ row: CRMRow, _ object: ObjectMapping, connection: Connection, identity: String?, readAt: Int64,
    misfits: inout [Text], in transaction: StoreTransaction
  ) throws -> IngestOutcome {
    let now = time.now()
    let loaded = try inForce(at: now, in: transaction)
    let key = RecordKey(kind: row.kind, id: row.id)
    let found = try transaction.record(key)
    if row.isDeleted { return try forget(found, at: now, in: transaction) }
    if let found, let before = found.modifiedAt, row.modifiedAt < before { return .stale }
    let isOurs = row.modifiedBy != nil && row.modifiedBy?.string == identity
    var record = try found.map { try loaded.reader.record($0.document) } ?? Record(kind: key.kind, id: key.id)
    let hasChanged = merge(row, into: &record, loaded, &misfits)
    record.owner = row.owner ?? found?.owner
    var stored = found ?? StoredRecord(key: key, document: [], revision: 0, updatedAt: now)
    stored.deletedAt = nil
    stored.modified = row.modified
    stored.modifiedAt = row.modifiedAt
    stored.owner = record.owner
    if let found, !isOurs, hasChanged || row.modified != found.modified,
      try reviveEffects(of: found, connection, at: now, in: transaction) > 0
    {
      // Somebody changed the record: what the CRM refused for it may be right now.
      wake.signal()
    }
    var stageMoved = false
    if object.stageField != nil, found != nil, row.stage == stored.stage,
      try !isFromBeforeOurWrite(row, stored, connection, readAt: readAt, in: transaction)
    {
      // The CRM is where we want it: by a write of ours whose answer was lost, or by somebody else, who made needless
      // what waits unsent. A later write must not start from where the CRM stood before.
      if isOurs {
        for effect in try pendingStages(of: stored, connection, in: transaction)
        where StageEffect(payload: effect.payload)?.to == row.stage {
          try transaction.confirmEffect(effect.id, at: now)
        }
      }
      try transaction.supersedeEffects(of: key, kind: "stage", connection: connection.name, at: now)
    }
    if object.stageField != nil, let stage = row.stage, stage != stored.stage {
      stageMoved = try takeStage(
        stage, of: row, &stored, isNew: found == nil, connection, readAt: readAt, loaded, in: transaction)
    }
    if found != nil, !hasChanged, !stageMoved, found?.owner == record.owner {
      // Only the stamp is news, if anything: nothing is judged.
      if found?.modified == row.modified && found?.deletedAt == nil { return .unchanged }
      try transaction.saveRecord(stored)
      return isOurs ? .echo : .unchanged
    }
    stored.document = Self.document(record)
    _ = try Judging(self, loaded, at: now, transaction).judge(stored, isNew: true)
    try audit(
      found == nil ? "record.arrived" : "record.changed", subject: "\(key.kind)/\(key.id)", by: nil,
      payload: stored.document, at: now, in: transaction)
    return found == nil ? .created : .changed
  }

  /// The stored form: without stage, submissions and history, which have columns and tables of their own.
  static func document(_ record: Record) -> [UInt8] {
    var bare = record
    bare.stage = nil
    bare.owner = nil
    bare.pipeline = nil
    bare.submissions = []
    bare.history = History()
    var writer = RecordWriter()
    return writer.line(bare)
  }

  /// - Returns: whether an attribute has another value than before.
  private func merge(
    _ row: CRMRow, into record: inout Record, _ loaded: LoadedPlaybook, _ misfits: inout [Text]
  ) -> Bool {
    var hasChanged = false
    let reader = AttributeReader(loaded.definition.policy)
    let kind = loaded.definition.kinds.first { $0.name == row.kind }
    for field in row.fields {
      guard let definition = kind?.attributes.first(where: { $0.name == field.attribute }) else { continue }
      let value: Value
      do throws(DocumentError) {
        value = try reader.value(field.value, of: definition)
      } catch {
        // Never a wrong value; whoever asks is told.
        value = .unknown
        misfits.append(definition.name)
      }
      let place = record.attributes.firstIndex { $0.name == field.attribute }
      let before = place.map { record.attributes[$0].value } ?? .unknown
      if Self.same(before, value) { continue }
      hasChanged = true
      let attribute = Record.Attribute(name: field.attribute, value: value, changedAt: row.modifiedAt)
      if let place { record.attributes[place] = attribute } else { record.attributes.append(attribute) }
    }
    return hasChanged
  }

  private static func same(_ a: Value, _ b: Value) -> Bool {
    if a.isUnknown || b.isUnknown { return a.isUnknown && b.isUnknown }
    return a.json == b.json
  }

  /// The CRM's stage is the stated one. A move backwards is a person's word: a watermark; a reopening starts an episode.
  ///
  /// - Returns: whether it is news. While our own write is on its way, the stage it starts from is none.
  private func takeStage(
    _ stage: Text, of row: CRMRow, _ stored: inout StoredRecord, isNew: Bool, _ connection: Connection, readAt: Int64,
    _ loaded: LoadedPlaybook, in transaction: StoreTransaction
  ) throws -> Bool {
    let before = stored.stage
    var stood = before
    if !isNew {
      if try isFromBeforeOurWrite(row, stored, connection, readAt: readAt, in: transaction) { return false }
      let pending = try pendingStages(of: stored, connection, in: transaction)
      let writes = pending.compactMap { StageEffect(payload: $0.payload) }
      if writes.contains(where: { $0.starts(at: stage) }) { return false }
      // A person was there before us: what we wanted to write is no longer right, and where the CRM stood is what the
      // person moved away from.
      stood = writes.first?.from ?? before
      _ = try transaction.supersedeEffects(
        of: stored.key, kind: "stage", connection: connection.name, at: time.now())
    }
    // A stamp of a whole second stands for all of it: within it a person's word is as late as it can have been, so that
    // nothing that came before it in the same second counts as newer.
    let latest = isNew || row.modifiedAt % 1000 != 0 ? row.modifiedAt : row.modifiedAt + 999
    try change(
      &stored, to: stage, from: before, stood: stood, at: min(latest, max(row.modifiedAt, readAt)),
      cause: isNew ? "import" : "crm",
      by: row.modifiedBy, reason: nil, loaded, in: transaction)
    return true
  }

  /// Whether a row tells the stage as it was before our last write. Stamps have whole seconds, so a row of the very stamp
  /// that the write found may be from before or after it; when it was read tells which.
  private func isFromBeforeOurWrite(
    _ row: CRMRow, _ stored: StoredRecord, _ connection: Connection, readAt: Int64, in reading: StoreReading
  ) throws -> Bool {
    guard let noted = stored.stageModifiedAt, row.modifiedAt <= noted else { return false }
    if row.modifiedAt < noted { return true }
    let written = try stageEffects(of: stored.key, connection, in: reading).last { $0.state == .done }?.changedAt
    return written.map { readAt < $0 } ?? false
  }

  /// One change of stage by somebody else than the rules, with what follows from it.
  ///
  /// - Parameters:
  ///   - before: the stage we had; `stood` where the person saw it, if that is another one.
  ///   - instant: when it happened, epoch milliseconds.
  func change(
    _ stored: inout StoredRecord, to stage: Text, from before: Text?, stood: Text? = nil, at instant: Int64,
    cause: Text, by: Text?, reason: Text?, _ loaded: LoadedPlaybook, in transaction: StoreTransaction
  ) throws {
    let pipeline = loaded.pipeline(of: stored.key.kind, named: stored.pipeline)
    let old = pipeline?.stages.first { $0.name == stood ?? before }
    let new = pipeline?.stages.first { $0.name == stage }
    var cause = cause
    if let old, let new, old.status != .open, new.status == .open {
      cause = "reopening"
      try transaction.clearEpisode(of: stored.key)
      stored.episodeStart = instant
      stored.lowestStage = nil
      stored.hold = nil
      stored.override = nil
    } else if let old, let new, old.status == .open, new.status == .open, new.rank < old.rank {
      try transaction.addWatermark(
        History.Watermark(from: old.name, to: new.name, at: instant, by: by, reason: reason), to: stored.key)
    }
    stored.stage = stage
    try transaction.addStageChange(
      StageChange(
        id: time.identifier(), key: stored.key, from: before, to: stage, at: instant, cause: cause, by: by,
        playbook: loaded.version, reason: reason))
  }

  private func forget(_ found: StoredRecord?, at now: Int64, in transaction: StoreTransaction) throws -> IngestOutcome {
    guard var found, found.deletedAt == nil else { return .unchanged }
    for connection in connections {
      try transaction.supersedeEffects(of: found.key, kind: "stage", connection: connection.name, at: now)
    }
    found.deletedAt = now
    found.revision += 1
    try transaction.saveRecord(found)
    try transaction.deleteOutcome(found.key)
    try audit(
      "record.deleted", subject: "\(found.key.kind)/\(found.key.id)", by: nil, payload: [], at: now, in: transaction)
    return .deleted
  }
}

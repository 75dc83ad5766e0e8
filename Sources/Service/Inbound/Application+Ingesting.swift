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
  /// reopening, a deletion. A change is judged; our own write coming back is not.
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
    let rules = try rules(at: now, in: transaction)
    let key = RecordKey(kind: row.kind, id: row.id)
    let stored = try dossier(key, rules.loaded, in: transaction)
    if row.isDeleted { return try forget(stored, at: now, rules, in: transaction) }
    let found = stored ?? Dossier(key)
    if let known = found.stamps, row.modifiedAt < known.modifiedAt { return .stale }
    var change = CRMChange(
      attributes: attributes(of: row, rules.loaded, &misfits), owner: row.owner,
      stamps: CRMStamps(
        modified: row.modified, modifiedAt: row.modifiedAt, stageModifiedAt: found.stamps?.stageModifiedAt),
      by: row.modifiedBy, isOurs: row.modifiedBy != nil && row.modifiedBy?.string == identity)
    if found.isStored, !change.isOurs, row.modified != found.stamps?.modified || found.differs(change.attributes),
      try reviveEffects(of: key, connection, at: now, in: transaction) > 0
    {
      // Somebody changed the record: what the CRM refused for it may be right now.
      wake.signal()
    }
    if object.stageField != nil, let stage = row.stage {
      try tell(stage, of: row, found, connection, readAt: readAt, into: &change, at: now, in: transaction)
    }
    let event = Event(id: Text("\(row.id)@\(row.modified)"), at: row.modifiedAt, by: row.modifiedBy, .changed(change))
    let result = step(found, event, rules)
    _ = try apply(result, event: event.id, rules.loaded, in: transaction)
    switch result.answer {
    case .done:
      try audit(
        found.isStored ? "record.changed" : "record.arrived", subject: "\(key.kind)/\(key.id)", by: nil,
        payload: result.dossier.document(), at: now, in: transaction)
      return found.isStored ? .changed : .created
    case .stale: return .stale
    case .echo: return .echo
    case .unchanged, .untouched, .waits, .refused: return .unchanged
    }
  }

  /// The values that a row has, as the attributes' types read them; one that does not fit is unknown, never a wrong one.
  private func attributes(of row: CRMRow, _ loaded: LoadedPlaybook, _ misfits: inout [Text]) -> [Record.Attribute] {
    let reader = AttributeReader(loaded.definition.policy)
    let kind = loaded.definition.kinds.first { $0.name == row.kind }
    var attributes: [Record.Attribute] = []
    for field in row.fields {
      guard let definition = kind?.attributes.first(where: { $0.name == field.attribute }) else { continue }
      var value = Value.unknown
      do throws(DocumentError) {
        value = try reader.value(field.value, of: definition)
      } catch {
        misfits.append(definition.name)
      }
      attributes.append(Record.Attribute(name: field.attribute, value: value))
    }
    return attributes
  }

  /// What the row's stage says, beside the writes of ours that the CRM does not have yet.
  ///
  /// While our own write is on its way, the stage that it starts from is no news. Where a person was there before us,
  /// what we wanted to write is no longer right, and where the CRM stood is what the person moved away from.
  private func tell(
    _ stage: Text, of row: CRMRow, _ found: Dossier, _ connection: Connection, readAt: Int64,
    into change: inout CRMChange, at now: Int64, in transaction: StoreTransaction
  ) throws {
    guard found.isStored else {
      change.stage = stage
      return
    }
    if try isFromBeforeOurWrite(row, found, connection, readAt: readAt, in: transaction) { return }
    let pending = try pendingStages(of: found, connection, in: transaction)
    if stage == found.record.stage {
      // The CRM is where we want it: by a write of ours whose answer was lost, or by somebody else, who made needless
      // what waits unsent. A later write must not start from where the CRM stood before.
      if change.isOurs {
        for effect in pending where StageEffect(payload: effect.payload)?.to == stage {
          try transaction.confirmEffect(effect.id, at: now)
        }
      }
    } else {
      let writes = pending.compactMap { StageEffect(payload: $0.payload) }
      if writes.contains(where: { $0.starts(at: stage) }) { return }
      change.stage = stage
      change.stood = writes.first?.from
      // A stamp of a whole second stands for all of it: within it a person's word is as late as it can have been, so that
      // nothing that came before it in the same second counts as newer.
      let latest = row.modifiedAt % 1000 == 0 ? row.modifiedAt + 999 : row.modifiedAt
      change.movedAt = min(latest, max(row.modifiedAt, readAt))
    }
    try transaction.supersedeEffects(of: found.key, kind: "stage", connection: connection.name, at: now)
  }

  /// Whether a row tells the stage as it was before our last write. Stamps have whole seconds, so a row of the very stamp
  /// that the write found may be from before or after it; when it was read tells which.
  private func isFromBeforeOurWrite(
    _ row: CRMRow, _ found: Dossier, _ connection: Connection, readAt: Int64, in reading: StoreReading
  ) throws -> Bool {
    guard let noted = found.stamps?.stageModifiedAt, row.modifiedAt <= noted else { return false }
    if row.modifiedAt < noted { return true }
    let written = try stageEffects(of: found.key, connection, in: reading).last { $0.state == .done }?.changedAt
    return written.map { readAt < $0 } ?? false
  }

  private func forget(
    _ found: Dossier?, at now: Int64, _ rules: RulesInForce, in transaction: StoreTransaction
  ) throws -> IngestOutcome {
    guard let found else { return .unchanged }
    let event = Event(id: Text(time.identifier()), at: now, .deleted)
    let result = step(found, event, rules)
    guard result.isChanged else { return .unchanged }
    _ = try apply(result, event: event.id, rules.loaded, in: transaction)
    try audit(
      "record.deleted", subject: "\(found.key.kind)/\(found.key.id)", by: nil, payload: [], at: now, in: transaction)
    return .deleted
  }
}

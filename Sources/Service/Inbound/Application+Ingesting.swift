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
  /// - Parameter identity: the integration's user, whose writes with our own values are echoes.
  func ingest(
    _ row: CRMRow, _ object: ObjectMapping, connection: Connection, identity: String?, in transaction: StoreTransaction
  ) throws -> IngestOutcome {
    let now = time.now()
    let rules = try rules(at: now, in: transaction)
    let key = RecordKey(kind: row.kind, id: row.id)
    let stored = try dossier(key, rules.loaded, in: transaction)
    if row.isDeleted { return try forget(stored, at: now, rules, in: transaction) }
    let found = stored ?? Dossier(key)
    let isOurs = row.modifiedBy != nil && row.modifiedBy?.string == identity
    if let known = found.stamps, row.modifiedAt < known.modifiedAt { return .stale }
    if found.isStored, !isOurs, try transaction.retryEffects(of: key, connection: connection.name, at: now) > 0 {
      // Somebody changed the record: what the CRM refused for it may be right now.
      wake.signal()
    }
    var change = CRMChange(
      attributes: attributes(of: row, rules.loaded), owner: row.owner,
      stamps: CRMStamps(
        modified: row.modified, modifiedAt: row.modifiedAt, stageModifiedAt: found.stamps?.stageModifiedAt),
      by: row.modifiedBy, isOurs: isOurs)
    if object.stageField != nil, let stage = row.stage {
      try tell(stage, of: row, found, isOurs: isOurs, connection, into: &change, at: now, in: transaction)
    }
    let event = Event(id: Text("\(row.id)@\(row.modified)"), at: row.modifiedAt, by: row.modifiedBy, .changed(change))
    let result = step(found, event, rules)
    _ = try apply(result, event: event.id, in: transaction)
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

  /// The values that a row has, as the attributes' types read them.
  private func attributes(of row: CRMRow, _ loaded: LoadedPlaybook) -> [Record.Attribute] {
    let kind = loaded.definition.kinds.first { $0.name == row.kind }
    return row.fields.compactMap { field in
      guard let definition = kind?.attributes.first(where: { $0.name == field.attribute }) else { return nil }
      return Record.Attribute(
        name: field.attribute, value: Self.value(field.value, definition, kind: row.kind, loaded))
    }
  }

  /// The value as the attribute's type reads it; what does not fit the type is unknown, never a wrong value.
  private static func value(
    _ json: JSON, _ definition: AttributeDefinition, kind: Text, _ loaded: LoadedPlaybook
  ) -> Value {
    if json.isNull { return .unknown }
    let document = JSON.object([
      JSON.Member("kind", .string(kind)), JSON.Member("id", .string("x")),
      JSON.Member("attributes", .object([JSON.Member(definition.name, json)])),
    ])
    return (try? loaded.reader.record(document.bytes))?.attributes.first?.value ?? .unknown
  }

  /// What the row's stage says, beside the writes of ours that the CRM does not have yet.
  ///
  /// While our own write is on its way, the stage that it starts from is no news. Where a person was there before us,
  /// what we wanted to write is no longer right, and where the CRM stood is what the person moved away from.
  private func tell(
    _ stage: Text, of row: CRMRow, _ found: Dossier, isOurs: Bool, _ connection: Connection,
    into change: inout CRMChange, at now: Int64, in transaction: StoreTransaction
  ) throws {
    guard found.isStored else {
      change.stage = stage
      return
    }
    if let noted = found.stamps?.stageModifiedAt, row.modifiedAt <= noted { return }
    let pending = try pendingStages(of: found.key, connection, in: transaction)
    if stage == found.record.stage {
      // The CRM is where we want it: by a write of ours whose answer was lost, or by somebody else, who made needless
      // what waits unsent. A later write must not start from where the CRM stood before.
      if isOurs {
        for effect in pending where StageEffect(payload: effect.payload)?.to == stage {
          try transaction.confirmEffect(effect.id, at: now)
        }
      }
    } else {
      let writes = pending.compactMap { StageEffect(payload: $0.payload) }
      if writes.contains(where: { $0.starts(at: stage) }) { return }
      change.stage = stage
      change.stood = writes.first?.from
    }
    try transaction.supersedeEffects(of: found.key, kind: "stage", connection: connection.name, except: "", at: now)
  }

  /// The stage writes that the CRM does not have yet: those that wait or are under way, and the newest if the CRM refused
  /// it; while it stands where that one starts, nobody moved the record.
  private func pendingStages(
    of key: RecordKey, _ connection: Connection, in transaction: StoreTransaction
  ) throws -> [Effect] {
    let all = try transaction.effects(of: key).filter { $0.kind == "stage" && $0.connection == connection.name }
    let open = all.filter { $0.state == .waiting || $0.state == .claimed }
    if open.isEmpty, let last = all.last, last.state == .dead { return [last] }
    return open
  }

  private func forget(
    _ found: Dossier?, at now: Int64, _ rules: RulesInForce, in transaction: StoreTransaction
  ) throws -> IngestOutcome {
    guard let found else { return .unchanged }
    let event = Event(id: Text(time.identifier()), at: now, .deleted)
    let result = step(found, event, rules)
    guard result.isChanged else { return .unchanged }
    _ = try apply(result, event: event.id, in: transaction)
    try audit(
      "record.deleted", subject: "\(found.key.kind)/\(found.key.id)", by: nil, payload: [], at: now, in: transaction)
    return .deleted
  }
}

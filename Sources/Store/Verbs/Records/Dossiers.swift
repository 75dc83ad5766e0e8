public import FEEL
public import Sales

/// A dossier as it lies in the store; a playbook is needed to read its documents.
public struct StoredDossier: Sendable {
  /// The record's row, with its revision.
  public var record: StoredRecord
  /// The sheets that count and were not erased, in the order of their arrival; each as captured by the server's clock.
  public var submissions: [Submission]
  /// Those that are not decided, oldest first.
  public var proposals: [StoredProposal]
  /// Those that are open, oldest first.
  public var asks: [Ask]
  /// The last decision; nil: it was never judged, or is deleted.
  public var outcome: RecordOutcome?
}

extension StoreReading {
  /// The revision of a record; nil: there is none.
  public func revision(of key: RecordKey) throws -> Int64? {
    try first("SELECT revision FROM record WHERE kind = $1 AND id = $2", values(key.kind, key.id)) { try $0.next() }
  }

  /// All that is stored of a record, or nil. Five statements.
  ///
  /// - Parameter sheet: gives the sheet in an envelope; nil: it cannot be read, and is left out.
  public func dossier(_ key: RecordKey, sheet: (_ envelope: [UInt8]) -> Submission?) throws -> StoredDossier? {
    guard let record = try record(key) else { return nil }
    let submissions: [Submission?] = try list(Self.evidence, values(key.kind, key.id)) { columns in
      let adjustedAt: Int64 = try columns.next()
      guard var submission = sheet(try columns.next()) else { return nil }
      submission.capturedAt = adjustedAt
      return submission
    }
    return StoredDossier(
      record: record, submissions: submissions.compactMap { $0 }, proposals: try openProposals(of: key),
      asks: try openAsks(of: key), outcome: try outcome(key))
  }

  private static let evidence = """
    SELECT adjusted_at, envelope FROM submission
    WHERE record_kind = $1 AND record_id = $2 AND state = 'judged' AND envelope IS NOT NULL ORDER BY number
    """
}

extension StoreTransaction {
  /// Stores what a step changed, but for submissions, whose envelopes the step does not know, and effects, whose
  /// connections it does not know.
  ///
  /// - Parameters:
  ///   - result: of a step whose dossier was read from this store.
  ///   - event: the event's id, for the histories.
  ///   - now: real time, epoch milliseconds, for the histories.
  /// - Returns: false: the record changed since the dossier was read, and nothing was stored.
  public func apply(_ result: StepResult, event: Text, at now: Int64) throws -> Bool {
    if !result.isChanged { return true }
    let dossier = result.dossier
    let key = dossier.key
    guard try save(result) else { return false }
    for (place, change) in result.changes.enumerated() {
      let origin = HistoryPlace(key: key, revision: dossier.revision, place: place)
      switch change {
      case .attribute(let change): try add(change, origin, event: event, at: now)
      case .stage(let change): try add(change, origin)
      case .outcomeMoved(let change): try add(change, origin, event: event)
      case .proposal(let proposal): try upsert(proposal)
      case .ask(let ask): try upsert(ask)
      case .outcome(let outcome?): try upsert(outcome)
      case .outcome(nil): try run("DELETE FROM outcome WHERE kind = $1 AND id = $2", values(key.kind, key.id))
      case .related, .owner, .pipeline, .stamps, .deleted, .episode, .lowestStage, .gateKept, .gateLost, .watermark,
        .hold, .override, .promotions, .reasonsErased, .submission, .submissionWithdrawn, .refusal, .refusalsForgotten:
        // In the record's row.
        continue
      }
    }
    return true
  }

  /// The record's row, if it is still the one that was read.
  private func save(_ result: StepResult) throws -> Bool {
    let dossier = result.dossier
    let key = dossier.key
    let isNew = dossier.revision == 1
    let document = isNew || result.changes.contains { $0.isOfDocument } ? dossier.document() : nil
    if isNew {
      let row = StoredRecord(
        key: key, document: document ?? [], state: dossier.state(), pipeline: dossier.record.pipeline,
        stage: dossier.record.stage, owner: dossier.record.owner, stamps: dossier.stamps, deletedAt: dossier.deletedAt,
        revision: 1, updatedAt: dossier.changedAt ?? 0)
      return try insertOnce(row)
    }
    var writer = ColumnWriter()
    writer.add(key)
    writer.add(dossier.revision)
    writer.add(dossier.state())
    writer.add(dossier.record.pipeline)
    writer.add(dossier.record.stage)
    writer.add(dossier.record.owner)
    writer.add(dossier.stamps?.modified)
    writer.add(dossier.stamps?.modifiedAt)
    writer.add(dossier.stamps?.stageModifiedAt)
    writer.add(dossier.deletedAt)
    writer.add(dossier.changedAt)
    guard let document else { return try run(Self.update, writer.values) == 1 }
    writer.add(document)
    return try run(Self.updateWithDocument, writer.values) == 1
  }

  private static let columns = """
    state = $4, pipeline = $5, stage = $6, owner = $7, modified = $8, modified_at = $9, stage_modified_at = $10,
      deleted_at = $11, revision = $3, updated_at = $12
    """
  private static let update = "UPDATE record SET \(columns) WHERE kind = $1 AND id = $2 AND revision = $3 - 1"
  private static let updateWithDocument =
    "UPDATE record SET \(columns), document = $13 WHERE kind = $1 AND id = $2 AND revision = $3 - 1"
}

extension Change {
  /// Whether it changes what `Dossier.document` writes.
  fileprivate var isOfDocument: Bool {
    switch self {
    case .attribute, .related: true
    default: false
    }
  }
}

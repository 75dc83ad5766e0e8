public import FEEL
public import Sales

/// A record as it lies in the store. What it holds in columns is what queries ask for; all else is in two documents, of
/// which the first changes rarely and the second with most steps.
public struct StoredRecord: Hashable, Sendable {
  /// Kind and id.
  public var key: RecordKey
  /// The record's line of NDJSON, without stage, owner, pipeline, submissions and history.
  public var document: [UInt8]
  /// What the episode left behind, as `Dossier.state` writes it.
  public var state: [UInt8]
  /// The pipeline that it names; nil: the only one of its kind.
  public var pipeline: Text?
  /// The stated stage, as the CRM names it.
  public var stage: Text?
  /// The CRM's id of the owner.
  public var owner: Text?
  /// What the CRM's last row said of itself; nil for a record that came from a file.
  public var stamps: CRMStamps?
  /// When the CRM deleted it, epoch milliseconds; such a record is history.
  public var deletedAt: Int64?
  /// Counts the steps that changed something, from 1.
  public var revision: Int64
  /// The instant of the last step that changed something, epoch milliseconds.
  public var updatedAt: Int64

  /// A row as a step leaves it.
  public init(
    key: RecordKey, document: [UInt8], state: [UInt8], pipeline: Text? = nil, stage: Text? = nil, owner: Text? = nil,
    stamps: CRMStamps? = nil, deletedAt: Int64? = nil, revision: Int64, updatedAt: Int64
  ) {
    self.key = key
    self.document = document
    self.state = state
    self.pipeline = pipeline
    self.stage = stage
    self.owner = owner
    self.stamps = stamps
    self.deletedAt = deletedAt
    self.revision = revision
    self.updatedAt = updatedAt
  }
}

extension StoredRecord: TableRow {
  static let table = Table(
    "record", key: ["kind", "id"],
    [
      "kind", "id", "document", "state", "pipeline", "stage", "owner", "modified", "modified_at", "stage_modified_at",
      "deleted_at", "revision", "updated_at",
    ])

  init(_ columns: inout ColumnReader) throws {
    key = try columns.next()
    document = try columns.next()
    state = try columns.next()
    pipeline = try columns.next()
    stage = try columns.next()
    owner = try columns.next()
    let modified: Text? = try columns.next()
    let modifiedAt: Int64? = try columns.next()
    let stageModifiedAt: Int64? = try columns.next()
    if let modified, let modifiedAt {
      stamps = CRMStamps(modified: modified, modifiedAt: modifiedAt, stageModifiedAt: stageModifiedAt)
    }
    deletedAt = try columns.next()
    revision = try columns.next()
    updatedAt = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(key)
    columns.add(document)
    columns.add(state)
    columns.add(pipeline)
    columns.add(stage)
    columns.add(owner)
    columns.add(stamps?.modified)
    columns.add(stamps?.modifiedAt)
    columns.add(stamps?.stageModifiedAt)
    columns.add(deletedAt)
    columns.add(revision)
    columns.add(updatedAt)
  }
}

extension StoreReading {
  /// The record of that key, or nil.
  public func record(_ key: RecordKey) throws -> StoredRecord? {
    try first(StoredRecord.byKey, values(key.kind, key.id))
  }

  /// Records by kind and id, those after `key`: page by page through all of them in short reads.
  ///
  /// - Complexity: O(limit), wherever the page begins.
  public func records(after key: RecordKey?, limit: Int) throws -> [StoredRecord] {
    guard let key else { return try list("\(StoredRecord.table.select) ORDER BY kind, id LIMIT $1", values(limit)) }
    return try list(
      "\(StoredRecord.table.select) WHERE (kind, id) > ($1, $2) ORDER BY kind, id LIMIT $3",
      values(key.kind, key.id, limit))
  }

  /// The keys of records by kind and id, those after `key`.
  ///
  /// - Complexity: O(limit), wherever the page begins.
  public func recordKeys(after key: RecordKey?, limit: Int) throws -> [RecordKey] {
    try list(
      "SELECT kind, id FROM record WHERE (kind, id) > ($1, $2) ORDER BY kind, id LIMIT $3",
      values(key?.kind ?? "", key?.id ?? "", limit)
    ) { try $0.next() }
  }

  /// The records with these ids, of whatever kind, by kind and id.
  ///
  /// - Throws: `StoreError.unsuitable` for more than 16,384 ids.
  public func records(ids: [Text]) throws -> [StoredRecord] {
    if ids.isEmpty { return [] }
    let condition = try ListCondition(ids, first: 1)
    return try list(
      "\(StoredRecord.table.select) WHERE id IN (\(condition.places)) ORDER BY kind, id", condition.values)
  }

  /// How many records there are.
  ///
  /// - Complexity: O(records).
  public func recordCount() throws -> Int { Int(try number("SELECT count(*) FROM record")) }
}

extension StoredRecord {
  static let byKey = "\(table.select) WHERE kind = $1 AND id = $2"
}

extension StoreTransaction {
  /// Raises a record's revision after something was changed of it beside its steps: what was read of it before, by
  /// whomever, is not stored any more.
  public func raiseRevision(of key: RecordKey) throws {
    try run("UPDATE record SET revision = revision + 1 WHERE kind = $1 AND id = $2", values(key.kind, key.id))
  }

  /// Remembers that a write of ours brought the CRM's stage about: rows up to that stamp no longer tell it. Raises the
  /// revision, since a step that was prepared meanwhile must not take it back.
  ///
  /// - Parameter instant: the stamp that the row had before the write, epoch milliseconds.
  public func noteStageWrite(of key: RecordKey, at instant: Int64) throws {
    try run(
      """
      UPDATE record SET stage_modified_at = max(coalesce(stage_modified_at, $3), $3), revision = revision + 1
      WHERE kind = $1 AND id = $2
      """, values(key.kind, key.id, instant))
  }
}

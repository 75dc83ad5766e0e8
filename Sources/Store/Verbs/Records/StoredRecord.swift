public import FEEL
public import Sales

/// A record as the CRM last told it, with what this system remembers of its episode.
public struct StoredRecord: Hashable, Sendable {
  public var key: RecordKey
  /// The canonical line of the record, without submissions and history.
  public var document: [UInt8]
  public var pipeline: Text?
  /// The stated stage, as the CRM names it.
  public var stage: Text?
  public var owner: Text?
  /// The CRM's modification stamp, verbatim.
  public var modified: Text?
  /// The same stamp in epoch milliseconds.
  public var modifiedAt: Int64?
  /// Rows of the CRM up to this stamp, epoch milliseconds, no longer tell its stage: a write of ours came after them.
  public var stageModifiedAt: Int64?
  /// When the CRM deleted it, epoch milliseconds; such a record is history.
  public var deletedAt: Int64?
  /// Counts the changes that this system saw; set by the caller.
  public var revision: Int64
  /// Epoch milliseconds.
  public var updatedAt: Int64
  /// Start of the episode, epoch milliseconds.
  public var episodeStart: Int64?
  /// The lowest stage that the record has stood at in this episode.
  public var lowestStage: Text?
  /// The local day that `promotedCount` counts, as days since 1970-01-01.
  public var promotedDay: Int64?
  /// Stages promoted on that day.
  public var promotedCount: Int
  /// Bars promotion.
  public var hold: History.PersonsWord?
  /// The stage that a person sees the record at.
  public var override: History.PersonsWord?

  public init(
    key: RecordKey, document: [UInt8], pipeline: Text? = nil, stage: Text? = nil, owner: Text? = nil,
    modified: Text? = nil, modifiedAt: Int64? = nil, stageModifiedAt: Int64? = nil, deletedAt: Int64? = nil,
    revision: Int64, updatedAt: Int64,
    episodeStart: Int64? = nil, lowestStage: Text? = nil, promotedDay: Int64? = nil, promotedCount: Int = 0,
    hold: History.PersonsWord? = nil, override: History.PersonsWord? = nil
  ) {
    self.key = key
    self.document = document
    self.pipeline = pipeline
    self.stage = stage
    self.owner = owner
    self.modified = modified
    self.modifiedAt = modifiedAt
    self.stageModifiedAt = stageModifiedAt
    self.deletedAt = deletedAt
    self.revision = revision
    self.updatedAt = updatedAt
    self.episodeStart = episodeStart
    self.lowestStage = lowestStage
    self.promotedDay = promotedDay
    self.promotedCount = promotedCount
    self.hold = hold
    self.override = override
  }
}

extension StoredRecord: TableRow {
  static let table = Table(
    "record", key: ["kind", "id"],
    [
      "kind", "id", "document", "pipeline", "stage", "owner", "modified", "modified_at",
      "stage_modified_at", "deleted_at", "revision",
      "updated_at", "episode_start", "lowest_stage", "promoted_day", "promoted_count", "hold_by", "hold_reason",
      "hold_stage", "hold_until", "override_by", "override_reason", "override_stage", "override_until",
    ])

  init(_ columns: inout ColumnReader) throws {
    key = try columns.next()
    document = try columns.next()
    pipeline = try columns.next()
    stage = try columns.next()
    owner = try columns.next()
    modified = try columns.next()
    modifiedAt = try columns.next()
    stageModifiedAt = try columns.next()
    deletedAt = try columns.next()
    revision = try columns.next()
    updatedAt = try columns.next()
    episodeStart = try columns.next()
    lowestStage = try columns.next()
    promotedDay = try columns.next()
    promotedCount = try columns.next()
    hold = try columns.next()
    override = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(key)
    columns.add(document)
    columns.add(pipeline)
    columns.add(stage)
    columns.add(owner)
    columns.add(modified)
    columns.add(modifiedAt)
    columns.add(stageModifiedAt)
    columns.add(deletedAt)
    columns.add(revision)
    columns.add(updatedAt)
    columns.add(episodeStart)
    columns.add(lowestStage)
    columns.add(promotedDay)
    columns.add(promotedCount)
    columns.add(hold)
    columns.add(override)
  }
}

public import Sales

/// A nightly run over all records and how far it came.
public struct NightRun: Hashable, Sendable {
  /// Made of the instant and the version, so that a repetition finds it.
  public var id: String
  /// The instant that it judges at, epoch milliseconds.
  public var asOf: Int64
  /// The version in force then.
  public var playbook: String
  /// Epoch milliseconds.
  public var startedAt: Int64
  /// Nil: it was interrupted, or goes on.
  public var finishedAt: Int64?
  /// The last record that is done.
  public var cursor: RecordKey?
  /// The counts so far, a JSON document.
  public var counts: [UInt8]
  /// The report of a finished run.
  public var report: [UInt8]?

  /// A run that begins with the first record, unless said; instants are epoch milliseconds.
  public init(
    id: String, asOf: Int64, playbook: String, startedAt: Int64, finishedAt: Int64? = nil,
    cursor: RecordKey? = nil, counts: [UInt8], report: [UInt8]? = nil
  ) {
    self.id = id
    self.asOf = asOf
    self.playbook = playbook
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.cursor = cursor
    self.counts = counts
    self.report = report
  }
}

extension NightRun: TableRow {
  static let table = Table(
    "night_run", key: ["id"], kept: ["started_at"],
    [
      "id", "as_of", "playbook", "started_at", "finished_at", "cursor_kind", "cursor_id", "counts", "report",
    ])

  init(_ columns: inout ColumnReader) throws {
    id = try columns.next()
    asOf = try columns.next()
    playbook = try columns.next()
    startedAt = try columns.next()
    finishedAt = try columns.next()
    cursor = try columns.next()
    counts = try columns.next()
    report = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(id)
    columns.add(asOf)
    columns.add(playbook)
    columns.add(startedAt)
    columns.add(finishedAt)
    columns.add(cursor)
    columns.add(counts)
    columns.add(report)
  }
}

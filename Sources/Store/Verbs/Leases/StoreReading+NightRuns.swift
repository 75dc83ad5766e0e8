public import FEEL
public import Sales

/// What a nightly run did with one record, where it did something.
public struct NightLine: Hashable, Sendable {
  /// The record that is not as it was.
  public var key: RecordKey
  /// How its night ended: `promoted`, `held`, `incomplete`, `recheck` or `error`.
  public var outcome: Text
  /// The path, what is missing, or what went wrong.
  public var detail: Text

  /// A line of a night's report.
  public init(key: RecordKey, outcome: Text, detail: Text) {
    self.key = key
    self.outcome = outcome
    self.detail = detail
  }
}

extension StoreReading {
  /// The run of that id, or nil.
  public func nightRun(_ id: String) throws -> NightRun? {
    try first("\(NightRun.table.select) WHERE id = $1", values(id))
  }

  /// The newest run that was started after an instant and is not finished, or nil.
  public func unfinishedNightRun(startedAfter instant: Int64) throws -> NightRun? {
    try first(
      """
      \(NightRun.table.select) WHERE finished_at IS NULL AND started_at > $1 ORDER BY started_at DESC, id LIMIT 1
      """, values(instant))
  }

  /// The newest finished run for an instant before another; nil: there is none.
  public func finishedNightRun(before instant: Int64) throws -> NightRun? {
    try first(
      """
      \(NightRun.table.select) WHERE finished_at IS NOT NULL AND as_of < $1 ORDER BY as_of DESC, finished_at DESC LIMIT 1
      """, values(instant))
  }

  /// The lines of a run by kind and id, those after `key`.
  public func nightLines(run id: String, after key: RecordKey?, limit: Int) throws -> [NightLine] {
    try list(
      """
      SELECT record_kind, record_id, outcome, detail FROM night_line
      WHERE run = $1 AND (record_kind, record_id) > ($2, $3) ORDER BY record_kind, record_id LIMIT $4
      """, values(id, key?.kind ?? "", key?.id ?? "", limit)
    ) { columns in NightLine(key: try columns.next(), outcome: try columns.next(), detail: try columns.next()) }
  }
}

extension StoreTransaction {
  /// Stores how far a run has come; in the transaction that stores what it did up to there.
  public func saveNightRun(_ run: NightRun) throws { try upsert(run) }

  /// Adds what a run did with a record; a repetition puts it in place of the line before.
  public func addNightLine(run id: String, key: RecordKey, outcome: Text, detail: Text) throws {
    try run(
      """
      INSERT INTO night_line (run, record_kind, record_id, outcome, detail) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (run, record_kind, record_id) DO UPDATE SET outcome = excluded.outcome, detail = excluded.detail
      """, values(id, key.kind, key.id, outcome, detail))
  }
}

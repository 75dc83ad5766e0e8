public import Sales

extension StoreReading {
  /// The stage history of a record, oldest first.
  public func stageChanges(of key: RecordKey) throws -> [StageChange] {
    try list(
      "\(StageChange.table.select) WHERE record_kind = $1 AND record_id = $2 ORDER BY changed_at, place",
      values(key.kind, key.id))
  }
}

extension StoreTransaction {
  /// Adds to a record's stage history; nothing in it is ever changed.
  public func addStageChange(_ change: StageChange) throws {
    let table = StageChange.table
    let places = (1...table.width).map { "$\($0)" }.joined(separator: ", ")
    try run(
      """
      INSERT INTO stage_change (\(table.columns), place) VALUES (\(places),
        (SELECT coalesce(max(place), 0) + 1 FROM stage_change WHERE record_kind = $2 AND record_id = $3))
      """, change.values)
  }
}

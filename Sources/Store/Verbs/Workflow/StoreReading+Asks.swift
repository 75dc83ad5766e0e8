public import FEEL
public import Sales

extension StoreReading {
  /// What is open for a record, oldest first.
  public func openAsks(of key: RecordKey) throws -> [Ask] {
    try list(
      "\(Ask.table.select) WHERE record_kind = $1 AND record_id = $2 AND done_at IS NULL ORDER BY place",
      values(key.kind, key.id))
  }

  /// What is open, oldest first.
  ///
  /// - Parameter owners: for records of these owners only; nil: for all, the empty list: for none.
  /// - Throws: `StoreError.unsuitable` for more than 16,384 owners.
  public func openAsks(owners: [Text]?, limit: Int) throws -> [Ask] {
    let order = "asked_at, record_kind, record_id, place"
    guard let owners else {
      return try list("\(Ask.table.select) WHERE done_at IS NULL ORDER BY \(order) LIMIT $1", values(limit))
    }
    if owners.isEmpty { return [] }
    let condition = try ListCondition(owners, first: 2)
    return try list(
      """
      SELECT \(Ask.table.columns(of: "a")) FROM ask AS a
      JOIN record AS r ON r.kind = a.record_kind AND r.id = a.record_id
      WHERE a.done_at IS NULL AND r.owner IN (\(condition.places)) ORDER BY \(order) LIMIT $1
      """, values(limit) + condition.values)
  }
}

extension StoreTransaction {
  /// Asks for an assessment, unless that is open already.
  ///
  /// - Returns: false: it is open, and nothing was changed.
  public func addAsk(_ ask: Ask) throws -> Bool {
    try run(
      """
      INSERT INTO ask (\(Ask.table.columns), place) VALUES ($1, $2, $3, $4, $5, $6,
        (SELECT coalesce(max(place), 0) + 1 FROM ask WHERE record_kind = $1 AND record_id = $2))
      ON CONFLICT DO NOTHING
      """, ask.values) == 1
  }

  /// Closes what is open for a record and an assessment.
  ///
  /// - Returns: how many.
  @discardableResult
  public func closeAsks(of key: RecordKey, assessment: Text, at now: Int64) throws -> Int {
    try run(
      """
      UPDATE ask SET done_at = $4
      WHERE record_kind = $1 AND record_id = $2 AND assessment = $3 AND done_at IS NULL
      """, values(key.kind, key.id, assessment, now))
  }
}

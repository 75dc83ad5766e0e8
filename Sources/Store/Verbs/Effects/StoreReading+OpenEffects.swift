public import FEEL
public import Sales

extension StoreReading {
  /// What waits or is under way for a record, in the order in which it is to be carried out.
  public func unfinishedEffects(of key: RecordKey, kind: Text, connection: String) throws -> [Effect] {
    try list(
      """
      \(Effect.table.select)
      WHERE connection = $1 AND record_kind = $2 AND record_id = $3 AND kind = $4 AND is_open = 1 ORDER BY place, id
      """, values(connection, key.kind, key.id, kind))
  }

  /// The effects of a connection that wait, in the order in which they were made.
  public func waitingEffects(connection: String, limit: Int) throws -> [Effect] {
    try list(
      """
      \(Effect.table.select) WHERE connection = $1 AND is_open = 1 ORDER BY created_at, place, id LIMIT $2
      """, values(connection, limit))
  }
}

extension StoreTransaction {
  /// Makes due what waits until a time that cannot be meant, after the clock was set back.
  ///
  /// - Parameter latest: the farthest time that a wait can be for, epoch milliseconds.
  @discardableResult
  public func hastenEffects(waitingBeyond latest: Int64, now: Int64) throws -> Int {
    try run(
      "UPDATE effect SET not_before = $2, due = $2 WHERE state = 'waiting' AND not_before > $1", values(latest, now))
  }
}

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
  /// Makes due what waits until a time that cannot be meant, after the clock was set back: one that is too far, or that
  /// was chosen at a moment that is still to come.
  ///
  /// - Parameter latest: the farthest time that a wait can be for, epoch milliseconds.
  @discardableResult
  public func hastenEffects(waitingBeyond latest: Int64, now: Int64) throws -> Int {
    try run(
      """
      UPDATE effect SET not_before = $2, due = $2
      WHERE state = 'waiting' AND (not_before > $1 OR not_before > $2 AND changed_at > $2)
      """, values(latest, now))
  }

  /// The same for new events.
  @discardableResult
  public func hastenEvents(waitingBeyond latest: Int64, now: Int64) throws -> Int {
    try run("UPDATE inbound_event SET not_before = $2 WHERE state = 'new' AND not_before > $1", values(latest, now))
  }

  /// Lets the dead effects of a record and kind be tried again, as if they were new: for kinds whose effects are each
  /// their own, such as results. Of a result a part may have come through.
  ///
  /// - Returns: how many.
  @discardableResult
  public func retryEffects(of key: RecordKey, kind: Text, connection: String, at now: Int64) throws -> Int {
    try run(
      """
      UPDATE effect SET state = 'waiting', is_open = 1, attempts = 0, not_before = $4, due = $4, changed_at = $4,
        outcome_unknown = 1
      WHERE record_kind = $1 AND record_id = $2 AND connection = $3 AND kind = $5 AND state = 'dead'
      """, values(key.kind, key.id, connection, now, kind))
  }
}

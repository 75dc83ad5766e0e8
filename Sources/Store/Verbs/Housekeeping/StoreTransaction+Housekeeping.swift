/// What has had its time is removed some rows at a time, so that no transaction is long. Each verb is to be called until
/// it removes fewer rows than it may.
extension StoreTransaction {
  /// Removes answers to repeated requests that were given before an instant, oldest first.
  ///
  /// - Returns: how many.
  public func removeIdempotentAnswers(before instant: Int64, limit: Int) throws -> Int {
    try run(
      """
      DELETE FROM idempotent_answer WHERE (person, request_key) IN (
        SELECT person, request_key FROM idempotent_answer WHERE created_at < $1 ORDER BY created_at LIMIT $2)
      """, values(instant, limit))
  }

  /// Removes tokens, sessions and links that ended, by expiry or revocation, before an instant.
  ///
  /// - Returns: how many.
  public func removeTokens(endedBefore instant: Int64, limit: Int) throws -> Int {
    try run(
      """
      DELETE FROM access_token WHERE id IN (
        SELECT id FROM access_token WHERE expires_at < $1 OR revoked_at < $1 LIMIT $2)
      """, values(instant, limit))
  }

  /// Removes effects that were carried out, or became needless, before an instant. The newest of each record, connection
  /// and kind stays: by it a repetition, and the CRM's echo of our own write, are known, and places go on from it.
  ///
  /// - Returns: how many.
  public func removeEffects(endedBefore instant: Int64, limit: Int) throws -> Int {
    try run(
      """
      DELETE FROM effect WHERE id IN (
        SELECT e.id FROM effect AS e WHERE e.state IN ('done', 'superseded') AND e.changed_at < $1
          AND EXISTS (
            SELECT 1 FROM effect AS newer
            WHERE newer.record_kind = e.record_kind AND newer.record_id = e.record_id
              AND newer.connection = e.connection AND newer.kind = e.kind
              AND (newer.place, newer.id) > (e.place, e.id))
        ORDER BY e.changed_at LIMIT $2)
      """, values(instant, limit))
  }

  /// Removes hints from outside that were done with before an instant.
  ///
  /// - Returns: how many.
  public func removeEvents(finishedBefore instant: Int64, limit: Int) throws -> Int {
    try run(
      """
      DELETE FROM inbound_event WHERE (source, id) IN (
        SELECT source, id FROM inbound_event
        WHERE finished_at IS NOT NULL AND finished_at < $1 ORDER BY finished_at LIMIT $2)
      """, values(instant, limit))
  }
}

extension StoreTransaction {
  /// Erases what an effect carried, and what the other system said of it. One that waits or was refused ends by it: it
  /// is never sent. One that is under way is left alone.
  ///
  /// - Returns: false: it is under way.
  public func eraseEffect(_ id: String, at now: Int64) throws -> Bool {
    try run(
      """
      UPDATE effect SET payload = $2, changed_at = $3, is_open = 0, failure_class = NULL, failure_code = NULL,
        failure_message = CASE WHEN state IN ('waiting', 'dead') THEN 'its answers were erased before it was sent' END,
        state = CASE WHEN state IN ('waiting', 'dead') THEN 'superseded' ELSE state END
      WHERE id = $1 AND state <> 'claimed'
      """, values(id, Array("{}".utf8), now)) == 1
  }
}

public import FEEL
public import Sales

extension StoreTransaction {
  /// Stores an effect, in the transaction that decided it.
  public func insertEffect(_ effect: Effect) throws {
    let table = Effect.table
    let places = (1...table.width + 2).map { "$\($0)" }.joined(separator: ", ")
    let isOpen = effect.state == .waiting || effect.state == .claimed
    try run(
      "INSERT INTO effect (\(table.columns), is_open, due) VALUES (\(places))",
      effect.values + values(isOpen, effect.leaseUntil ?? effect.notBefore))
  }

  /// Ends the effects of a record that something newer makes needless: those that wait, and those that were refused,
  /// which nobody must send any more. Those that somebody is at are left alone: they may be on their way.
  ///
  /// - Parameter place: only those before it; nil: all.
  /// - Returns: those that were ended.
  @discardableResult
  public func supersedeEffects(
    of key: RecordKey, kind: Text, connection: String, before place: Int64? = nil, at now: Int64
  ) throws -> [Effect] {
    try list(
      """
      UPDATE effect SET state = 'superseded', is_open = 0, changed_at = $5
      WHERE connection = $1 AND record_kind = $2 AND record_id = $3 AND kind = $4 AND place < $6
        AND state IN ('waiting', 'dead')
      RETURNING \(Effect.table.columns)
      """, values(connection, key.kind, key.id, kind, now, place ?? Int64.max))
  }

  /// Ends a dead effect that must not be sent any more, with what came after it.
  ///
  /// - Returns: false: it is not dead.
  @discardableResult
  public func supersedeDeadEffect(_ id: String, note: Text, at now: Int64) throws -> Bool {
    try run(
      "UPDATE effect SET state = 'superseded', failure_message = $3, changed_at = $2 WHERE id = $1 AND state = 'dead'",
      values(id, now, note)) == 1
  }

  /// Ends an effect as done that waits because its outcome was unknown, and that the other system shows by now.
  ///
  /// - Returns: false: it does not wait, or it is known that it was never carried out.
  @discardableResult
  public func confirmEffect(_ id: String, at now: Int64) throws -> Bool {
    try run(
      """
      UPDATE effect SET state = 'done', is_open = 0, outcome_unknown = 0, failure_class = NULL, failure_code = NULL,
        failure_message = NULL, changed_at = $2
      WHERE id = $1 AND state = 'waiting' AND outcome_unknown = 1
      """, values(id, now)) == 1
  }

  /// Claims what is due: waiting effects whose time has come, and claimed ones whose lease has run out (whose outcome is
  /// then unknown). Of one record and connection only the first unfinished one, so that their order holds whoever
  /// works on them.
  ///
  /// - Returns: the claimed ones, each with its new token; in the order of their becoming due.
  public func claimEffects(
    connection: String, kind: Text, holder: String, now: Int64, leaseUntil: Int64, limit: Int
  ) throws -> [Effect] {
    let claimed: [Effect] = try list(
      """
      UPDATE effect SET state = 'claimed', holder = $3, lease_until = $5, due = $5, token = token + 1,
        attempts = attempts + 1, changed_at = $4,
        outcome_unknown = CASE WHEN state = 'claimed' THEN 1 ELSE outcome_unknown END
      WHERE id IN (
        SELECT e.id FROM effect AS e
        WHERE e.connection = $1 AND e.kind = $2 AND e.is_open = 1 AND e.due <= $4
          AND NOT EXISTS (
            SELECT 1 FROM effect AS earlier
            WHERE earlier.connection = e.connection AND earlier.record_kind = e.record_kind
              AND earlier.record_id = e.record_id AND earlier.is_open = 1
              AND (earlier.place, earlier.id) < (e.place, e.id))
        ORDER BY e.due, e.place, e.id LIMIT $6)
      RETURNING \(Effect.table.columns)
      """, values(connection, kind, holder, now, leaseUntil, limit))
    return claimed.sorted { ($0.notBefore, $0.place, $0.id) < ($1.notBefore, $1.place, $1.id) }
  }

  /// Records what came of attempts. A token that is not the effect's present one any more (the lease ran out and another
  /// claimed it, or it was released) changes nothing: whoever has the present one decides.
  ///
  /// - Returns: how many were recorded.
  @discardableResult
  public func finishEffects(
    _ results: [(id: String, token: Int64, result: EffectResult)], at now: Int64
  ) throws -> Int {
    try results.reduce(0) { count, finished in
      try count + finish(finished.id, finished.token, finished.result, now)
    }
  }

  private func finish(_ id: String, _ token: Int64, _ result: EffectResult, _ now: Int64) throws -> Int {
    func end(_ state: EffectState, _ kind: Text?, _ code: Text?, _ message: Text?) throws -> Int {
      try run(
        """
        UPDATE effect SET state = $4, is_open = 0, lease_until = NULL, holder = NULL, failure_class = $5,
          failure_code = $6, failure_message = $7, changed_at = $3,
          outcome_unknown = CASE WHEN $4 = 'done' THEN 0 ELSE outcome_unknown END
        WHERE id = $1 AND token = $2 AND state = 'claimed'
        """, values(id, token, now, state, kind, code, message))
    }
    switch result {
    case .done: return try end(.done, nil, nil, nil)
    case .dead(let kind, let code, let message): return try end(.dead, kind, code, message)
    case .superseded(let note): return try end(.superseded, nil, nil, note)
    case .retry(let notBefore, let kind, let code, let message, let outcomeUnknown, let counts):
      return try run(
        """
        UPDATE effect SET state = 'waiting', lease_until = NULL, holder = NULL, not_before = $4, due = $4,
          failure_class = $5, failure_code = $6, failure_message = $7, changed_at = $3,
          outcome_unknown = CASE WHEN $8 = 1 THEN 1 ELSE outcome_unknown END, attempts = attempts - $9
        WHERE id = $1 AND token = $2 AND state = 'claimed'
        """,
        values(id, token, now, notBefore, kind, code, message, outcomeUnknown, counts ? 0 : 1))
    }
  }

  /// Gives back what others than `holder` have claimed, at once instead of when their leases run out: for whoever has
  /// just taken over the server's lease, and so knows that they are gone. What they did is unknown. They were due when
  /// they were claimed, so they are now, though the clock was set back meanwhile.
  ///
  /// - Returns: how many.
  @discardableResult
  public func releaseClaims(holderNot holder: String, now: Int64) throws -> Int {
    try run(
      """
      UPDATE effect SET state = 'waiting', lease_until = NULL, holder = NULL, outcome_unknown = 1, changed_at = $2,
        not_before = CASE WHEN not_before > $2 THEN $2 ELSE not_before END,
        due = CASE WHEN not_before > $2 THEN $2 ELSE not_before END
      WHERE state = 'claimed' AND holder <> $1
      """, values(holder, now))
  }

  /// Lets a dead effect be tried again, as if it were new; what was not known of its outcome still is not, and of a
  /// result a part may have come through. The caller sees to it that nothing newer came after it.
  ///
  /// - Returns: false: it is not dead.
  @discardableResult
  public func retryEffect(_ id: String, at now: Int64) throws -> Bool {
    try run(
      """
      UPDATE effect SET state = 'waiting', is_open = 1, attempts = 0, not_before = $2, due = $2, changed_at = $2,
        outcome_unknown = CASE WHEN kind = 'result' THEN 1 ELSE outcome_unknown END
      WHERE id = $1 AND state = 'dead'
      """, values(id, now)) == 1
  }
}

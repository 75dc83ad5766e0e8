internal import FEEL
public import Sales

extension StoreReading {
  /// The gates that the record passed in this episode, in the order in which they were stored.
  public func gates(of key: RecordKey) throws -> [History.KeptGate] {
    try list(
      """
      SELECT from_stage, to_stage, rule, passed_at, playbook FROM kept_gate
      WHERE record_kind = $1 AND record_id = $2 ORDER BY place
      """, values(key.kind, key.id)
    ) { columns in
      History.KeptGate(
        from: try columns.next(), to: try columns.next(), rule: try columns.next(), passedAt: try columns.next(),
        playbook: try columns.next())
    }
  }

  /// The moves backwards and refusals of this episode, as they came.
  public func watermarks(of key: RecordKey) throws -> [History.Watermark] {
    try list(
      """
      SELECT from_stage, to_stage, set_at, person, reason FROM watermark
      WHERE record_kind = $1 AND record_id = $2 ORDER BY place
      """, values(key.kind, key.id)
    ) { columns in
      History.Watermark(
        from: try columns.next(), to: try columns.next(), at: try columns.next(), by: try columns.next(),
        reason: try columns.next())
    }
  }
}

extension StoreTransaction {
  /// Puts these gates in place of those that the record had.
  public func replaceGates(of key: RecordKey, with gates: [History.KeptGate]) throws {
    try run("DELETE FROM kept_gate WHERE record_kind = $1 AND record_id = $2", values(key.kind, key.id))
    for (place, gate) in gates.enumerated() {
      try run(
        """
        INSERT INTO kept_gate (record_kind, record_id, place, from_stage, to_stage, rule, passed_at, playbook)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """, values(key.kind, key.id, place, gate.from, gate.to, gate.rule, gate.passedAt, gate.playbook))
    }
  }

  /// Adds a move backwards or a refusal.
  public func addWatermark(_ watermark: History.Watermark, to key: RecordKey) throws {
    try run(
      """
      INSERT INTO watermark (record_kind, record_id, place, from_stage, to_stage, set_at, person, reason)
      VALUES ($1, $2, (SELECT coalesce(max(place), 0) + 1 FROM watermark WHERE record_kind = $1 AND record_id = $2),
        $3, $4, $5, $6, $7)
      """,
      values(
        key.kind, key.id, watermark.from, watermark.to, watermark.at, watermark.by, watermark.reason))
  }

  /// Forgets gates and watermarks: a new episode begins without them.
  public func clearEpisode(of key: RecordKey) throws {
    try run("DELETE FROM kept_gate WHERE record_kind = $1 AND record_id = $2", values(key.kind, key.id))
    try run("DELETE FROM watermark WHERE record_kind = $1 AND record_id = $2", values(key.kind, key.id))
  }
}

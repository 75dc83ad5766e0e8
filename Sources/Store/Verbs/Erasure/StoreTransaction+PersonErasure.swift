public import FEEL
public import Sales

extension StoreReading {
  /// The records that a person had anything to say about: submitted, moved, held, overrode, decided.
  ///
  /// - Complexity: O(submissions + history + records): what persons said of a record stands in its state.
  public func records(touchedBy person: Text) throws -> [RecordKey] {
    try list(
      """
      SELECT record_kind, record_id FROM submission WHERE person = $1
      UNION SELECT record_kind, record_id FROM stage_change WHERE person = $1
      UNION SELECT record_kind, record_id FROM proposal WHERE decided_by = $1
      UNION SELECT kind, id FROM record WHERE instr(CAST(state AS TEXT), $2) > 0
      UNION SELECT r.kind, r.id FROM audit_entry AS e JOIN record AS r ON e.subject = r.kind || '/' || r.id
        WHERE e.actor = $1
      ORDER BY 1, 2
      """, values(person, "\"by\":" + Text(bytes: JSON.string(person).bytes))
    ) { try $0.next() }
  }

  /// The submissions of a person about a record whose answers are there, oldest first.
  public func submissions(of person: Text, about key: RecordKey) throws -> [String] {
    try list(
      """
      SELECT id FROM submission
      WHERE person = $1 AND record_kind = $2 AND record_id = $3 AND erased_at IS NULL ORDER BY number
      """, values(person, key.kind, key.id)
    ) { try $0.next() }
  }

  /// The numbers and subjects of the audit entries that a person caused and whose payload is there, ascending.
  public func auditNumbers(actor: Text) throws -> [(number: Int64, action: Text, subject: Text)] {
    try list(
      """
      SELECT number, action, subject FROM audit_entry
      WHERE actor = $1 AND erased_at IS NULL AND length(payload) > 0 ORDER BY number
      """, values(actor)
    ) { (try $0.next(), try $0.next(), try $0.next()) }
  }

  /// The reasons that a person gave about a record in its histories and that are still there.
  public func reasons(of person: Text, about key: RecordKey) throws -> [Text] {
    try list(
      """
      SELECT reason FROM stage_change WHERE person = $1 AND record_kind = $2 AND record_id = $3 AND reason <> $4
      UNION SELECT reason FROM proposal WHERE decided_by = $1 AND record_kind = $2 AND record_id = $3 AND reason <> $4
      """, values(person, key.kind, key.id, Dossier.erased)
    ) { try $0.next() }
  }

  /// The ids of the nightly runs that have a line about a record.
  public func nightRuns(about key: RecordKey) throws -> [String] {
    try list(
      "SELECT run FROM night_line WHERE record_kind = $1 AND record_id = $2 ORDER BY run", values(key.kind, key.id)
    ) { try $0.next() }
  }

  /// What a nightly run said about a record; nil: nothing.
  public func nightLine(run id: String, about key: RecordKey) throws -> NightLine? {
    try first(
      """
      SELECT record_kind, record_id, outcome, detail FROM night_line
      WHERE run = $1 AND record_kind = $2 AND record_id = $3
      """, values(id, key.kind, key.id)
    ) { columns in NightLine(key: try columns.next(), outcome: try columns.next(), detail: try columns.next()) }
  }
}

extension StoreTransaction {
  /// Puts `(erased)` in the place of the reasons that a person gave about a record, in its histories.
  ///
  /// - Returns: how many.
  public func eraseReasons(of person: Text, about key: RecordKey) throws -> Int {
    let names = values(person, key.kind, key.id, Dossier.erased)
    return try [
      """
      UPDATE stage_change SET reason = $4
      WHERE person = $1 AND record_kind = $2 AND record_id = $3 AND reason <> $4
      """,
      """
      UPDATE proposal SET reason = $4
      WHERE decided_by = $1 AND record_kind = $2 AND record_id = $3 AND reason <> $4
      """,
    ].reduce(0) { try $0 + run($1, names) }
  }

  /// Puts `(erased)` in the place of the reason with which a submission was returned.
  public func eraseHeldReason(of id: String) throws {
    try run(
      "UPDATE submission SET held_reason = $2 WHERE id = $1 AND state = 'returned' AND held_reason <> $2",
      values(id, Dossier.erased))
  }

  /// Removes what a person's requests were answered, and what the person called the tokens.
  ///
  /// - Returns: how many answers were removed.
  public func eraseRequests(of person: Text) throws -> Int {
    try run("UPDATE access_token SET name = $2 WHERE person = $1 AND kind = 'api'", values(person, Dossier.erased))
    return try run("DELETE FROM idempotent_answer WHERE person = $1", values(person))
  }

  /// Puts other details in the place of a proposal's.
  public func replaceDetail(of proposal: Text, with detail: [Text]) throws {
    try run("UPDATE proposal SET detail = $2 WHERE id = $1", values(proposal, detail))
  }

  /// Puts another report in the place of a finished run's.
  public func replaceReport(of run: String, with report: [UInt8]) throws {
    try self.run("UPDATE night_run SET report = $2 WHERE id = $1", values(run, report))
  }
}

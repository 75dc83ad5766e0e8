public import FEEL
public import Sales

extension StoreReading {
  /// The submission of that id, or nil.
  public func submission(_ id: String) throws -> StoredSubmission? {
    try first("\(StoredSubmission.table.select) WHERE id = $1", values(id))
  }

  /// The very bytes that the device sent; nil where they were erased or never came.
  public func envelope(of id: String) throws -> [UInt8]? {
    try first("SELECT bytes FROM submission_payload WHERE id = $1", values(id)) { try $0.next() as [UInt8]? } ?? nil
  }

  /// The submissions of a record with their envelopes, as they came in.
  public func submissions(of key: RecordKey) throws -> [(submission: StoredSubmission, envelope: [UInt8]?)] {
    try list(StoreReading.submissionsOfRecord, values(key.kind, key.id)) { columns in
      (try StoredSubmission(&columns), try columns.next())
    }
  }

  /// The number that the next submission gets: one more than the highest. Only within the transaction that inserts it.
  public func nextSubmissionNumber() throws -> Int64 { try number("SELECT max(number) FROM submission") + 1 }

  /// The first submission that came with this number of this device, if one did.
  public func sequenceOwner(device: String, sequence: Int) throws -> String? {
    try first(
      "SELECT id FROM submission WHERE device = $1 AND sequence = $2 ORDER BY number LIMIT 1", values(device, sequence)
    ) { try $0.next() }
  }

  /// The highest number that came from the device; nil where none did.
  public func highestSequence(device: String) throws -> Int? {
    try first("SELECT max(sequence) FROM submission WHERE device = $1", values(device)) { try $0.next() as Int? } ?? nil
  }

  /// Those that wait, as they came in.
  ///
  /// - Parameter number: those after this number only, to go on with.
  public func heldSubmissions(after number: Int64 = 0, limit: Int) throws -> [StoredSubmission] {
    try list(
      "\(StoredSubmission.table.select) WHERE state = 'held' AND number > $1 ORDER BY number LIMIT $2",
      values(number, limit))
  }
}

extension StoreReading {
  /// Made once: it is asked for with every submission.
  fileprivate static let submissionsOfRecord = """
    SELECT \(StoredSubmission.table.columns(of: "s")), p.bytes
    FROM submission AS s LEFT JOIN submission_payload AS p ON p.id = s.id
    WHERE s.record_kind = $1 AND s.record_id = $2 ORDER BY s.number
    """
}

extension StoreTransaction {
  /// Takes a submission in, with its envelope.
  ///
  /// - Returns: false: that id is there already, and nothing was changed.
  public func insertSubmission(_ submission: StoredSubmission, envelope: [UInt8]) throws -> Bool {
    let id: String? = try first(
      "\(StoredSubmission.table.insert) ON CONFLICT (id) DO NOTHING RETURNING id", submission.values
    ) { try $0.next() }
    if id == nil { return false }
    try run("INSERT INTO submission_payload (id, bytes) VALUES ($1, $2)", values(submission.id, envelope))
    return true
  }

  /// Decides a submission that was held.
  ///
  /// - Returns: false: it is not held any more (another worker was faster) or unknown, and nothing was changed.
  public func updateSubmission(
    _ id: String, state: SubmissionState, heldReason: Text?, receipt: [UInt8], status: Int
  ) throws -> Bool {
    try run(
      """
      UPDATE submission SET state = $2, held_reason = $3, receipt = $4, status = $5
      WHERE id = $1 AND state = 'held'
      """, values(id, state, heldReason, receipt, status)) == 1
  }

  /// Erases the envelope of a submission; that it was there, and why it is not any more, stays. Older
  /// states in the log go with `Store.clearLog()`.
  ///
  /// - Returns: false: unknown, or erased before.
  public func eraseEnvelope(of id: String, at now: Int64, reason: Text) throws -> Bool {
    try run(
      """
      UPDATE submission_payload SET bytes = NULL, erased_at = $2, reason = $3 WHERE id = $1 AND erased_at IS NULL
      """, values(id, now, reason)) == 1
  }
}

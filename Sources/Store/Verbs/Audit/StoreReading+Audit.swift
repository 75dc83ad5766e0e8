public import FEEL

extension StoreReading {
  /// Entries in order, those after a number (0: from the first).
  public func audit(after number: Int64, limit: Int) throws -> [AuditEntry] {
    try list("\(StoreReading.entries) WHERE e.number > $1 ORDER BY e.number LIMIT $2", values(number, limit)) {
      try StoreReading.entry(&$0)
    }
  }

  /// What an entry is about; nil: unknown or erased.
  public func auditPayload(_ number: Int64) throws -> [UInt8]? {
    try first("SELECT payload FROM audit_payload WHERE number = $1", values(number)) { try $0.next() as [UInt8]? }
      ?? nil
  }

  /// The last entry's number and hash; 0 and 64 zeros where there is none. Whoever keeps it elsewhere can later show that
  /// nothing up to it was changed or taken off the end.
  public func auditHead() throws -> (number: Int64, hash: String) {
    try first("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1") {
      (number: try $0.next(), hash: try $0.next())
    } ?? (0, AuditEntry.beginning)
  }

  static let entries = """
    SELECT e.number, e.written_at, e.actor, e.action, e.subject, e.payload_digest, e.previous, e.hash, p.salt
    FROM audit_entry AS e LEFT JOIN audit_payload AS p ON p.number = e.number
    """

  static func entry(_ columns: inout ColumnReader) throws -> AuditEntry {
    var entry = AuditEntry(
      number: try columns.next(), at: try columns.next(), actor: try columns.next(), action: try columns.next(),
      subject: try columns.next(), payloadDigest: try columns.next(), previous: try columns.next(),
      hash: try columns.next())
    let salt: [UInt8]? = try columns.next()
    entry.salt = salt.map { Hexadecimal.text($0) }
    return entry
  }
}

extension StoreTransaction {
  /// Adds an entry behind the last one.
  ///
  /// - Parameters:
  ///   - payload: what it is about; can be erased later.
  ///   - salt: 16 random bytes at least, made for this entry alone.
  public func appendAudit(
    at now: Int64, actor: Text, action: Text, subject: Text, payload: [UInt8], salt: [UInt8]
  ) throws -> AuditEntry {
    let head = try auditHead()
    var entry = AuditEntry(
      number: head.number + 1, at: now, actor: actor, action: action, subject: subject,
      payloadDigest: Hexadecimal.sha256(salt + payload), salt: Hexadecimal.text(salt), previous: head.hash, hash: "")
    entry.hash = entry.expectedHash
    try run(
      """
      INSERT INTO audit_entry (number, written_at, actor, action, subject, payload_digest, previous, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      values(
        entry.number, entry.at, entry.actor, entry.action, entry.subject, entry.payloadDigest, entry.previous,
        entry.hash))
    try run(
      "INSERT INTO audit_payload (number, salt, payload) VALUES ($1, $2, $3)", values(entry.number, salt, payload))
    return entry
  }

  /// Erases what an entry is about, with its salt; that it was there, and why it is not any more, stays. Older
  /// states in the log go with `Store.clearLog()`.
  ///
  /// - Returns: false: unknown, or erased before.
  @discardableResult
  public func eraseAudit(_ number: Int64, at now: Int64, reason: Text) throws -> Bool {
    try run(
      """
      UPDATE audit_payload SET payload = NULL, salt = NULL, erased_at = $2, reason = $3
      WHERE number = $1 AND erased_at IS NULL
      """, values(number, now, reason)) == 1
  }
}

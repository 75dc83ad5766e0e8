internal import Cryptography
public import FEEL

extension StoreReading {
  /// Entries in order, those after a number (0: from the first).
  public func audit(after number: Int64, limit: Int) throws -> [AuditEntry] {
    try list(
      "SELECT \(StoreReading.auditColumns) FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2",
      values(number, limit)
    ) { try StoreReading.entry(&$0) }
  }

  /// What an entry is about; nil: unknown or erased.
  public func auditPayload(_ number: Int64) throws -> [UInt8]? {
    try first("SELECT payload FROM audit_entry WHERE number = $1", values(number)) { try $0.next() as [UInt8]? } ?? nil
  }

  /// The numbers of the entries about a subject, ascending.
  ///
  /// - Complexity: O(entries): only erasures ask, and an index would cost each entry more.
  public func auditNumbers(subject: Text) throws -> [Int64] {
    try list("SELECT number FROM audit_entry WHERE subject = $1 ORDER BY number", values(subject)) { try $0.next() }
  }

  /// The last entry's number and hash, in hexadecimal digits; 0 and 64 zeros where there is none. Whoever keeps it
  /// elsewhere can later show that nothing up to it was changed or taken off the end.
  public func auditHead() throws -> (number: Int64, hash: String) {
    let head = try lastAudit()
    return (head.number, Hexadecimal.text(head.hash))
  }

  fileprivate func lastAudit() throws -> AuditHead {
    try first("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1") {
      AuditHead(number: try $0.next(), hash: try $0.next())
    } ?? AuditHead(number: 0, hash: AuditEntry.beginning)
  }

  static let auditColumns = "number, written_at, actor, action, subject, payload_digest, hash, salt"

  static func entry(_ columns: inout ColumnReader) throws -> AuditEntry {
    var entry = AuditEntry(
      number: try columns.next(), at: try columns.next(), actor: try columns.next(), action: try columns.next(),
      subject: try columns.next(), payloadDigest: try columns.next(), hash: try columns.next())
    entry.salt = try columns.next()
    return entry
  }
}

extension StoreTransaction {
  /// Adds an entry behind the last one.
  ///
  /// - Parameters:
  ///   - payload: what it is about; can be erased later.
  ///   - salt: 16 random bytes at least, made for this entry alone.
  @discardableResult
  public func appendAudit(
    at now: Int64, actor: Text, action: Text, subject: Text, payload: [UInt8], salt: [UInt8]
  ) throws -> AuditEntry {
    let connection = try connected()
    let head = try connection.memory.auditHead ?? lastAudit()
    var entry = AuditEntry(
      number: head.number + 1, at: now, actor: actor, action: action, subject: subject,
      payloadDigest: SHA256.hash(data: salt + payload), salt: salt, hash: [])
    entry.hash = entry.expectedHash(after: head.hash)
    try run(
      """
      INSERT INTO audit_entry (number, written_at, actor, action, subject, payload_digest, hash, salt, payload)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      values(
        entry.number, entry.at, entry.actor, entry.action, entry.subject, entry.payloadDigest, entry.hash, salt, payload
      )
    )
    connection.memory.auditHead = AuditHead(number: entry.number, hash: entry.hash)
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
      UPDATE audit_entry SET payload = NULL, salt = NULL, erased_at = $2, erased_reason = $3
      WHERE number = $1 AND erased_at IS NULL
      """, values(number, now, reason)) == 1
  }
}

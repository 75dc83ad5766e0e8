internal import GRDB

/// What a store's file holds, found out without changing it.
public struct StoreInspection: Sendable {
  /// The last step of the schema that was done in it.
  public var schema: Int
  /// The size of the file.
  public var bytes: Int
  /// When it was copied, epoch milliseconds; for a store that is no copy its last backup. Nil: never.
  public var copiedAt: Int64?
  /// When its last audit entry was written, epoch milliseconds; nil: there is none.
  public var lastEntryAt: Int64?
  /// What a walk along its whole audit chain found; a broken chain is told here, not thrown.
  public var audit: AuditVerification
  /// The last audit entry's number and hash.
  public var head: (number: Int64, hash: String)
  /// How many records it holds, those that the CRM deleted included.
  public var records: Int
  /// How many submissions it holds, whether or not they count.
  public var submissions: Int
  /// Effects that are not carried out yet.
  public var unsent: Int
  /// API tokens that were not revoked.
  public var tokens: Int
}

extension Store {
  /// Checks a store's file whole, with its audit chain, and writes nothing into it.
  ///
  /// - Throws: `StoreError`: `.cannotOpen`, `.notAStore`, `.storeDamaged`, `.newerSchema`. A broken audit chain is no
  ///   error, but told by `StoreInspection.audit`.
  /// - Complexity: O(size of the file).
  public static func inspect(_ path: String) async throws -> StoreInspection {
    try await SQLiteDriver.blocking {
      do {
        if PrivateFile.size(path) == 0 {
          throw StoreError.notAStore(
            path: path, reason: PrivateFile.isThere(path) ? "it is empty" : "there is no such file")
        }
        let queue = try SQLiteOpening.readOnly(path)
        defer { try? queue.close() }
        return try queue.read { database in
          try SQLiteOpening.look(at: database, path, checking: true)
          let reading = StoreReading(SQLiteConnection(database, path: path), path: path)
          defer { reading.end() }
          return try reading.inspection(bytes: PrivateFile.size(path))
        }
      } catch {
        throw SQLiteError.told(error, path: path)
      }
    }
  }
}

extension StoreReading {
  fileprivate func inspection(bytes: Int) throws -> StoreInspection {
    guard try hasTable("migration") else {
      throw StoreError.notAStore(path: path, reason: "nothing was ever stored in it")
    }
    let lastEntryAt: Int64? =
      try first("SELECT written_at FROM audit_entry ORDER BY number DESC LIMIT 1") { try $0.next() }
    return StoreInspection(
      schema: try schemaVersion(), bytes: bytes,
      copiedAt: try hasTable("last_done") ? try lastDone(.backup)?.at : nil, lastEntryAt: lastEntryAt,
      audit: try verifyAudit(), head: try auditHead(), records: Int(try number("SELECT count(*) FROM record")),
      submissions: Int(try number("SELECT count(*) FROM submission")),
      unsent: Int(try number("SELECT count(*) FROM effect WHERE is_open = 1")),
      tokens: Int(try number("SELECT count(*) FROM access_token WHERE kind = 'api' AND revoked_at IS NULL")))
  }

  private func hasTable(_ name: String) throws -> Bool {
    try number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1", values(name)) == 1
  }
}

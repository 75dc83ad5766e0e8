public import FEEL

extension StoreReading {
  /// The token with that hash, revoked and expired ones included, or nil.
  public func token(hash: String) throws -> AccessToken? {
    try first("\(AccessToken.table.select) WHERE hash = $1", values(hash))
  }

  /// All tokens of a kind, newest first.
  public func tokens(kind: Text) throws -> [AccessToken] {
    try list("\(AccessToken.table.select) WHERE kind = $1 ORDER BY created_at DESC, id DESC", values(kind))
  }
}

extension StoreTransaction {
  /// Stores a token.
  public func insertToken(_ token: AccessToken) throws { try insert(token) }

  /// Ends a token.
  ///
  /// - Returns: false: unknown, or ended before.
  @discardableResult
  public func revokeToken(_ id: String, at now: Int64) throws -> Bool {
    let sql = "UPDATE access_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL"
    guard try run(sql, values(id, now)) == 1 else { return false }
    _ = try run(sql, values(AccessToken.oldID(of: id), now))
    try changeDirectory()
    return true
  }

  /// Uses a one-time link: ends it in the same statement, so that only one of two who try gets it.
  ///
  /// - Returns: the link; nil: unknown, used, expired, or no link.
  public func useLink(hash: String, at now: Int64) throws -> AccessToken? {
    try first(
      """
      UPDATE access_token SET revoked_at = $2, last_used_at = $2
      WHERE hash = $1 AND kind = 'link' AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
      RETURNING \(AccessToken.table.columns)
      """, values(hash, now))
  }

  /// Remembers that a token was used.
  public func touchToken(_ id: String, at now: Int64) throws {
    try run("UPDATE access_token SET last_used_at = $2 WHERE id = $1", values(id, now))
  }
}

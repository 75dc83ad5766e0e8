public import FEEL

extension StoreReading {
  /// How often who may sign in, or what is in force for them, was changed by any process.
  public func directoryGeneration() throws -> Int64 {
    try number("SELECT number FROM generation WHERE what = 'directory'")
  }

  /// When the next activation that was decided already comes into force; nil: none does.
  public func nextActivation(after instant: Int64) throws -> Int64? {
    try first("SELECT min(in_force_from) FROM activation WHERE in_force_from > $1", values(instant)) {
      try $0.next() as Int64?
    } ?? nil
  }

  /// The token of that id, or nil.
  public func token(id: String) throws -> AccessToken? {
    try first("\(AccessToken.table.select) WHERE id = $1", values(id))
  }

  /// The tokens of all kinds that are valid at an instant, oldest first.
  ///
  /// - Parameter person: of that person only; nil: of all.
  public func validTokens(at now: Int64, of person: Text? = nil) throws -> [AccessToken] {
    try list(
      """
      \(AccessToken.table.select) WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1)
        AND ($2 IS NULL OR person = $2) ORDER BY created_at, id
      """, values(now, person))
  }
}

extension StoreTransaction {
  /// Says that who may sign in, or what is in force for them, changes with this transaction: this process forgets at
  /// once whom it knows, others when they look next.
  func changeDirectory() throws {
    try run("UPDATE generation SET number = number + 1 WHERE what = 'directory'")
    changesDirectory = true
  }

  /// Gives a token a new secret and a new end. The old secret is good for nothing any more, or goes on for a while as a
  /// token of its own, `ID/old`, whose end is the old token's at the latest.
  ///
  /// - Parameters:
  ///   - hash: of the new secret.
  ///   - oldUntil: epoch milliseconds; nil: the old secret ends now.
  /// - Returns: the token as it is now; nil: unknown or revoked.
  public func rotateToken(
    _ id: String, hash: String, expiresAt: Int64?, oldUntil: Int64? = nil, at now: Int64
  ) throws -> AccessToken? {
    guard var token = try token(id: id), token.revokedAt == nil else { return nil }
    var old = token
    try run("DELETE FROM access_token WHERE id = $1", values(AccessToken.oldID(of: id)))
    token.hash = hash
    token.expiresAt = expiresAt
    try run("UPDATE access_token SET hash = $2, expires_at = $3 WHERE id = $1", values(id, hash, expiresAt))
    if let oldUntil, oldUntil > now {
      old.id = AccessToken.oldID(of: id)
      old.expiresAt = min(oldUntil, old.expiresAt ?? oldUntil)
      try insert(old)
    }
    try changeDirectory()
    return token
  }

  /// Ends all tokens, sessions and links of a person.
  ///
  /// - Returns: how many.
  @discardableResult
  public func revokeTokens(of person: Text, at now: Int64) throws -> Int {
    let count = try run(
      "UPDATE access_token SET revoked_at = $2 WHERE person = $1 AND revoked_at IS NULL", values(person, now))
    if count > 0 { try changeDirectory() }
    return count
  }
}

extension AccessToken {
  /// What the old secret of a rotated token is called while it goes on.
  static func oldID(of id: String) -> String { id + "/old" }
}

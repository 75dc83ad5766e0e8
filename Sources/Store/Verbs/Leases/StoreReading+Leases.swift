/// What came of asking for a lease.
public enum LeaseAnswer: Hashable, Sendable {
  /// It is the asker's, with this fencing token.
  case taken(token: Int64)
  /// Another has it.
  case heldBy(Lease)
}

extension StoreReading {
  /// The lease of that name, released and expired ones included; nil: nobody ever took it.
  public func lease(_ name: String) throws -> Lease? {
    try first("\(Lease.table.select) WHERE name = $1", values(name))
  }

  /// All leases that were ever taken, by name.
  public func leases() throws -> [Lease] { try list("\(Lease.table.select) ORDER BY name") }
}

extension StoreTransaction {
  /// Takes a lease that is free or has run out, with the next token; a holder's own one is renewed with the token that it
  /// has.
  ///
  /// - Parameters:
  ///   - holder: made anew by each process, never empty.
  ///   - length: milliseconds.
  public func takeLease(
    name: String, holder: String, pid: Int32, host: String, now: Int64, length: Int64
  ) throws -> LeaseAnswer {
    let present = try lease(name)
    if let present, present.holder == holder {
      // Nobody took it since, or the row would say so; even if it ran out, the token is still the newest.
      _ = try renewLease(name: name, holder: holder, token: present.token, now: now, length: length)
      return .taken(token: present.token)
    }
    if let present, !present.holder.isEmpty, present.expiresAt > now { return .heldBy(present) }
    let token = (present?.token ?? 0) + 1
    try upsert(
      Lease(
        name: name, holder: holder, pid: pid, host: host, startedAt: now, renewedAt: now, expiresAt: now + length,
        token: token))
    return .taken(token: token)
  }

  /// Makes a lease last from now on.
  ///
  /// - Returns: false: another has it now, and the work must stop.
  public func renewLease(name: String, holder: String, token: Int64, now: Int64, length: Int64) throws -> Bool {
    try run(
      "UPDATE lease SET renewed_at = $4, expires_at = $5 WHERE name = $1 AND holder = $2 AND token = $3",
      values(name, holder, token, now, now + length)) == 1
  }

  /// Gives a lease back, so that another need not wait. The token stays, since the next holder's must be higher.
  ///
  /// - Returns: false: another has it now.
  @discardableResult
  public func releaseLease(name: String, holder: String, token: Int64) throws -> Bool {
    try run(
      "UPDATE lease SET holder = '', expires_at = 0 WHERE name = $1 AND holder = $2 AND token = $3",
      values(name, holder, token)) == 1
  }
}

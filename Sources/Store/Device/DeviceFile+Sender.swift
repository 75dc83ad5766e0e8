internal import GRDB
internal import Glibc

/// Who sends from this outbox now: one row, so that two at once send each item once.
public struct SenderLease: Sendable, Equatable {
  /// An id that the sender made for this run.
  public var holder: String
  /// The sender's process on this machine; once it is gone, the lease may be taken before it expires.
  public var process: Int32
  /// Epoch milliseconds; from then on anybody may take it.
  public var expiresAt: Int64

  /// A lease to ask for; `expiresAt` is in epoch milliseconds.
  public init(holder: String, process: Int32, expiresAt: Int64) {
    self.holder = holder
    self.process = process
    self.expiresAt = expiresAt
  }
}

extension DeviceFile {
  /// Takes the lease, or makes an own one last longer.
  ///
  /// - Parameters:
  ///   - now: epoch milliseconds; a lease that has expired may be taken.
  ///   - isAlive: whether a process still runs; the lease of one that does not may be taken at once.
  /// - Returns: nil: the lease is ours now. Else who has it.
  public func takeSenderLease(
    _ lease: SenderLease, at now: Int64, isAlive: (Int32) -> Bool = DeviceFile.isAlive
  ) throws -> SenderLease? {
    try writing { database in
      let found = try Row.fetchOne(database, sql: "SELECT holder, process, expires_at FROM sender").map {
        SenderLease(holder: $0[0], process: $0[1], expiresAt: $0[2])
      }
      if let found, found.holder != lease.holder, found.expiresAt > now, isAlive(found.process) { return found }
      try database.execute(
        sql: """
          INSERT INTO sender (only, holder, process, expires_at) VALUES (1, ?, ?, ?)
          ON CONFLICT (only) DO UPDATE
          SET holder = excluded.holder, process = excluded.process, expires_at = excluded.expires_at
          """,
        arguments: [lease.holder, lease.process, lease.expiresAt])
      return nil
    }
  }

  /// Makes an own lease last longer.
  ///
  /// - Returns: whether it is still ours; false: somebody else took it after it had expired.
  public func renewSenderLease(_ lease: SenderLease) throws -> Bool {
    try writing { database in
      try database.execute(
        sql: "UPDATE sender SET expires_at = ? WHERE holder = ?", arguments: [lease.expiresAt, lease.holder])
      return database.changesCount == 1
    }
  }

  /// Gives the lease back; somebody else's stays.
  public func releaseSenderLease(holder: String) throws {
    try writing { try $0.execute(sql: "DELETE FROM sender WHERE holder = ?", arguments: [holder]) }
  }

  /// Whether a process of this machine runs.
  public static func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno != ESRCH }
}

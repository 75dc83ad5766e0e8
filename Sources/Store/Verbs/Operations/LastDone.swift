/// When something that keeps the store in order was last done.
public struct LastDone: Hashable, Sendable {
  /// Epoch milliseconds.
  public var at: Int64
  /// What came of it.
  public var detail: String

  /// What was done at an instant, epoch milliseconds.
  public init(at: Int64, detail: String) {
    self.at = at
    self.detail = detail
  }
}

/// What a store remembers the last time of.
public enum Upkeep: String, StoreColumn, CaseIterable, Sendable {
  /// A copy of the whole store; in the copy itself, when that was taken.
  case backup
  /// Removal of what the policy keeps for a while only.
  case housekeeping
}

extension StoreReading {
  /// The last time; nil: never.
  public func lastDone(_ upkeep: Upkeep) throws -> LastDone? {
    try first("SELECT done_at, detail FROM last_done WHERE what = $1", values(upkeep)) {
      LastDone(at: try $0.next(), detail: try $0.next())
    }
  }
}

extension StoreTransaction {
  /// Remembers that it was done, in place of the time before.
  public func recordDone(_ upkeep: Upkeep, at now: Int64, detail: String) throws {
    try run(
      """
      INSERT INTO last_done (what, done_at, detail) VALUES ($1, $2, $3)
      ON CONFLICT (what) DO UPDATE SET done_at = excluded.done_at, detail = excluded.detail
      """, values(upkeep, now, detail))
  }
}

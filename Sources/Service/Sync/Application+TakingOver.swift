internal import Logging
internal import Store

extension Application {
  /// The work of a worker that is gone: what it had claimed may or may not have been carried out, and is read back
  /// first. Waits that cannot be meant, after the clock was set back, end now.
  public func takeOverWork() async throws(ServiceError) {
    let now = time.now()
    let (released, hastened) = try await writing { [self] transaction in
      (
        try transaction.releaseClaims(holderNot: holder, now: now),
        try endWaits(beyond: now + 3_600_000, now: now, in: transaction)
      )
    }
    if released + hastened > 0 {
      logger.notice("work taken over", metadata: ["claims": "\(released)", "waits": "\(hastened)"])
    }
  }

  /// Ends waits and pauses of the sync that cannot be meant, after the clock was set back.
  ///
  /// - Parameter latest: the farthest time that one can be for, epoch milliseconds.
  /// - Returns: how many.
  func endWaits(beyond latest: Int64, now: Int64, in transaction: StoreTransaction) throws -> Int {
    var ended = try transaction.hastenEffects(waitingBeyond: latest, now: now)
    ended += try transaction.hastenEvents(waitingBeyond: latest, now: now)
    for var state in try transaction.connectionStates() {
      guard let until = state.pausedUntil, until > latest || until > now && state.changedAt > now else { continue }
      state.pausedUntil = nil
      state.reason = nil
      state.changedAt = now
      try transaction.saveConnectionState(state)
      ended += 1
    }
    return ended
  }
}

internal import Synchronization

/// What entitles this process to write: the leases that it must still hold, as they were when it took them. A process
/// that was stopped for a while and goes on must not write beside the one that took over.
final class Fence: Sendable {
  private struct Claim: Hashable {
    var holder: String
    var token: Int64
  }
  private let claims = Mutex<[String: Claim]>([:])

  func put(_ lease: String, holder: String, token: Int64) {
    claims.withLock { $0[lease] = Claim(holder: holder, token: token) }
  }

  func lift(_ lease: String) { claims.withLock { $0[lease] = nil } }

  /// Reads one row for each lease, by its key. A lease that ran out is still held while nobody else took it.
  ///
  /// - Throws: `StoreError.takenOver` where another has one of the leases.
  func check(_ connection: any StoreConnection, path: String) throws {
    let claims = claims.withLock { $0 }
    if claims.isEmpty { return }
    let reading = StoreReading(connection, path: path)
    for (name, claim) in claims {
      let lease = try reading.lease(name)
      if lease?.holder != claim.holder || lease?.token != claim.token {
        throw StoreError.takenOver(path: path, process: lease?.pid ?? 0, host: lease?.host ?? "")
      }
    }
  }
}

extension Store {
  /// From now on this store only writes while a lease is held, which every commit checks within its transaction.
  ///
  /// - Parameters:
  ///   - lease: the lease's name.
  ///   - holder: who took it.
  ///   - token: the fencing token that came with it.
  public func fence(by lease: String, holder: String, token: Int64) { fence.put(lease, holder: holder, token: token) }

  /// Writes do not ask for the lease any more, since it is about to be given back.
  public func liftFence(_ lease: String) { fence.lift(lease) }
}

internal import Sales
internal import Store
internal import Synchronization

/// A playbook with the decision that put it in force.
struct PlaybookInForce {
  let loaded: LoadedPlaybook
  let activation: Activation
}

/// The playbook in force, remembered until another is activated or comes into force, for requests that write nothing and
/// need not look into the store.
final class CurrentPlaybook: Sendable {
  private struct Known {
    var inForce: PlaybookInForce
    var version: DirectoryVersion
    /// Epoch milliseconds.
    var readAt: Int64
    var until: Int64
  }
  private let state = Mutex<Known?>(nil)

  /// - Parameter read: gives the playbook in force and when the next one that is activated already comes into force.
  func get(
    at now: Int64, _ version: DirectoryVersion,
    _ read: () async throws(ServiceError) -> (inForce: PlaybookInForce, until: Int64)
  ) async throws(ServiceError) -> PlaybookInForce {
    if let known = state.withLock({ $0 }), known.version == version, now >= known.readAt, now < known.until {
      return known.inForce
    }
    let (inForce, until) = try await read()
    state.withLock { $0 = Known(inForce: inForce, version: version, readAt: now, until: until) }
    return inForce
  }
}

extension Application {
  /// Of another process's activations it may miss those of the last half second.
  func current(at now: Int64) async throws(ServiceError) -> PlaybookInForce {
    try await currentPlaybook.get(at: now, try await directoryVersion()) { [self] () async throws(ServiceError) in
      try await reading { [self] reading in
        (try inForce(at: now, in: reading), try reading.nextActivation(after: now) ?? .max)
      }
    }
  }
}

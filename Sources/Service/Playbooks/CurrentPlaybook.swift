internal import FEEL
internal import Sales
internal import Store
internal import Synchronization

/// The playbook in force, remembered until another is activated or comes into force, for requests that write nothing and
/// need not look into the store.
final class CurrentPlaybook: Sendable {
  private struct Known {
    var loaded: LoadedPlaybook
    var version: DirectoryVersion
    /// Epoch milliseconds.
    var readAt: Int64
    var until: Int64
  }
  private let state = Mutex<Known?>(nil)

  /// - Parameter read: gives the playbook in force and when the next one that is activated already comes into force.
  func get(
    at now: Int64, _ version: DirectoryVersion,
    _ read: () async throws(ServiceError) -> (loaded: LoadedPlaybook, until: Int64)
  ) async throws(ServiceError) -> LoadedPlaybook {
    if let known = state.withLock({ $0 }), known.version == version, now >= known.readAt, now < known.until {
      return known.loaded
    }
    let (loaded, until) = try await read()
    state.withLock { $0 = Known(loaded: loaded, version: version, readAt: now, until: until) }
    return loaded
  }
}

extension Application {
  func current(at now: Int64) async throws(ServiceError) -> LoadedPlaybook {
    try await currentPlaybook.get(at: now, try await directoryVersion()) { [self] () async throws(ServiceError) in
      try await reading { [self] reading in
        (try inForce(at: now, in: reading), try reading.nextActivation(after: now) ?? .max)
      }
    }
  }
}

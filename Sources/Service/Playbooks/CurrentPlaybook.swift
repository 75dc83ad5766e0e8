internal import FEEL
internal import Sales
internal import Store
internal import Synchronization

/// The playbook in force, remembered for a second, for requests that write nothing and need not look into the store.
final class CurrentPlaybook: Sendable {
  private let state = Mutex<(loaded: LoadedPlaybook, readAt: Int64)?>(nil)
  private static let freshness: Int64 = 1_000

  func get(at now: Int64, _ read: () async throws(ServiceError) -> LoadedPlaybook) async throws(ServiceError)
    -> LoadedPlaybook
  {
    if let known = state.withLock({ $0 }), now >= known.readAt, now - known.readAt < Self.freshness {
      return known.loaded
    }
    let loaded = try await read()
    state.withLock { $0 = (loaded, now) }
    return loaded
  }
}

extension Application {
  func current(at now: Int64) async throws(ServiceError) -> LoadedPlaybook {
    try await currentPlaybook.get(at: now) { [self] () async throws(ServiceError) in
      try await reading { [self] reading in try inForce(at: now, in: reading) }
    }
  }
}

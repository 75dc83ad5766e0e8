internal import Store
internal import Synchronization

/// Which state of tokens and activations somebody saw: two that are equal saw the same.
struct DirectoryVersion: Hashable, Sendable {
  /// Changes of this process.
  var own: UInt64
  /// Changes of all processes, as counted in the store.
  var stored: Int64
}

/// Knows when tokens or activations changed, without looking at them: what this process changes at once, what others
/// change by a counter in the store that is read twice a second while anybody asks.
final class DirectoryWatch: Sendable {
  private struct Seen {
    var version: DirectoryVersion
    var at: ContinuousClock.Instant
  }
  private let seen = Mutex<Seen?>(nil)
  /// By the clock that nobody sets; well below the second within which a revocation elsewhere is to count.
  private static let freshness = Duration.milliseconds(500)

  /// - Parameters:
  ///   - own: the changes of this process up to now.
  ///   - read: reads the counter.
  func version(
    own: UInt64, _ read: () async throws(ServiceError) -> Int64
  ) async throws(ServiceError) -> DirectoryVersion {
    let now = ContinuousClock.now
    if let seen = seen.withLock({ $0 }), seen.version.own == own, now - seen.at < Self.freshness { return seen.version }
    let version = DirectoryVersion(own: own, stored: try await read())
    seen.withLock { seen in
      // A slower reader must not put an older state in the place of a newer one.
      if let seen, seen.at > now { return }
      seen = Seen(version: version, at: now)
    }
    return version
  }
}

extension Application {
  /// The directory's version now; of another process's changes it may miss those of the last half second.
  func directoryVersion() async throws(ServiceError) -> DirectoryVersion {
    try await directory.version(own: store.directoryChanges) { () async throws(ServiceError) in
      try await reading { try $0.directoryGeneration() }
    }
  }
}

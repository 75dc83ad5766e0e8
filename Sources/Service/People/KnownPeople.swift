internal import Synchronization

/// Who the tokens belong to that were used lately, so that not every request looks into the store. A change of the
/// directory by any process, a revocation above all, makes it forget.
final class KnownPeople: Sendable {
  private struct Known {
    var person: Person
    var version: DirectoryVersion
    /// Epoch milliseconds.
    var readAt: Int64
    var until: Int64
  }
  private let known = Mutex<[String: Known]>([:])
  private static let most = 10_000

  /// - Parameters:
  ///   - version: the directory's version now.
  ///   - now: epoch milliseconds.
  func person(_ hash: String, _ version: DirectoryVersion, at now: Int64) -> Person? {
    guard let known = known.withLock({ $0[hash] }), known.version == version, now >= known.readAt, now < known.until
    else { return nil }
    return known.person
  }

  /// - Parameters:
  ///   - version: the directory's version before the person was read.
  ///   - until: when the token ends or another playbook comes into force, epoch milliseconds.
  func remember(_ person: Person, _ hash: String, _ version: DirectoryVersion, at now: Int64, until: Int64) {
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[hash] = Known(person: person, version: version, readAt: now, until: until)
    }
  }
}

internal import Store
internal import Synchronization

/// Who the tokens of the last second belong to, so that not every request looks into the store. Any commit by any
/// process, a revocation above all, makes it forget.
final class KnownPeople: Sendable {
  private struct Known {
    var person: Person
    var changes: FileChanges
    var readAt: Int64
  }
  private let known = Mutex<[String: Known]>([:])
  private static let longest: Int64 = 1_000
  private static let most = 10_000

  /// - Parameters:
  ///   - changes: what the store's files look like now.
  ///   - now: epoch milliseconds.
  func person(_ hash: String, _ changes: FileChanges?, at now: Int64) -> Person? {
    guard let changes, let known = known.withLock({ $0[hash] }), known.changes == changes, now >= known.readAt,
      now - known.readAt < Self.longest
    else { return nil }
    return known.person
  }

  /// - Parameter changes: what the files looked like before the person was read.
  func remember(_ person: Person, _ hash: String, _ changes: FileChanges?, at now: Int64) {
    guard let changes else { return }
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[hash] = Known(person: person, changes: changes, readAt: now)
    }
  }
}

internal import FEEL
internal import Sales
internal import Store
internal import Synchronization

/// Who is in which version of the playbook; the versions themselves never change.
final class Membership: Sendable {
  private let known = Mutex<[String: Set<Text>]>([:])
  private static let most = 1000

  /// The people of a version.
  func people(of version: String, _ read: () throws -> Set<Text>) rethrows -> Set<Text> {
    if let people = known.withLock({ $0[version] }) { return people }
    let people = try read()
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[version] = people
    }
    return people
  }
}

extension Application {
  /// Whether a person was in every playbook that was in force between two instants.
  ///
  /// It is what was really in force that counts: an activation from a past instant on counts from the moment at which it
  /// was decided, and one for later from its instant on, unless another was decided before that came.
  func stayed(_ person: Text, since start: Int64, until end: Int64, in reading: StoreReading) throws -> Bool {
    try Self.versions(of: try reading.activations(), from: start, through: end).allSatisfy { version in
      try people(of: version, in: reading)?.contains(person) ?? true
    }
  }

  /// Ends the tokens and sessions of people who were missing in a playbook since, for good.
  ///
  /// - Returns: whose.
  @discardableResult
  func endTokensOfPeopleWhoLeft(at now: Int64, in transaction: StoreTransaction) throws -> [Text] {
    let activations = try transaction.activations()
    var ended: [Text] = []
    for token in try transaction.validTokens(at: now) where token.role == nil {
      let stayed = try Self.versions(of: activations, from: token.createdAt, through: now).allSatisfy { version in
        try people(of: version, in: transaction)?.contains(token.person) ?? true
      }
      if stayed { continue }
      _ = try transaction.revokeToken(token.id, at: now)
      if !ended.contains(token.person) { ended.append(token.person) }
    }
    for person in ended {
      try audit("tokens.ended", subject: "person/" + person, by: nil, payload: [], at: now, in: transaction)
    }
    return ended
  }

  /// The versions that were in force at any time from one instant through another.
  ///
  /// - Complexity: O(activations²).
  static func versions(of activations: [Activation], from start: Int64, through end: Int64) -> Set<String> {
    let changes = activations.map { max($0.from, $0.activatedAt) }.filter { $0 > start && $0 <= end }
    var versions: Set<String> = []
    for instant in [start] + changes {
      let inForce = activations.filter { $0.from <= instant && $0.activatedAt <= instant }.max {
        ($0.from, $0.activatedAt, $0.id) < ($1.from, $1.activatedAt, $1.id)
      }
      if let inForce { versions.insert(inForce.version) }
    }
    return versions
  }

  /// The people of a stored version; nil where this program cannot read it, which says nothing about anybody.
  private func people(of version: String, in reading: StoreReading) throws -> Set<Text>? {
    do {
      return try membership.people(of: version) {
        guard let stored = try reading.playbook(version: version) else { throw Unreadable() }
        do throws(DocumentError) {
          return Set(try PlaybookDefinition(canonical: stored.document).policy.people.map(\.id))
        } catch {
          throw Unreadable()
        }
      }
    } catch is Unreadable {
      return nil
    }
  }

  private struct Unreadable: Error {}
}

/// In which order a run tries the items: oldest first; one that failed three times lets the others go before it, and
/// after so many tries it is left for another run.
struct SendQueue {
  /// An item of this run.
  struct Turn {
    var id: String
    var failures = 0
    /// Epoch milliseconds before which it is not tried again.
    var due: Int64 = 0
  }

  /// After so many failures an item lets the others go before it.
  static let patience = 3
  static let shortestWait: Int64 = 1000
  static let longestWait: Int64 = 60_000

  private let tries: Int
  private var turns: [Turn] = []
  private var known: Set<String> = []

  init(tries: Int) { self.tries = max(1, tries) }

  /// How many are still to be tried in this run.
  var count: Int { turns.count }

  func contains(_ id: String) -> Bool { turns.contains { $0.id == id } }

  /// Appends an item that the run doesn't know yet.
  mutating func add(_ id: String) {
    if known.insert(id).inserted { turns.append(Turn(id: id)) }
  }

  /// What is to be tried next; nil: nothing more in this run.
  func next() -> Turn? {
    turns.first { $0.failures < min(Self.patience, tries) } ?? turns.min { $0.due < $1.due }
  }

  /// Takes out what needs no more tries.
  mutating func remove(_ id: String) { turns.removeAll { $0.id == id } }

  /// Notes a failure in passing; the last one takes the item out of this run.
  ///
  /// - Parameters:
  ///   - jitter: from 0 to 999,999, parts of a million of the longest wait.
  ///   - retryAfter: what the server asks for, milliseconds.
  /// - Returns: when it may be tried again, epoch milliseconds.
  mutating func fail(_ id: String, now: Int64, jitter: Int64, retryAfter: Int64?) -> Int64? {
    guard let place = turns.firstIndex(where: { $0.id == id }) else { return nil }
    turns[place].failures += 1
    // Full jitter: anywhere between now and the doubled wait, so that many devices don't come back at once.
    let wait = min(Self.longestWait, Self.shortestWait << Int64(min(turns[place].failures - 1, 6)))
    let due = now + max(wait * jitter / 1_000_000, retryAfter ?? 0)
    turns[place].due = due
    if turns[place].failures >= tries { turns.remove(at: place) }
    return due
  }
}

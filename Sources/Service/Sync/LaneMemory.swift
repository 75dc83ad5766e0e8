internal import Connect
internal import FEEL
internal import Sales
internal import Store
internal import Synchronization

/// What a lane remembers from one round to the next. Nothing of it is needed to be right: a lane that begins anew reads
/// a little more.
final class LaneMemory: Sendable {
  private struct State {
    var polls: [Text: PollMemory] = [:]
    var troubles: Set<String> = []
    var measuredAt: Int64?
  }

  private let state = Mutex(State())

  /// What is remembered of the poll of a kind of record.
  func poll(of kind: Text) -> PollMemory { state.withLock { $0.polls[kind] ?? PollMemory() } }

  func remember(_ poll: PollMemory, of kind: Text) { state.withLock { $0.polls[kind] = poll } }

  /// We wrote into that row, so that it may look as it did and be news all the same.
  func forget(_ key: RecordKey) { state.withLock { _ = $0.polls[key.kind]?.known.removeValue(forKey: key.id) } }

  /// Notes a trouble that lasts.
  ///
  /// - Returns: whether it is a new one, to be reported.
  func isNew(_ trouble: String) -> Bool { state.withLock { $0.troubles.insert(trouble).inserted } }

  /// - Returns: whether that trouble was there until now.
  func isOver(_ trouble: String) -> Bool { state.withLock { $0.troubles.remove(trouble) != nil } }

  /// Whether a second went by since figures were last given.
  func isTimeToMeasure(_ now: Int64) -> Bool {
    state.withLock { state in
      if let before = state.measuredAt, now >= before, now - before < 1000 { return false }
      state.measuredAt = now
      return true
    }
  }
}

/// What is remembered of the poll of one object.
///
/// CRMs stamp in whole seconds, with the start of a transaction, and show its rows once it is committed: behind the
/// newest stamp that was seen others may still turn up. So each poll begins an overlap behind it, until for as long
/// nothing new came: then all of them are there.
struct PollMemory {
  /// The longest that a transaction of a CRM may take, milliseconds.
  static let overlap: Int64 = 600_000

  /// The rows that the last poll saw within the overlap: a digest of each by its id.
  var known: [Text: Int] = [:]
  private var newest: ChangeCursor?
  private var newestSince: Int64 = 0
  private var isSettled = false

  /// Where the next poll begins.
  ///
  /// - Parameter cursor: the newest row that was seen; nil: none.
  func start(_ cursor: ChangeCursor?) -> ChangeCursor? {
    guard let cursor else { return nil }
    if isSettled, cursor == newest { return cursor }
    return ChangeCursor(stamp: cursor.stamp - Self.overlap, id: nil)
  }

  /// A poll saw everything up to a row.
  ///
  /// - Parameters:
  ///   - began: when it began, epoch milliseconds.
  ///   - known: what it saw.
  mutating func finish(_ cursor: ChangeCursor?, known: [Text: Int], began: Int64, now: Int64) {
    if cursor != newest || now < newestSince {
      newest = cursor
      newestSince = now
      isSettled = false
    } else if began - newestSince >= Self.overlap {
      isSettled = true
    }
    self.known = known
  }
}

extension CRMRow {
  /// Tells this row from the same one with another content, within this process.
  var digest: Int {
    var hasher = Hasher()
    hasher.combine(modified)
    hasher.combine(modifiedBy)
    hasher.combine(stage)
    hasher.combine(owner)
    hasher.combine(isDeleted)
    for field in fields { hasher.combine(field.value) }
    return hasher.finalize()
  }
}

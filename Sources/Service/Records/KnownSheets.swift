internal import Sales
internal import Synchronization

/// Sheets as they were read from their envelopes, by the submission's id: the bytes under an id never change, so that what
/// was read once need not be read again with every event of the record.
final class KnownSheets: Sendable {
  fileprivate struct State {
    var young: [String: Submission] = [:]
    var old: [String: Submission] = [:]
  }

  /// The most that are known; of more those are forgotten that nobody asked for lately.
  static let most = 65_536
  private let state = Mutex(State())

  /// The sheet of a submission.
  ///
  /// - Parameter read: reads it from its envelope; nil: that cannot be read.
  func sheet(_ id: String, _ read: () throws -> Submission?) rethrows -> Submission? {
    if let known = state.withLock({ $0.take(id) }) { return known }
    guard let sheet = try read() else { return nil }
    keep(sheet, as: id)
    return sheet
  }

  /// Remembers the sheet of a submission that was just stored.
  func keep(_ sheet: Submission, as id: String) { state.withLock { $0.put(sheet, id) } }

  /// Forgets a sheet that is erased; nil: all of them.
  func forget(_ id: String? = nil) {
    state.withLock { state in
      guard let id else {
        state = State()
        return
      }
      state.young[id] = nil
      state.old[id] = nil
    }
  }
}

extension KnownSheets.State {
  fileprivate mutating func take(_ id: String) -> Submission? {
    if let known = young[id] { return known }
    guard let known = old.removeValue(forKey: id) else { return nil }
    put(known, id)
    return known
  }

  fileprivate mutating func put(_ sheet: Submission, _ id: String) {
    if young.count >= KnownSheets.most / 2 { (young, old) = ([:], young) }
    young[id] = sheet
  }
}

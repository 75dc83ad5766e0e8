internal import Synchronization

/// What is left of queries whose answers go over several pages.
final class QueryCursors: Sendable {
  struct Cursor: Sendable {
    var query: Query
    var ids: [RecordID]
    var pageSize: Int
  }

  private struct State {
    var cursors: [String: Cursor] = [:]
    var order: [String] = []
    var opened = 0
  }

  private let state = Mutex(State())
  /// The oldest is forgotten when more are open.
  private static let most = 100

  /// Keeps a cursor; returns its locator.
  func open(_ cursor: Cursor) -> String {
    state.withLock { state in
      state.opened += 1
      let locator = RecordID(prefix: "01g", number: state.opened).string
      state.cursors[locator] = cursor
      state.order.append(locator)
      if state.order.count > Self.most { state.cursors[state.order.removeFirst()] = nil }
      return locator
    }
  }

  func cursor(_ locator: String) -> Cursor? { state.withLock { $0.cursors[locator] } }
}

import Connect
import FEEL
import Sales
import Synchronization

/// A CRM within this process that stamps in whole seconds and shows its rows when a test says so.
final class FakeCRM: Connector {
  struct State {
    /// What a poll or a fetch shows.
    var rows: [CRMRow] = []
    /// Where each poll began.
    var polls: [ChangeCursor?] = []
    /// How many rows polls have answered so far.
    var rowsPolled = 0
    var stageWrites: [StageWrite] = []
    var pushed: [ResultRow] = []
    var fieldWrites: [FieldWrite] = []
    /// What each write ends with, by the record's id; others are carried out.
    var refusals: [Text: ConnectorFailure] = [:]
    /// What every read ends with.
    var readFailure: ConnectorFailure?
    /// The stamp of our own writes, epoch milliseconds.
    var now: Int64 = 0
  }

  static let user: Text = "005000000000i01AAA"
  private let state = Mutex(State())

  func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
  var now: State { state.withLock { $0 } }

  /// A row as the CRM shows it, put in the place of the one of that id.
  func show(_ row: CRMRow) {
    set { state in
      state.rows.removeAll { $0.id == row.id }
      state.rows.append(row)
    }
  }

  func stage(of id: Text) -> Text? { now.rows.first { $0.id == id }?.stage }

  var identity: String? { Self.user.string }

  func changes(
    of object: ObjectMapping, after: ChangeCursor?, limit: Int
  ) async throws(ConnectorFailure) -> ChangePage {
    let (page, failure) = state.withLock { state -> (ChangePage, ConnectorFailure?) in
      state.polls.append(after)
      let ordered = state.rows.sorted { ($0.modifiedAt, $0.id) < ($1.modifiedAt, $1.id) }
      let found = ordered.filter { row in
        guard let after else { return true }
        guard let id = after.id else { return row.modifiedAt >= after.stamp }
        return (row.modifiedAt, row.id) > (after.stamp, id)
      }
      let rows = Array(found.prefix(limit))
      state.rowsPolled += rows.count
      let next = rows.last.map { ChangeCursor(stamp: $0.modifiedAt, id: $0.id) } ?? after
      return (ChangePage(rows: rows, next: next, isLast: rows.count < limit), state.readFailure)
    }
    if let failure { throw failure }
    return page
  }

  func rows(_ ids: [Text], of object: ObjectMapping) async throws(ConnectorFailure) -> [CRMRow] {
    if let failure = now.readFailure { throw failure }
    return state.withLock { state in ids.compactMap { id in state.rows.first { $0.id == id } } }
  }

  func push(_ rows: [ResultRow]) async -> [PushOutcome] {
    state.withLock { state in
      rows.map { row in
        if let failure = state.refusals[row.record] { return .failed(failure) }
        state.pushed.append(row)
        return .done(created: true)
      }
    }
  }

  func readBack(_ submissions: [ResultRow]) async throws(ConnectorFailure) -> [Text: HeldResult] {
    state.withLock { state in
      var found: [Text: HeldResult] = [:]
      for row in submissions where state.pushed.contains(where: { $0.submission == row.submission }) {
        found[row.submission] = HeldResult(digest: row.digest, answers: Set(row.answers.map(\.key)))
      }
      return found
    }
  }

  func stages(of ids: [Text], object: ObjectMapping) async throws(ConnectorFailure) -> [Text: StageReading] {
    if let failure = now.readFailure { throw failure }
    return state.withLock { state in
      var found: [Text: StageReading] = [:]
      for row in state.rows where ids.contains(row.id) && !row.isDeleted {
        found[row.id] = StageReading(
          id: row.id, stage: row.stage, modified: row.modified, modifiedAt: row.modifiedAt, modifiedBy: row.modifiedBy)
      }
      return found
    }
  }

  func writeStage(_ write: StageWrite, object: ObjectMapping) async -> PushOutcome {
    state.withLock { state in
      if let failure = state.refusals[write.id] { return .failed(failure) }
      state.stageWrites.append(write)
      guard let place = state.rows.firstIndex(where: { $0.id == write.id }) else { return .done(created: false) }
      state.rows[place].stage = write.to
      state.rows[place].modifiedAt = max(state.rows[place].modifiedAt, state.now / 1000 * 1000)
      state.rows[place].modified = Instant.text(state.rows[place].modifiedAt)
      state.rows[place].modifiedBy = Self.user
      return .done(created: false)
    }
  }

  func writeFields(_ writes: [FieldWrite], object: ObjectMapping) async -> [PushOutcome] {
    state.withLock { state in
      writes.map { write in
        if let failure = state.refusals[write.id] { return .failed(failure) }
        state.fieldWrites.append(write)
        guard let place = state.rows.firstIndex(where: { $0.id == write.id }) else { return .done(created: false) }
        state.rows[place].modifiedAt = max(state.rows[place].modifiedAt, state.now / 1000 * 1000)
        state.rows[place].modified = Instant.text(state.rows[place].modifiedAt)
        state.rows[place].modifiedBy = Self.user
        return .done(created: false)
      }
    }
  }

  func check(_ objects: [ObjectMapping], stages: [(kind: Text, names: [Text])]) async -> ConnectionReport {
    ConnectionReport(lines: [])
  }

  func close() async {}
}

import Connect
import FEEL
import Sales
import Synchronization

/// A CRM within this process whose rows and failures a test sets.
final class ScriptedCRM: Connector {
  struct State {
    var rows: [CRMRow] = []
    /// What writes end with; nil: they are carried out.
    var failure: ConnectorFailure?
    var pushed: [Text] = []
    var stageWrites = 0
    /// When the CRM carries out a stage write whose answer is lost; nil: answers arrive.
    var answerLostAt: String?
    var polls = 0
  }

  private let state = Mutex(State())

  func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
  var now: State { state.withLock { $0 } }

  /// A row as the CRM tells it.
  static func row(_ id: Text, _ stage: Text, at instant: String, by person: Text = "005000000000t01AAA") -> CRMRow {
    CRMRow(
      kind: "opportunity", id: id, stage: stage, owner: Text(StoryPlaybook.rina), fields: [], modified: Text(instant),
      modifiedAt: milliseconds(instant), modifiedBy: person, isDeleted: false)
  }

  var identity: String? { "005000000000i01AAA" }

  func changes(
    of object: ObjectMapping, after: ChangeCursor?, limit: Int
  ) async throws(ConnectorFailure) -> ChangePage {
    state.withLock { state in
      state.polls += 1
      let next = state.rows.last.map { ChangeCursor(stamp: $0.modifiedAt, id: $0.id) }
      return ChangePage(rows: after == nil ? state.rows : [], next: after ?? next, isLast: true)
    }
  }

  func rows(_ ids: [Text], of object: ObjectMapping) async throws(ConnectorFailure) -> [CRMRow] {
    state.withLock { state in ids.compactMap { id in state.rows.first { $0.id == id } } }
  }

  func push(_ rows: [ResultRow]) async -> [PushOutcome] {
    state.withLock { state in
      if let failure = state.failure { return rows.map { _ in .failed(failure) } }
      state.pushed += rows.map(\.submission)
      return rows.map { _ in .done(created: true) }
    }
  }

  func readBack(_ submissions: [ResultRow]) async throws(ConnectorFailure) -> [Text: HeldResult] {
    state.withLock { state in
      var found: [Text: HeldResult] = [:]
      for row in submissions where state.pushed.contains(row.submission) {
        found[row.submission] = HeldResult(digest: row.digest, answers: Set(row.answers.map(\.key)))
      }
      return found
    }
  }

  func stages(of ids: [Text], object: ObjectMapping) async throws(ConnectorFailure) -> [Text: StageReading] {
    state.withLock { state in
      var found: [Text: StageReading] = [:]
      for row in state.rows where ids.contains(row.id) {
        found[row.id] = StageReading(
          id: row.id, stage: row.stage, modified: row.modified, modifiedAt: row.modifiedAt, modifiedBy: row.modifiedBy)
      }
      return found
    }
  }

  func writeStage(_ write: StageWrite, object: ObjectMapping) async -> PushOutcome {
    state.withLock { state in
      if let failure = state.failure { return .failed(failure) }
      state.stageWrites += 1
      if let instant = state.answerLostAt {
        state.rows = state.rows.map {
          $0.id == write.id ? Self.row(write.id, write.to, at: instant, by: Text(identity ?? "")) : $0
        }
        return .failed(ConnectorFailure(kind: .transient, message: "no answer", outcomeUnknown: true))
      }
      for place in state.rows.indices where state.rows[place].id == write.id { state.rows[place].stage = write.to }
      return .done(created: false)
    }
  }

  func writeFields(_ writes: [FieldWrite], object: ObjectMapping) async -> [PushOutcome] {
    writes.map { _ in .done(created: false) }
  }

  func check(_ objects: [ObjectMapping], stages: [(kind: Text, names: [Text])]) async -> ConnectionReport {
    ConnectionReport(lines: [])
  }

  func close() async {}
}

public import FEEL

/// One CRM's dialect. Every call may be made from several tasks at once and can be cancelled.
public protocol Connector: Sendable {
  /// The integration user's id, once signed in: changes by it may be echoes of our own writes.
  var identity: String? { get async }

  /// The rows that changed behind a place (nil: all rows), deleted ones too, oldest first, at most `limit`.
  func changes(of object: ObjectMapping, after: ChangeCursor?, limit: Int) async throws(ConnectorFailure) -> ChangePage

  /// The rows of those ids as they are now, in their order; one that the CRM does not show is a deleted row.
  func rows(_ ids: [Text], of object: ObjectMapping) async throws(ConnectorFailure) -> [CRMRow]

  /// Writes results and their answers: one outcome for each row, in their order. A row's answers are written after it;
  /// the outcome covers both. Of a row that is held already only the answers are written.
  func push(_ rows: [ResultRow]) async -> [PushOutcome]

  /// What the CRM already holds of these results, by submission id; what it has nothing of is not among them.
  func readBack(_ submissions: [ResultRow]) async throws(ConnectorFailure) -> [Text: HeldResult]

  /// Stage and stamp by id as asked; an id that the CRM does not show is not among them.
  func stages(of ids: [Text], object: ObjectMapping) async throws(ConnectorFailure) -> [Text: StageReading]

  /// Writes one stage unless the record has changed since it was read (then the outcome is a `conflict`).
  func writeStage(_ write: StageWrite, object: ObjectMapping) async -> PushOutcome

  /// Writes our own fields of records, each whatever it holds: one outcome for each, in their order.
  func writeFields(_ writes: [FieldWrite], object: ObjectMapping) async -> [PushOutcome]

  /// Tries the connection and all that we need of it, and changes nothing.
  /// - Parameter stages: the stage names of our pipelines, by kind of record.
  func check(_ objects: [ObjectMapping], stages: [(kind: Text, names: [Text])]) async -> ConnectionReport

  /// Ends what is on its way and frees the connections; calls after it fail as cancelled.
  func close() async
}

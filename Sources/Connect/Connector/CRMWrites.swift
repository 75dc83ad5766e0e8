public import FEEL

/// One assessment result with its answers, to be written so that twice is the same as once.
public struct ResultRow: Sendable {
  /// The submission's id: the CRM's unique external id of the row.
  public var submission: Text
  /// The CRM's id of the record that was assessed.
  public var record: Text
  /// Its kind.
  public var kind: Text
  /// By the CRM's field names. The connector adds external id, record and digest where they are not among them.
  public var fields: [(field: String, value: JSON)]
  /// Rows of their own, each with its external id.
  public var answers: [(key: Text, fields: [(field: String, value: JSON)])]
  /// Of the payload; stored in the CRM too, so that it can be read back.
  public var digest: String
  /// The row itself stands in the CRM already, with this digest: only its answers are to be written.
  public var isHeld = false

  /// A result of which nothing stands in the CRM yet.
  public init(
    submission: Text, record: Text, kind: Text, fields: [(field: String, value: JSON)],
    answers: [(key: Text, fields: [(field: String, value: JSON)])], digest: String
  ) {
    self.submission = submission
    self.record = record
    self.kind = kind
    self.fields = fields
    self.answers = answers
    self.digest = digest
  }
}

/// What the CRM holds of one result, as it was read back.
public struct HeldResult: Hashable, Sendable {
  /// That of the payload which the row was written from.
  public var digest: String
  /// The external ids of its answers' rows; all of them where answers are no rows of their own.
  public var answers: Set<Text>

  /// What was found under a submission's external id.
  public init(digest: String, answers: Set<Text>) {
    self.digest = digest
    self.answers = answers
  }
}

extension ResultRow {
  /// What is still to be written; nil: nothing. A write that was cut in the middle is completed, and no row that came
  /// through is written a second time: in the CRM each write may start flows and shows as a change.
  public func rest(after held: HeldResult?) -> ResultRow? {
    guard let held, held.digest == digest else { return self }
    var rest = self
    rest.isHeld = true
    rest.answers.removeAll { held.answers.contains($0.key) }
    return rest.answers.isEmpty ? nil : rest
  }
}

/// A stage to be written, if the record is still as it was read.
public struct StageWrite: Hashable, Sendable {
  /// Our kind of record.
  public var kind: Text
  /// The CRM's id of the record.
  public var id: Text
  /// The stage as the CRM names it.
  public var to: Text
  /// The stamp of the reading, epoch milliseconds UTC. A CRM may compare whole seconds only.
  public var ifUnmodifiedSince: Int64

  /// A write that a change of the row since the reading makes fail.
  public init(kind: Text, id: Text, to: Text, ifUnmodifiedSince: Int64) {
    self.kind = kind
    self.id = id
    self.to = to
    self.ifUnmodifiedSince = ifUnmodifiedSince
  }
}

/// Values of our own fields of one record, to be written whatever it holds: twice is the same as once.
public struct FieldWrite: Hashable, Sendable {
  /// The CRM's id of the record.
  public var id: Text
  /// By the CRM's names; `null` empties a field.
  public var fields: [JSON.Member]

  /// A write of these fields, and of no others.
  public init(id: Text, fields: [JSON.Member]) {
    self.id = id
    self.fields = fields
  }
}

/// How one write ended.
public enum PushOutcome: Hashable, Sendable {
  /// The CRM has it; `created`: by this write for the first time.
  case done(created: Bool)
  /// It was not written, or nobody knows (`ConnectorFailure.outcomeUnknown`).
  case failed(ConnectorFailure)
}

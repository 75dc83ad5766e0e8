public import FEEL
public import Sales

/// A change of the stated stage, whoever made it; the history of a record is these in order.
public struct StageChange: Hashable, Sendable {
  public var id: String
  public var key: RecordKey
  /// Nil: the record came in at `to`.
  public var from: Text?
  public var to: Text
  /// Epoch milliseconds.
  public var at: Int64
  /// `crm`, `promotion`, `person`, `import` or `reopening`.
  public var cause: Text
  /// The person, where one did it.
  public var by: Text?
  public var rule: Text?
  /// The submission that brought it about.
  public var submission: String?
  public var playbook: String?
  public var proposal: String?
  public var reason: Text?

  public init(
    id: String, key: RecordKey, from: Text? = nil, to: Text, at: Int64, cause: Text, by: Text? = nil,
    rule: Text? = nil, submission: String? = nil, playbook: String? = nil, proposal: String? = nil,
    reason: Text? = nil
  ) {
    self.id = id
    self.key = key
    self.from = from
    self.to = to
    self.at = at
    self.cause = cause
    self.by = by
    self.rule = rule
    self.submission = submission
    self.playbook = playbook
    self.proposal = proposal
    self.reason = reason
  }
}

extension StageChange: TableRow {
  static let table = Table(
    "stage_change", key: ["id"],
    [
      "id", "record_kind", "record_id", "from_stage", "to_stage", "changed_at", "cause", "person", "rule",
      "submission", "playbook", "proposal", "reason",
    ])

  init(_ columns: inout ColumnReader) throws {
    id = try columns.next()
    key = try columns.next()
    from = try columns.next()
    to = try columns.next()
    at = try columns.next()
    cause = try columns.next()
    by = try columns.next()
    rule = try columns.next()
    submission = try columns.next()
    playbook = try columns.next()
    proposal = try columns.next()
    reason = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(id)
    columns.add(key)
    columns.add(from)
    columns.add(to)
    columns.add(at)
    columns.add(cause)
    columns.add(by)
    columns.add(rule)
    columns.add(submission)
    columns.add(playbook)
    columns.add(proposal)
    columns.add(reason)
  }
}

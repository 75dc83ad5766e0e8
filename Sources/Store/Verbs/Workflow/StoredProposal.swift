public import FEEL
public import Sales

/// A promotion that evidence supports, and what became of it.
public struct StoredProposal: Hashable, Sendable {
  public var id: String
  public var key: RecordKey
  public var from: Text
  public var to: Text
  /// The stages on the way, `to` last.
  public var path: [Text]
  /// The rules that hold.
  public var rules: [Text]
  /// `waiting`, `blocked`, `held`, `applied`, `refused`, `superseded` or `accepted`.
  public var status: Text
  /// Missing attributes, or the sentence of the hold.
  public var detail: [Text]
  public var playbook: String
  /// Epoch milliseconds.
  public var createdAt: Int64
  /// Epoch milliseconds.
  public var changedAt: Int64
  /// Who accepted or refused it.
  public var decidedBy: Text?
  public var reason: Text?

  public init(
    id: String, key: RecordKey, from: Text, to: Text, path: [Text], rules: [Text], status: Text,
    detail: [Text] = [], playbook: String, createdAt: Int64, changedAt: Int64, decidedBy: Text? = nil,
    reason: Text? = nil
  ) {
    self.id = id
    self.key = key
    self.from = from
    self.to = to
    self.path = path
    self.rules = rules
    self.status = status
    self.detail = detail
    self.playbook = playbook
    self.createdAt = createdAt
    self.changedAt = changedAt
    self.decidedBy = decidedBy
    self.reason = reason
  }
}

extension StoredProposal: TableRow {
  static let table = Table(
    "proposal", key: ["id"], kept: ["record_kind", "record_id", "created_at"],
    [
      "id", "record_kind", "record_id", "from_stage", "to_stage", "path", "rules", "status", "detail",
      "playbook", "created_at", "changed_at", "decided_by", "reason",
    ])

  init(_ columns: inout ColumnReader) throws {
    id = try columns.next()
    key = try columns.next()
    from = try columns.next()
    to = try columns.next()
    path = try columns.next()
    rules = try columns.next()
    status = try columns.next()
    detail = try columns.next()
    playbook = try columns.next()
    createdAt = try columns.next()
    changedAt = try columns.next()
    decidedBy = try columns.next()
    reason = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(id)
    columns.add(key)
    columns.add(from)
    columns.add(to)
    columns.add(path)
    columns.add(rules)
    columns.add(status)
    columns.add(detail)
    columns.add(playbook)
    columns.add(createdAt)
    columns.add(changedAt)
    columns.add(decidedBy)
    columns.add(reason)
  }
}

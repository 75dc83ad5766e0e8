public import FEEL
public import Sales

extension StoredProposal: TableRow {
  static let table = Table(
    "proposal", key: ["id"], kept: ["record_kind", "record_id", "created_at"],
    [
      "id", "record_kind", "record_id", "from_stage", "to_stage", "path", "rules", "status", "detail",
      "playbook", "created_at", "changed_at", "decided_by", "reason",
    ])

  init(_ columns: inout ColumnReader) throws {
    self.init(
      id: try columns.next(), key: try columns.next(), from: try columns.next(), to: try columns.next(),
      path: try columns.next(), rules: try columns.next(), status: try columns.next(), detail: try columns.next(),
      playbook: try columns.next(), createdAt: try columns.next(), changedAt: try columns.next(),
      decidedBy: try columns.next(), reason: try columns.next())
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

extension StoreReading {
  /// The proposal of that id, or nil.
  public func proposal(_ id: Text) throws -> StoredProposal? {
    try first("\(StoredProposal.table.select) WHERE id = $1", values(id))
  }

  /// All proposals of a record, oldest first.
  public func proposals(of key: RecordKey) throws -> [StoredProposal] {
    try list(
      "\(StoredProposal.table.select) WHERE record_kind = $1 AND record_id = $2 ORDER BY created_at, id",
      values(key.kind, key.id))
  }

  /// Those that are not decided: waiting, blocked or held; oldest first.
  public func openProposals(of key: RecordKey) throws -> [StoredProposal] {
    try list(Self.openProposals, values(key.kind, key.id))
  }

  private static let openProposals = """
    \(StoredProposal.table.select) WHERE record_kind = $1 AND record_id = $2
      AND status IN ('waiting', 'blocked', 'held') ORDER BY created_at, id
    """

  /// Proposals that are open in one way, oldest first.
  ///
  /// - Parameters:
  ///   - status: `waiting`, `blocked` or `held`.
  ///   - owners: of records of these owners only; nil: of all, the empty list: of none.
  /// - Throws: `StoreError.unsuitable` for more than 16,384 owners.
  public func proposals(status: Text, owners: [Text]?, limit: Int) throws -> [StoredProposal] {
    let table = StoredProposal.table
    guard let owners else {
      return try list(
        """
        \(table.select) WHERE status = $1 AND status IN ('waiting', 'blocked', 'held') ORDER BY created_at, id LIMIT $2
        """, values(status, limit))
    }
    if owners.isEmpty { return [] }
    let condition = try ListCondition(owners, first: 3)
    return try list(
      """
      SELECT \(table.columns(of: "p")) FROM proposal AS p
      JOIN record AS r ON r.kind = p.record_kind AND r.id = p.record_id
      WHERE p.status = $1 AND p.status IN ('waiting', 'blocked', 'held') AND r.owner IN (\(condition.places))
      ORDER BY p.created_at, p.id LIMIT $2
      """, values(status, limit) + condition.values)
  }
}

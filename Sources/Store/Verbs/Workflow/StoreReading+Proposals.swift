public import FEEL
public import Sales

extension StoreReading {
  /// The proposal of that id, or nil.
  public func proposal(_ id: String) throws -> StoredProposal? {
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
    try list(
      """
      \(StoredProposal.table.select) WHERE record_kind = $1 AND record_id = $2
        AND status IN ('waiting', 'blocked', 'held') ORDER BY created_at, id
      """, values(key.kind, key.id))
  }

  /// Proposals of one status, oldest first.
  ///
  /// - Parameter owners: of records of these owners only; nil: of all, the empty list: of none.
  /// - Throws: `StoreError.unsuitable` for more than 16,384 owners.
  public func proposals(status: Text, owners: [Text]?, limit: Int) throws -> [StoredProposal] {
    let table = StoredProposal.table
    guard let owners else {
      return try list("\(table.select) WHERE status = $1 ORDER BY created_at, id LIMIT $2", values(status, limit))
    }
    if owners.isEmpty { return [] }
    let condition = try ListCondition(owners, first: 3)
    return try list(
      """
      SELECT \(table.columns(of: "p")) FROM proposal AS p
      JOIN record AS r ON r.kind = p.record_kind AND r.id = p.record_id
      WHERE p.status = $1 AND r.owner IN (\(condition.places)) ORDER BY p.created_at, p.id LIMIT $2
      """, values(status, limit) + condition.values)
  }
}

extension StoreTransaction {
  /// Stores a proposal; of one that is there, record and creation stay as they are.
  public func saveProposal(_ proposal: StoredProposal) throws { try upsert(proposal) }
}

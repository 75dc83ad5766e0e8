public import FEEL
public import Sales

extension Ask: TableRow {
  static let table = Table(
    "ask", key: ["record_kind", "record_id", "assessment", "asked_at"],
    ["record_kind", "record_id", "assessment", "reason", "asked_at", "done_at"])

  init(_ columns: inout ColumnReader) throws {
    self.init(
      key: try columns.next(), assessment: try columns.next(), reason: try columns.next(), askedAt: try columns.next(),
      doneAt: try columns.next())
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(key)
    columns.add(assessment)
    columns.add(reason)
    columns.add(askedAt)
    columns.add(doneAt)
  }
}

extension StoreReading {
  /// What is open for a record, oldest first.
  public func openAsks(of key: RecordKey) throws -> [Ask] { try list(Self.openAsks, values(key.kind, key.id)) }

  private static let openAsks = """
    \(Ask.table.select) WHERE record_kind = $1 AND record_id = $2 AND done_at IS NULL ORDER BY asked_at, assessment
    """

  /// What is open, oldest first.
  ///
  /// - Parameter owners: for records of these owners only; nil: for all, the empty list: for none.
  /// - Throws: `StoreError.unsuitable` for more than 16,384 owners.
  public func openAsks(owners: [Text]?, limit: Int) throws -> [Ask] {
    let order = "asked_at, record_kind, record_id, assessment"
    guard let owners else {
      return try list("\(Ask.table.select) WHERE done_at IS NULL ORDER BY \(order) LIMIT $1", values(limit))
    }
    if owners.isEmpty { return [] }
    let condition = try ListCondition(owners, first: 2)
    return try list(
      """
      SELECT \(Ask.table.columns(of: "a")) FROM ask AS a
      JOIN record AS r ON r.kind = a.record_kind AND r.id = a.record_id
      WHERE a.done_at IS NULL AND r.owner IN (\(condition.places)) ORDER BY \(order) LIMIT $1
      """, values(limit) + condition.values)
  }
}

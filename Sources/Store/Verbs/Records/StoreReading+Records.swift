public import FEEL
public import Sales

extension StoreReading {
  /// The record of that key, or nil.
  public func record(_ key: RecordKey) throws -> StoredRecord? {
    try first("\(StoredRecord.table.select) WHERE kind = $1 AND id = $2", values(key.kind, key.id))
  }

  /// Records by kind and id, those after `key`: page by page through all of them in short reads.
  ///
  /// - Complexity: O(limit), wherever the page begins.
  public func records(after key: RecordKey?, limit: Int) throws -> [StoredRecord] {
    guard let key else { return try list("\(StoredRecord.table.select) ORDER BY kind, id LIMIT $1", values(limit)) }
    return try list(
      "\(StoredRecord.table.select) WHERE (kind, id) > ($1, $2) ORDER BY kind, id LIMIT $3",
      values(key.kind, key.id, limit))
  }

  /// The records with these ids, of whatever kind, by kind and id.
  ///
  /// - Throws: `StoreError.unsuitable` for more than 16,384 ids.
  public func records(ids: [Text]) throws -> [StoredRecord] {
    if ids.isEmpty { return [] }
    let condition = try ListCondition(ids, first: 1)
    return try list(
      "\(StoredRecord.table.select) WHERE id IN (\(condition.places)) ORDER BY kind, id", condition.values)
  }

  /// How many records there are.
  ///
  /// - Complexity: O(records).
  public func recordCount() throws -> Int { Int(try number("SELECT count(*) FROM record")) }
}

extension StoreTransaction {
  /// Stores a record, in place of the one with its key.
  public func saveRecord(_ record: StoredRecord) throws { try upsert(record) }
}

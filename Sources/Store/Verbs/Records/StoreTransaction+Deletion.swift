public import Sales

extension StoreTransaction {
  /// Takes the last decision of a record out of all lists.
  public func deleteOutcome(_ key: RecordKey) throws {
    try run("DELETE FROM outcome WHERE kind = $1 AND id = $2", values(key.kind, key.id))
  }
}

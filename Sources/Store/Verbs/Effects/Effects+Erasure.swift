extension StoreTransaction {
  /// Erases what an effect carried, once it is carried out or given up; what waits or is under way is left alone.
  ///
  /// - Returns: whether it was erased.
  public func eraseEffect(_ id: String, at now: Int64) throws -> Bool {
    try run(
      "UPDATE effect SET payload = $2, changed_at = $3 WHERE id = $1 AND is_open = 0",
      values(id, Array("{}".utf8), now)) == 1
  }
}

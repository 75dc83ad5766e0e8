public import FEEL

extension StoreReading {
  /// The numbers of the audit entries about a subject, ascending.
  public func auditNumbers(subject: Text) throws -> [Int64] {
    try list("SELECT number FROM audit_entry WHERE subject = $1 ORDER BY number", values(subject)) { try $0.next() }
  }
}

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

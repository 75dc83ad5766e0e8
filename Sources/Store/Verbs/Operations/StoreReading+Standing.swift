extension StoreReading {
  /// Whether the file is whole: the first findings of the database's own quick check, none if it is.
  ///
  /// - Complexity: O(size of the file).
  public func damages() throws -> [String] {
    let findings: [String] = try list("PRAGMA quick_check(3)") { try $0.next() }
    return findings == ["ok"] ? [] : findings
  }

  /// The latest time at which anything was written, by the clocks of this machine; nil: never. Epoch milliseconds.
  public func latestWriting() throws -> Int64? {
    let times: [Int64?] = [
      try first("SELECT written_at FROM audit_entry ORDER BY number DESC LIMIT 1") { try $0.next() },
      try first("SELECT received_at FROM submission ORDER BY number DESC LIMIT 1") { try $0.next() },
    ]
    return times.compactMap { $0 }.max()
  }

  /// The latest time at which the CRM says that a record was changed, epoch milliseconds; nil: it never said.
  ///
  /// - Complexity: O(records).
  public func latestModification() throws -> Int64? {
    try first("SELECT max(modified_at) FROM record") { try $0.next() as Int64? } ?? nil
  }

  /// The newest nightly run that is finished; nil: there is none.
  public func lastNightRun() throws -> NightRun? {
    try first("\(NightRun.table.select) WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1")
  }
}

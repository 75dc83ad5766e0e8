internal import GRDB

/// One snapshot of a database as a file that stands alone.
enum SQLiteCopy {
  /// Pages in one step, after which progress is told.
  private static let step: CInt = 256

  /// Copies the database, which may be written meanwhile.
  ///
  /// - Parameters:
  ///   - file: is there and empty.
  ///   - now: what the copy remembers as the time at which it was taken, epoch milliseconds; nil: the copy is byte for
  ///     byte the same database.
  ///   - progress: how many pages are copied, and of how many.
  /// - Throws: `StoreError`.
  static func make(
    of source: any DatabaseReader, to file: String, at now: Int64?, progress: @escaping (Int, Int) -> Void
  ) throws {
    do {
      var configuration = Configuration()
      configuration.label = "stagecraft.copy"
      let copy = try DatabaseQueue(path: file, configuration: configuration)
      defer { try? copy.close() }
      try source.read { source in
        // From here on the transaction shows one snapshot: without it every commit of another would begin the copy anew.
        _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_master")
        try copy.writeWithoutTransaction { copy in
          try source.backup(to: copy, pagesPerStep: step) { progress($0.completedPageCount, $0.totalPageCount) }
        }
      }
      try copy.writeWithoutTransaction { copy in
        // A single file, which can be read where nothing can be written.
        try copy.execute(sql: "PRAGMA journal_mode = DELETE")
        guard let now else { return }
        try copy.execute(
          sql: """
            INSERT INTO last_done (what, done_at, detail) VALUES (?, ?, '')
            ON CONFLICT (what) DO UPDATE SET done_at = excluded.done_at, detail = excluded.detail
            """, arguments: [Upkeep.backup.rawValue, now])
      }
    } catch {
      throw SQLiteError.told(error, path: file)
    }
  }
}

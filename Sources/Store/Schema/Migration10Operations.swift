extension Migration {
  /// When what keeps the store in order was last done.
  static let operations = Migration(
    number: 10, name: "operations",
    statements: [
      """
      CREATE TABLE last_done (
        what TEXT NOT NULL PRIMARY KEY,
        done_at INTEGER NOT NULL,
        detail TEXT NOT NULL
      ) STRICT
      """
    ])
}

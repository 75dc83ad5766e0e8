extension Schema {
  /// Leases, and nightly runs with what they did.
  static let leases = [
    """
    CREATE TABLE lease (
      name TEXT NOT NULL PRIMARY KEY,
      holder TEXT NOT NULL,
      pid INTEGER NOT NULL,
      host TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      renewed_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      token INTEGER NOT NULL CHECK (token > 0)
    ) STRICT
    """,
    """
    CREATE TABLE night_run (
      id TEXT NOT NULL PRIMARY KEY,
      as_of INTEGER NOT NULL,
      playbook TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      cursor_kind TEXT,
      cursor_id TEXT,
      counts BLOB NOT NULL,
      report BLOB
    ) STRICT
    """,
    """
    CREATE TABLE night_line (
      run TEXT NOT NULL REFERENCES night_run (id),
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      outcome TEXT NOT NULL,
      detail TEXT NOT NULL,
      PRIMARY KEY (run, record_kind, record_id)
    ) STRICT
    """,
  ]
}

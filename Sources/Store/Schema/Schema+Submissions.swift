extension Schema {
  /// Submissions with their envelopes, which can be erased.
  static let submissions = [
    """
    CREATE TABLE submission (
      number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
      id TEXT NOT NULL,
      device TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      person TEXT NOT NULL,
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      assessment TEXT NOT NULL,
      version INTEGER NOT NULL,
      captured_at INTEGER NOT NULL,
      adjusted_at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('judged', 'held', 'returned')),
      held_reason TEXT,
      receipt BLOB NOT NULL,
      status INTEGER NOT NULL,
      flags TEXT NOT NULL,
      envelope BLOB,
      erased_at INTEGER,
      erased_reason TEXT,
      CHECK ((envelope IS NULL) = (erased_at IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX submission_id ON submission (id)
    """,
    """
    CREATE INDEX submission_record ON submission (record_kind, record_id, number)
    """,
    """
    CREATE INDEX submission_device ON submission (device, sequence)
    """,
    """
    CREATE INDEX submission_held ON submission (number) WHERE state = 'held'
    """,
  ]
}

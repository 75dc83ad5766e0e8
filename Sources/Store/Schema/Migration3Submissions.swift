extension Migration {
  /// Submissions, and apart from them their envelopes, which can be erased.
  static let submissions = Migration(
    number: 3, name: "submissions",
    statements: [
      """
      CREATE TABLE submission (
        id TEXT NOT NULL PRIMARY KEY,
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
        number INTEGER NOT NULL UNIQUE CHECK (number > 0),
        sha256 TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('judged', 'held', 'returned')),
        held_reason TEXT,
        receipt BLOB NOT NULL,
        status INTEGER NOT NULL,
        replaces TEXT,
        flags TEXT NOT NULL
      ) STRICT
      """,
      """
      CREATE INDEX submission_record ON submission (record_kind, record_id, number)
      """,
      """
      CREATE INDEX submission_device ON submission (device, sequence, number)
      """,
      """
      CREATE INDEX submission_held ON submission (number) WHERE state = 'held'
      """,
      """
      CREATE TABLE submission_payload (
        id TEXT NOT NULL PRIMARY KEY REFERENCES submission (id),
        bytes BLOB,
        erased_at INTEGER,
        reason TEXT,
        CHECK ((bytes IS NULL) = (erased_at IS NOT NULL))
      ) STRICT
      """,
    ])
}

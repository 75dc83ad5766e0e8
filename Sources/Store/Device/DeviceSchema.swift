/// The device file's schema: numbered steps, forward only. A file is brought from its number to the newest in one
/// transaction; a file with a higher number is refused. A step that was shipped never changes.
enum DeviceSchema {
  /// The number that this code reads and writes.
  static var version: Int { steps.count }

  /// The step at place `n` leads from schema `n` to `n + 1`; 0 is an empty file.
  static let steps = [offlineWork, delivery]

  private static let offlineWork = """
    CREATE TABLE device (
      id TEXT NOT NULL PRIMARY KEY,
      next_sequence INTEGER NOT NULL CHECK (next_sequence > 0)
    ) STRICT;
    CREATE TABLE bundle (
      only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
      version TEXT NOT NULL,
      playbook BLOB NOT NULL,
      fetched_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE record (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      place INTEGER NOT NULL,
      line BLOB NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT;
    CREATE TABLE draft (
      record TEXT NOT NULL,
      assessment TEXT NOT NULL,
      answers BLOB NOT NULL,
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (record, assessment)
    ) STRICT;
    CREATE TABLE outbox (
      sequence INTEGER NOT NULL PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      record TEXT NOT NULL,
      assessment TEXT NOT NULL,
      saved_at INTEGER NOT NULL,
      envelope BLOB NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT;
    """

  /// Items of other devices may lie in the outbox (`outbox import`), so a number alone names none any more: `place` is
  /// the order in which they came here. A receipt and the end of waiting are one and the same, by constraint.
  private static let delivery = """
    CREATE TABLE delivery (
      place INTEGER NOT NULL PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      device TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      person TEXT,
      record TEXT NOT NULL,
      assessment TEXT NOT NULL,
      saved_at INTEGER NOT NULL,
      envelope BLOB NOT NULL,
      sha256 TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'attention', 'sent', 'held', 'replaced')),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_attempt_at INTEGER,
      last_error TEXT,
      refusal_code TEXT,
      refusal_status INTEGER,
      receipt BLOB,
      received_at INTEGER,
      replaced_by TEXT,
      CHECK ((receipt IS NOT NULL) = (state IN ('sent', 'held'))),
      CHECK ((refusal_code IS NOT NULL) = (state IN ('attention', 'replaced'))),
      CHECK ((replaced_by IS NOT NULL) = (state = 'replaced'))
    ) STRICT;
    INSERT INTO delivery (place, id, device, sequence, record, assessment, saved_at, envelope, sha256)
      SELECT sequence, outbox.id, device.id, sequence, record, assessment, saved_at, envelope, sha256
      FROM outbox, device ORDER BY sequence;
    DROP TABLE outbox;
    ALTER TABLE delivery RENAME TO outbox;
    ALTER TABLE bundle ADD COLUMN person TEXT;
    ALTER TABLE bundle ADD COLUMN server TEXT;
    ALTER TABLE bundle ADD COLUMN tag TEXT;
    CREATE TABLE server (
      only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
      address TEXT NOT NULL,
      token_file TEXT
    ) STRICT;
    CREATE TABLE sender (
      only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
      holder TEXT NOT NULL,
      process INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT;
    """
}

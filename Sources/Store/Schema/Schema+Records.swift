extension Schema {
  /// Records of the CRM, the last decision of each, and what became of both, which is only ever added to.
  static let records = [
    """
    CREATE TABLE record (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      document BLOB NOT NULL,
      state BLOB NOT NULL,
      pipeline TEXT,
      stage TEXT,
      owner TEXT,
      modified TEXT,
      modified_at INTEGER,
      stage_modified_at INTEGER,
      deleted_at INTEGER,
      revision INTEGER NOT NULL CHECK (revision > 0),
      updated_at INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT
    """,
    """
    CREATE INDEX record_id ON record (id)
    """,
    """
    CREATE INDEX record_owner ON record (owner)
    """,
    """
    CREATE TABLE outcome (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      line BLOB NOT NULL,
      playbook TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      stated TEXT,
      least TEXT,
      most TEXT,
      verdict TEXT,
      status TEXT CHECK (status IN ('open', 'won', 'lost', 'archived')),
      owner TEXT,
      pipeline TEXT,
      money TEXT,
      PRIMARY KEY (kind, id)
    ) STRICT
    """,
    """
    CREATE INDEX outcome_owner ON outcome (owner, kind, id)
    """,
    """
    CREATE TABLE attribute_change (
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      before TEXT,
      after TEXT,
      changed_at INTEGER,
      stored_at INTEGER NOT NULL,
      event TEXT NOT NULL,
      PRIMARY KEY (record_kind, record_id, revision, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE outcome_change (
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      place INTEGER NOT NULL,
      stated TEXT,
      least TEXT,
      most TEXT,
      money TEXT,
      cause TEXT NOT NULL
        CHECK (cause IN ('answers', 'rule', 'expiry', 'crm', 'person', 'import', 'deleted')),
      decided_at INTEGER NOT NULL,
      event TEXT NOT NULL,
      PRIMARY KEY (record_kind, record_id, revision, place)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}

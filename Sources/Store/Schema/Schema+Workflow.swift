extension Schema {
  /// The history of stages, proposals and asks.
  static let workflow = [
    """
    CREATE TABLE stage_change (
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      place INTEGER NOT NULL,
      from_stage TEXT,
      to_stage TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      cause TEXT NOT NULL CHECK (cause IN ('crm', 'promotion', 'person', 'import', 'reopening')),
      person TEXT,
      rule TEXT,
      submission TEXT,
      playbook TEXT,
      proposal TEXT,
      reason TEXT,
      PRIMARY KEY (record_kind, record_id, revision, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE proposal (
      id TEXT NOT NULL PRIMARY KEY,
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      from_stage TEXT NOT NULL,
      to_stage TEXT NOT NULL,
      path TEXT NOT NULL,
      rules TEXT NOT NULL,
      status TEXT NOT NULL
        CHECK (status IN ('waiting', 'blocked', 'held', 'applied', 'refused', 'superseded', 'accepted')),
      detail TEXT NOT NULL,
      playbook TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      decided_by TEXT,
      reason TEXT
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX proposal_record ON proposal (record_kind, record_id, created_at)
    """,
    """
    CREATE INDEX proposal_status ON proposal (status, created_at)
      WHERE status IN ('waiting', 'blocked', 'held')
    """,
    """
    CREATE TABLE ask (
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      assessment TEXT NOT NULL,
      asked_at INTEGER NOT NULL,
      reason TEXT NOT NULL,
      done_at INTEGER,
      PRIMARY KEY (record_kind, record_id, assessment, asked_at)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX ask_open ON ask (asked_at) WHERE done_at IS NULL
    """,
  ]
}

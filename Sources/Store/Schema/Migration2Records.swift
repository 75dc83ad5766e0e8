extension Migration {
  /// Records of the CRM and the last decision of each.
  static let records = Migration(
    number: 2, name: "records",
    statements: [
      """
      CREATE TABLE record (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        document BLOB NOT NULL,
        pipeline TEXT,
        stage TEXT,
        owner TEXT,
        modified TEXT,
        modified_at INTEGER,
        stage_modified_at INTEGER,
        deleted_at INTEGER,
        revision INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        episode_start INTEGER,
        lowest_stage TEXT,
        promoted_day INTEGER,
        promoted_count INTEGER NOT NULL CHECK (promoted_count >= 0),
        hold_by TEXT,
        hold_reason TEXT,
        hold_stage TEXT,
        hold_until INTEGER,
        override_by TEXT,
        override_reason TEXT,
        override_stage TEXT,
        override_until INTEGER,
        PRIMARY KEY (kind, id)
      ) STRICT
      """,
      """
      CREATE INDEX record_id ON record (id, kind)
      """,
      """
      CREATE INDEX record_owner ON record (owner, kind, id)
      """,
      """
      CREATE TABLE outcome (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        line BLOB NOT NULL,
        digest TEXT NOT NULL,
        playbook TEXT NOT NULL,
        decided_at INTEGER NOT NULL,
        stated TEXT,
        least TEXT,
        most TEXT,
        verdict TEXT,
        status TEXT CHECK (status IN ('open', 'won', 'lost', 'archived', 'unknown')),
        owner TEXT,
        pipeline TEXT,
        money INTEGER,
        stated_weighted TEXT,
        least_weighted TEXT,
        PRIMARY KEY (kind, id)
      ) STRICT
      """,
      """
      CREATE INDEX outcome_owner ON outcome (owner, kind, id)
      """,
    ])
}

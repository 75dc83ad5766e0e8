extension Schema {
  /// Versions of the playbook, when they are in force, and what a write of ordinary size is tried on.
  static let playbooks = [
    """
    CREATE TABLE playbook_version (
      version TEXT NOT NULL PRIMARY KEY,
      document BLOB NOT NULL,
      stored_at INTEGER NOT NULL,
      stored_by TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE activation (
      id TEXT NOT NULL PRIMARY KEY,
      version TEXT NOT NULL REFERENCES playbook_version (version),
      in_force_from INTEGER NOT NULL,
      activated_at INTEGER NOT NULL,
      activated_by TEXT NOT NULL,
      judge_all INTEGER NOT NULL CHECK (judge_all IN (0, 1))
    ) STRICT
    """,
    """
    CREATE INDEX activation_in_force ON activation (in_force_from, activated_at)
    """,
    """
    CREATE TABLE assessment_version (
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      digest TEXT NOT NULL,
      playbook TEXT NOT NULL REFERENCES playbook_version (version),
      PRIMARY KEY (id, version)
    ) STRICT
    """,
    """
    CREATE TABLE probe (
      number INTEGER NOT NULL PRIMARY KEY,
      writes INTEGER NOT NULL DEFAULT 0,
      room BLOB
    ) STRICT
    """,
    """
    INSERT INTO probe (number) VALUES (1)
    """,
  ]
}

extension Schema {
  /// Tokens as hashes, and the answers of requests with a key.
  static let people = [
    """
    CREATE TABLE access_token (
      id TEXT NOT NULL PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
      person TEXT NOT NULL,
      name TEXT NOT NULL,
      role TEXT,
      unit TEXT,
      created_at INTEGER NOT NULL,
      expires_at INTEGER,
      revoked_at INTEGER,
      last_used_at INTEGER,
      kind TEXT NOT NULL CHECK (kind IN ('api', 'session', 'link'))
    ) STRICT
    """,
    """
    CREATE TABLE idempotent_answer (
      person TEXT NOT NULL,
      request_key TEXT NOT NULL,
      request_digest TEXT NOT NULL,
      status INTEGER NOT NULL,
      content_type TEXT NOT NULL,
      body BLOB NOT NULL,
      created_at INTEGER NOT NULL,
      PRIMARY KEY (person, request_key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX idempotent_answer_created ON idempotent_answer (created_at)
    """,
  ]
}

extension Schema {
  /// What is to be brought about in other systems, and which of these rest.
  static let effects = [
    """
    CREATE TABLE effect (
      id TEXT NOT NULL PRIMARY KEY,
      connection TEXT NOT NULL,
      kind TEXT NOT NULL,
      record_kind TEXT NOT NULL,
      record_id TEXT NOT NULL,
      place INTEGER NOT NULL,
      payload BLOB NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'done', 'dead', 'superseded')),
      attempts INTEGER NOT NULL CHECK (attempts >= 0),
      created_at INTEGER NOT NULL,
      not_before INTEGER NOT NULL,
      lease_until INTEGER,
      token INTEGER NOT NULL,
      holder TEXT,
      failure_class TEXT,
      failure_code TEXT,
      failure_message TEXT,
      changed_at INTEGER NOT NULL,
      outcome_unknown INTEGER NOT NULL CHECK (outcome_unknown IN (0, 1)),
      is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
      due INTEGER NOT NULL,
      CHECK (is_open = (state IN ('waiting', 'claimed'))),
      CHECK ((state = 'claimed') = (lease_until IS NOT NULL AND holder IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE INDEX effect_due ON effect (connection, kind, due, place, state, created_at, is_open) WHERE is_open = 1
    """,
    """
    CREATE INDEX effect_order ON effect (connection, record_kind, record_id, place, id) WHERE is_open = 1
    """,
    """
    CREATE INDEX effect_record ON effect (record_kind, record_id, connection, kind, place)
    """,
    """
    CREATE INDEX effect_dead ON effect (connection, kind, changed_at, created_at, state) WHERE state = 'dead'
    """,
    // How many were ever carried out or superseded, so that nobody counts them, nor misses those cleared away.
    """
    CREATE TABLE effect_total (
      connection TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('done', 'superseded')),
      count INTEGER NOT NULL,
      PRIMARY KEY (connection, kind, state)
    ) STRICT
    """,
    """
    CREATE TRIGGER effect_ended AFTER UPDATE OF state ON effect
    WHEN NEW.state IN ('done', 'superseded') AND OLD.state NOT IN ('done', 'superseded')
    BEGIN
      INSERT INTO effect_total (connection, kind, state, count) VALUES (NEW.connection, NEW.kind, NEW.state, 1)
      ON CONFLICT (connection, kind, state) DO UPDATE SET count = count + 1;
    END
    """,
    """
    CREATE TABLE connection_state (
      connection TEXT NOT NULL PRIMARY KEY,
      paused_until INTEGER,
      reason TEXT,
      failures INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT
    """,
  ]
}

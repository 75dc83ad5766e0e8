extension Schema {
  /// Hints from outside, and how far polls have come.
  static let inbound = [
    """
    CREATE TABLE inbound_event (
      source TEXT NOT NULL,
      id TEXT NOT NULL,
      type TEXT NOT NULL,
      subject TEXT,
      received_at INTEGER NOT NULL,
      payload BLOB NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('new', 'done', 'ignored', 'failed')),
      note TEXT,
      attempts INTEGER NOT NULL,
      not_before INTEGER NOT NULL,
      finished_at INTEGER,
      PRIMARY KEY (source, id)
    ) STRICT
    """,
    """
    CREATE INDEX inbound_event_new ON inbound_event (received_at, source, id) WHERE state = 'new'
    """,
    """
    CREATE INDEX inbound_event_failed ON inbound_event (subject) WHERE state = 'failed'
    """,
    """
    CREATE TABLE poll_cursor (
      connection TEXT NOT NULL,
      object TEXT NOT NULL,
      fields TEXT NOT NULL,
      stamp INTEGER,
      id TEXT,
      rereading_since INTEGER,
      PRIMARY KEY (connection, object)
    ) STRICT
    """,
    // Values that did not fit the type of their attribute, counted.
    """
    CREATE TABLE inbound_misfit (
      connection TEXT NOT NULL,
      object TEXT NOT NULL,
      attribute TEXT NOT NULL,
      count INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      PRIMARY KEY (connection, object, attribute)
    ) STRICT
    """,
  ]
}

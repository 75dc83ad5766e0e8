extension Schema {
  /// When what keeps the store in order was last done, what tells other processes that people changed, and how what has
  /// ended is found by the time of its end.
  static let operations = [
    """
    CREATE TABLE last_done (
      what TEXT NOT NULL PRIMARY KEY,
      done_at INTEGER NOT NULL,
      detail TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE generation (
      what TEXT NOT NULL PRIMARY KEY,
      number INTEGER NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO generation (what, number) VALUES ('directory', 0)
    """,
    """
    CREATE INDEX effect_ended ON effect (changed_at) WHERE state IN ('done', 'superseded')
    """,
    """
    CREATE INDEX inbound_event_finished ON inbound_event (finished_at) WHERE finished_at IS NOT NULL
    """,
  ]
}

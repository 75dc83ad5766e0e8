extension Schema {
  /// The audit chain, with what its entries are about, which can be erased.
  static let audit = [
    """
    CREATE TABLE audit_entry (
      number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
      written_at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      payload_digest BLOB NOT NULL,
      hash BLOB NOT NULL,
      salt BLOB,
      payload BLOB,
      erased_at INTEGER,
      erased_reason TEXT,
      CHECK ((payload IS NULL) = (erased_at IS NOT NULL)),
      CHECK ((salt IS NULL) = (payload IS NULL))
    ) STRICT
    """
  ]
}

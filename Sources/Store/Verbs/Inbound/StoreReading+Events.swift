public import FEEL

extension StoreReading {
  /// New events of some sources whose time has come, oldest first.
  ///
  /// - Parameter sources: one at least.
  public func pendingEvents(of sources: [String], limit: Int, now: Int64) throws -> [InboundEvent] {
    let names = try ListCondition(sources.map { Text($0) }, first: 3)
    return try list(
      """
      \(InboundEvent.table.select) WHERE state = 'new' AND not_before <= $1 AND source IN (\(names.places))
      ORDER BY received_at, source, id LIMIT $2
      """, values(now, limit) + names.values)
  }

  /// The event of that source and id, or nil.
  public func event(source: String, id: String) throws -> InboundEvent? {
    try first("\(InboundEvent.table.select) WHERE source = $1 AND id = $2", values(source, id))
  }

  /// Events that were given up, the last received first.
  public func failedEvents(limit: Int) throws -> [InboundEvent] {
    try list(
      "\(InboundEvent.table.select) WHERE state = 'failed' ORDER BY received_at DESC, source, id LIMIT $1",
      values(limit))
  }

  /// How far all polls have come, by connection and object.
  public func cursors() throws -> [PollCursor] {
    try list("\(PollCursor.table.select) ORDER BY connection, object")
  }

  /// How far the poll has come; nil: it never ran.
  public func cursor(connection: String, object: String) throws -> PollCursor? {
    try first("\(PollCursor.table.select) WHERE connection = $1 AND object = $2", values(connection, object))
  }
}

extension StoreTransaction {
  /// Stores an event.
  ///
  /// - Returns: false: it came before, and nothing was changed.
  public func insertEvent(_ event: InboundEvent) throws -> Bool { try insertOnce(event) }

  /// Ends a new event.
  ///
  /// - Returns: false: it was ended before (another worker was faster) or is unknown, and nothing was changed.
  @discardableResult
  public func finishEvent(source: String, id: String, state: InboundState, note: Text?, at now: Int64) throws -> Bool {
    try run(
      """
      UPDATE inbound_event SET state = $3, note = $4, finished_at = $5, attempts = attempts + 1
      WHERE source = $1 AND id = $2 AND state = 'new'
      """, values(source, id, state, note, now)) == 1
  }

  /// Puts a new event off after an attempt that failed.
  ///
  /// - Returns: false: it is not new any more.
  @discardableResult
  public func retryEvent(source: String, id: String, notBefore: Int64, note: Text?) throws -> Bool {
    try run(
      """
      UPDATE inbound_event SET not_before = $3, note = $4, attempts = attempts + 1
      WHERE source = $1 AND id = $2 AND state = 'new'
      """, values(source, id, notBefore, note)) == 1
  }

  /// Ends the events about a row that were given up, now that the row came in.
  ///
  /// - Returns: how many.
  @discardableResult
  public func settleFailedEvents(of subject: Text, at now: Int64) throws -> Int {
    try run(
      """
      UPDATE inbound_event SET state = 'done', note = 'it came in later', finished_at = $2
      WHERE subject = $1 AND state = 'failed'
      """, values(subject, now))
  }

  /// Lets an event that was given up be tried again, as if it were new.
  ///
  /// - Returns: false: it was not given up.
  @discardableResult
  public func reviveEvent(source: String, id: String, at now: Int64) throws -> Bool {
    try run(
      """
      UPDATE inbound_event SET state = 'new', attempts = 0, not_before = $3, finished_at = NULL
      WHERE source = $1 AND id = $2 AND state = 'failed'
      """, values(source, id, now)) == 1
  }

  /// Stores how far a poll has come; in the transaction that stores what it brought.
  public func saveCursor(_ cursor: PollCursor) throws { try upsert(cursor) }
}

internal import FEEL
public import Sales

extension StoreReading {
  /// The effect of that id, or nil.
  public func effect(_ id: String) throws -> Effect? {
    try first("\(Effect.table.select) WHERE id = $1", values(id))
  }

  /// Effects in a state, the one that was changed last first.
  ///
  /// - Parameter connection: of that connection only; nil: of all.
  public func effects(state: EffectState, connection: String? = nil, limit: Int) throws -> [Effect] {
    // The state stands in the statement, so that the index of dead ones serves.
    let select = "\(Effect.table.select) WHERE state = '\(state.rawValue)'"
    let order = "ORDER BY changed_at DESC, id DESC LIMIT $1"
    guard let connection else { return try list("\(select) \(order)", values(limit)) }
    return try list("\(select) AND connection = $2 \(order)", values(limit, connection))
  }

  /// The effects of a record, in their order.
  public func effects(of key: RecordKey) throws -> [Effect] {
    try list(
      "\(Effect.table.select) WHERE record_kind = $1 AND record_id = $2 ORDER BY connection, place, id",
      values(key.kind, key.id))
  }

  /// The place behind all effects of a record and connection. Only within the transaction that inserts there.
  public func nextEffectPlace(of key: RecordKey, connection: String) throws -> Int64 {
    try number(
      "SELECT max(place) FROM effect WHERE record_kind = $1 AND record_id = $2 AND connection = $3",
      values(key.kind, key.id, connection)) + 1
  }

  /// How many effects there are, by connection, kind and state; of those that are over, how many there ever were.
  ///
  /// - Complexity: O(effects that wait, are under way or are dead), along two indexes that hold only those.
  public func effectCounts() throws -> [EffectCount] {
    try list(
      """
      SELECT connection, kind, state, count(*), min(created_at) FROM effect WHERE is_open = 1
      GROUP BY connection, kind, state
      UNION ALL
      SELECT connection, kind, 'dead', count(*), min(created_at) FROM effect WHERE state = 'dead'
      GROUP BY connection, kind
      UNION ALL
      SELECT connection, kind, state, count, NULL FROM effect_total
      ORDER BY 1, 2, 3
      """
    ) { columns in
      EffectCount(
        connection: try columns.next(), kind: try columns.next(), state: try columns.next(), count: try columns.next(),
        oldestCreatedAt: try columns.next())
    }
  }

  /// The state of a connection; nil: nothing was ever recorded.
  public func connectionState(_ connection: String) throws -> ConnectionState? {
    try first("\(ConnectionState.table.select) WHERE connection = $1", values(connection))
  }

  /// The states of all connections, by name.
  public func connectionStates() throws -> [ConnectionState] {
    try list("\(ConnectionState.table.select) ORDER BY connection", [])
  }
}

extension StoreTransaction {
  /// Stores the state of a connection.
  public func saveConnectionState(_ state: ConnectionState) throws { try upsert(state) }
}

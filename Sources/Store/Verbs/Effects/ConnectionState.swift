public import FEEL

/// Whether a connection rests, and why (the breaker).
public struct ConnectionState: Hashable, Sendable {
  /// The connection's name in the set-up.
  public var connection: String
  /// Epoch milliseconds.
  public var pausedUntil: Int64?
  /// What the last failure said, in the CRM's words or ours; nil: it does not rest.
  public var reason: Text?
  /// Failures one after the other.
  public var failures: Int
  /// Epoch milliseconds.
  public var changedAt: Int64

  /// A connection that works, unless said; instants are epoch milliseconds.
  public init(
    connection: String, pausedUntil: Int64? = nil, reason: Text? = nil, failures: Int = 0, changedAt: Int64
  ) {
    self.connection = connection
    self.pausedUntil = pausedUntil
    self.reason = reason
    self.failures = failures
    self.changedAt = changedAt
  }
}

extension ConnectionState: TableRow {
  static let table = Table(
    "connection_state", key: ["connection"],
    [
      "connection", "paused_until", "reason", "failures", "changed_at",
    ])

  init(_ columns: inout ColumnReader) throws {
    connection = try columns.next()
    pausedUntil = try columns.next()
    reason = try columns.next()
    failures = try columns.next()
    changedAt = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(connection)
    columns.add(pausedUntil)
    columns.add(reason)
    columns.add(failures)
    columns.add(changedAt)
  }
}

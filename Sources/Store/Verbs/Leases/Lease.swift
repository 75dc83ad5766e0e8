/// The right to be the only one who does something, for a while.
public struct Lease: Hashable, Sendable {
  /// What it entitles to: `server`, `worker`, `night`.
  public var name: String
  /// Empty: released.
  public var holder: String
  /// The process that took it.
  public var pid: Int32
  /// The machine of that process.
  public var host: String
  /// Epoch milliseconds.
  public var startedAt: Int64
  /// Epoch milliseconds.
  public var renewedAt: Int64
  /// Epoch milliseconds.
  public var expiresAt: Int64
  /// The fencing token: one more for each new holder.
  public var token: Int64

  /// A lease as it is in the store.
  public init(
    name: String, holder: String, pid: Int32, host: String, startedAt: Int64, renewedAt: Int64,
    expiresAt: Int64, token: Int64
  ) {
    self.name = name
    self.holder = holder
    self.pid = pid
    self.host = host
    self.startedAt = startedAt
    self.renewedAt = renewedAt
    self.expiresAt = expiresAt
    self.token = token
  }
}

extension Lease: TableRow {
  static let table = Table(
    "lease", key: ["name"],
    [
      "name", "holder", "pid", "host", "started_at", "renewed_at", "expires_at", "token",
    ])

  init(_ columns: inout ColumnReader) throws {
    name = try columns.next()
    holder = try columns.next()
    pid = try columns.next()
    host = try columns.next()
    startedAt = try columns.next()
    renewedAt = try columns.next()
    expiresAt = try columns.next()
    token = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(name)
    columns.add(holder)
    columns.add(pid)
    columns.add(host)
    columns.add(startedAt)
    columns.add(renewedAt)
    columns.add(expiresAt)
    columns.add(token)
  }
}

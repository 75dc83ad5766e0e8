public import FEEL

/// How far a poll of one kind of object has come: the newest stamp that was seen, and the last id of that stamp.
public struct PollCursor: Hashable, Sendable {
  /// The connection's name in the set-up.
  public var connection: String
  /// The other system's name of the object.
  public var object: String
  /// Which fields are read, as a digest: where others are read, all rows are read again.
  public var fields: String
  /// Epoch milliseconds; nil: no row was seen yet.
  public var stamp: Int64?
  /// The other system's id of the last row of that stamp that was seen; nil: none was.
  public var id: Text?
  /// Since when all rows are read again because other fields are read, epoch milliseconds; nil: they are not.
  public var rereadingSince: Int64?

  /// A poll that has seen no row yet, unless said; instants are epoch milliseconds.
  public init(
    connection: String, object: String, fields: String, stamp: Int64? = nil, id: Text? = nil,
    rereadingSince: Int64? = nil
  ) {
    self.connection = connection
    self.object = object
    self.fields = fields
    self.stamp = stamp
    self.id = id
    self.rereadingSince = rereadingSince
  }
}

extension PollCursor: TableRow {
  static let table = Table(
    "poll_cursor", key: ["connection", "object"],
    [
      "connection", "object", "fields", "stamp", "id", "rereading_since",
    ])

  init(_ columns: inout ColumnReader) throws {
    connection = try columns.next()
    object = try columns.next()
    fields = try columns.next()
    stamp = try columns.next()
    id = try columns.next()
    rereadingSince = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(connection)
    columns.add(object)
    columns.add(fields)
    columns.add(stamp)
    columns.add(id)
    columns.add(rereadingSince)
  }
}

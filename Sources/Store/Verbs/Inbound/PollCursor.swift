public import FEEL

/// How far a poll of one kind of object has come: the stamp, and the id among those of the same stamp.
public struct PollCursor: Hashable, Sendable {
  public var connection: String
  public var object: String
  /// The other system's stamp, verbatim.
  public var stamp: Text
  public var id: Text

  public init(
    connection: String, object: String, stamp: Text, id: Text
  ) {
    self.connection = connection
    self.object = object
    self.stamp = stamp
    self.id = id
  }
}

extension PollCursor: TableRow {
  static let table = Table(
    "poll_cursor", key: ["connection", "object"],
    [
      "connection", "object", "stamp", "id",
    ])

  init(_ columns: inout ColumnReader) throws {
    connection = try columns.next()
    object = try columns.next()
    stamp = try columns.next()
    id = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(connection)
    columns.add(object)
    columns.add(stamp)
    columns.add(id)
  }
}

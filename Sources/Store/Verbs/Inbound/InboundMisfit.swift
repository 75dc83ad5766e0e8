public import FEEL

/// How often values of the other system did not fit the type of an attribute, and so are unknown.
public struct InboundMisfit: Hashable, Sendable {
  /// The connection that the rows came by.
  public var connection: String
  /// The other system's name of the object.
  public var object: String
  /// The attribute whose type the values do not have.
  public var attribute: Text
  /// How many values did not fit so far.
  public var count: Int
  /// Epoch milliseconds.
  public var lastAt: Int64

  /// A count of values that were taken as unknown.
  public init(connection: String, object: String, attribute: Text, count: Int, lastAt: Int64) {
    self.connection = connection
    self.object = object
    self.attribute = attribute
    self.count = count
    self.lastAt = lastAt
  }
}

extension StoreReading {
  /// All misfits, by connection, object and attribute.
  public func misfits() throws -> [InboundMisfit] {
    try list(
      "SELECT connection, object, attribute, count, last_at FROM inbound_misfit ORDER BY connection, object, attribute"
    ) { columns in
      InboundMisfit(
        connection: try columns.next(), object: try columns.next(), attribute: try columns.next(),
        count: try columns.next(), lastAt: try columns.next())
    }
  }
}

extension StoreTransaction {
  /// Adds to how often values did not fit an attribute.
  public func noteMisfits(connection: String, object: String, attribute: Text, count: Int, at now: Int64) throws {
    try run(
      """
      INSERT INTO inbound_misfit (connection, object, attribute, count, last_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (connection, object, attribute) DO UPDATE SET count = count + $4, last_at = $5
      """, values(connection, object, attribute, count, now))
  }

  /// Forgets the misfits of an object: its rows are read anew, under another mapping.
  public func clearMisfits(connection: String, object: String) throws {
    try run("DELETE FROM inbound_misfit WHERE connection = $1 AND object = $2", values(connection, object))
  }
}

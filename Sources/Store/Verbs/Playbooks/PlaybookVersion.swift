/// A version of the playbook as it was stored.
public struct PlaybookVersion: Hashable, Sendable {
  /// Hexadecimal SHA-256 of the canonical document.
  public var version: String
  /// The canonical document.
  public var document: [UInt8]
  /// Epoch milliseconds.
  public var storedAt: Int64
  /// Who stored it.
  public var storedBy: String

  /// A document under its own SHA-256, which is not computed again here.
  public init(
    version: String, document: [UInt8], storedAt: Int64, storedBy: String
  ) {
    self.version = version
    self.document = document
    self.storedAt = storedAt
    self.storedBy = storedBy
  }
}

extension PlaybookVersion: TableRow {
  static let table = Table(
    "playbook_version", key: ["version"],
    [
      "version", "document", "stored_at", "stored_by",
    ])

  init(_ columns: inout ColumnReader) throws {
    version = try columns.next()
    document = try columns.next()
    storedAt = try columns.next()
    storedBy = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(version)
    columns.add(document)
    columns.add(storedAt)
    columns.add(storedBy)
  }
}

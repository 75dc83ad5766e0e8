public import FEEL
internal import FoundationEssentials
internal import GRDB

/// What a device works from offline: one playbook and the records of its owner.
public struct Bundle: Sendable {
  /// The playbook's version: the SHA-256 of its canonical document, hexadecimal.
  public var version: String
  /// The canonical document.
  public var playbook: [UInt8]
  /// Epoch milliseconds.
  public var fetchedAt: Int64
  /// Whose records these are, as the server says; nil: they came from files.
  public var person: Text?
  /// The server's address; nil: it came from files.
  public var server: String?
  /// The server's entity tag of the whole bundle, with which it tells whether anything changed.
  public var tag: String?

  /// A bundle; without person, server and tag it is one that came from files.
  ///
  /// - Parameter fetchedAt: epoch milliseconds by the device's clock.
  public init(
    version: String, playbook: [UInt8], fetchedAt: Int64, person: Text? = nil, server: String? = nil,
    tag: String? = nil
  ) {
    self.version = version
    self.playbook = playbook
    self.fetchedAt = fetchedAt
    self.person = person
    self.server = server
    self.tag = tag
  }
}

/// A record as the device holds it: the line of NDJSON it came as.
public struct DeviceRecord: Sendable {
  /// The playbook's name of its kind.
  public var kind: Text
  /// The external id, distinct within its kind.
  public var id: Text
  /// The record as a JSON object in UTF-8, without a line end.
  public var line: [UInt8]

  /// A record; kind and id are those that its line names.
  public init(kind: Text, id: Text, line: [UInt8]) {
    self.kind = kind
    self.id = id
    self.line = line
  }
}

extension DeviceFile {
  /// The device's own id.
  public func device() throws -> String {
    try reading { try String.fetchOne($0, sql: "SELECT id FROM device") ?? "" }
  }

  /// Puts a bundle in place of the one before, in one transaction; drafts and outbox stay.
  public func replaceBundle(_ bundle: Bundle, records: [DeviceRecord]) throws {
    try writing { database in
      try database.execute(
        sql: """
          INSERT INTO bundle (only, version, playbook, fetched_at, person, server, tag) VALUES (1, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (only) DO UPDATE
          SET version = excluded.version, playbook = excluded.playbook, fetched_at = excluded.fetched_at,
            person = excluded.person, server = excluded.server, tag = excluded.tag
          """,
        arguments: [
          bundle.version, Data(bundle.playbook), bundle.fetchedAt, bundle.person?.string, bundle.server, bundle.tag,
        ])
      try database.execute(sql: "DELETE FROM record")
      let insert = try database.makeStatement(sql: "INSERT INTO record (kind, id, place, line) VALUES (?, ?, ?, ?)")
      for (place, record) in records.enumerated() {
        try insert.execute(arguments: [record.kind.string, record.id.string, place, Data(record.line)])
      }
    }
  }

  /// The bundle, if one was fetched.
  public func bundle() throws -> Bundle? {
    try reading { database in
      try Row.fetchOne(database, sql: "SELECT version, playbook, fetched_at, person, server, tag FROM bundle").map {
        row in
        Bundle(
          version: row[0], playbook: Array(row[1] as Data), fetchedAt: row[2],
          person: (row[3] as String?).map { Text($0) }, server: row[4], tag: row[5])
      }
    }
  }

  /// The record of that external id, or nil.
  public func record(_ id: Text) throws -> DeviceRecord? {
    try reading { database in
      try Row.fetchOne(
        database, sql: "SELECT kind, id, line FROM record WHERE id = ? ORDER BY kind LIMIT 1", arguments: [id.string]
      ).map(DeviceFile.record)
    }
  }

  /// All records in the order in which they came.
  public func records() throws -> [DeviceRecord] {
    try reading { try Row.fetchAll($0, sql: "SELECT kind, id, line FROM record ORDER BY place").map(DeviceFile.record) }
  }

  private static func record(_ row: Row) -> DeviceRecord {
    DeviceRecord(kind: Text(row[0] as String), id: Text(row[1] as String), line: Array(row[2] as Data))
  }
}

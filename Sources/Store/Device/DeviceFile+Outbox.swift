public import FEEL
internal import FoundationEssentials
internal import GRDB

extension DeviceFile {
  /// Keeps what has been typed so far, in place of the draft before.
  ///
  /// - Parameter answers: the answers as a JSON object.
  public func saveDraft(record: Text, assessment: Text, answers: [UInt8], at now: Int64) throws {
    try writing { database in
      try database.execute(
        sql: """
          INSERT INTO draft (record, assessment, answers, changed_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (record, assessment) DO UPDATE SET answers = excluded.answers, changed_at = excluded.changed_at
          """,
        arguments: [record.string, assessment.string, Data(answers), now])
    }
  }

  /// The draft of that record and assessment: its answers as a JSON object.
  public func draft(record: Text, assessment: Text) throws -> [UInt8]? {
    try reading { database in
      try Row.fetchOne(
        database, sql: "SELECT answers FROM draft WHERE record = ? AND assessment = ?",
        arguments: [record.string, assessment.string]
      ).map { Array($0[0] as Data) }
    }
  }

  /// Freezes a submission: takes the next number, lets the caller make the envelope with it, stores the bytes and
  /// deletes the draft, all in one transaction.
  ///
  /// - Parameters:
  ///   - id: the submission's UUIDv7.
  ///   - envelope: makes the bytes from the device's id and the number.
  /// - Returns: what was stored.
  /// - Throws: `StoreError`; then nothing was stored and the draft is as it was.
  public func freeze(
    record: Text, assessment: Text, id: String, at now: Int64,
    envelope: (_ device: String, _ sequence: Int) -> [UInt8]
  ) throws -> OutboxItem {
    try writing { database in
      guard let row = try Row.fetchOne(database, sql: "SELECT id, next_sequence FROM device") else {
        throw StoreError.damaged(path: path, reason: "it does not know its own device")
      }
      let device: String = row[0]
      let sequence: Int = row[1]
      let item = OutboxItem(
        place: try OutboxItem.nextPlace(in: database), id: id, device: device, sequence: sequence,
        person: try DeviceFile.person(in: database), record: record, assessment: assessment, savedAt: now,
        envelope: envelope(device, sequence))
      try item.insert(into: database)
      try database.execute(sql: "UPDATE device SET next_sequence = next_sequence + 1")
      try database.execute(
        sql: "DELETE FROM draft WHERE record = ? AND assessment = ?", arguments: [record.string, assessment.string])
      return item
    }
  }

  /// Everything without a receipt, what needs attention included, oldest first.
  public func outbox() throws -> [OutboxItem] { try items(where: "state IN ('waiting', 'attention')") }

  /// Everything that was ever saved or imported here, oldest first: what waits, and the history with receipts.
  public func history() throws -> [OutboxItem] { try items(where: "true") }

  /// What the evidence of a record consists of beside what was fetched: everything about it that waits, needs attention
  /// or was received, oldest first. The fetched record may have those with a receipt already, by their ids.
  public func submissions(about record: Text) throws -> [OutboxItem] {
    try items(where: "state <> 'replaced' AND record = ?", [record.string])
  }

  /// The item of that id.
  public func item(_ id: String) throws -> OutboxItem? { try items(where: "id = ?", [id]).first }

  func items(where condition: String, _ arguments: StatementArguments = []) throws -> [OutboxItem] {
    try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT \(OutboxItem.columns) FROM outbox WHERE \(condition) ORDER BY place",
        arguments: arguments
      ).map(OutboxItem.init)
    }
  }

  /// Whose bundle is here.
  static func person(in database: Database) throws -> Text? {
    try String.fetchOne(database, sql: "SELECT person FROM bundle WHERE person IS NOT NULL").map { Text($0) }
  }
}

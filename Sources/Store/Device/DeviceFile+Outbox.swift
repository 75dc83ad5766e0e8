public import FEEL
internal import FoundationEssentials
internal import GRDB

/// One frozen submission that waits to be sent.
public struct OutboxItem: Sendable {
  /// Place among the submissions of this device, from 1, without gaps.
  public var sequence: Int
  /// UUIDv7, made when it was saved.
  public var id: String
  public var record: Text
  public var assessment: Text
  /// Epoch milliseconds.
  public var savedAt: Int64
  /// The very bytes that will be sent.
  public var envelope: [UInt8]
  /// Hexadecimal SHA-256 of `envelope`.
  public var sha256: String
}

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
      let bytes = envelope(device, sequence)
      let item = OutboxItem(
        sequence: sequence, id: id, record: record, assessment: assessment, savedAt: now, envelope: bytes,
        sha256: DeviceFile.digest(bytes))
      try database.execute(
        sql: """
          INSERT INTO outbox (sequence, id, record, assessment, saved_at, envelope, sha256)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          sequence, id, record.string, assessment.string, now, Data(bytes), item.sha256,
        ])
      try database.execute(sql: "UPDATE device SET next_sequence = next_sequence + 1")
      try database.execute(
        sql: "DELETE FROM draft WHERE record = ? AND assessment = ?", arguments: [record.string, assessment.string])
      return item
    }
  }

  /// Everything that waits, oldest first.
  public func outbox() throws -> [OutboxItem] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: "SELECT sequence, id, record, assessment, saved_at, envelope, sha256 FROM outbox ORDER BY sequence"
      ).map { row in
        OutboxItem(
          sequence: row[0], id: row[1], record: Text(row[2] as String), assessment: Text(row[3] as String),
          savedAt: row[4], envelope: Array(row[5] as Data), sha256: row[6])
      }
    }
  }
}

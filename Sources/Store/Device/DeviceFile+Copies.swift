public import FEEL
internal import GRDB

/// A submission that was frozen elsewhere, with what its bytes say about it.
public struct ImportedEnvelope: Sendable {
  /// UUIDv7, made by the device that froze it.
  public var id: String
  /// The id of the device that froze it.
  public var device: String
  /// Place among the submissions of that device, from 1.
  public var sequence: Int
  /// Who filled it in, as that device knew; nil: it did not say.
  public var person: Text?
  /// The external id of the record that was assessed; its kind is in the bytes only.
  public var record: Text
  /// The name that rules use.
  public var assessment: Text
  /// Epoch milliseconds, by the clock of its device.
  public var savedAt: Int64
  /// The envelope as it was frozen; all else here is read from it.
  public var bytes: [UInt8]

  /// An envelope that was checked before: nothing here is compared with its bytes.
  public init(
    id: String, device: String, sequence: Int, person: Text?, record: Text, assessment: Text, savedAt: Int64,
    bytes: [UInt8]
  ) {
    self.id = id
    self.device = device
    self.sequence = sequence
    self.person = person
    self.record = record
    self.assessment = assessment
    self.savedAt = savedAt
    self.bytes = bytes
  }
}

/// What became of each envelope of an import, by ids.
public struct ImportOutcome: Sendable, Equatable {
  /// Now in the outbox.
  public var taken: [String] = []
  /// Here before with the same bytes, whether they wait or were received.
  public var known: [String] = []
  /// Here with other bytes under the same id; what was here stays.
  public var different: [String] = []
}

extension DeviceFile {
  /// Takes frozen submissions into the outbox as they are, under their own ids and devices; all that can be taken in one
  /// transaction.
  public func take(_ envelopes: [ImportedEnvelope]) throws -> ImportOutcome {
    try writing { database in
      var outcome = ImportOutcome()
      var place = try OutboxItem.nextPlace(in: database)
      for envelope in envelopes {
        let digest = try String.fetchOne(
          database, sql: "SELECT sha256 FROM outbox WHERE id = ?", arguments: [envelope.id])
        if let digest {
          if digest == DeviceFile.digest(envelope.bytes) {
            outcome.known.append(envelope.id)
          } else {
            outcome.different.append(envelope.id)
          }
          continue
        }
        try OutboxItem(
          place: place, id: envelope.id, device: envelope.device, sequence: envelope.sequence, person: envelope.person,
          record: envelope.record, assessment: envelope.assessment, savedAt: envelope.savedAt, envelope: envelope.bytes
        ).insert(into: database)
        // A file that was put back from a copy must not give its own later numbers away a second time.
        try database.execute(
          sql: "UPDATE device SET next_sequence = max(next_sequence, ? + 1) WHERE id = ?",
          arguments: [envelope.sequence, envelope.device])
        outcome.taken.append(envelope.id)
        place += 1
      }
      return outcome
    }
  }

  /// Saves the answers of a refused item again under a new id and this device's next number; the refused one stays as
  /// history. All in one transaction.
  ///
  /// - Parameter envelope: makes the bytes from those of the refused item, the device's id and the number; nil: they
  ///   cannot be made.
  /// - Returns: the new item; nil where there is no such item that needs attention, or its bytes could not be made.
  public func replace(
    _ id: String, by newID: String, at now: Int64,
    envelope: (_ refused: OutboxItem, _ device: String, _ sequence: Int) -> [UInt8]?
  ) throws -> OutboxItem? {
    try writing { database in
      guard
        let refused = try Row.fetchOne(
          database, sql: "SELECT \(OutboxItem.columns) FROM outbox WHERE id = ? AND state = 'attention'",
          arguments: [id]
        ).map(OutboxItem.init),
        let row = try Row.fetchOne(database, sql: "SELECT id, next_sequence FROM device"),
        let bytes = envelope(refused, row[0], row[1])
      else { return nil }
      let item = OutboxItem(
        place: try OutboxItem.nextPlace(in: database), id: newID, device: row[0], sequence: row[1],
        person: refused.person, record: refused.record, assessment: refused.assessment, savedAt: now, envelope: bytes)
      try item.insert(into: database)
      try database.execute(sql: "UPDATE device SET next_sequence = next_sequence + 1")
      try database.execute(
        sql: "UPDATE outbox SET state = 'replaced', replaced_by = ? WHERE id = ?", arguments: [newID, id])
      return item
    }
  }
}

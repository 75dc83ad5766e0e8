public import FEEL
public import Sales

/// A submission that was taken in, without its envelope, which can be erased and is asked for by itself.
public struct StoredSubmission: Hashable, Sendable {
  /// UUIDv7, made by the device.
  public var id: String
  /// The device that froze it, by the id that it gave itself.
  public var device: String
  /// Place among the submissions of the device, from 1.
  public var sequence: Int
  /// Who sent it, by the playbook's id of the person.
  public var person: String
  /// The record that was assessed.
  public var record: RecordKey
  /// The name that rules use.
  public var assessment: Text
  /// The assessment's version.
  public var version: Int
  /// By the device's clock, epoch milliseconds.
  public var capturedAt: Int64
  /// The same, corrected for a clock that runs wrong, epoch milliseconds.
  public var adjustedAt: Int64
  /// Epoch milliseconds.
  public var receivedAt: Int64
  /// Place among all that this store took in, from 1, without gaps.
  public var number: Int64
  /// Hexadecimal SHA-256 of the envelope.
  public var sha256: String
  /// Whether it counts.
  public var state: SubmissionState
  /// Why it is held.
  public var heldReason: Text?
  /// What the device was answered.
  public var receipt: [UInt8]
  /// The HTTP status of that answer.
  public var status: Int
  /// `cloned-device`, `clock-skew`, `version-behind`.
  public var flags: [Text]

  /// A submission as it is about to be stored; the number is set within the transaction.
  public init(
    id: String, device: String, sequence: Int, person: String, record: RecordKey, assessment: Text,
    version: Int, capturedAt: Int64, adjustedAt: Int64, receivedAt: Int64, number: Int64, sha256: String,
    state: SubmissionState, heldReason: Text? = nil, receipt: [UInt8], status: Int, flags: [Text] = []
  ) {
    self.id = id
    self.device = device
    self.sequence = sequence
    self.person = person
    self.record = record
    self.assessment = assessment
    self.version = version
    self.capturedAt = capturedAt
    self.adjustedAt = adjustedAt
    self.receivedAt = receivedAt
    self.number = number
    self.sha256 = sha256
    self.state = state
    self.heldReason = heldReason
    self.receipt = receipt
    self.status = status
    self.flags = flags
  }
}

extension StoredSubmission: TableRow {
  static let table = Table(
    "submission", key: ["number"],
    [
      "id", "device", "sequence", "person", "record_kind", "record_id", "assessment", "version", "captured_at",
      "adjusted_at", "received_at", "number", "sha256", "state", "held_reason", "receipt", "status", "flags",
    ])

  init(_ columns: inout ColumnReader) throws {
    id = try columns.next()
    device = try columns.next()
    sequence = try columns.next()
    person = try columns.next()
    record = try columns.next()
    assessment = try columns.next()
    version = try columns.next()
    capturedAt = try columns.next()
    adjustedAt = try columns.next()
    receivedAt = try columns.next()
    number = try columns.next()
    sha256 = try columns.next()
    state = try columns.next()
    heldReason = try columns.next()
    receipt = try columns.next()
    status = try columns.next()
    flags = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(id)
    columns.add(device)
    columns.add(sequence)
    columns.add(person)
    columns.add(record)
    columns.add(assessment)
    columns.add(version)
    columns.add(capturedAt)
    columns.add(adjustedAt)
    columns.add(receivedAt)
    columns.add(number)
    columns.add(sha256)
    columns.add(state)
    columns.add(heldReason)
    columns.add(receipt)
    columns.add(status)
    columns.add(flags)
  }
}

/// What became of a submission.
public enum SubmissionState: String, StoreColumn, Sendable {
  /// It counts as evidence.
  case judged
  /// It waits for something that is missing here.
  case held
  /// It was refused, and its sender told why.
  case returned
}

extension StoreReading {
  /// The submission of that id, or nil.
  public func submission(_ id: String) throws -> StoredSubmission? {
    try first("\(StoredSubmission.table.select) WHERE id = $1", values(id))
  }

  /// The very bytes that the device sent; nil where they were erased or never came.
  public func envelope(of id: String) throws -> [UInt8]? {
    try first("SELECT envelope FROM submission WHERE id = $1", values(id)) { try $0.next() as [UInt8]? } ?? nil
  }

  /// The submissions of a record with their envelopes, as they came in.
  public func submissions(of key: RecordKey) throws -> [(submission: StoredSubmission, envelope: [UInt8]?)] {
    try list(StoreReading.submissionsOfRecord, values(key.kind, key.id)) { columns in
      (try StoredSubmission(&columns), try columns.next())
    }
  }

  /// The first submission that came with this number of this device, if one did.
  public func sequenceOwner(device: String, sequence: Int) throws -> String? {
    try first(
      "SELECT id FROM submission WHERE device = $1 AND sequence = $2 ORDER BY number LIMIT 1", values(device, sequence)
    ) { try $0.next() }
  }

  /// The highest number that came from the device; nil where none did.
  public func highestSequence(device: String) throws -> Int? {
    try first("SELECT max(sequence) FROM submission WHERE device = $1", values(device)) { try $0.next() as Int? } ?? nil
  }

  /// Those that wait, as they came in.
  ///
  /// - Parameter number: those after this number only, to go on with.
  public func heldSubmissions(after number: Int64 = 0, limit: Int) throws -> [StoredSubmission] {
    try list(
      "\(StoredSubmission.table.select) WHERE state = 'held' AND number > $1 ORDER BY number LIMIT $2",
      values(number, limit))
  }
}

extension StoreReading {
  /// Made once: it is asked for with every submission.
  fileprivate static let submissionsOfRecord = """
    SELECT \(StoredSubmission.table.columns), envelope FROM submission
    WHERE record_kind = $1 AND record_id = $2 ORDER BY number
    """
}

extension StoreTransaction {
  /// The number that the next submission gets: one more than the highest.
  public func nextSubmissionNumber() throws -> Int64 {
    let connection = try connected()
    if let known = connection.memory.submissionNumber { return known + 1 }
    let highest = try number("SELECT max(number) FROM submission")
    connection.memory.submissionNumber = highest
    return highest + 1
  }

  /// Takes a submission in, with its envelope.
  ///
  /// - Returns: false: that id is there already, and nothing was changed.
  public func insertSubmission(_ submission: StoredSubmission, envelope: [UInt8]) throws -> Bool {
    guard try run(Self.insertSubmission, submission.values + values(envelope)) == 1 else { return false }
    try connected().memory.submissionNumber = submission.number
    return true
  }

  private static let insertSubmission = """
    INSERT INTO submission (\(StoredSubmission.table.columns), envelope)
    VALUES (\((1...StoredSubmission.table.width + 1).map { "$\($0)" }.joined(separator: ", "))) ON CONFLICT DO NOTHING
    """

  /// Decides a submission that was held.
  ///
  /// - Returns: false: it is not held any more (another worker was faster) or unknown, and nothing was changed.
  public func updateSubmission(
    _ id: String, state: SubmissionState, heldReason: Text?, receipt: [UInt8], status: Int
  ) throws -> Bool {
    try run(
      """
      UPDATE submission SET state = $2, held_reason = $3, receipt = $4, status = $5
      WHERE id = $1 AND state = 'held'
      """, values(id, state, heldReason, receipt, status)) == 1
  }

  /// Stores the receipt that a submission got when it was accepted.
  public func saveReceipt(_ receipt: [UInt8], of id: String) throws {
    try run("UPDATE submission SET receipt = $2 WHERE id = $1", values(id, receipt))
  }

  /// Erases the envelope of a submission; that it was there, and why it is not any more, stays. Older
  /// states in the log go with `Store.clearLog()`.
  ///
  /// - Returns: false: unknown, or erased before.
  public func eraseEnvelope(of id: String, at now: Int64, reason: Text) throws -> Bool {
    try run(
      """
      UPDATE submission SET envelope = NULL, erased_at = $2, erased_reason = $3 WHERE id = $1 AND erased_at IS NULL
      """, values(id, now, reason)) == 1
  }
}

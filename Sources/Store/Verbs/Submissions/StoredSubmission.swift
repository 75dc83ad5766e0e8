public import FEEL
public import Sales

/// A submission that was taken in, without its envelope: that is kept apart, so that it can be erased.
public struct StoredSubmission: Hashable, Sendable {
  /// UUIDv7, made by the device.
  public var id: String
  public var device: String
  /// Place among the submissions of the device, from 1.
  public var sequence: Int
  public var person: String
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
  public var state: SubmissionState
  /// Why it is held.
  public var heldReason: Text?
  /// What the device was answered.
  public var receipt: [UInt8]
  /// The HTTP status of that answer.
  public var status: Int
  /// The submission that it stands in for.
  public var replaces: String?
  /// `cloned-device`, `clock-skew`, `version-behind`.
  public var flags: [Text]

  public init(
    id: String, device: String, sequence: Int, person: String, record: RecordKey, assessment: Text,
    version: Int, capturedAt: Int64, adjustedAt: Int64, receivedAt: Int64, number: Int64, sha256: String,
    state: SubmissionState, heldReason: Text? = nil, receipt: [UInt8], status: Int, replaces: String? = nil,
    flags: [Text] = []
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
    self.replaces = replaces
    self.flags = flags
  }
}

extension StoredSubmission: TableRow {
  static let table = Table(
    "submission", key: ["id"],
    [
      "id", "device", "sequence", "person", "record_kind", "record_id", "assessment", "version", "captured_at",
      "adjusted_at", "received_at", "number", "sha256", "state", "held_reason", "receipt", "status", "replaces",
      "flags",
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
    replaces = try columns.next()
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
    columns.add(replaces)
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

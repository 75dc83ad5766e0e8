public import FEEL
internal import FoundationEssentials
internal import GRDB

/// One frozen submission on this device: what it is, and how far it has come.
public struct OutboxItem: Sendable {
  /// How far a submission has come.
  public enum State: String, Sendable, CaseIterable {
    /// It is to be sent.
    case waiting
    /// The server refused it; a person has to look (`lastError` says why).
    case attention
    /// A receipt for exactly these bytes is here.
    case sent
    /// A receipt is here which says that sales ops will look at it.
    case held
    /// It was refused, and its answers were saved again under another id (`replacedBy`).
    case replaced

    /// Whether the bytes still wait for a receipt.
    public var isOpen: Bool { self == .waiting || self == .attention }
  }

  /// The order in which items came into this outbox.
  public var place: Int
  /// UUIDv7, made when it was saved.
  public var id: String
  /// The device that it was saved on; another than this where it was imported.
  public var device: String
  /// Place among the submissions of its device, from 1, without gaps.
  public var sequence: Int
  /// Whose it is; nil where the device did not know.
  public var person: Text?
  /// The external id of the record that was assessed; its kind is in the envelope only.
  public var record: Text
  /// The name that rules use.
  public var assessment: Text
  /// Epoch milliseconds.
  public var savedAt: Int64
  /// The very bytes that will be sent.
  public var envelope: [UInt8]
  /// Hexadecimal SHA-256 of `envelope`.
  public var sha256: String
  /// Changes with what the server answers; the envelope never does.
  public var state: State
  /// How often sending it failed in passing.
  public var attempts: Int
  /// Epoch milliseconds; nil: at once.
  public var nextAttemptAt: Int64?
  /// Why it was not delivered when it was last tried, in words for people.
  public var lastError: String?
  /// The server's code of its refusal, while it needs attention.
  public var refusalCode: String?
  /// The HTTP status of its refusal.
  public var refusalStatus: Int?
  /// The server's receipt, while there is one.
  public var receipt: [UInt8]?
  /// When the receipt came, epoch milliseconds by this device's clock.
  public var receivedAt: Int64?
  /// The id under which the answers were saved again.
  public var replacedBy: String?

  static let columns = """
    place, id, device, sequence, person, record, assessment, saved_at, envelope, sha256, state, attempts, \
    next_attempt_at, last_error, refusal_code, refusal_status, receipt, received_at, replaced_by
    """

  /// A row of `columns`.
  init(_ row: Row) {
    place = row[0]
    id = row[1]
    device = row[2]
    sequence = row[3]
    person = (row[4] as String?).map { Text($0) }
    record = Text(row[5] as String)
    assessment = Text(row[6] as String)
    savedAt = row[7]
    envelope = Array(row[8] as Data)
    sha256 = row[9]
    // The table's own constraint leaves no other word.
    state = State(rawValue: row[10] as String) ?? .waiting
    attempts = row[11]
    nextAttemptAt = row[12]
    lastError = row[13]
    refusalCode = row[14]
    refusalStatus = row[15]
    receipt = (row[16] as Data?).map { Array($0) }
    receivedAt = row[17]
    replacedBy = row[18]
  }

  /// An item that was never tried.
  init(
    place: Int, id: String, device: String, sequence: Int, person: Text?, record: Text, assessment: Text,
    savedAt: Int64, envelope: [UInt8]
  ) {
    self.place = place
    self.id = id
    self.device = device
    self.sequence = sequence
    self.person = person
    self.record = record
    self.assessment = assessment
    self.savedAt = savedAt
    self.envelope = envelope
    sha256 = DeviceFile.digest(envelope)
    state = .waiting
    attempts = 0
  }

  /// Stores a new item; its place must be free.
  func insert(into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO outbox (place, id, device, sequence, person, record, assessment, saved_at, envelope, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        place, id, device, sequence, person?.string, record.string, assessment.string, savedAt, Data(envelope), sha256,
      ])
  }

  /// The first place behind all items.
  static func nextPlace(in database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT coalesce(max(place), 0) + 1 FROM outbox") ?? 1
  }
}

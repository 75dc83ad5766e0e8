public import FEEL

/// A hint from outside that something changed, stored before it is looked at.
public struct InboundEvent: Hashable, Sendable {
  /// The name of the webhook that it came by; `poll.CONNECTION` for a row of a poll that could not be taken in.
  public var source: String
  /// The sender's own id, by which a repetition is known; for a poll, made of object, row and stamp.
  public var id: String
  /// The sender's word for what happened.
  public var type: Text
  /// The row that it is about, `OBJECT/ID` in the other system's names; nil: it names none.
  public var subject: Text?
  /// Epoch milliseconds.
  public var receivedAt: Int64
  /// The raw bytes.
  public var payload: [UInt8]
  /// Whether it is still to be looked at, and if not, how it ended.
  public var state: InboundState
  /// What came of it, in words.
  public var note: Text?
  /// How often it was looked at.
  public var attempts: Int
  /// When it may be looked at (again), epoch milliseconds.
  public var notBefore: Int64

  /// A hint that nobody looked at yet, unless said.
  public init(
    source: String, id: String, type: Text, subject: Text? = nil, receivedAt: Int64, payload: [UInt8],
    state: InboundState = .new,
    note: Text? = nil, attempts: Int = 0, notBefore: Int64
  ) {
    self.source = source
    self.id = id
    self.type = type
    self.subject = subject
    self.receivedAt = receivedAt
    self.payload = payload
    self.state = state
    self.note = note
    self.attempts = attempts
    self.notBefore = notBefore
  }
}

extension InboundEvent: TableRow {
  static let table = Table(
    "inbound_event", key: ["source", "id"],
    [
      "source", "id", "type", "subject", "received_at", "payload", "state", "note", "attempts", "not_before",
    ])

  init(_ columns: inout ColumnReader) throws {
    source = try columns.next()
    id = try columns.next()
    type = try columns.next()
    subject = try columns.next()
    receivedAt = try columns.next()
    payload = try columns.next()
    state = try columns.next()
    note = try columns.next()
    attempts = try columns.next()
    notBefore = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(source)
    columns.add(id)
    columns.add(type)
    columns.add(subject)
    columns.add(receivedAt)
    columns.add(payload)
    columns.add(state)
    columns.add(note)
    columns.add(attempts)
    columns.add(notBefore)
  }
}

/// How far an inbound event got.
public enum InboundState: String, StoreColumn, Sendable {
  /// To be looked at, for the first time or again.
  case new
  /// The row was asked for, and taken in where the other system gave one.
  case done
  /// Nothing had to be done.
  case ignored
  /// Given up.
  case failed
}

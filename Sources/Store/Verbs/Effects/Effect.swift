public import FEEL
public import Sales

/// Something to be brought about in another system, exactly once as far as that system allows.
public struct Effect: Hashable, Sendable {
  /// For a result the submission's id, else made with the effect: the key that makes twice the same as once.
  public var id: String
  /// The connection that carries it.
  public var connection: String
  /// `result`, `stage` or `fields`.
  public var kind: Text
  /// The record that it is about.
  public var key: RecordKey
  /// Order among the effects of the same record and connection.
  public var place: Int64
  /// A JSON document.
  public var payload: [UInt8]
  /// How far it got.
  public var state: EffectState
  /// How often it was claimed.
  public var attempts: Int
  /// Epoch milliseconds.
  public var createdAt: Int64
  /// When it may be claimed, epoch milliseconds.
  public var notBefore: Int64
  /// Until when the claim holds, epoch milliseconds.
  public var leaseUntil: Int64?
  /// The fencing token: one more at each claim. Only the claim with the present one can finish.
  public var token: Int64
  /// Who has claimed it.
  public var holder: String?
  /// Of the last attempt.
  public var failureClass: Text?
  /// The other system's code of the last failure; nil: it gave none.
  public var failureCode: Text?
  /// In the other system's words.
  public var failureMessage: Text?
  /// Epoch milliseconds.
  public var changedAt: Int64
  /// Whether an earlier attempt may have come through: read back before writing.
  public var outcomeUnknown: Bool

  /// An effect that waits, unless a state is given.
  public init(
    id: String, connection: String, kind: Text, key: RecordKey, place: Int64, payload: [UInt8],
    state: EffectState = .waiting, attempts: Int = 0, createdAt: Int64, notBefore: Int64,
    leaseUntil: Int64? = nil, token: Int64 = 0, holder: String? = nil, failureClass: Text? = nil,
    failureCode: Text? = nil, failureMessage: Text? = nil, changedAt: Int64, outcomeUnknown: Bool = false
  ) {
    self.id = id
    self.connection = connection
    self.kind = kind
    self.key = key
    self.place = place
    self.payload = payload
    self.state = state
    self.attempts = attempts
    self.createdAt = createdAt
    self.notBefore = notBefore
    self.leaseUntil = leaseUntil
    self.token = token
    self.holder = holder
    self.failureClass = failureClass
    self.failureCode = failureCode
    self.failureMessage = failureMessage
    self.changedAt = changedAt
    self.outcomeUnknown = outcomeUnknown
  }
}

extension Effect: TableRow {
  static let table = Table(
    "effect", key: ["id"],
    [
      "id", "connection", "kind", "record_kind", "record_id", "place", "payload", "state", "attempts",
      "created_at", "not_before", "lease_until", "token", "holder", "failure_class", "failure_code",
      "failure_message", "changed_at", "outcome_unknown",
    ])

  init(_ columns: inout ColumnReader) throws {
    id = try columns.next()
    connection = try columns.next()
    kind = try columns.next()
    key = try columns.next()
    place = try columns.next()
    payload = try columns.next()
    state = try columns.next()
    attempts = try columns.next()
    createdAt = try columns.next()
    notBefore = try columns.next()
    leaseUntil = try columns.next()
    token = try columns.next()
    holder = try columns.next()
    failureClass = try columns.next()
    failureCode = try columns.next()
    failureMessage = try columns.next()
    changedAt = try columns.next()
    outcomeUnknown = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(id)
    columns.add(connection)
    columns.add(kind)
    columns.add(key)
    columns.add(place)
    columns.add(payload)
    columns.add(state)
    columns.add(attempts)
    columns.add(createdAt)
    columns.add(notBefore)
    columns.add(leaseUntil)
    columns.add(token)
    columns.add(holder)
    columns.add(failureClass)
    columns.add(failureCode)
    columns.add(failureMessage)
    columns.add(changedAt)
    columns.add(outcomeUnknown)
  }
}

/// How far an effect got.
public enum EffectState: String, StoreColumn, Sendable, CaseIterable {
  /// Not begun, or to be tried again.
  case waiting
  /// Somebody is at it, as long as the lease lasts.
  case claimed
  /// The other system has it.
  case done
  /// Given up: a person must look.
  case dead
  /// A newer one says what it would have said.
  case superseded
}

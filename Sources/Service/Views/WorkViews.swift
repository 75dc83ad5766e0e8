public import FEEL
public import Sales

/// A proposed change of stage as a person sees it.
public struct ProposalView: Sendable {
  public var id: String
  public var record: RecordKey
  public var title: Text
  public var owner: Text?
  public var from: Text
  public var to: Text
  public var path: [Text]
  public var rules: [Text]
  /// `waiting`, `blocked`, `held`, `applied`, `accepted`, `refused`, `superseded`.
  public var status: Text
  /// The missing attributes, or why it is held.
  public var detail: [Text]
  public var createdAt: Int64
  public var decidedBy: Text?
  public var reason: Text?
  public init(
    id: String, record: RecordKey, title: Text, owner: Text?, from: Text, to: Text, path: [Text], rules: [Text],
    status: Text, detail: [Text], createdAt: Int64, decidedBy: Text?, reason: Text?
  ) {
    self.id = id
    self.record = record
    self.title = title
    self.owner = owner
    self.from = from
    self.to = to
    self.path = path
    self.rules = rules
    self.status = status
    self.detail = detail
    self.createdAt = createdAt
    self.decidedBy = decidedBy
    self.reason = reason
  }
}

/// A submission that is stored and needs a person.
public struct HeldView: Sendable {
  public var id: String
  public var record: RecordKey
  public var assessment: Text
  public var person: String
  public var receivedAt: Int64
  public var reason: Text
  public init(id: String, record: RecordKey, assessment: Text, person: String, receivedAt: Int64, reason: Text) {
    self.id = id
    self.record = record
    self.assessment = assessment
    self.person = person
    self.receivedAt = receivedAt
    self.reason = reason
  }
}

/// The findings of the playbook in force.
public struct FindingsView: Sendable {
  public var version: String
  public var inForceSince: Int64
  public var findings: [Finding]
  public init(version: String, inForceSince: Int64, findings: [Finding]) {
    self.version = version
    self.inForceSince = inForceSince
    self.findings = findings
  }
}

/// A version of the playbook and since when it is in force.
public struct VersionView: Sendable {
  public var version: String
  /// Epoch milliseconds from which it is in force.
  public var from: Int64
  public var activatedAt: Int64
  public var by: String
  public var isInForce: Bool
  public init(version: String, from: Int64, activatedAt: Int64, by: String, isInForce: Bool) {
    self.version = version
    self.from = from
    self.activatedAt = activatedAt
    self.by = by
    self.isInForce = isInForce
  }
}

/// Something that the CRM refused for good, or a row of it that could not be taken in, until a person acts.
public struct DeadLetterView: Sendable {
  public var id: String
  public var connection: String
  /// `result`, `stage` or `fields`; `row` for a row of the CRM.
  public var kind: Text
  public var record: RecordKey
  public var title: Text
  /// In business words, e.g. `Acme (0061...): the CRM refused the stage Demo: Close Date must not be in the past`.
  public var message: Text
  public var code: Text?
  public var attempts: Int
  public var createdAt: Int64
  public var changedAt: Int64
  /// What would be sent, as JSON.
  public var payload: [UInt8]
  public init(
    id: String, connection: String, kind: Text, record: RecordKey, title: Text, message: Text, code: Text?,
    attempts: Int, createdAt: Int64, changedAt: Int64, payload: [UInt8]
  ) {
    self.id = id
    self.connection = connection
    self.kind = kind
    self.record = record
    self.title = title
    self.message = message
    self.code = code
    self.attempts = attempts
    self.createdAt = createdAt
    self.changedAt = changedAt
    self.payload = payload
  }
}

/// How the sync with one CRM stands.
public struct ConnectionView: Sendable {
  /// An object all of whose rows are read again, since other fields of it are read than before.
  public struct Rereading: Hashable, Sendable {
    /// The CRM's name of the object.
    public var object: String
    /// Epoch milliseconds.
    public var since: Int64
    public init(object: String, since: Int64) {
      self.object = object
      self.since = since
    }
  }

  /// How often values of an attribute did not fit.
  public struct Misfit: Hashable, Sendable {
    /// The CRM's name of the object.
    public var object: String
    public var attribute: Text
    public var count: Int
    /// Epoch milliseconds.
    public var lastAt: Int64
    public init(object: String, attribute: Text, count: Int, lastAt: Int64) {
      self.object = object
      self.attribute = attribute
      self.count = count
      self.lastAt = lastAt
    }
  }

  public var name: String
  public var waiting: Int
  public var claimed: Int
  public var dead: Int
  public var done: Int
  /// Epoch milliseconds of the oldest that is unsent.
  public var oldestUnsent: Int64?
  public var pausedUntil: Int64?
  public var pausedBecause: Text?
  public var rereading: [Rereading]
  /// Attributes whose values in the CRM do not fit their types, and so are unknown.
  public var misfits: [Misfit]
  public init(
    name: String, waiting: Int, claimed: Int, dead: Int, done: Int, oldestUnsent: Int64?, pausedUntil: Int64?,
    pausedBecause: Text?, rereading: [Rereading] = [], misfits: [Misfit] = []
  ) {
    self.name = name
    self.waiting = waiting
    self.claimed = claimed
    self.dead = dead
    self.done = done
    self.oldestUnsent = oldestUnsent
    self.pausedUntil = pausedUntil
    self.pausedBecause = pausedBecause
    self.rereading = rereading
    self.misfits = misfits
  }
}

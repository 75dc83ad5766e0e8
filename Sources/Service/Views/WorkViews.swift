public import FEEL
public import Sales

/// A proposed change of stage as a person sees it.
public struct ProposalView: Sendable {
  /// Made by the step that proposed it.
  public var id: String
  /// The record that would move.
  public var record: RecordKey
  /// What people call the record.
  public var title: Text
  /// The CRM's id of its owner; nil: it has none.
  public var owner: Text?
  /// The stage that the record must stand at to move.
  public var from: Text
  /// The stage that it would stand at.
  public var to: Text
  /// The stages on the way, `from` first and `to` last.
  public var path: [Text]
  /// The rules that passed each gate of the path.
  public var rules: [Text]
  /// `waiting`, `blocked`, `held`, `applied`, `accepted`, `refused`, `superseded`.
  public var status: Text
  /// The missing attributes, or why it is held.
  public var detail: [Text]
  /// Epoch milliseconds.
  public var createdAt: Int64
  /// Who accepted or refused it; nil: nobody yet.
  public var decidedBy: Text?
  /// What that person said; nil: nothing.
  public var reason: Text?
  /// A proposal with its record's title and owner.
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
  /// The submission's id.
  public var id: String
  /// The record that was assessed, which may be unknown here.
  public var record: RecordKey
  /// The name that rules use.
  public var assessment: Text
  /// The playbook's id of who sent it.
  public var person: String
  /// Epoch milliseconds.
  public var receivedAt: Int64
  /// Why it waits, in a sentence.
  public var reason: Text
  /// One row of the list.
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
  /// Hexadecimal SHA-256 of the playbook's canonical document.
  public var version: String
  /// Epoch milliseconds.
  public var inForceSince: Int64
  /// As `stagecraft check` reports them, without places in files.
  public var findings: [Finding]
  /// The findings of one version.
  public init(version: String, inForceSince: Int64, findings: [Finding]) {
    self.version = version
    self.inForceSince = inForceSince
    self.findings = findings
  }
}

/// A version of the playbook and since when it is in force.
public struct VersionView: Sendable {
  /// Hexadecimal SHA-256 of the playbook's canonical document.
  public var version: String
  /// Epoch milliseconds from which it is in force.
  public var from: Int64
  /// When it was decided, epoch milliseconds.
  public var activatedAt: Int64
  /// Who decided it.
  public var by: String
  /// Whether it is the one in force now.
  public var isInForce: Bool
  /// One activation.
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
  /// What it is retried by: the effect's id, or `SOURCE:ID` for a row.
  public var id: String
  /// The connection's name.
  public var connection: String
  /// `result`, `stage` or `fields`; `row` for a row of the CRM.
  public var kind: Text
  /// The record that it is about.
  public var record: RecordKey
  /// What people call the record.
  public var title: Text
  /// In business words, e.g. `Acme (0061...): the CRM refused the stage Demo: Close Date must not be in the past`.
  public var message: Text
  /// The CRM's own code; nil: it gave none.
  public var code: Text?
  /// How often it was tried.
  public var attempts: Int
  /// Epoch milliseconds.
  public var createdAt: Int64
  /// When its state last changed, or when the last attempt at a row was due; epoch milliseconds.
  public var changedAt: Int64
  /// What would be sent, as JSON; for a row, the hint that named it.
  public var payload: [UInt8]
  /// One row of the list.
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
    /// One object.
    public init(object: String, since: Int64) {
      self.object = object
      self.since = since
    }
  }

  /// How often values of an attribute did not fit.
  public struct Misfit: Hashable, Sendable {
    /// The CRM's name of the object.
    public var object: String
    /// The attribute of the playbook.
    public var attribute: Text
    /// How many values did not fit so far.
    public var count: Int
    /// Epoch milliseconds.
    public var lastAt: Int64
    /// One attribute.
    public init(object: String, attribute: Text, count: Int, lastAt: Int64) {
      self.object = object
      self.attribute = attribute
      self.count = count
      self.lastAt = lastAt
    }
  }

  /// What the set-up calls it.
  public var name: String
  /// Writes that wait.
  public var waiting: Int
  /// Writes that a worker is at.
  public var claimed: Int
  /// Writes that a person must look at.
  public var dead: Int
  /// Writes that ever came through, those included that housekeeping removed.
  public var done: Int
  /// Epoch milliseconds of the oldest that is unsent.
  public var oldestUnsent: Int64?
  /// Epoch milliseconds; nil: it is not paused.
  public var pausedUntil: Int64?
  /// What failed, in the CRM's words; nil: it is not paused.
  public var pausedBecause: Text?
  /// Objects that are read again from the beginning.
  public var rereading: [Rereading]
  /// Attributes whose values in the CRM do not fit their types, and so are unknown.
  public var misfits: [Misfit]
  /// One connection with its counts.
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

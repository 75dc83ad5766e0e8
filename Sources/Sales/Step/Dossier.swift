public import FEEL

/// All that is stored of one record: what a step reads and what it adds to (design §2, `workflow.md` §1).
///
/// States of effects, the audit chain and stored answers are not part of it.
public struct Dossier: Sendable {
  /// Attributes, lists, stage and owner as last reported; the submissions that count, in the order of their arrival; what
  /// the episode left behind. `history.promotedToday` is filled in by the step from `promotions`.
  public var record: Record
  /// Raised by one with each applied step that changed something; 0: the record is not stored yet.
  public var revision: Int64
  /// The instant of the last step that changed something, epoch milliseconds: what is judged for an earlier one is no
  /// news. Nil: nothing is stored.
  public var changedAt: Int64?
  /// What the CRM's last row said of itself; nil for a record that came from a file.
  public var stamps: CRMStamps?
  /// When the CRM deleted it, epoch milliseconds; such a record is history until the CRM brings it back.
  public var deletedAt: Int64?
  /// The stages promoted on the last day that saw any; on a later day none count yet.
  public var promotions: PromotionCount
  /// Those that are not decided: waiting, blocked or held; oldest first.
  public var proposals: [StoredProposal]
  /// What persons refused and nothing was answered since.
  public var refusals: [Refusal]
  /// What is open, oldest first.
  public var asks: [Ask]
  /// The last decision; nil: it was never judged, or is deleted.
  public var outcome: RecordOutcome?

  /// A record of which nothing is stored yet.
  public init(_ key: RecordKey) { self.init(record: Record(kind: key.kind, id: key.id)) }

  /// Makes a dossier of its members; at revision 0 it counts as not stored.
  public init(
    record: Record, revision: Int64 = 0, changedAt: Int64? = nil, stamps: CRMStamps? = nil, deletedAt: Int64? = nil,
    promotions: PromotionCount = PromotionCount(), proposals: [StoredProposal] = [], refusals: [Refusal] = [],
    asks: [Ask] = [], outcome: RecordOutcome? = nil
  ) {
    self.record = record
    self.revision = revision
    self.changedAt = changedAt
    self.stamps = stamps
    self.deletedAt = deletedAt
    self.promotions = promotions
    self.proposals = proposals
    self.refusals = refusals
    self.asks = asks
    self.outcome = outcome
  }

  /// How the record is known outside.
  public var key: RecordKey { RecordKey(kind: record.kind, id: record.id) }

  /// Whether anything of it is stored.
  public var isStored: Bool { revision > 0 }

  /// What stands where a reason or another text of a person was erased.
  public static let erased: Text = "(erased)"

  /// The reasons that a person gave in this episode and that are still there.
  public func reasons(of person: Text) -> [Text] {
    let words = [record.history.hold, record.history.override].compactMap { $0 }
    let given =
      words.filter { $0.by == person }.map { $0.reason }
      + record.history.watermarks.filter { $0.by == person }.compactMap { $0.reason }
    return given.filter { !$0.isEmpty && $0 != Self.erased }
  }

  mutating func eraseReasons(of person: Text) {
    if record.history.hold?.by == person { record.history.hold?.reason = Self.erased }
    if record.history.override?.by == person { record.history.override?.reason = Self.erased }
    for place in record.history.watermarks.indices where record.history.watermarks[place].by == person {
      if record.history.watermarks[place].reason != nil { record.history.watermarks[place].reason = Self.erased }
    }
  }
}

/// What the CRM says of the last change of a row.
public struct CRMStamps: Hashable, Sendable {
  /// The CRM's modification stamp, verbatim.
  public var modified: Text
  /// The same in epoch milliseconds.
  public var modifiedAt: Int64
  /// Rows up to this stamp, epoch milliseconds, no longer tell the record's stage: a write of ours came after them.
  public var stageModifiedAt: Int64?

  /// Makes stamps, `modifiedAt` being what `modified` says.
  public init(modified: Text, modifiedAt: Int64, stageModifiedAt: Int64? = nil) {
    self.modified = modified
    self.modifiedAt = modifiedAt
    self.stageModifiedAt = stageModifiedAt
  }
}

/// Stages promoted on one local day, for the policy's cap.
public struct PromotionCount: Hashable, Sendable {
  /// Days since 1970-01-01; nil: never promoted.
  public var day: Int64?
  /// How many stages were promoted on that day; a promotion past two gates counts twice.
  public var count: Int

  /// Makes a count; without arguments, that of a record that was never promoted.
  public init(day: Int64? = nil, count: Int = 0) {
    self.day = day
    self.count = count
  }
}

/// A person's refusal of a proposal: the same is not proposed again until something new is answered. (For open stages a
/// watermark says so as well; closings have none.)
public struct Refusal: Hashable, Sendable {
  /// The stage that the refused proposal starts from.
  public var from: Text
  /// The stage that it leads to.
  public var to: Text
  /// Epoch milliseconds.
  public var at: Int64

  /// Makes a refusal; `at` is in epoch milliseconds.
  public init(from: Text, to: Text, at: Int64) {
    self.from = from
    self.to = to
    self.at = at
  }
}

/// The last decision of a record, with what lists and sums are made of.
public struct RecordOutcome: Hashable, Sendable {
  /// The record that was decided.
  public var key: RecordKey
  /// The decision's line of NDJSON, as `Decision.write` writes it.
  public var line: [UInt8]
  /// The playbook's version that decided.
  public var playbook: Text
  /// The instant that was decided for, epoch milliseconds.
  public var decidedAt: Int64
  /// The stage that the record states; nil: it states none.
  public var stated: Text?
  /// The stage that the evidence carries for certain; nil outside the climb.
  public var least: Text?
  /// The farthest stage that the evidence may still carry; nil where `least` is.
  public var most: Text?
  /// The verdict's word.
  public var verdict: Text?
  /// `open`, `won`, `lost` or `archived`; nil for a stage that the pipeline does not know.
  public var status: Text?
  /// The CRM's id of the person who owns the record; nil: unknown.
  public var owner: Text?
  /// The name of the pipeline that it was decided in; nil: it is in none that is known.
  public var pipeline: Text?
  /// In the policy's currency.
  public var money: Decimal34?

  /// Makes an outcome; `decidedAt` is in epoch milliseconds.
  public init(
    key: RecordKey, line: [UInt8], playbook: Text, decidedAt: Int64, stated: Text? = nil, least: Text? = nil,
    most: Text? = nil, verdict: Text? = nil, status: Text? = nil, owner: Text? = nil, pipeline: Text? = nil,
    money: Decimal34? = nil
  ) {
    self.key = key
    self.line = line
    self.playbook = playbook
    self.decidedAt = decidedAt
    self.stated = stated
    self.least = least
    self.most = most
    self.verdict = verdict
    self.status = status
    self.owner = owner
    self.pipeline = pipeline
    self.money = money
  }

  /// Whether stated stage, supported stages and money are those of another one: a history of outcomes keeps what differs.
  func isLike(_ other: RecordOutcome) -> Bool {
    stated == other.stated && least == other.least && most == other.most && money == other.money
  }
}

/// A wish that a record be assessed (again).
public struct Ask: Hashable, Sendable {
  /// The record to be assessed.
  public var key: RecordKey
  /// The name of the assessment that is to be filled in.
  public var assessment: Text
  /// Why, a sentence without its full stop: that evidence is missing, or how it has expired.
  public var reason: Text
  /// Epoch milliseconds.
  public var askedAt: Int64
  /// When it was answered or no longer needed, epoch milliseconds.
  public var doneAt: Int64?

  /// Makes an ask, its times in epoch milliseconds; if `doneAt` is nil, it is open.
  public init(key: RecordKey, assessment: Text, reason: Text, askedAt: Int64, doneAt: Int64? = nil) {
    self.key = key
    self.assessment = assessment
    self.reason = reason
    self.askedAt = askedAt
    self.doneAt = doneAt
  }
}

/// A proposal that is on record, and what became of it.
public struct StoredProposal: Hashable, Sendable {
  /// Made by the step that first made the proposal; it stays as long as `from` and `to` do.
  public var id: Text
  /// The record whose stage it would change.
  public var key: RecordKey
  /// The stage that the path starts from; a person can accept it only while the record stands there.
  public var from: Text
  /// The stage that it leads to.
  public var to: Text
  /// The stages on the way, `from` first and `to` last.
  public var path: [Text]
  /// The rules that passed each gate of the path.
  public var rules: [Text]
  /// `waiting`, `blocked`, `held`, `applied`, `refused`, `superseded` or `accepted`.
  public var status: Text
  /// Missing attributes, or the sentence of the hold.
  public var detail: [Text]
  /// The version of the playbook that made it, or last made another status, path or rules of it.
  public var playbook: Text
  /// Epoch milliseconds.
  public var createdAt: Int64
  /// Epoch milliseconds.
  public var changedAt: Int64
  /// Who accepted or refused it.
  public var decidedBy: Text?
  /// Why it was accepted or refused, in the person's words; nil: none was given, or nobody has decided it.
  public var reason: Text?

  /// Makes a proposal; its times are in epoch milliseconds.
  public init(
    id: Text, key: RecordKey, from: Text, to: Text, path: [Text], rules: [Text], status: Text, detail: [Text] = [],
    playbook: Text, createdAt: Int64, changedAt: Int64, decidedBy: Text? = nil, reason: Text? = nil
  ) {
    self.id = id
    self.key = key
    self.from = from
    self.to = to
    self.path = path
    self.rules = rules
    self.status = status
    self.detail = detail
    self.playbook = playbook
    self.createdAt = createdAt
    self.changedAt = changedAt
    self.decidedBy = decidedBy
    self.reason = reason
  }

  /// Whether a person or a rule may still decide it.
  public var isOpen: Bool { status == "waiting" || status == "blocked" || status == "held" }
}

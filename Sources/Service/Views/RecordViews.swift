public import FEEL
public import Sales

/// Which records a list shows.
public struct RecordFilter: Sendable, Hashable {
  public var owner: Text?
  public var stage: Text?
  /// `level`, `behind`, `unproven` or `ahead`.
  public var verdict: Text?
  public var pipeline: Text?
  public init(owner: Text? = nil, stage: Text? = nil, verdict: Text? = nil, pipeline: Text? = nil) {
    self.owner = owner
    self.stage = stage
    self.verdict = verdict
    self.pipeline = pipeline
  }
}

/// How the pipeline is grouped.
public enum PipelineGrouping: String, Sendable, CaseIterable { case stage, owner }

/// One record in a list: stated beside supported.
public struct RecordLine: Sendable {
  public var key: RecordKey
  /// What people call it: its name or company, else its id.
  public var title: Text
  public var owner: Text?
  /// The owner's id in the policy, where the record names the CRM's; nil: the policy does not know the owner.
  public var ownerTitle: Text?
  public var pipeline: Text?
  public var stage: Text?
  /// `open`, `won`, `lost`, `archived`; nil: the pipeline does not know the stage.
  public var status: Text?
  public var least: Text?
  public var most: Text?
  /// `level`, `behind`, `unproven`, `ahead`; nil for closed records.
  public var verdict: Text?
  /// By how many stages.
  public var distance: Int
  /// In the policy's currency; nil: the record has no amount.
  public var money: Decimal34?
  public var statedWeighted: Decimal34?
  public var leastWeighted: Decimal34?
  /// Epoch milliseconds of the last decision.
  public var decidedAt: Int64
  public init(
    key: RecordKey, title: Text, owner: Text?, pipeline: Text?, stage: Text?, status: Text?, least: Text?, most: Text?,
    verdict: Text?, distance: Int, money: Decimal34?, statedWeighted: Decimal34?, leastWeighted: Decimal34?,
    decidedAt: Int64, ownerTitle: Text? = nil
  ) {
    self.key = key
    self.title = title
    self.owner = owner
    self.ownerTitle = ownerTitle
    self.pipeline = pipeline
    self.stage = stage
    self.status = status
    self.least = least
    self.most = most
    self.verdict = verdict
    self.distance = distance
    self.money = money
    self.statedWeighted = statedWeighted
    self.leastWeighted = leastWeighted
    self.decidedAt = decidedAt
  }
}

/// A page of records.
public struct RecordPage: Sendable {
  public var records: [RecordLine]
  /// Where the next page begins; nil: this is the last.
  public var next: String?
  public init(records: [RecordLine], next: String?) {
    self.records = records
    self.next = next
  }
}

/// One stage of the funnel: open records in funnel order (display only).
public struct FunnelStage: Sendable {
  public var name: Text
  public var records: Int
  public var money: Decimal34
  /// Records and money whose evidence carries them exactly to this stage for certain.
  public var supportedRecords: Int
  public var supportedMoney: Decimal34
  public init(name: Text, records: Int, money: Decimal34, supportedRecords: Int, supportedMoney: Decimal34) {
    self.name = name
    self.records = records
    self.money = money
    self.supportedRecords = supportedRecords
    self.supportedMoney = supportedMoney
  }
}

/// The pipeline page: stated, supported and verdict in records and money.
public struct PipelineView: Sendable {
  public var report: PipelineReport
  /// Names of the groups in the order in which they are shown.
  public var order: [Text]
  public var funnel: [FunnelStage]
  public var currency: Text
  public var currencyDigits: Int
  /// The playbook in force.
  public var playbook: String
  /// Owners as records name them, for the filter.
  public var owners: [Text]
  /// What the policy calls them.
  public var ownerTitles: [Text: Text]
  public init(
    report: PipelineReport, order: [Text], funnel: [FunnelStage], currency: Text, currencyDigits: Int,
    playbook: String, owners: [Text], ownerTitles: [Text: Text] = [:]
  ) {
    self.ownerTitles = ownerTitles
    self.report = report
    self.order = order
    self.funnel = funnel
    self.currency = currency
    self.currencyDigits = currencyDigits
    self.playbook = playbook
    self.owners = owners
  }
}

/// One record with all that a person may want to know of it.
public struct RecordView: Sendable {
  public struct Attribute: Sendable {
    public var name: Text
    public var label: Text
    /// As people read it; nil: unknown.
    public var value: Text?
    /// Whether it is the record's amount, in the policy's currency.
    public var isMoney: Bool
    public init(name: Text, label: Text, value: Text?, isMoney: Bool = false) {
      self.name = name
      self.label = label
      self.value = value
      self.isMoney = isMoney
    }
  }
  public struct Score: Sendable {
    public var assessment: Text
    public var title: Text
    /// `not submitted`, `undecided`, `complete`.
    public var state: Text
    /// `70`, or `40 to 70` while undecided; nil: none.
    public var score: Text?
    public var maximum: Text?
    public var isExpired: Bool
    /// Asked for, by a rule or because a gate lacks it.
    public var isAsked: Bool
    public init(
      assessment: Text, title: Text, state: Text, score: Text?, maximum: Text?, isExpired: Bool, isAsked: Bool
    ) {
      self.assessment = assessment
      self.title = title
      self.state = state
      self.score = score
      self.maximum = maximum
      self.isExpired = isExpired
      self.isAsked = isAsked
    }
  }
  public struct HistoryLine: Sendable {
    public var at: Int64
    public var from: Text?
    public var to: Text
    /// `crm`, `promotion`, `person`, `import`, `reopening`.
    public var cause: Text
    public var by: Text?
    public var rule: Text?
    public var submission: String?
    public var playbook: String?
    public var reason: Text?
    public init(
      at: Int64, from: Text?, to: Text, cause: Text, by: Text?, rule: Text?, submission: String?, playbook: String?,
      reason: Text?
    ) {
      self.at = at
      self.from = from
      self.to = to
      self.cause = cause
      self.by = by
      self.rule = rule
      self.submission = submission
      self.playbook = playbook
      self.reason = reason
    }
  }
  public struct SubmissionLine: Sendable {
    public var id: String
    public var number: Int64
    public var assessment: Text
    public var version: Int
    public var person: String
    public var capturedAt: Int64
    public var receivedAt: Int64
    /// `judged`, `held`, `returned`.
    public var state: String
    public var note: Text?
    public init(
      id: String, number: Int64, assessment: Text, version: Int, person: String, capturedAt: Int64, receivedAt: Int64,
      state: String, note: Text?
    ) {
      self.id = id
      self.number = number
      self.assessment = assessment
      self.version = version
      self.person = person
      self.capturedAt = capturedAt
      self.receivedAt = receivedAt
      self.state = state
      self.note = note
    }
  }
  public var line: RecordLine
  /// ISO 4217 code of the policy's currency.
  public var currency: Text
  /// Changes with every change of the record; for `If-Match`.
  public var revision: Int64
  public var attributes: [Attribute]
  public var scores: [Score]
  public var explanation: ExplanationView
  public var proposals: [ProposalView]
  public var history: [HistoryLine]
  public var submissions: [SubmissionLine]
  public var hold: History.PersonsWord?
  public var override: History.PersonsWord?
  /// The stages that a person may move it to, in order of rank, closed ones last.
  public var stages: [Text]
  public var notices: [Text]
  public init(
    line: RecordLine, currency: Text, revision: Int64, attributes: [Attribute], scores: [Score],
    explanation: ExplanationView,
    proposals: [ProposalView], history: [HistoryLine], submissions: [SubmissionLine], hold: History.PersonsWord?,
    override: History.PersonsWord?, stages: [Text], notices: [Text]
  ) {
    self.line = line
    self.currency = currency
    self.revision = revision
    self.attributes = attributes
    self.scores = scores
    self.explanation = explanation
    self.proposals = proposals
    self.history = history
    self.submissions = submissions
    self.hold = hold
    self.override = override
    self.stages = stages
    self.notices = notices
  }
}

/// Why, why not, and what it would take.
public struct ExplanationView: Sendable {
  /// For machines.
  public var document: JSON
  /// For people: one line each; blocks apart by an empty line.
  public var lines: [Text]
  /// One sentence: why it gets no further, and what it would take.
  public var message: Text
  public init(document: JSON, lines: [Text], message: Text) {
    self.document = document
    self.lines = lines
    self.message = message
  }
}

/// What became of a person's move.
public struct MoveAnswer: Sendable {
  public var line: RecordLine
  /// What the evidence says to it, in a sentence.
  public var message: Text
  /// Whether anything changed (false: the record stood there already).
  public var isMoved: Bool
  public init(line: RecordLine, message: Text, isMoved: Bool) {
    self.line = line
    self.message = message
    self.isMoved = isMoved
  }
}

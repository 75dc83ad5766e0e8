public import FEEL
public import Sales

/// Which records a list shows.
public struct RecordFilter: Sendable, Hashable {
  /// The CRM's id of the owner; nil: records of all owners.
  public var owner: Text?
  /// The stated stage, by name; nil: all.
  public var stage: Text?
  /// `level`, `behind`, `unproven` or `ahead`.
  public var verdict: Text?
  /// The pipeline, by name; nil: all.
  public var pipeline: Text?
  /// Shows records that meet every condition given; without any, all.
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
  /// Kind and id.
  public var key: RecordKey
  /// What people call it: its name or company, else its id.
  public var title: Text
  /// The CRM's id of the owner; nil: it has none.
  public var owner: Text?
  /// The owner's id in the policy, where the record names the CRM's; nil: the policy does not know the owner.
  public var ownerTitle: Text?
  /// The pipeline that it is in; nil: none.
  public var pipeline: Text?
  /// The stated stage; nil: none is stated.
  public var stage: Text?
  /// `open`, `won`, `lost`, `archived`; nil: the pipeline does not know the stage.
  public var status: Text?
  /// The stage that the evidence carries it to for certain; nil: there is no climb.
  public var least: Text?
  /// The stage that it may get to with what is still unknown; nil: there is no climb.
  public var most: Text?
  /// `level`, `behind`, `unproven`, `ahead`; nil for closed records.
  public var verdict: Text?
  /// By how many stages.
  public var distance: Int
  /// In the policy's currency; nil: the record has no amount.
  public var money: Decimal34?
  /// The amount times the stated stage's probability; nil: without amount or stage.
  public var statedWeighted: Decimal34?
  /// The amount times the probability of `least`; nil: without amount or climb.
  public var leastWeighted: Decimal34?
  /// Epoch milliseconds of the last decision.
  public var decidedAt: Int64
  /// A line as the last decision left it.
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
  /// The page itself, in the order of the list.
  public var records: [RecordLine]
  /// Where the next page begins; nil: this is the last.
  public var next: String?
  /// A page, and where the next one begins.
  public init(records: [RecordLine], next: String?) {
    self.records = records
    self.next = next
  }
}

/// One stage of the funnel: open records in funnel order (display only).
public struct FunnelStage: Sendable {
  /// The stage's name.
  public var name: Text
  /// Open records that state this stage.
  public var records: Int
  /// Their amounts, in the policy's currency; records without amount count 0.
  public var money: Decimal34
  /// Records and money whose evidence carries them exactly to this stage for certain.
  public var supportedRecords: Int
  /// The amounts of those records.
  public var supportedMoney: Decimal34
  /// One stage with its sums.
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
  /// Sums by group and verdict.
  public var report: PipelineReport
  /// Names of the groups in the order in which they are shown.
  public var order: [Text]
  /// Open stages, in the order of the funnel.
  public var funnel: [FunnelStage]
  /// ISO 4217 code of the policy's currency.
  public var currency: Text
  /// How many digits after the point are shown.
  public var currencyDigits: Int
  /// The playbook in force.
  public var playbook: String
  /// Owners as records name them, for the filter.
  public var owners: [Text]
  /// What the policy calls them.
  public var ownerTitles: [Text: Text]
  /// What the page shows, for one person's reach.
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
  /// An attribute as the playbook declares it, with the record's value.
  public struct Attribute: Sendable {
    /// The name that rules use.
    public var name: Text
    /// What people call it.
    public var label: Text
    /// As people read it; nil: unknown.
    public var value: Text?
    /// Whether it is the record's amount, in the policy's currency.
    public var isMoney: Bool
    /// One row of the page.
    public init(name: Text, label: Text, value: Text?, isMoney: Bool = false) {
      self.name = name
      self.label = label
      self.value = value
      self.isMoney = isMoney
    }
  }
  /// Where one assessment of the record's kind stands.
  public struct Score: Sendable {
    /// The name that rules use.
    public var assessment: Text
    /// What people call it.
    public var title: Text
    /// `not submitted`, `undecided`, `complete`.
    public var state: Text
    /// `70`, or `40 to 70` while undecided; nil: none.
    public var score: Text?
    /// The points that can be reached, written as `score` is, also where that is in percent; nil: none.
    public var maximum: Text?
    /// Whether its answers are older than the policy allows.
    public var isExpired: Bool
    /// Asked for, by a rule or because a gate lacks it.
    public var isAsked: Bool
    /// One row of the page.
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
  /// One change of the stated stage.
  public struct HistoryLine: Sendable {
    /// Epoch milliseconds.
    public var at: Int64
    /// The stage before; nil: it had none.
    public var from: Text?
    /// The stage after.
    public var to: Text
    /// `crm`, `promotion`, `person`, `import`, `reopening`.
    public var cause: Text
    /// Who did it, as policy or CRM name them; nil: rules.
    public var by: Text?
    /// The rule that passed the gate; nil: no rule.
    public var rule: Text?
    /// The submission that carried it; nil: none.
    public var submission: String?
    /// The version in force then; nil: it was not recorded.
    public var playbook: String?
    /// What the person said; nil: nothing.
    public var reason: Text?
    /// One row of the page.
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
  /// One submission, whether it counts or not.
  public struct SubmissionLine: Sendable {
    /// The UUID that the device made; for a submission from a file, made of its content where it had none.
    public var id: String
    /// Its place among all that the server took in.
    public var number: Int64
    /// The name that rules use.
    public var assessment: Text
    /// The assessment's version that was answered.
    public var version: Int
    /// The playbook's id of who sent it.
    public var person: String
    /// Corrected for a clock that runs wrong, epoch milliseconds.
    public var capturedAt: Int64
    /// Epoch milliseconds.
    public var receivedAt: Int64
    /// `judged`, `held`, `returned`.
    public var state: String
    /// Why it is held or was returned; nil: it was judged.
    public var note: Text?
    /// One row of the page.
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
  /// The record as lists show it.
  public var line: RecordLine
  /// ISO 4217 code of the policy's currency.
  public var currency: Text
  /// Changes with every change of the record; for `If-Match`.
  public var revision: Int64
  /// In the order of their declaration.
  public var attributes: [Attribute]
  /// One for each assessment of the kind.
  public var scores: [Score]
  /// Why it stands where it does.
  public var explanation: ExplanationView
  /// All that were ever made for it, newest first, whatever became of them.
  public var proposals: [ProposalView]
  /// Changes of the stated stage, oldest first.
  public var history: [HistoryLine]
  /// In the order of their arrival.
  public var submissions: [SubmissionLine]
  /// Who holds it, and why; nil: nobody.
  public var hold: History.PersonsWord?
  /// Who vouches for which stage, and why; nil: nobody.
  public var override: History.PersonsWord?
  /// The stages that a person may move it to, in order of rank, closed ones last.
  public var stages: [Text]
  /// The open stages of its pipeline, by rank.
  public var openStages: [Text]
  /// Sentences about the decision itself, such as expired answers.
  public var notices: [Text]
  /// Assessments worth filling in, most of all first.
  public var recommendations: [Recommendation]
  /// All parts of the page.
  public init(
    line: RecordLine, currency: Text, revision: Int64, attributes: [Attribute], scores: [Score],
    explanation: ExplanationView,
    proposals: [ProposalView], history: [HistoryLine], submissions: [SubmissionLine], hold: History.PersonsWord?,
    override: History.PersonsWord?, stages: [Text], notices: [Text], recommendations: [Recommendation] = [],
    openStages: [Text] = []
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
    self.recommendations = recommendations
    self.openStages = openStages
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
  /// The same explanation in three forms.
  public init(document: JSON, lines: [Text], message: Text) {
    self.document = document
    self.lines = lines
    self.message = message
  }
}

/// What became of a person's move.
public struct MoveAnswer: Sendable {
  /// The record after the move.
  public var line: RecordLine
  /// What the evidence says to it, in a sentence.
  public var message: Text
  /// Whether anything changed (false: the record stood there already).
  public var isMoved: Bool
  /// What the mover is told.
  public init(line: RecordLine, message: Text, isMoved: Bool) {
    self.line = line
    self.message = message
    self.isMoved = isMoved
  }
}

public import FEEL

/// A lead, opportunity or account of the CRM with all that is known of it: the whole input of a decision.
public struct Record: Sendable {
  public var kind: Text
  /// The external id.
  public var id: Text
  /// Absent: the only pipeline of its kind, if there is only one.
  public var pipeline: Text?
  /// The stated stage; absent: unknown.
  public var stage: Text?
  public var owner: Text?
  /// By name; an attribute that is absent (or null in JSON) is unknown.
  public var attributes: [Attribute]
  /// By name; a list that is absent was not loaded: unknown, not empty.
  public var related: [RelatedList]
  public var submissions: [Submission]
  /// What earlier decisions left behind in this episode.
  public var history: History

  public struct Attribute: Sendable {
    public var name: Text
    public var value: Value
    /// When it last changed, epoch milliseconds; absent: unknown.
    public var changedAt: Int64?
    public init(name: Text, value: Value, changedAt: Int64? = nil) {
      self.name = name
      self.value = value
      self.changedAt = changedAt
    }
  }

  public struct RelatedList: Sendable {
    public var name: Text
    /// Each a context of the list's declared attributes; what an item lacks is `unknown` in it.
    public var items: [Value]
    /// When the list last changed, epoch milliseconds; absent: unknown.
    public var changedAt: Int64?
    public init(name: Text, items: [Value], changedAt: Int64? = nil) {
      self.name = name
      self.items = items
      self.changedAt = changedAt
    }
  }

  public init(
    kind: Text, id: Text, pipeline: Text? = nil, stage: Text? = nil, owner: Text? = nil, attributes: [Attribute] = [],
    related: [RelatedList] = [], submissions: [Submission] = [], history: History = History()
  ) {
    self.kind = kind
    self.id = id
    self.pipeline = pipeline
    self.stage = stage
    self.owner = owner
    self.attributes = attributes
    self.related = related
    self.submissions = submissions
    self.history = history
  }
}

/// One filled assessment, immutable.
public struct Submission: Sendable {
  public struct Answer: Sendable {
    public var question: Text
    public var value: AnswerValue
    public init(question: Text, value: AnswerValue) {
      self.question = question
      self.value = value
    }
  }

  /// Made by the device (UUIDv7); absent in files made by hand.
  public var id: Text?
  public var assessment: Text
  /// The version that was answered; absent: the playbook's.
  public var version: Int?
  public var answers: [Answer]
  /// Epoch milliseconds, adjusted for the device's clock; absent: before all that have one.
  public var capturedAt: Int64?
  public var device: Text?
  /// Place among the submissions of its device.
  public var sequence: Int?

  public init(
    id: Text? = nil, assessment: Text, version: Int? = nil, answers: [Answer], capturedAt: Int64? = nil,
    device: Text? = nil, sequence: Int? = nil
  ) {
    self.id = id
    self.assessment = assessment
    self.version = version
    self.answers = answers
    self.capturedAt = capturedAt
    self.device = device
    self.sequence = sequence
  }
}

/// An answer as it was given; whether it fits its question is found when it is scored.
public enum AnswerValue: Hashable, Sendable {
  /// An option id, a text, or a day as `2026-01-31`.
  case text(Text)
  case number(Decimal34)
  case boolean(Bool)
  /// Option ids.
  case several([Text])
}

/// What earlier decisions and people left behind, within the record's episode (design §7.5-7).
public struct History: Sendable {
  /// A gate once passed.
  public struct KeptGate: Hashable, Sendable {
    public var from: Text
    public var to: Text
    public var rule: Text
    /// Epoch milliseconds.
    public var passedAt: Int64
    public var playbook: Text?
    public init(from: Text, to: Text, rule: Text, passedAt: Int64, playbook: Text? = nil) {
      self.from = from
      self.to = to
      self.rule = rule
      self.passedAt = passedAt
      self.playbook = playbook
    }
  }

  /// A person's move backwards, or refusal: bars promotion through the gates from `to` up to `from` until each has
  /// newer evidence.
  public struct Watermark: Hashable, Sendable {
    public var from: Text
    public var to: Text
    public var at: Int64
    public var by: Text?
    public var reason: Text?
    public init(from: Text, to: Text, at: Int64, by: Text? = nil, reason: Text? = nil) {
      self.from = from
      self.to = to
      self.at = at
      self.by = by
      self.reason = reason
    }
  }

  /// Bars promotion and nothing else; or (as an override) a third column beside stated and supported.
  public struct PersonsWord: Hashable, Sendable {
    public var by: Text
    public var reason: Text
    /// The stage, for an override.
    public var stage: Text?
    /// Last day, included; absent: open.
    public var until: CalendarDate?
    public init(by: Text, reason: Text, stage: Text? = nil, until: CalendarDate? = nil) {
      self.by = by
      self.reason = reason
      self.stage = stage
      self.until = until
    }
  }

  /// Start of the episode, epoch milliseconds; earlier evidence is history.
  public var episodeStart: Int64?
  /// The lowest stage that the record has stood at in this episode.
  public var lowestStage: Text?
  public var gates: [KeptGate]
  public var watermarks: [Watermark]
  public var hold: PersonsWord?
  public var override: PersonsWord?
  /// Stages promoted today, for the policy's cap.
  public var promotedToday: Int

  public init(
    episodeStart: Int64? = nil, lowestStage: Text? = nil, gates: [KeptGate] = [], watermarks: [Watermark] = [],
    hold: PersonsWord? = nil, override: PersonsWord? = nil, promotedToday: Int = 0
  ) {
    self.episodeStart = episodeStart
    self.lowestStage = lowestStage
    self.gates = gates
    self.watermarks = watermarks
    self.hold = hold
    self.override = override
    self.promotedToday = promotedToday
  }
}

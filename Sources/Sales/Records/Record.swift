public import FEEL

/// A lead, opportunity or account of the CRM with all that is known of it: the whole input of a decision.
public struct Record: Sendable {
  /// The record kind, as the playbook calls it.
  public var kind: Text
  /// The external id.
  public var id: Text
  /// Absent: the only pipeline of its kind, if there is only one.
  public var pipeline: Text?
  /// The stated stage; absent: unknown.
  public var stage: Text?
  /// The CRM's id of the person who owns it; absent: unknown.
  public var owner: Text?
  /// By name; an attribute that is absent (or null in JSON) is unknown.
  public var attributes: [Attribute]
  /// By name; a list that is absent was not loaded: unknown, not empty.
  public var related: [RelatedList]
  /// Every filled sheet that is known, in any order.
  public var submissions: [Submission]
  /// What earlier decisions left behind in this episode.
  public var history: History

  /// One attribute with its value.
  public struct Attribute: Sendable {
    /// As the kind declares it.
    public var name: Text
    /// Of the declared type, or unknown.
    public var value: Value
    /// When it last changed, epoch milliseconds; absent: unknown.
    public var changedAt: Int64?
    /// Makes an attribute.
    public init(name: Text, value: Value, changedAt: Int64? = nil) {
      self.name = name
      self.value = value
      self.changedAt = changedAt
    }
  }

  /// A list of other records that was loaded.
  public struct RelatedList: Sendable {
    /// As the kind declares it.
    public var name: Text
    /// Each a context of the list's declared attributes; what an item lacks is `unknown` in it.
    public var items: [Value]
    /// When the list last changed, epoch milliseconds; absent: unknown.
    public var changedAt: Int64?
    /// Makes a related list.
    public init(name: Text, items: [Value], changedAt: Int64? = nil) {
      self.name = name
      self.items = items
      self.changedAt = changedAt
    }
  }

  /// Makes a record of what is known.
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
  /// The answer to one question.
  public struct Answer: Sendable {
    /// The question's id.
    public var question: Text
    /// What was answered; whether it fits is found when the sheet is scored.
    public var value: AnswerValue
    /// Makes an answer.
    public init(question: Text, value: AnswerValue) {
      self.question = question
      self.value = value
    }
  }

  /// Made by the device (UUIDv7); absent in files made by hand.
  public var id: Text?
  /// The name of the assessment that was filled in.
  public var assessment: Text
  /// The version that was answered; absent: the playbook's.
  public var version: Int?
  /// What was answered; questions left blank are absent.
  public var answers: [Answer]
  /// Epoch milliseconds, adjusted for the device's clock; absent: before all that have one.
  public var capturedAt: Int64?
  /// The device that it was filled in on; orders sheets of one time.
  public var device: Text?
  /// Place among the submissions of its device.
  public var sequence: Int?

  /// Makes a submission.
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
  /// For a number or a step of a scale.
  case number(Decimal34)
  /// For a question of yes or no.
  case boolean(Bool)
  /// Option ids.
  case several([Text])
}

/// What earlier decisions and people left behind, within the record's episode (design §7.5-7).
public struct History: Sendable {
  /// A gate once passed.
  public struct KeptGate: Hashable, Sendable {
    /// The open stage that the gate leads out of.
    public var from: Text
    /// The open stage that it leads to.
    public var to: Text
    /// The rule that passed it: the first by name that was true.
    public var rule: Text
    /// When it was decided, epoch milliseconds.
    public var passedAt: Int64
    /// When the newest evidence behind the rule came or changed, epoch milliseconds: only what is newer can take the gate
    /// away. Absent where it was not stored, or nothing of it has a time: then `passedAt` counts.
    public var evidenceAt: Int64?
    /// The version that decided.
    public var playbook: Text?
    /// Makes a kept gate.
    public init(
      from: Text, to: Text, rule: Text, passedAt: Int64, evidenceAt: Int64? = nil, playbook: Text? = nil
    ) {
      self.from = from
      self.to = to
      self.rule = rule
      self.passedAt = passedAt
      self.evidenceAt = evidenceAt
      self.playbook = playbook
    }
  }

  /// A person's move backwards, or refusal: bars promotion through the gates from `to` up to `from` until each has
  /// newer evidence.
  public struct Watermark: Hashable, Sendable {
    /// The stage that the person moved the record away from.
    public var from: Text
    /// The stage that the person moved it to.
    public var to: Text
    /// When, epoch milliseconds: evidence must be newer.
    public var at: Int64
    /// Who moved it; absent: unknown.
    public var by: Text?
    /// Why, in the person's words.
    public var reason: Text?
    /// Makes a watermark.
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
    /// Who said so.
    public var by: Text
    /// Why, in the person's words; may be empty.
    public var reason: Text
    /// The stage, for an override.
    public var stage: Text?
    /// Last day, included; absent: open.
    public var until: CalendarDate?
    /// Makes a person's word.
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
  /// The gates that were passed in this episode.
  public var gates: [KeptGate]
  /// The moves backwards and refusals of this episode.
  public var watermarks: [Watermark]
  /// Bars promotion while it lasts.
  public var hold: PersonsWord?
  /// What a person says the stage is, while that lasts.
  public var override: PersonsWord?
  /// Stages promoted today, for the policy's cap.
  public var promotedToday: Int

  /// Makes a history; without arguments, that of a record nothing happened to.
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

extension Record {
  /// The attributes that say what people call a record, in the order in which they are looked for.
  public static let titleAttributes: [Text] = ["name", "title", "company", "account"]

  /// What people call it; its id where no attribute says so.
  public var title: Text {
    for name in Self.titleAttributes {
      guard let value = attributes.first(where: { $0.name == name })?.value, case .string(let title) = value,
        !title.isEmpty
      else { continue }
      return title
    }
    return id
  }
}

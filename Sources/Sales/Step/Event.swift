public import FEEL

/// Something that happened to a record, with an id made by its sender.
public struct Event: Sendable {
  /// What happened.
  public enum Kind: Sendable {
    /// A filled assessment came in, its capture time already adjusted for the device's clock.
    case submitted(Submission)
    /// A person lets a submission count that was kept for them to look at.
    case admitted(Submission)
    /// A submission no longer counts: its answers were erased.
    case withdrawn(submission: Text)
    /// The CRM's row as it is now.
    case changed(CRMChange)
    /// The CRM deleted the row.
    case deleted
    /// A file or another system brought the record, with what it knows of submissions (each with an id) and history.
    case loaded(Record)
    /// A person moved the record to a stage.
    case moved(to: Text, reason: Text?)
    /// A person accepted the waiting proposal with this id: the record takes its path.
    case proposalAccepted(Text, reason: Text?)
    /// A person refused the open proposal with this id: the same is not proposed until something new is answered.
    case proposalRefused(Text, reason: Text)
    /// Bars promotion, until the day given (included) or until it is released.
    case held(reason: Text, until: CalendarDate?)
    /// A person ended the hold.
    case released
    /// A person says what the stage is, until the day given (included) or until it is withdrawn; the stated one stays.
    case overridden(stage: Text, reason: Text, until: CalendarDate?)
    /// A person took the override back.
    case overrideWithdrawn
    /// What a person said about the record is erased, for that person's right; that it was said stays.
    case reasonsErased(of: Text)
    /// The night, or an activation: nothing happened but time, or the rules changed.
    case judged
  }

  /// Made by the sender; a step does not read it, the histories name it as what brought their changes.
  public var id: Text
  /// When it happened, epoch milliseconds.
  public var at: Int64
  /// The person who did it; nil: the CRM or the product itself.
  public var by: Text?
  /// What happened, with what belongs to it.
  public var kind: Kind

  /// Makes an event; `at` is in epoch milliseconds.
  public init(id: Text, at: Int64, by: Text? = nil, _ kind: Kind) {
    self.id = id
    self.at = at
    self.by = by
    self.kind = kind
  }
}

/// A row of the CRM as it is now, in the playbook's words.
public struct CRMChange: Sendable {
  /// Those that the row has; a value that is unknown was emptied there. `changedAt` is not read: the row's stamp counts.
  public var attributes: [Record.Attribute]
  /// The CRM's id of the person who owns the record; nil: not told, and the known owner stays.
  public var owner: Text?
  /// Nil: the CRM states none, or what it states is no news (our own write is still on its way).
  public var stage: Text?
  /// Where the person who moved it saw the record, if that is another stage than ours; a move is judged from there.
  public var stood: Text?
  /// When the stage was changed, as late as it can have been, epoch milliseconds; nil: at the row's stamp.
  public var movedAt: Int64?
  /// What the row says of its last change; a row with an older stamp than a known one is not taken in.
  public var stamps: CRMStamps
  /// Who changed the row last, as the CRM names them.
  public var by: Text?
  /// Whether the change is a write of ours coming back.
  public var isOurs: Bool

  /// Makes a row; `movedAt` is in epoch milliseconds.
  public init(
    attributes: [Record.Attribute], owner: Text? = nil, stage: Text? = nil, stood: Text? = nil, movedAt: Int64? = nil,
    stamps: CRMStamps, by: Text? = nil, isOurs: Bool = false
  ) {
    self.attributes = attributes
    self.owner = owner
    self.stage = stage
    self.stood = stood
    self.movedAt = movedAt
    self.stamps = stamps
    self.by = by
    self.isOurs = isOurs
  }
}

extension Event.Kind {
  /// The submission that came in with it.
  var submission: Submission? {
    switch self {
    case .submitted(let submission), .admitted(let submission): submission
    default: nil
    }
  }
}

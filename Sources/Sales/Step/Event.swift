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
    case proposalAccepted(Text, reason: Text?)
    case proposalRefused(Text, reason: Text)
    /// Bars promotion, until the day given (included) or until it is released.
    case held(reason: Text, until: CalendarDate?)
    case released
    case overridden(stage: Text, reason: Text, until: CalendarDate?)
    case overrideWithdrawn
    /// What a person said about the record is erased, for that person's right; that it was said stays.
    case reasonsErased(of: Text)
    /// The night, or an activation: nothing happened but time, or the rules changed.
    case judged
  }

  public var id: Text
  /// When it happened, epoch milliseconds.
  public var at: Int64
  /// The person who did it; nil: the CRM or the product itself.
  public var by: Text?
  public var kind: Kind

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
  public var owner: Text?
  /// Nil: the CRM states none, or what it states is no news (our own write is still on its way).
  public var stage: Text?
  /// Where the person who moved it saw the record, if that is another stage than ours; a move is judged from there.
  public var stood: Text?
  /// When the stage was changed, as late as it can have been, epoch milliseconds; nil: at the row's stamp.
  public var movedAt: Int64?
  public var stamps: CRMStamps
  /// Who changed the row last, as the CRM names them.
  public var by: Text?
  /// Whether the change is a write of ours coming back.
  public var isOurs: Bool

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

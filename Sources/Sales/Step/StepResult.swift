public import FEEL

/// Something that must happen outside, decided by a step; its key makes twice the same as once.
public enum StepEffect: Sendable {
  /// The result of an assessment, for the CRM, as a JSON document; its key is the submission's id.
  case result(submission: Text, payload: [UInt8])
  /// The stage in the CRM, from where we believe that it stands; its key is made by the step.
  case stage(id: Text, from: Text, to: Text, by: Text?)
  /// What waits unsent to write this record's stage is needless.
  case stageWritesDropped
}

/// What a step says to whoever sent the event.
public enum StepAnswer: Sendable {
  /// Taken in, and the record was judged.
  case done
  /// Nothing of it was news.
  case unchanged
  /// The CRM's row is older than what is known.
  case stale
  /// A write of ours that comes back.
  case echo
  /// The record is closed or deleted, and the event says nothing to that.
  case untouched
  /// It is kept for a person to look at, and this is why.
  case waits(Text)
  /// It contradicts what is stored or names what there is not: nothing was changed.
  case refused(StepRefusal)
}

/// Why an event was refused: nothing was changed.
public struct StepRefusal: Hashable, Sendable {
  /// What sort of refusal it is, for the caller to choose its own answer by.
  public enum Kind: UInt8, Sendable {
    /// The event contradicts what is stored.
    case conflict
    /// The event names something that there is not.
    case invalid
    /// The event names a proposal that is not open, or never was one.
    case notFound
  }
  /// What sort of refusal it is.
  public var kind: Kind
  /// Stable, for machines.
  public var code: Text
  /// What is wrong, and what to do.
  public var message: Text

  /// Makes a refusal; the message is for people, in whole sentences.
  public init(_ kind: Kind, code: Text, _ message: Text) {
    self.kind = kind
    self.code = code
    self.message = message
  }
}

/// What came of one event.
public struct StepResult: Sendable {
  /// What became of the event; the record was judged only if this is `done`.
  public var answer: StepAnswer
  /// In order and complete.
  public var changes: [Change] = []
  /// What must happen outside, in the order in which the step decided it.
  public var effects: [StepEffect] = []
  /// The dossier with the changes.
  public var dossier: Dossier
  /// As the record was found with the event taken in, and after all promotions; nil: it was not judged.
  public var first: Decision?
  /// The decision after all promotions, `first` if nothing was promoted; nil: the record was not judged.
  public var last: Decision?
  /// What was promoted.
  public var applied: [Proposal] = []
  /// Assessments that are asked for since this step.
  public var newAsks: [Text] = []
  /// The outcome before.
  public var before: RecordOutcome?

  init(_ answer: StepAnswer, _ dossier: Dossier) {
    self.answer = answer
    self.dossier = dossier
    before = dossier.outcome
  }

  /// Whether anything is to be stored.
  public var isChanged: Bool { !changes.isEmpty }
}

extension StepResult {
  /// What the changes of a step make of a dossier, for replay and tests: without decisions.
  ///
  /// - Parameter instant: that the step decided for, epoch milliseconds.
  public init(changes: [Change], from dossier: Dossier, at instant: Int64) {
    self.init(.done, dossier)
    self.changes = changes
    self.dossier = dossier.applying(changes, at: instant)
  }
}

public import FEEL

/// One small fact that a step adds to a dossier. Applying a step's changes in order gives the dossier after it; nothing
/// of a dossier changes otherwise.
public enum Change: Sendable {
  /// An attribute of the record has another value.
  case attribute(AttributeChange)
  /// A related list as it is now, in place of the one of its name.
  case related(Record.RelatedList)
  /// The CRM's id of the person who owns the record now; nil: unknown.
  case owner(Text?)
  /// The name of the pipeline that the record is in now; nil: it names none.
  case pipeline(Text?)
  /// What the CRM's row says of itself now.
  case stamps(CRMStamps)
  /// When the CRM deleted the record, epoch milliseconds; nil: it is there again.
  case deleted(Int64?)
  /// The record states another stage, or its first one.
  case stage(StageChange)
  /// An episode began at that instant: what the one before left behind is forgotten.
  case episode(Int64)
  /// The lowest stage that the record is known to have stood at in this episode; nil: none is known.
  case lowestStage(Text?)
  /// A gate was passed, or passed anew on newer evidence.
  case gateKept(History.KeptGate)
  /// A gate that was passed before no longer counts as passed: the evidence says no, or it is judged anew.
  case gateLost(from: Text, to: Text)
  /// A person moved the record backwards, or refused a promotion.
  case watermark(History.Watermark)
  /// A person's hold; nil: it was released.
  case hold(History.PersonsWord?)
  /// What a person says the stage is; nil: it was withdrawn.
  case override(History.PersonsWord?)
  /// How many stages were promoted on the day of the step, those of the step included.
  case promotions(PromotionCount)
  /// The reasons that a person gave are erased.
  case reasonsErased(of: Text)
  /// A filled assessment counts from now on.
  case submission(Submission)
  /// The submission with this id no longer counts.
  case submissionWithdrawn(Text)
  /// A proposal as it is now; one that is decided leaves the dossier.
  case proposal(StoredProposal)
  /// A person refused a proposal.
  case refusal(Refusal)
  /// Something new was answered: what was refused before may be proposed again.
  case refusalsForgotten
  /// Asked, or no longer (`doneAt`).
  case ask(Ask)
  /// The decision as it is now; nil: the record is out of all lists.
  case outcome(RecordOutcome?)
  /// Stated stage, supported stages or money became others: what changed since a date is read from these.
  case outcomeMoved(OutcomeChange)
}

/// A record's stated stage, supported stages and money as they became, and why.
public struct OutcomeChange: Hashable, Sendable {
  /// The stage that the record states; nil: it states none.
  public var stated: Text?
  /// The stage that the evidence carries for certain; nil outside the climb, and for a record that was deleted.
  public var least: Text?
  /// The farthest stage that the evidence may still carry; nil where `least` is.
  public var most: Text?
  /// In the policy's currency.
  public var money: Decimal34?
  /// `answers`, `rule`, `expiry`, `crm`, `person`, `import` or `deleted`.
  public var cause: Text
  /// The instant that was decided for, epoch milliseconds.
  public var at: Int64

  /// Makes a change of an outcome; `at` is in epoch milliseconds.
  public init(stated: Text?, least: Text?, most: Text?, money: Decimal34?, cause: Text, at: Int64) {
    self.stated = stated
    self.least = least
    self.most = most
    self.money = money
    self.cause = cause
    self.at = at
  }
}

/// An attribute has another value than before.
public struct AttributeChange: Sendable {
  /// The attribute's name, as the record kind declares it.
  public var name: Text
  /// Unknown: there was none.
  public var before: Value
  /// Unknown: it was emptied.
  public var after: Value
  /// When it changed at its source, epoch milliseconds; nil: unknown.
  public var at: Int64?

  /// Makes a change of an attribute; `at` is in epoch milliseconds, nil: unknown.
  public init(name: Text, before: Value, after: Value, at: Int64?) {
    self.name = name
    self.before = before
    self.after = after
    self.at = at
  }
}

/// A change of the stated stage, whoever made it; the history of a record is these in order.
public struct StageChange: Hashable, Sendable {
  /// Nil: the record came in at `to`.
  public var from: Text?
  /// The stage that the record states since then.
  public var to: Text
  /// Epoch milliseconds.
  public var at: Int64
  /// `crm`, `promotion`, `person`, `import` or `reopening`.
  public var cause: Text
  /// The person, where one did it.
  public var by: Text?
  /// The rule that passed the gate, for a promotion; nil: no rule did.
  public var rule: Text?
  /// The submission that brought it about.
  public var submission: Text?
  /// The version of the playbook then; nil: it was not recorded.
  public var playbook: Text?
  /// The id of the proposal that was carried out or accepted; nil: there was none.
  public var proposal: Text?
  /// Why, in the person's words; nil: none was given.
  public var reason: Text?

  /// Makes a change of stage; `at` is in epoch milliseconds.
  public init(
    from: Text? = nil, to: Text, at: Int64, cause: Text, by: Text? = nil, rule: Text? = nil, submission: Text? = nil,
    playbook: Text? = nil, proposal: Text? = nil, reason: Text? = nil
  ) {
    self.from = from
    self.to = to
    self.at = at
    self.cause = cause
    self.by = by
    self.rule = rule
    self.submission = submission
    self.playbook = playbook
    self.proposal = proposal
    self.reason = reason
  }
}

extension Dossier {
  /// The dossier with a step's changes: so that replay, the phone and tests need no store.
  ///
  /// - Parameter instant: that the step decided for, epoch milliseconds.
  public func applying(_ changes: [Change], at instant: Int64) -> Dossier {
    var dossier = self
    for change in changes { dossier.apply(change) }
    if !changes.isEmpty { dossier.close(at: instant) }
    return dossier
  }

  /// Ends a step that changed something.
  mutating func close(at instant: Int64) {
    revision += 1
    changedAt = max(changedAt ?? instant, instant)
  }

  /// Adds one fact; the revision is raised once for all facts of a step.
  mutating func apply(_ change: Change) {
    switch change {
    case .attribute(let attribute): set(attribute)
    case .related(let list):
      if let place = record.related.firstIndex(where: { $0.name == list.name }) {
        record.related[place] = list
      } else {
        record.related.append(list)
      }
    case .owner(let owner): record.owner = owner
    case .pipeline(let pipeline): record.pipeline = pipeline
    case .stamps(let stamps): self.stamps = stamps
    case .deleted(let instant): deletedAt = instant
    case .stage(let change): record.stage = change.to
    case .episode(let start):
      record.history = History(episodeStart: start)
      refusals = []
    case .lowestStage(let stage): record.history.lowestStage = stage
    case .gateKept(let gate):
      if let place = record.history.gates.firstIndex(where: { $0.from == gate.from && $0.to == gate.to }) {
        record.history.gates[place] = gate
      } else {
        record.history.gates.append(gate)
      }
    case .gateLost(let from, let to): record.history.gates.removeAll { $0.from == from && $0.to == to }
    case .watermark(let watermark): record.history.watermarks.append(watermark)
    case .hold(let word): record.history.hold = word
    case .override(let word): record.history.override = word
    case .promotions(let count): promotions = count
    case .reasonsErased(let person): eraseReasons(of: person)
    case .submission(let submission): record.submissions.append(submission)
    case .submissionWithdrawn(let id): record.submissions.removeAll { $0.id == id }
    case .proposal(let proposal): set(proposal)
    case .refusal(let refusal): refusals.append(refusal)
    case .refusalsForgotten: refusals = []
    case .ask(let ask):
      asks.removeAll { $0.assessment == ask.assessment }
      if ask.doneAt == nil { asks.append(ask) }
    case .outcome(let outcome): self.outcome = outcome
    // History only: nothing of the dossier reads it.
    case .outcomeMoved: break
    }
  }

  private mutating func set(_ change: AttributeChange) {
    let attribute = Record.Attribute(name: change.name, value: change.after, changedAt: change.at)
    if let place = record.attributes.firstIndex(where: { $0.name == change.name }) {
      record.attributes[place] = attribute
    } else {
      record.attributes.append(attribute)
    }
  }

  private mutating func set(_ proposal: StoredProposal) {
    let place = proposals.firstIndex { $0.id == proposal.id }
    switch (place, proposal.isOpen) {
    case (let place?, true): proposals[place] = proposal
    case (let place?, false): proposals.remove(at: place)
    case (nil, true): proposals.append(proposal)
    case (nil, false): break
    }
  }
}

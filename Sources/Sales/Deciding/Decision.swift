public import Decisions
public import FEEL

/// How the stated stage compares with the supported one.
public enum Verdict: Hashable, Sendable {
  /// Stated is least: the evidence supports that very stage.
  case level
  /// Stated before least, by so many stages.
  case behind(Int)
  /// Stated beyond least but not beyond most: evidence is missing.
  case unproven(Int)
  /// Stated beyond most: the evidence says no.
  case ahead(Int)
}

/// What became of a gate.
public enum GateState: UInt8, Sendable {
  /// A rule in force at it is true.
  case passed
  /// Passed before and kept.
  case kept
  /// No rule at it is true, but one may come to be: something that it reads is missing.
  case undecided
  /// Every rule in force at it says no, and no earlier passing stands against that.
  case failed
  /// No rule leads out; passed while the stated stage is beyond it.
  case withoutRules
}

/// One gate of the climb.
public struct GateResult: Sendable {
  /// The stage that it leads out of.
  public var from: Text
  /// The stage that it leads to.
  public var to: Text
  /// What became of it.
  public var state: GateState
  /// The rules that count at it, by name, with what became of each.
  public var rules: [RuleResult]
  /// The evidence is older than the policy allows.
  public var stale: Bool
  /// A watermark that still bars promotion through it.
  public var barred: Bool
  /// The submissions that the rule which passed it rests on (all of its rules in force, where none did), by id.
  public var submissions: [Text] = []
  /// Whether the climb gets to it for certain; only such a gate is kept once it is passed.
  public var isReached = false
  /// When the newest of the evidence behind these came or changed, epoch milliseconds.
  public var evidenceAt: Int64?

  /// One rule at a gate.
  public struct RuleResult: Sendable {
    /// The rule's name.
    public var name: Text
    /// What became of its condition there.
    public var outcome: Outcome
    /// What the rule says about who promotes; absent: the pipeline decides.
    public var mode: SentenceDefinition.Mode?
    /// Makes the result of one rule.
    public init(name: Text, outcome: Outcome, mode: SentenceDefinition.Mode?) {
      self.name = name
      self.outcome = outcome
      self.mode = mode
    }
  }

  /// Makes a gate's result, not reached and without evidence.
  public init(from: Text, to: Text, state: GateState, rules: [RuleResult], stale: Bool = false, barred: Bool = false) {
    self.from = from
    self.to = to
    self.state = state
    self.rules = rules
    self.stale = stale
    self.barred = barred
  }
}

/// A recommended change of stage.
public struct Proposal: Sendable {
  /// What becomes of a proposal.
  public enum Status: Hashable, Sendable {
    /// To be carried out at once (`writes: auto` and automatic rules).
    case applied
    /// For a person to accept.
    case waiting
    /// Attributes that the next stage requires and the record lacks.
    case blocked([Text])
    /// By a hold, a watermark or the policy's cap; the reason in words.
    case held(Text)
  }
  /// The stage that the record stands at, or will once what is applied is done.
  public var from: Text
  /// The last stage of the path.
  public var to: Text
  /// Every stage from `from` to `to`, both included.
  public var path: [Text]
  /// The rule that passed each gate of the path.
  public var rules: [Text]
  /// What becomes of it.
  public var status: Status

  /// Makes a proposal.
  public init(from: Text, to: Text, path: [Text], rules: [Text], status: Status) {
    self.from = from
    self.to = to
    self.path = path
    self.rules = rules
    self.status = status
  }
}

/// The whole outcome of deciding one record: pure data, a function of playbook, record and clock.
public struct Decision: Sendable {
  /// One fact with the value that it came to.
  public struct FactResult: Sendable {
    /// The fact's name.
    public var name: Text
    /// Its value; unknown while it is undecided.
    public var value: Value
    /// Makes a fact's result.
    public init(name: Text, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// Something that a person should know about the decision.
  public struct Notice: Hashable, Sendable {
    /// A word for programs, such as `NO-PIPELINE`; never changes its meaning.
    public var code: Text
    /// A sentence without its full stop.
    public var message: Text
    /// Makes a notice.
    public init(code: Text, message: Text) {
      self.code = code
      self.message = message
    }
  }

  /// The external id.
  public var record: Text
  /// The record's kind.
  public var kind: Text
  /// The pipeline that it was decided in; nil if it has none that is known.
  public var pipeline: Text?
  /// The stage that the record states.
  public var stated: Text?
  /// What every assessment of the kind came to, by name.
  public var assessments: [AssessmentResult]
  /// Every fact of the kind with its value.
  public var facts: [FactResult]
  /// Names of the rules that fired, sorted; and of those that could not be told.
  public var fired: [Text]
  /// Names of the rules that could not be decided, because something is missing, sorted.
  public var unknown: [Text]
  /// The flags that rules which fired set, sorted, each once.
  public var flags: [Text]
  /// Without a climb: the stage that the gate at the stated stage, or a closing rule, leads to.
  public var proposes: Text?
  /// Whether the whole climb was asked for; what follows is empty without it.
  public var climbed = false
  /// Nil without a climb, and for a record outside it.
  public var supported: (least: Text, most: Text)?
  /// How the stated stage compares with the supported ones; nil without a climb, and for a record outside it.
  public var verdict: Verdict?
  /// The lowest open stage that the record is known to have stood at in this episode, the stated one included.
  public var lowest: Text?
  /// Along the climb, in order of rank.
  public var gates: [GateResult]
  /// At most one applied and one of another status for open stages, then closings: to won before lost before archived
  /// stages, by rank, then name. The order of lines in the playbook's files never counts.
  public var proposals: [Proposal]
  /// Assessments to be done: asked by rules, or by a gate that the verdict lacks.
  public var asks: [Text]
  /// Assessments recommended at the stage the record is at.
  public var recommended: [Text]
  /// What a person said the stage is, while that lasts.
  public var override: History.PersonsWord?
  /// Conflicts, an unknown stage, expired answers: what a person should be told.
  public var notices: [Notice]

  /// Makes a decision that says nothing yet.
  public init(record: Text, kind: Text, pipeline: Text?, stated: Text?) {
    self.record = record
    self.kind = kind
    self.pipeline = pipeline
    self.stated = stated
    assessments = []
    facts = []
    fired = []
    unknown = []
    flags = []
    proposes = nil
    supported = nil
    verdict = nil
    gates = []
    proposals = []
    asks = []
    recommended = []
    override = nil
    notices = []
  }
}

public import Decisions
public import FEEL

/// How the stated stage compares with the supported one.
public enum Verdict: Hashable, Sendable {
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
  case passed
  /// Passed before and kept.
  case kept
  case undecided
  case failed
  /// No rule leads out; passed while the stated stage is beyond it.
  case withoutRules
}

/// One gate of the climb.
public struct GateResult: Sendable {
  public var from: Text
  public var to: Text
  public var state: GateState
  /// The rules that count at it, by name, with what became of each.
  public var rules: [RuleResult]
  /// The evidence is older than the policy allows.
  public var stale: Bool
  /// A watermark that still bars promotion through it.
  public var barred: Bool
  /// The submissions that the rule which passed it rests on (all of its rules, where none did), by id.
  public var submissions: [Text] = []
  /// Whether the climb gets to it for certain; only such a gate is kept once it is passed.
  public var isReached = false
  /// When the newest of its evidence came or changed, epoch milliseconds.
  public var evidenceAt: Int64?

  public struct RuleResult: Sendable {
    public var name: Text
    public var outcome: Outcome
    public var mode: SentenceDefinition.Mode?
    public init(name: Text, outcome: Outcome, mode: SentenceDefinition.Mode?) {
      self.name = name
      self.outcome = outcome
      self.mode = mode
    }
  }

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
  public var from: Text
  public var to: Text
  /// Every stage from `from` to `to`, both included.
  public var path: [Text]
  /// The rule that passed each gate of the path.
  public var rules: [Text]
  public var status: Status

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
  public struct FactResult: Sendable {
    public var name: Text
    public var value: Value
    public init(name: Text, value: Value) {
      self.name = name
      self.value = value
    }
  }

  public struct Notice: Hashable, Sendable {
    public var code: Text
    public var message: Text
    public init(code: Text, message: Text) {
      self.code = code
      self.message = message
    }
  }

  public var record: Text
  public var kind: Text
  public var pipeline: Text?
  public var stated: Text?
  public var assessments: [AssessmentResult]
  public var facts: [FactResult]
  /// Names of the rules that fired, sorted; and of those that could not be told.
  public var fired: [Text]
  public var unknown: [Text]
  public var flags: [Text]
  /// Without a climb: the stage that the gate at the stated stage, or a closing rule, leads to.
  public var proposes: Text?
  /// Whether the whole climb was asked for; what follows is empty without it.
  public var climbed = false
  /// Nil without a climb, and for a record outside it.
  public var supported: (least: Text, most: Text)?
  public var verdict: Verdict?
  /// The lowest open stage that the record is known to have stood at in this episode, the stated one included.
  public var lowest: Text?
  /// Along the climb, in order of rank.
  public var gates: [GateResult]
  /// At most one applied and one of another status for open stages, then closings.
  public var proposals: [Proposal]
  /// Assessments to be done: asked by rules, or by a gate that the verdict lacks.
  public var asks: [Text]
  /// Assessments recommended at the stage the record is at.
  public var recommended: [Text]
  public var override: History.PersonsWord?
  /// Conflicts, an unknown stage, expired answers: what a person should be told.
  public var notices: [Notice]

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

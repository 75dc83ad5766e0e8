public import Decisions
public import FEEL

/// A rule as its author wrote it, with everything that it does (design §5).
public struct SentenceDefinition: Hashable, Sendable {
  /// What a rule does when its condition is true.
  public enum Action: Hashable, Sendable {
    /// `upgrade [from ...] to ...`; no `from` means directly before the target.
    case upgrade(to: Text, from: [Text])
    /// `propose ...`: as `upgrade`, but what it leads to is left to a person, whatever the pipeline may write.
    case propose(Text)
    /// `set ... to ...` and `add ... to ...`: gives a value to a fact.
    case contribute(Contribution)
    /// `flag "..."`: the text is among the flags of the decision.
    case flag(Text)
    /// `ask ...`: the assessment of that name is to be done.
    case ask(Text)
    /// `start ...`: names a sequence; it is kept with the rule, and no decision carries it out.
    case start(Text)
    /// `require ...`: while the rule is true, no promotion is made without the attribute of that name.
    case require(Text)
  }

  /// How a promotion by this rule is carried out; absent: as the pipeline's `writes` says, which is the ceiling.
  public enum Mode: UInt8, Sendable { case automatic, proposal }

  /// Unique in the playbook; an unnamed sentence is called `file#ordinal`.
  public var name: Text
  /// FEEL; the rule fires only if it is true.
  public var condition: Text
  /// In the order of the sentence, which has no meaning.
  public var actions: [Action]
  /// Who promotes; absent: the pipeline decides.
  public var mode: Mode?
  /// For facts merged by the highest priority.
  public var priority: Decimal34?
  /// The first day that it is in force, in the policy's zone; absent: always was.
  public var from: CalendarDate?
  /// The last day that it is in force; absent: for ever.
  public var until: CalendarDate?

  /// Makes a rule; a first or last day that is nil does not bound it.
  public init(
    name: Text, condition: Text, actions: [Action], mode: Mode? = nil, priority: Decimal34? = nil,
    from: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    self.name = name
    self.condition = condition
    self.actions = actions
    self.mode = mode
    self.priority = priority
    self.from = from
    self.until = until
  }
}

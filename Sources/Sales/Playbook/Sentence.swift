public import Decisions
public import FEEL

/// A rule as its author wrote it, with everything that it does (design §5).
public struct SentenceDefinition: Hashable, Sendable {
  /// What a rule does when its condition is true.
  public enum Action: Hashable, Sendable {
    /// `upgrade [from ...] to ...`; no `from` means directly before the target.
    case upgrade(to: Text, from: [Text])
    case propose(Text)
    case contribute(Contribution)
    case flag(Text)
    case ask(Text)
    case start(Text)
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

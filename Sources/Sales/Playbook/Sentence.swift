public import Decisions
public import FEEL

/// A rule as its author wrote it, with everything that it does (design §5).
public struct SentenceDefinition: Hashable, Sendable {
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

  public var name: Text
  public var condition: Text
  public var actions: [Action]
  public var mode: Mode?
  public var priority: Decimal34?
  public var from: CalendarDate?
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

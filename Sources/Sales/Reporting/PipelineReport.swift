public import FEEL

/// Stated beside supported: records and money of many decisions, in groups (design §1).
///
/// Only records at an open stage count in the sums; closed ones, and those at a stage that the pipeline does not know,
/// are counted apart, so that nothing is silently left out.
public struct PipelineReport: Sendable {
  /// What one decision contributes.
  public struct Line: Sendable {
    /// Where a record stands: at an open or closed stage, at one that its pipeline does not know, or decided without
    /// a climb.
    public enum Place: Sendable { case open, closed, unknownStage, notClimbed }

    /// The external id.
    public var id: Text
    /// The stage that it states.
    public var stage: Text?
    /// Who owns it.
    public var owner: Text?
    /// Where it stands for the report.
    public var place: Place
    /// How the stated stage compares with the supported one.
    public var verdict: Verdict?
    /// The record's money, in the policy's currency; nil: the deal has no amount.
    public var money: Decimal34?
    /// Percent of the stated stage, and of the stage that is supported for certain.
    public var statedProbability: Decimal34?
    /// The probability of the least supported stage, in percent.
    public var leastProbability: Decimal34?
    /// The least supported stage.
    public var least: Text?
    /// The most supported stage.
    public var most: Text?

    /// Makes a line; a probability is in percent, and nil where there is no such stage.
    public init(
      id: Text, stage: Text?, owner: Text?, place: Place, verdict: Verdict? = nil, money: Decimal34? = nil,
      statedProbability: Decimal34? = nil, leastProbability: Decimal34? = nil, least: Text? = nil, most: Text? = nil
    ) {
      self.id = id
      self.stage = stage
      self.owner = owner
      self.place = place
      self.verdict = verdict
      self.money = money
      self.statedProbability = statedProbability
      self.leastProbability = leastProbability
      self.least = least
      self.most = most
    }

    /// Money × probability of the stated stage.
    public var statedWeighted: Decimal34? { PipelineReport.weighted(money, statedProbability) }
    /// Money × probability of the stage that is supported for certain.
    public var leastWeighted: Decimal34? { PipelineReport.weighted(money, leastProbability) }
  }

  /// Records, and the money of those that have an amount.
  public struct Sum: Hashable, Sendable {
    /// How many records.
    public var records = 0
    /// Their money; records without an amount add nothing.
    public var money = Decimal34(0)
    /// Money × probability as stated.
    public var stated = Decimal34(0)
    /// Money × probability as supported for certain.
    public var least = Decimal34(0)

    /// Makes an empty sum.
    public init() {}

    /// What the evidence adds to the stated forecast; negative where it takes away.
    public var difference: Decimal34 { least.subtracting(stated) ?? least }
  }

  /// The open records of one group.
  public struct Group: Sendable {
    /// What the group is of: an owner, a stage.
    public var name: Text
    /// All open records of the group.
    public var all = Sum()
    /// Those whose stage is what the evidence supports.
    public var level = Sum()
    /// Those that are farther than they say.
    public var behind = Sum()
    /// Those that lack evidence for their stage.
    public var unproven = Sum()
    /// Those whose evidence says no to their stage.
    public var ahead = Sum()
    /// Open records without an amount: counted, never taken as 0.
    public var withoutMoney = 0

    init(name: Text) { self.name = name }
  }

  /// In the order in which they first got a record; `groups(orderedBy:)` sorts them.
  public private(set) var groups: [Group] = []
  /// All groups together.
  public private(set) var total = Group(name: "")
  /// How many records are closed.
  public private(set) var closed = 0
  /// How many state a stage that their pipeline does not know.
  public private(set) var unknownStage = 0
  /// How many were decided without a climb.
  public private(set) var notClimbed = 0
  private var places: [Text: Int] = [:]

  /// Makes an empty report.
  public init() {}

  /// Adds one decision to its group.
  public mutating func add(_ line: Line, group name: Text) {
    switch line.place {
    case .closed: closed += 1
    case .unknownStage: unknownStage += 1
    case .notClimbed: notClimbed += 1
    case .open:
      let place: Int
      if let known = places[name] {
        place = known
      } else {
        place = groups.count
        places[name] = place
        groups.append(Group(name: name))
      }
      groups[place].add(line)
      total.add(line)
    }
  }

  /// The groups in the order of their names, or first those of `order` as they stand there.
  public func groups(orderedBy order: [Text] = []) -> [Group] {
    groups.sorted { a, b in
      let x = order.firstIndex(of: a.name) ?? order.count
      let y = order.firstIndex(of: b.name) ?? order.count
      return x != y ? x < y : a.name < b.name
    }
  }

  /// Money times a probability in percent; nil where one of them is.
  public static func weighted(_ money: Decimal34?, _ probability: Decimal34?) -> Decimal34? {
    guard let money, let probability else { return nil }
    return money.multiplied(by: probability)?.divided(by: Decimal34(100))
  }
}

extension PipelineReport.Group {
  mutating func add(_ line: PipelineReport.Line) {
    if line.money == nil { withoutMoney += 1 }
    all.add(line)
    switch line.verdict {
    case .level, nil: level.add(line)
    case .behind: behind.add(line)
    case .unproven: unproven.add(line)
    case .ahead: ahead.add(line)
    }
  }
}

extension PipelineReport.Sum {
  mutating func add(_ line: PipelineReport.Line) {
    records += 1
    money = money.adding(line.money ?? Decimal34(0)) ?? money
    stated = stated.adding(line.statedWeighted ?? Decimal34(0)) ?? stated
    least = least.adding(line.leastWeighted ?? Decimal34(0)) ?? least
  }
}

public import FEEL

/// Stated beside supported: records and money of many decisions, in groups (design §1).
///
/// Only records at an open stage count in the sums; closed ones, and those at a stage that the pipeline does not know,
/// are counted apart, so that nothing is silently left out.
public struct PipelineReport: Sendable {
  /// What one decision contributes.
  public struct Line: Sendable {
    public enum Place: Sendable { case open, closed, unknownStage, notClimbed }

    public var id: Text
    public var stage: Text?
    public var owner: Text?
    public var place: Place
    public var verdict: Verdict?
    /// The record's money, in the policy's currency; nil: the deal has no amount.
    public var money: Decimal34?
    /// Percent of the stated stage, and of the stage that is supported for certain.
    public var statedProbability: Decimal34?
    public var leastProbability: Decimal34?
    public var least: Text?
    public var most: Text?

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
    public var records = 0
    public var money = Decimal34(0)
    /// Money × probability as stated.
    public var stated = Decimal34(0)
    /// Money × probability as supported for certain.
    public var least = Decimal34(0)

    public init() {}

    /// What the evidence adds to the stated forecast; negative where it takes away.
    public var difference: Decimal34 { least.subtracting(stated) ?? least }
  }

  /// The open records of one group.
  public struct Group: Sendable {
    public var name: Text
    public var all = Sum()
    public var level = Sum()
    public var behind = Sum()
    public var unproven = Sum()
    public var ahead = Sum()
    /// Open records without an amount: counted, never taken as 0.
    public var withoutMoney = 0

    init(name: Text) { self.name = name }
  }

  /// Sorted by name, or by first appearance in the pipeline's order where that was given.
  public private(set) var groups: [Group] = []
  public private(set) var total = Group(name: "")
  public private(set) var closed = 0
  public private(set) var unknownStage = 0
  public private(set) var notClimbed = 0
  private var places: [Text: Int] = [:]

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

  static func weighted(_ money: Decimal34?, _ probability: Decimal34?) -> Decimal34? {
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

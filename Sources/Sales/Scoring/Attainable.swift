public import FEEL

/// The numbers that an assessment can come to.
public struct Attainable: Sendable {
  /// Ascending; empty if there are too many to list.
  public var points: [AnswerSpace.Level]
  /// Ascending; empty if there are too many to list, or sheets without a percent.
  public var percents: [AnswerSpace.Level]
  /// The bounds of both, and of the maximum.
  public var leastPoints: Decimal34
  /// The most points that any sheet earns.
  public var mostPoints: Decimal34
  /// The least percent; nil if some sheet has none.
  public var leastPercent: Decimal34?
  /// The most percent; nil if some sheet has none.
  public var mostPercent: Decimal34?
  /// The least reachable maximum.
  public var leastMaximum: Decimal34
  /// The greatest reachable maximum.
  public var mostMaximum: Decimal34
  /// How many sheets there are; nil if they weren't counted.
  public var sheets: Int?

  /// The levels of what an assessment declares as its score, or of the other.
  public func levels(of kind: ScoreKind) -> [AnswerSpace.Level] { kind == .raw ? points : percents }

  /// The least and most of it, if there is one.
  public func bounds(of kind: ScoreKind) -> (least: Decimal34, most: Decimal34)? {
    switch kind {
    case .raw: (leastPoints, mostPoints)
    case .percent: if let leastPercent, let mostPercent { (leastPercent, mostPercent) } else { nil }
    }
  }
}

extension AnswerSpace {
  /// How many different sums are kept.
  static let mostLevels = 10_000

  /// What the assessment can come to: exact, as long as what conditions hang on has at most `mostWays` ways and there
  /// are at most `mostLevels` different sums; else the bounds.
  public func attainable(machine: inout Machine, clock: Clock) -> Attainable {
    // Sheets of equal maximum together: for each, the sums of the questions that hang together.
    var groups: [(maximum: Decimal34, sums: LevelCount)] = []
    let isCounted = program.questions.allSatisfy { $0.isPlain || !$0.isCut }
    let isComplete =
      isCounted
      && walk(program.linkedSteps, spellsOut: true, limit: AssessmentProgram.mostWays, &machine, clock) { walk in
        let total = walk.total
        if let known = groups.firstIndex(where: { $0.maximum == total.maximum }) {
          groups[known].sums.add(total.least)
        } else {
          groups.append((total.maximum, LevelCount(total.least)))
        }
      }
    guard isComplete else { return bounded(&machine, clock) }
    var plain = LevelCount(Decimal34.zero)
    for question in program.questions where question.isPlain { plain = plain.combined(with: question.sums) }
    guard !plain.isOverfull else { return bounded(&machine, clock) }
    return attainable(groups, plain) ?? bounded(&machine, clock)
  }

  private func attainable(_ groups: [(maximum: Decimal34, sums: LevelCount)], _ plain: LevelCount) -> Attainable? {
    var points = LevelCount()
    var percents = LevelCount()
    var hasPercent = true
    var maxima: [Decimal34] = []
    for group in groups {
      var sums = group.sums
      sums.settle()
      let all = sums.combined(with: plain)
      guard !all.isOverfull else { return nil }
      let maximum = Amounts.sum(group.maximum, program.plainMaximum)
      maxima.append(maximum)
      for level in all.levels {
        points.add(level.number, level.sheets)
        if let percent = Amounts.percent(level.number, of: maximum) {
          percents.add(percent, level.sheets)
        } else {
          hasPercent = false
        }
      }
    }
    points.settle()
    percents.settle()
    guard let least = points.levels.first, let most = points.levels.last, let leastMaximum = maxima.min(by: <),
      let mostMaximum = maxima.max(by: <), points.levels.count <= Self.mostLevels
    else { return nil }
    return Attainable(
      points: points.levels, percents: hasPercent ? percents.levels : [], leastPoints: least.number,
      mostPoints: most.number, leastPercent: hasPercent ? percents.levels.first?.number : nil,
      mostPercent: hasPercent ? percents.levels.last?.number : nil, leastMaximum: leastMaximum,
      mostMaximum: mostMaximum, sheets: points.sheets)
  }

  private func bounded(_ machine: inout Machine, _ clock: Clock) -> Attainable {
    let sheet = AnswerSheet(questions: program.questions.count)
    let before = Array(machine.slots[program.slots])
    for slot in program.slots { machine.slots[slot] = .unknown }
    let standing = program.standing(sheet, finished: false, &machine, clock)
    let bounds = program.bounds(sheet, standing, &machine, clock)
    machine.slots.replaceSubrange(program.slots, with: before)
    return Attainable(
      points: [], percents: [], leastPoints: bounds.points.least, mostPoints: bounds.points.most,
      leastPercent: bounds.percent?.least, mostPercent: bounds.percent?.most, leastMaximum: bounds.maximum.least,
      mostMaximum: bounds.maximum.most, sheets: nil)
  }
}

/// How many sheets give each number.
struct LevelCount: Sendable {
  /// How many pairs are combined at most.
  static let mostPairs = 200_000

  /// Ascending and each once, after `settle`.
  private(set) var levels: [AnswerSpace.Level] = []
  /// There were too many to combine: the levels say nothing.
  private(set) var isOverfull = false

  init() {}
  init(_ number: Decimal34) { levels = [AnswerSpace.Level(number: number, sheets: 1)] }

  var sheets: Int { levels.reduce(0) { Int.capped($0, plus: $1.sheets) } }

  mutating func add(_ number: Decimal34, _ sheets: Int = 1) {
    levels.append(AnswerSpace.Level(number: number, sheets: sheets))
    if levels.count > 4 * AnswerSpace.mostLevels { settle() }
  }

  mutating func settle() {
    levels.sort { $0.number < $1.number }
    var merged: [AnswerSpace.Level] = []
    for level in levels {
      if let last = merged.last, last.number == level.number {
        merged[merged.count - 1].sheets = Int.capped(last.sheets, plus: level.sheets)
      } else {
        merged.append(level)
      }
    }
    levels = merged
  }

  /// Every sum of a number here and one there.
  func combined(with other: LevelCount) -> LevelCount {
    var combined = LevelCount()
    guard !isOverfull, !other.isOverfull, levels.count * other.levels.count <= Self.mostPairs else {
      combined.isOverfull = true
      return combined
    }
    for first in levels {
      for second in other.levels {
        combined.add(Amounts.sum(first.number, second.number), Int.capped(first.sheets, times: second.sheets))
      }
    }
    combined.settle()
    combined.isOverfull = combined.levels.count > AnswerSpace.mostLevels
    return combined
  }
}

extension QuestionProgram {
  /// What it can earn while it is asked.
  var sums: LevelCount {
    var sums = LevelCount()
    if case .severalOf(let options) = form {
      sums = LevelCount(Decimal34.zero)
      for option in options {
        var part = LevelCount(Decimal34.zero)
        part.add(option.points)
        part.settle()
        sums = sums.combined(with: part)
      }
    } else {
      for answer in classes { sums.add(answer.points) }
    }
    if !required { sums.add(blank) }
    if required, classes.isEmpty { sums.add(Decimal34.zero) }
    sums.settle()
    return sums
  }
}

extension Int {
  static func capped(_ a: Int, plus b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? Int.max : sum
  }

  static func capped(_ a: Int, times b: Int) -> Int {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? Int.max : product
  }
}

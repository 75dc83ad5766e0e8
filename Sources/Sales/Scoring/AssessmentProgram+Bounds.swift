import FEEL

/// What a sheet comes to, or may still come to.
struct SheetBounds: Equatable {
  struct Range: Equatable {
    var least: Decimal34
    var most: Decimal34

    init(_ least: Decimal34, _ most: Decimal34) {
      self.least = least
      self.most = most
    }

    mutating func include(_ other: Range) {
      if other.least < least { least = other.least }
      if most < other.most { most = other.most }
    }

    var amount: AssessmentResult.Amount {
      least == most ? .decided(least) : .between(least: least, most: most)
    }
  }

  var points: Range
  var maximum: Range
  /// Nil if some way has no percent.
  var percent: Range?
  /// Found question by question.
  var isCoarse = false
}

extension AssessmentProgram {
  /// The exact bounds over all ways to complete a sheet; beyond `mostWays` ways, sound ones question by question.
  func bounds(_ sheet: AnswerSheet, _ standing: Standing, _ machine: inout Machine, _ clock: Clock) -> SheetBounds {
    if linkedSteps.isEmpty { return plainBounds(sheet) }
    // Ways of equal maximum as one: what counts are its least and most points.
    var ways: [(maximum: Decimal34, points: SheetBounds.Range)] = []
    let before = Array(machine.slots[slots])
    var walk = AssessmentWalk(
      self, steps: linkedSteps, sheet: sheet, machine: machine, clock: clock, spellsOut: false)
    let isExact = walk.run(limit: Self.mostWays, machine: &machine) { walk in
      let total = walk.total
      let range = SheetBounds.Range(total.least, total.most)
      if let known = ways.firstIndex(where: { $0.maximum == total.maximum }) {
        ways[known].points.include(range)
      } else {
        ways.append((total.maximum, range))
      }
    }
    machine.slots.replaceSubrange(slots, with: before)
    guard isExact, !ways.isEmpty else { return coarseBounds(sheet, standing) }

    let plain = plainBounds(sheet)
    var bounds: SheetBounds?
    var hasPercent = true
    for way in ways {
      let points = SheetBounds.Range(
        Amounts.sum(way.points.least, plain.points.least), Amounts.sum(way.points.most, plain.points.most))
      let maximum = Amounts.sum(way.maximum, plainMaximum)
      let percent = SheetBounds.percent(points, of: maximum)
      hasPercent = hasPercent && percent != nil
      if bounds == nil {
        bounds = SheetBounds(points: points, maximum: SheetBounds.Range(maximum, maximum), percent: percent)
      } else {
        bounds?.points.include(points)
        bounds?.maximum.include(SheetBounds.Range(maximum, maximum))
        if let percent { bounds?.percent?.include(percent) }
      }
    }
    if !hasPercent { bounds?.percent = nil }
    return bounds ?? plain
  }

  /// The bounds of the questions that are always asked and that no condition reads.
  private func plainBounds(_ sheet: AnswerSheet) -> SheetBounds {
    var points = SheetBounds.Range(Decimal34.zero, Decimal34.zero)
    for place in questions.indices where questions[place].isPlain {
      let given = sheet.given[place]
      points.least = Amounts.sum(points.least, given?.points ?? questions[place].least)
      points.most = Amounts.sum(points.most, given?.points ?? questions[place].most)
    }
    return SheetBounds(
      points: points, maximum: SheetBounds.Range(plainMaximum, plainMaximum),
      percent: SheetBounds.percent(points, of: plainMaximum))
  }

  /// Each question by itself, as if the others could stand any way.
  func coarseBounds(_ sheet: AnswerSheet, _ standing: Standing) -> SheetBounds {
    var points = SheetBounds.Range(Decimal34.zero, Decimal34.zero)
    var maximum = points
    // A test against null is decided by what is missing, and so may turn when it comes.
    let mayTurn = conditions.contains { $0.testsNull }
    for (place, question) in questions.enumerated() {
      let given = sheet.given[place]
      var earned = SheetBounds.Range(given?.points ?? question.least, given?.points ?? question.most)
      var reach = SheetBounds.Range(question.maximum, question.maximum)
      switch mayTurn && !question.conditions.isEmpty ? .unknown : standing.relevance[place] {
      case .yes: break
      case .no: continue
      case .unknown:
        earned.include(SheetBounds.Range(Decimal34.zero, Decimal34.zero))
        reach.include(SheetBounds.Range(Decimal34.zero, Decimal34.zero))
      }
      points = SheetBounds.Range(Amounts.sum(points.least, earned.least), Amounts.sum(points.most, earned.most))
      maximum = SheetBounds.Range(Amounts.sum(maximum.least, reach.least), Amounts.sum(maximum.most, reach.most))
    }
    let negative = (least: points.least < Decimal34.zero, most: points.most < Decimal34.zero)
    let least = Amounts.percent(points.least, of: negative.least ? maximum.least : maximum.most)
    let most = Amounts.percent(points.most, of: negative.most ? maximum.most : maximum.least)
    var percent: SheetBounds.Range?
    if Decimal34.zero < maximum.least, let least, let most { percent = SheetBounds.Range(least, most) }
    return SheetBounds(points: points, maximum: maximum, percent: percent, isCoarse: true)
  }
}

extension SheetBounds {
  static func percent(_ points: Range, of maximum: Decimal34) -> Range? {
    guard let least = Amounts.percent(points.least, of: maximum),
      let most = Amounts.percent(points.most, of: maximum)
    else { return nil }
    return Range(least, most)
  }
}

import Decisions
import FEEL

extension PlaybookCheck {
  mutating func checkThresholds(_ rule: CheckedRule) {
    for test in rule.tests {
      let assessment = assessments.first { $0.definition.name.caseFolded == test.assessment.caseFolded }
      checkEquality(test, assessment, rule)
      guard let assessment, let reach = assessment.reach else { continue }
      checkReach(test, assessment, reach, rule)
      checkVersions(test, assessment, reach, rule)
    }
    checkElse(rule)
  }

  private mutating func checkEquality(
    _ test: CheckedRule.ScoreTest, _ assessment: CheckedAssessment?, _ rule: CheckedRule
  ) {
    guard test.test.sign == .equal, !test.test.isRangeEnd else { return }
    let bound = test.test.bound
    let beyond = Amounts.sum(bound, Decimal34(5))
    var message = "`= \(bound)` passes at exactly \(bound) only; a score of \(beyond) would never pass"
    if let assessment, let most = assessment.most(of: test.amount), most <= bound {
      message = "`= \(bound)` passes at exactly \(bound) only, and would stop to if more points were added"
    }
    tell(
      .warning, "EQUALITY", .condition(rule: rule.sentence.name), span: test.test.span, message,
      fix: "did you mean `>= \(bound)`?")
  }

  private mutating func checkReach(
    _ test: CheckedRule.ScoreTest, _ assessment: CheckedAssessment, _ reach: Attainable, _ rule: CheckedRule
  ) {
    let kind = assessment.kind(of: test.amount)
    guard let bounds = reach.bounds(of: kind) else { return }
    let levels = reach.levels(of: kind)
    // Where there are too many numbers to list, their bounds stand for them.
    let numbers = levels.isEmpty ? [bounds.least, bounds.most] : levels.map { $0.number }
    guard let analysis = ThresholdAnalysis(test.test, attainable: numbers) else { return }
    let isUp = test.test.sign == .greater || test.test.sign == .greaterOrEqual
    let isDown = test.test.sign == .less || test.test.sign == .lessOrEqual
    guard !levels.isEmpty || isUp || isDown else { return }
    let isNever = test.test.isNegated ? analysis.isAlwaysTrue : analysis.isAlwaysFalse
    let isAlways = test.test.isNegated ? analysis.isAlwaysFalse : analysis.isAlwaysTrue
    let subject = Subject.condition(rule: rule.sentence.name)
    let unit = kind == .percent ? " %" : ""
    let what = "\(assessment.definition.name)"
    if isNever {
      tell(
        .error, "UNREACHABLE-THRESHOLD", subject, span: test.test.span,
        "`\(test.written)` never passes: " + reachTold(test, what, numbers, unit),
        fix: "lower the threshold, or give more points")
    } else if isAlways, !test.test.isRangeEnd {
      tell(
        .warning, "ALWAYS-PASSED", subject, span: test.test.span,
        "`\(test.written)` passes always: \(what) comes to \(numbers[0].twoDigits)\(unit) at least"
          + (isDown ? " and \(numbers[numbers.count - 1].twoDigits)\(unit) at most" : ""),
        fix: "raise the threshold, or ask only for \(what).Complete")
    } else if isUp || isDown, !levels.isEmpty, !test.test.isNegated {
      tellInterval(test, assessment, analysis, rule)
      checkBorder(test, assessment, analysis, levels, rule)
    }
  }

  private func reachTold(
    _ test: CheckedRule.ScoreTest, _ what: String, _ numbers: [Decimal34], _ unit: String
  ) -> String {
    let bound = test.test.bound
    guard let least = numbers.first, let most = numbers.last else { return "" }
    if most <= bound { return "\(what) comes to \(most.twoDigits)\(unit) at most" }
    if bound <= least { return "\(what) comes to \(least.twoDigits)\(unit) at least" }
    let below = numbers.last { $0 < bound } ?? least
    let above = numbers.first { bound < $0 } ?? most
    return "\(bound) can't be attained; the nearest are \(below.twoDigits)\(unit) and \(above.twoDigits)\(unit)"
  }

  /// The thresholds that decide the same, and who passes, if they are few.
  private mutating func tellInterval(
    _ test: CheckedRule.ScoreTest, _ assessment: CheckedAssessment, _ analysis: ThresholdAnalysis, _ rule: CheckedRule
  ) {
    let kind = assessment.kind(of: test.amount)
    var interval = analysis.equivalents
    interval.least = interval.least?.twoDigits
    interval.most = interval.most?.twoDigits
    var message =
      "\(kind == .raw ? "raw" : "percent"): `\(test.written)` decides the same as any \(interval.written(about: "t"))"
    if let sheets = assessment.sheets, let space = assessment.space {
      let passing = sheets.filter { $0.amount(kind).map { test.test.passes($0) } ?? false }
      if passing.count <= 3 {
        message += "; only "
        for (index, sheet) in passing.enumerated() {
          message += (index == 0 ? "" : "; or ") + space.told(sheet)
        }
        message += " \(passing.count == 1 ? "passes" : "pass")"
      } else {
        message += "; \(passing.count) of \(sheets.count) answer sets pass"
      }
    }
    tell(.note, "THRESHOLD-INTERVAL", .condition(rule: rule.sentence.name), span: test.test.span, message)
  }

  /// A threshold that can be hit exactly, and fails there.
  private mutating func checkBorder(
    _ test: CheckedRule.ScoreTest, _ assessment: CheckedAssessment, _ analysis: ThresholdAnalysis,
    _ levels: [AnswerSpace.Level], _ rule: CheckedRule
  ) {
    let bound = test.test.bound
    guard analysis.isBoundAttainable, !test.test.passes(bound), !test.test.isRangeEnd else { return }
    let subject = Subject.condition(rule: rule.sentence.name)
    let inclusive = test.test.sign == .greater ? ">= \(bound)" : "<= \(bound)"
    let all = levels.reduce(0) { Int.capped($0, plus: $1.sheets) }
    let passing = levels.filter { test.test.passes($0.number) }.reduce(0) { Int.capped($0, plus: $1.sheets) }
    let hitting = levels.filter { $0.number == bound }.reduce(0) { Int.capped($0, plus: $1.sheets) }
    if analysis.passesOnlyAtTheTop, test.test.sign == .greater {
      tell(
        .warning, "PERFECT-ONLY", subject, span: test.test.span,
        "Only a perfect score passes: `\(test.written)` lets \(passing) of \(all) answer sets pass, "
          + "`\(inclusive)` \(Int.capped(passing, plus: hitting)) of \(all)",
        fix: "write `\(inclusive)`, or give other answers more points")
    } else {
      tell(
        .note, "BOUNDARY", subject, span: test.test.span,
        "\(bound) itself can be attained and fails: `\(test.written)` lets \(passing) of \(all) answer sets pass, "
          + "`\(inclusive)` \(Int.capped(passing, plus: hitting))",
        fix: "write `\(inclusive)` if \(bound) is meant to pass")
    }
  }

  /// One threshold for versions that reach different numbers.
  private mutating func checkVersions(
    _ test: CheckedRule.ScoreTest, _ assessment: CheckedAssessment, _ reach: Attainable, _ rule: CheckedRule
  ) {
    let kind = assessment.kind(of: test.amount)
    guard let newest = reach.bounds(of: kind) else { return }
    for older in assessment.older {
      guard let bounds = older.bounds(of: kind), bounds != newest else { continue }
      tell(
        .warning, "VERSION-REACH", .condition(rule: rule.sentence.name), span: test.test.span,
        "`\(test.written)` judges versions of \(assessment.definition.name) that reach different numbers: "
          + "\(bounds.least.twoDigits) to \(bounds.most.twoDigits) before, "
          + "\(newest.least.twoDigits) to \(newest.most.twoDigits) now",
        fix: "compare the percent, or keep the reach")
      return
    }
  }

  /// A rule that is one threshold, and no other rule for those below it.
  private mutating func checkElse(_ rule: CheckedRule) {
    guard rule.isOneTest, let test = rule.tests.first, !test.test.isRangeEnd,
      assessments.contains(where: { $0.definition.name.caseFolded == test.assessment.caseFolded })
    else { return }
    for pipeline in definition.pipelines {
      let ways = PipelineWays(pipeline, rules)
      for origin in ways.origins(of: rule.sentence) where ways.gateRules(from: origin).count == 1 {
        tell(
          .note, "NO-ELSE", .condition(rule: rule.sentence.name),
          "\(test.failingTold): the record stays in \(pipeline.stages[origin].name)")
        return
      }
    }
  }
}

extension CheckedRule.ScoreTest {
  /// Who does not pass, in words.
  var failingTold: String {
    let bound = test.bound
    return switch test.sign {
    case .greater: "A score of \(bound) or less"
    case .greaterOrEqual: "A score below \(bound)"
    case .less: "A score of \(bound) or more"
    case .lessOrEqual: "A score above \(bound)"
    case .equal: "Any score but \(bound)"
    case .notEqual: "A score of \(bound)"
    }
  }
}

extension CheckedAssessment {
  /// Whether an amount is in points or in percent.
  func kind(of amount: CheckedRule.ScoreTest.Amount) -> ScoreKind {
    switch amount {
    case .score: definition.score
    case .points: .raw
    case .percent: .percent
    }
  }

  /// The most that it comes to.
  func most(of amount: CheckedRule.ScoreTest.Amount) -> Decimal34? { reach?.bounds(of: kind(of: amount))?.most }
}

extension AnswerSpace.Sheet {
  func amount(_ kind: ScoreKind) -> Decimal34? { kind == .raw ? points : percent }
}

extension AnswerSpace {
  /// A sheet in words: `hours` "> 5" + `compliance` "Yes".
  func told(_ sheet: Sheet) -> String {
    var told = ""
    for (place, label) in labels(of: sheet).enumerated() where sheet.isAsked[place] {
      let question = program.definition.questions[place]
      let title = question.kind.options.first { $0.id == label }?.title ?? label
      let answer = title.isEmpty ? "left blank" : "\"\(title)\""
      told += (told.isEmpty ? "" : " + ") + "`\(question.id)` \(answer)"
    }
    return told
  }
}

import Decisions
import FEEL

extension PlaybookCheck {
  /// Raw or percent, where the author did not say: which answer sets hang on it.
  mutating func checkScale(_ assessment: CheckedAssessment) {
    let definition = assessment.definition
    guard !definition.scoreDeclared, let reach = assessment.reach else { return }
    var tests: [ThresholdTest] = []
    for rule in rules {
      for test in rule.tests
      where test.amount == .score && test.assessment.caseFolded == definition.name.caseFolded {
        tests.append(test.test)
      }
    }
    let most = reach.mostMaximum
    var message = "The most reachable score is \(most)\(summands(assessment))"
    if reach.leastMaximum == most, most == Amounts.hundred {
      message += ", so raw and percent are the same"
    } else if tests.isEmpty {
      message += ": raw or percent?"
    } else {
      message += ", the \(tests.count == 1 ? "threshold looks" : "thresholds look") like a scale of 0 to 100: "
      message += "raw or percent?" + differences(assessment, tests)
    }
    tell(.warning, "SCALE", .assessment(definition.name), message, fix: "write `score: raw` or `score: percent`")
  }

  /// What each question adds to the maximum, if all are always asked and they are few.
  private func summands(_ assessment: CheckedAssessment) -> String {
    guard let questions = assessment.space?.program.questions, questions.count > 1, questions.count <= 6,
      questions.allSatisfy({ $0.conditions.isEmpty })
    else { return "" }
    var sum = ""
    for question in questions { sum += (sum.isEmpty ? "" : " + ") + "\(question.maximum)" }
    return " (\(sum))"
  }

  private func differences(_ assessment: CheckedAssessment, _ tests: [ThresholdTest]) -> String {
    guard let sheets = assessment.sheets, let space = assessment.space else { return "" }
    let sets = assessment.definition.questions.count == 2 ? "answer pairs" : "answer sets"
    func differs(_ sheet: AnswerSpace.Sheet, _ test: ThresholdTest) -> Bool {
      test.passes(sheet.points) != (sheet.percent.map { test.passes($0) } ?? false)
    }
    let different = sheets.filter { sheet in tests.contains { differs(sheet, $0) } }
    if different.isEmpty { return " All \(sheets.count) \(sets) decide the same either way" }
    let isOne = different.count == 1
    var told =
      " Of \(sheets.count) \(sets) \(isOne ? "exactly one decides" : "\(different.count) decide") differently: "
    for (index, sheet) in different.prefix(3).enumerated() {
      guard let percent = sheet.percent, let test = tests.first(where: { differs(sheet, $0) }) else { continue }
      let outcomes = test.passes(sheet.points) ? ("passes", "fails") : ("fails", "passes")
      told += (index == 0 ? "" : "; ") + space.told(sheet)
      told += " = \(sheet.points) raw (\(outcomes.0)) = \(percent.twoDigits) % (\(outcomes.1))"
    }
    return different.count > 3 ? told + "; ..." : told
  }
}

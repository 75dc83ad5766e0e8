import Decisions
public import FEEL

extension PlaybookDefinition {
  /// All complete sheets of an assessment in its newest version, with what each comes to and which thresholds of the
  /// rules it passes, raw and in percent; nil if there are more than `limit`, or if the assessment does not compile.
  public func truthTable(of assessment: Text, limit: Int, clock: Clock) -> TruthTable? {
    var check = PlaybookCheck(self, clock: clock)
    check.prepare()
    guard let checked = check.assessments.first(where: { $0.definition.name == assessment }),
      let space = checked.space, let sheets = checked.sheets, sheets.count <= limit
    else { return nil }
    var tests: [(written: Text, test: ThresholdTest)] = []
    for rule in check.rules {
      for test in rule.tests
      where test.amount == .score && test.assessment.caseFolded == assessment.caseFolded
        && !tests.contains(where: { $0.written == test.written })
      {
        tests.append((test.written, test.test))
      }
    }
    return TruthTable(
      thresholds: tests.map { $0.written }, questions: space.program.questions.map { $0.id },
      rows: sheets.map { sheet in
        TruthTable.Row(
          answers: space.labels(of: sheet), points: sheet.points, percent: sheet.percent,
          passes: tests.map { test in
            (test.test.passes(sheet.points), sheet.percent.map { test.test.passes($0) } ?? false)
          })
      })
  }
}

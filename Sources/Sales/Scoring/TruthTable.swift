public import FEEL

/// All complete sheets of a small assessment, one a row, with what each comes to.
public struct TruthTable: Sendable {
  /// One way to fill the sheet.
  public struct Row: Sendable {
    /// Per question: its class in words; empty if it is left blank or not asked.
    public var answers: [Text]
    /// What it earns.
    public var points: Decimal34
    /// Nil for a maximum at or below zero.
    public var percent: Decimal34?
    /// Per threshold of the table, whether points and percent pass it.
    public var passes: [(raw: Bool, percent: Bool)]
  }

  /// The tests of the score in rules, as `> 60`, each once.
  public var thresholds: [Text]

  /// The ids of the questions, in the assessment's order.
  public var questions: [Text]
  /// Every way, in the order of the questions' answers.
  public var rows: [Row]
}

extension AnswerSpace {
  /// The table of all sheets, or nil if there are more than `limit`.
  public func truthTable(limit: Int, machine: inout Machine, clock: Clock) -> TruthTable? {
    guard let sheets = sheets(limit: limit, machine: &machine, clock: clock) else { return nil }
    return TruthTable(
      thresholds: [], questions: program.questions.map { $0.id },
      rows: sheets.map { TruthTable.Row(answers: labels(of: $0), points: $0.points, percent: $0.percent, passes: []) })
  }

  /// The classes of a sheet in words; empty where it has none.
  func labels(of sheet: Sheet) -> [Text] {
    zip(program.questions, sheet.classes).map { question, chosen in
      guard let chosen, question.classes.indices.contains(chosen) else { return Text("") }
      return question.classes[chosen].label
    }
  }
}

extension Decimal34 {
  /// The number as people read percents: with two digits after the point, half-even.
  var twoDigits: Decimal34 { rounded(toScale: 2, .halfEven) ?? self }
}

public import FEEL

/// All ways to fill an assessment, by classes of answers: what scores can be attained, and by how many sheets.
public struct AnswerSpace: Sendable {
  /// One complete sheet, by classes.
  public struct Sheet: Sendable {
    /// Per question, in the assessment's order: the place of its class; nil if it is left blank or not asked.
    public var classes: [Int?]
    /// By question: whether the sheet asks it.
    public var isAsked: [Bool]
    /// The points of the sheet.
    public var points: Decimal34
    /// The reachable maximum over the questions that it asks.
    public var maximum: Decimal34
    /// Nil for a maximum at or below zero.
    public var percent: Decimal34?
  }

  /// A number that can come out, with the number of sheets that give it; as many as an `Int` holds, if there are more.
  public struct Level: Hashable, Sendable {
    /// A number that the assessment can come to.
    public var number: Decimal34
    /// In how many ways; capped at the greatest `Int`.
    public var sheets: Int
  }

  /// The assessment whose sheets these are.
  public let program: AssessmentProgram

  /// Makes the space of all sheets of an assessment.
  public init(_ program: AssessmentProgram) { self.program = program }

  /// The classes of a question's answers, by its place in the assessment.
  public func classes(of question: Int) -> [AnswerClass] {
    program.questions.indices.contains(question) ? program.questions[question].classes : []
  }

  /// Every complete sheet, or nil if there are more than `limit`.
  ///
  /// - Parameter machine: of the program that the assessment was compiled into. Where a condition reads an attribute
  ///   that is unknown in it, sheets stand for both outcomes.
  /// - Complexity: one walk; each sheet runs the conditions behind the answer that changed.
  public func sheets(limit: Int = AssessmentProgram.mostWays, machine: inout Machine, clock: Clock) -> [Sheet]? {
    var sheets: [Sheet] = []
    guard program.questions.allSatisfy({ !$0.isCut }) else { return nil }
    guard program.leastSheets(limit: limit) <= limit else { return nil }
    let isComplete = walk(program.steps, spellsOut: true, limit: limit, &machine, clock) { walk in
      let total = walk.total
      sheets.append(
        Sheet(
          classes: walk.choices.map { if case .answered(let chosen) = $0 { chosen } else { nil } },
          isAsked: walk.choices.map { $0 != .notRelevant }, points: total.least, maximum: total.maximum,
          percent: Amounts.percent(total.least, of: total.maximum)))
    }
    return isComplete ? sheets : nil
  }

  func walk(
    _ steps: [AssessmentProgram.Step], spellsOut: Bool, limit: Int, _ machine: inout Machine, _ clock: Clock,
    visit: (borrowing AssessmentWalk) -> Void
  ) -> Bool {
    let before = Array(machine.slots[program.slots])
    for slot in program.slots { machine.slots[slot] = .unknown }
    var walk = AssessmentWalk(
      program, steps: steps, sheet: AnswerSheet(questions: program.questions.count), machine: machine, clock: clock,
      spellsOut: spellsOut)
    let isComplete = walk.run(limit: limit, machine: &machine, visit: visit)
    machine.slots.replaceSubrange(program.slots, with: before)
    return isComplete
  }
}

extension QuestionProgram {
  /// Whether its classes leave ways to answer out (several-of with many options).
  var isCut: Bool { if case .severalOf = form { !classesAreExhaustive } else { false } }
}

extension AssessmentProgram {
  /// How many sheets the plain questions alone give, counted no further than past the limit.
  func leastSheets(limit: Int) -> Int {
    var sheets = 1
    for question in questions where question.isPlain && sheets <= limit {
      sheets *= max(1, question.classes.count + (question.required ? 0 : 1))
    }
    return sheets
  }
}

public import FEEL

/// A compiled assessment: reads submissions, scores them, and knows all ways to fill the sheet (design §6).
///
/// Immutable, shared by all threads; its conditions run on the machine of the playbook's program.
public final class AssessmentProgram: Sendable {
  /// What was compiled.
  public let definition: AssessmentDefinition
  /// The slot of the first question's answer; those of the other questions follow.
  public let firstSlot: Int
  let questions: [QuestionProgram]
  let conditions: [ConditionProgram]
  /// Every question after the conditions and questions that it depends on, otherwise in the author's order.
  let steps: [Step]
  /// The steps of all questions that aren't plain.
  let linkedSteps: [Step]
  /// What the plain questions add to the maximum.
  let plainMaximum: Decimal34
  /// The slots that bands and conditions read beside the answers, ascending.
  public let surroundings: [Int]
  /// Whether a band or condition calls `today()` or `now()`.
  public let readsClock: Bool

  enum Step: Sendable {
    case condition(Int)
    case question(Int)
  }

  /// How many ways to complete a sheet are looked at one by one; beyond, bounds are taken question by question.
  public static let mostWays = 10_000

  init(
    definition: AssessmentDefinition, firstSlot: Int, questions: [QuestionProgram], conditions: [ConditionProgram],
    steps: [Step], surroundings: [Int], readsClock: Bool
  ) {
    self.definition = definition
    self.firstSlot = firstSlot
    self.questions = questions
    self.conditions = conditions
    self.steps = steps
    self.surroundings = surroundings
    self.readsClock = readsClock
    linkedSteps = steps.filter { step in
      switch step {
      case .condition: true
      case .question(let place): !questions[place].isPlain
      }
    }
    plainMaximum = questions.reduce(Decimal34.zero) { $1.isPlain ? Amounts.sum($0, $1.maximum) : $0 }
  }

  /// The assessment's name.
  public var name: Text { definition.name }
  /// The assessment's version.
  public var version: Int { definition.version }

  /// How many slots its answers take.
  public var slotCount: Int { questions.count }

  /// The slots of its answers.
  var slots: Range<Int> { firstSlot..<firstSlot + questions.count }

  /// The names of its answers with their slots: the members of `Answers`.
  public var answerVariables: [Scope.Variable] {
    questions.map { Scope.Variable($0.id, .slot($0.slot, $0.type)) }
  }

  /// The place of a question.
  func place(of question: Text) -> Int? { questions.firstIndex { $0.id == question } }
}

/// The relevance of questions or of a section: one condition for all that share its text.
struct ConditionProgram: Sendable {
  let source: Text
  let entry: Entry
  /// The questions whose answers it reads, by place.
  let questions: [Int]
  /// The slots of what else it reads.
  let surroundings: [Int]
  /// Whether it tests something against the word `null`, and so sees what is missing.
  let testsNull: Bool
}

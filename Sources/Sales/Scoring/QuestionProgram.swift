public import FEEL

/// One question, ready to turn answers into points. All points are times the question's weight.
struct QuestionProgram: Sendable {
  /// One option with its points.
  struct Option: Sendable {
    let id: Text
    /// What its slot holds when it is the answer.
    let value: Value
    let points: Decimal34
  }

  /// One band with its tests; `test` is nil if they need the machine.
  struct Band: Sendable {
    let tests: Text
    let test: AnswerTest?
    let entry: Entry
    let points: Decimal34
  }

  enum Form: Sendable {
    case choice([Option])
    case severalOf([Option])
    case yesNo(yes: Decimal34, no: Decimal34)
    case number(minimum: Decimal34?, maximum: Decimal34?, bands: [Band])
    case scale(from: Int, to: Int, pointsPerStep: Decimal34?, bands: [Band])
    case text(points: Decimal34, maximumLength: Int)
    case date(bands: [Band])
  }

  let id: Text
  let slot: Int
  let form: Form
  let required: Bool
  /// What it earns when it is relevant, optional and left blank.
  let blank: Decimal34
  /// Whether the author gave `blank`.
  let blankDeclared: Bool
  /// Its conditions, by place among the assessment's: its section's and its own.
  var conditions: [Int] = []
  /// Whether a condition reads its answer.
  var isRead = false
  /// The ways to answer it, alike ones as one.
  var classes: [AnswerClass] = []
  /// Whether the classes are all values that a condition can tell apart.
  var classesAreExhaustive = true
  /// The least and most that it can earn while relevant, left blank included if it is optional.
  var least = Decimal34.zero
  var most = Decimal34.zero
  /// What it adds to the reachable maximum while relevant.
  var maximum = Decimal34.zero

  /// Whether its points can be added up without looking at other answers.
  var isPlain: Bool { conditions.isEmpty && !isRead }

  /// The type of its answer in FEEL.
  var type: FeelType { form.type }
}

extension QuestionProgram.Form {
  var type: FeelType {
    switch self {
    case .choice, .text: .string
    case .severalOf: .list(.string)
    case .yesNo: .boolean
    case .number, .scale: .number
    case .date: .date
    }
  }

  var bands: [QuestionProgram.Band] {
    switch self {
    case .number(_, _, let bands), .scale(_, _, _, let bands), .date(let bands): bands
    case .choice, .severalOf, .yesNo, .text: []
    }
  }
}

/// Answers of one question that earn the same, and that no condition tells apart.
public struct AnswerClass: Sendable {
  /// How to call it: the option's id, the band's tests, the number.
  public let label: Text
  /// One answer of the class; nil if its bands read more than the answer.
  public let answer: AnswerValue?
  /// What the question's slot holds for it.
  let value: Value
  /// Times the question's weight.
  public let points: Decimal34
}

import FEEL
import Sales

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A random assessment with what is needed to score it by brute force, without the product's code.
struct RandomAssessment {
  /// A condition, and what it means.
  indirect enum Condition {
    case equals(Int, String)
    case differs(Int, String)
    case atLeast(Int, Int)
    case ticked(Int, String)
    case regionIs(String)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)

    var written: String {
      switch self {
      case .equals(let question, let option): "q\(question) = \"\(option)\""
      case .differs(let question, let option): "q\(question) != \"\(option)\""
      case .atLeast(let question, let number): "q\(question) >= \(number)"
      case .ticked(let question, let option): "list contains(q\(question), \"\(option)\")"
      case .regionIs(let region): "region = \"\(region)\""
      case .and(let a, let b): "(\(a.written)) and (\(b.written))"
      case .or(let a, let b): "(\(a.written)) or (\(b.written))"
      case .not(let a): "not(\(a.written))"
      }
    }
  }

  enum Truth { case yes, no, null, unknown }

  struct Question {
    enum Kind { case choice, several, number }
    var kind: Kind
    var points: [Int]
    var required: Bool
    var weight: Int
    var unanswered: Int?
    var condition: Condition?
  }

  static let options = ["a", "b", "c"]
  var questions: [Question] = []
  var score: ScoreKind

  init(_ numbers: inout SeededNumbers, withRegion: Bool) {
    score = Bool.random(using: &numbers) ? .raw : .percent
    for place in 0..<Int.random(in: 2...5, using: &numbers) {
      let kind: Question.Kind =
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: .several
        case 1, 2: .number
        default: .choice
        }
      let lowest = Int.random(in: 0..<4, using: &numbers) == 0 ? -5 : 0
      questions.append(
        Question(
          kind: kind, points: (0..<3).map { _ in Int.random(in: lowest...10, using: &numbers) },
          required: Int.random(in: 0..<3, using: &numbers) > 0, weight: Int.random(in: 1...2, using: &numbers),
          unanswered: Bool.random(using: &numbers) ? Int.random(in: 0...4, using: &numbers) : nil,
          condition: place > 0 && Int.random(in: 0..<3, using: &numbers) > 0
            ? condition(before: place, depth: 0, withRegion, &numbers) : nil))
    }
  }

  private func condition(before place: Int, depth: Int, _ withRegion: Bool, _ numbers: inout SeededNumbers)
    -> Condition
  {
    if depth < 2, Int.random(in: 0..<3, using: &numbers) == 0 {
      let first = condition(before: place, depth: depth + 1, withRegion, &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: return .not(first)
      case 1: return .and(first, condition(before: place, depth: depth + 1, withRegion, &numbers))
      default: return .or(first, condition(before: place, depth: depth + 1, withRegion, &numbers))
      }
    }
    if withRegion, Int.random(in: 0..<3, using: &numbers) == 0 { return .regionIs("north") }
    let read = Int.random(in: 0..<place, using: &numbers)
    let option = Self.options[Int.random(in: 0..<3, using: &numbers)]
    switch questions[read].kind {
    case .choice: return Bool.random(using: &numbers) ? .equals(read, option) : .differs(read, option)
    case .several: return .ticked(read, option)
    case .number: return .atLeast(read, Int.random(in: 0...6, using: &numbers))
    }
  }

  /// As the product takes it. Numbers go from 0 to 6 with bands [0..2), [2..4], (4..6].
  var definition: AssessmentDefinition {
    Questionnaires.assessment(
      "Random", score: score,
      questions.enumerated().map { place, question in
        let options = zip(Self.options, question.points).map { Questionnaires.option($0, $1) }
        let kind: QuestionDefinition.Kind =
          switch question.kind {
          case .choice: .choice(options)
          case .several: .severalOf(options)
          case .number:
            .number(
              minimum: Decimal34(0), maximum: Decimal34(6), unit: nil,
              bands: zip(["[0..2)", "[2..4]", "(4..6]"], question.points).map { Questionnaires.band($0, $1) })
          }
        return Questionnaires.question(
          "q\(place)", kind, required: question.required, weight: question.weight, unanswered: question.unanswered,
          relevance: question.condition?.written)
      })
  }

  /// Every answer that makes a difference, and more.
  func answers(to place: Int) -> [AnswerValue] {
    switch questions[place].kind {
    case .choice: Self.options.map { .text(Text($0)) }
    case .several:
      (0..<8).map { subset in
        .several((0..<3).filter { subset & (1 << $0) != 0 }.map { Text(Self.options[$0]) })
      }
    case .number: (0...12).map { .number(Decimal34($0).divided(by: Decimal34(2)) ?? Decimal34(0)) }
    }
  }
}

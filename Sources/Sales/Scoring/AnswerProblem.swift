public import FEEL

/// An answer that does not fit its question. It counts as unanswered, and is told.
public struct AnswerProblem: Error, Hashable, Sendable {
  /// What kind of problem it is.
  public enum Code: UInt8, Sendable, CaseIterable {
    /// `unknownQuestion`: the assessment has no such question. `answeredTwice`: the question is answered twice, or an
    /// answer names an option twice. `wrongKind`: not what the question asks for, such as a text for a number.
    /// `unknownOption`: the question has no such option. `outOfRange`: a number outside its bounds, or no step of the
    /// scale. `tooLong`: a text of more characters than allowed.
    case unknownQuestion, answeredTwice, wrongKind, unknownOption, outOfRange, tooLong
    /// No band matches, or more than one; found only when the answer is scored.
    case noBand, severalBands

    /// Stable, in capitals.
    public var text: Text {
      switch self {
      case .unknownQuestion: "UNKNOWN-QUESTION"
      case .answeredTwice: "ANSWERED-TWICE"
      case .wrongKind: "WRONG-KIND"
      case .unknownOption: "UNKNOWN-OPTION"
      case .outOfRange: "OUT-OF-RANGE"
      case .tooLong: "TOO-LONG"
      case .noBand: "NO-BAND"
      case .severalBands: "SEVERAL-BANDS"
      }
    }
  }

  /// What kind of problem it is.
  public var code: Code
  /// The question's id.
  public var question: Text
  /// One sentence, without a full stop.
  public var message: Text

  init(_ code: Code, _ question: Text, _ message: String) {
    self.code = code
    self.question = question
    self.message = Text(message)
  }
}

extension AssessmentProgram {
  /// What is wrong with the answers of a submission, in the order of its answers; bands are left to scoring.
  public func validate(_ submission: Submission) -> [AnswerProblem] {
    var problems: [AnswerProblem] = []
    for (index, answer) in submission.answers.enumerated() {
      guard let place = place(of: answer.question) else {
        problems.append(unknown(answer.question))
        continue
      }
      if submission.answers[..<index].contains(where: { $0.question == answer.question }) {
        problems.append(answeredTwice(answer.question))
      } else if case .failure(let problem) = questions[place].value(of: answer.value) {
        problems.append(problem)
      }
    }
    return problems
  }

  func unknown(_ question: Text) -> AnswerProblem {
    let near = questions.first { $0.id.isLike(question) }
    return AnswerProblem(
      .unknownQuestion, question,
      "\(name) \(version) has no question `\(question)`" + (near.map { "; did you mean `\($0.id)`?" } ?? ""))
  }

  func answeredTwice(_ question: Text) -> AnswerProblem {
    AnswerProblem(.answeredTwice, question, "`\(question)` is answered twice; neither counts")
  }
}

extension Text {
  /// Whether only case tells them apart (ASCII).
  func isLike(_ other: Text) -> Bool {
    guard bytes.count == other.bytes.count else { return false }
    func folded(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }
    for (a, b) in zip(bytes, other.bytes) where folded(a) != folded(b) { return false }
    return true
  }
}

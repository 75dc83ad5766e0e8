public import FEEL

/// One thing that a person could change: an answer of a sheet, or an attribute that is declared changeable.
public struct Improvement: Sendable {
  /// What is changed, from what to what.
  public enum Kind: Sendable {
    /// `before` is nil for a question that was left blank.
    case answer(assessment: Text, question: Text, before: AnswerValue?, after: AnswerValue)
    /// An attribute by its name; `before` is unknown where nobody has said it yet.
    case attribute(Text, before: Value, after: Value)
  }

  /// What is changed.
  public var kind: Kind
  /// By how much it moves the points of its assessment; 0 for an attribute.
  public var points: Decimal34
  /// The assessment's score afterwards; nil for an attribute.
  public var score: AssessmentResult.Amount?
  /// The stage that the evidence carries for certain afterwards.
  public var least: Text
  /// What to do, in words, from the option's or band's `advice`, else made from question and answer.
  public var advice: Label

  /// Makes an improvement of its members.
  public init(kind: Kind, points: Decimal34, score: AssessmentResult.Amount?, least: Text, advice: Label) {
    self.kind = kind
    self.points = points
    self.score = score
    self.least = least
    self.advice = advice
  }

  /// Whether it says what nobody has said yet, and so takes nothing back.
  public var fillsIn: Bool { kind.fillsIn }
}

extension Improvement.Kind {
  var fillsIn: Bool {
    switch self {
    case .answer(_, _, let before, _): before == nil
    case .attribute(_, let before, _): before.isUnknown
    }
  }
}

extension Improvement {
  /// Whether it changes the same question or attribute.
  func isAbout(_ other: Kind) -> Bool {
    switch (kind, other) {
    case (.answer(let assessment, let question, _, _), .answer(let otherAssessment, let otherQuestion, _, _)):
      assessment == otherAssessment && question == otherQuestion
    case (.attribute(let name, _, _), .attribute(let otherName, _, _)): name == otherName
    default: false
    }
  }
}

public import FEEL

/// What the submissions of one assessment come to (design §6).
public struct AssessmentResult: Sendable {
  /// How far a sheet has come.
  public enum State: UInt8, Sendable {
    /// Nobody has submitted it: no score at all.
    case notSubmitted
    /// Something required is missing: bounds only.
    case undecided
    /// Every required question that is asked, or may come to be, is answered. Its numbers are decided, or bounds where a
    /// missing attribute decides which questions count.
    case complete
  }

  /// A decided number, or its bounds; nil: there is none.
  public enum Amount: Hashable, Sendable {
    /// All that it depends on is known.
    case decided(Decimal34)
    /// Something that it depends on is missing; both bounds are included.
    case between(least: Decimal34, most: Decimal34)
  }

  /// The assessment's name.
  public var assessment: Text
  /// The version that was answered; the newest, if none was.
  public var version: Int
  /// How far the sheet that counts has come.
  public var state: State
  /// The sum of what was earned.
  public var points: Amount?
  /// The reachable maximum over the relevant questions.
  public var maximum: Amount?
  /// Points × 100 / maximum.
  public var percent: Amount?
  /// The one of the two that the assessment declares.
  public var score: Amount?
  /// The most that the score can be: the reachable points, or 100 where the percentage is declared; nil without a score.
  public var scoreMaximum: Amount? {
    guard let score else { return nil }
    return score == points ? maximum : .decided(Decimal34(100))
  }
  /// Relevant required questions without a usable answer.
  public var missing: [Text]
  /// Question by question, in the assessment's order.
  public var questions: [QuestionResult]
  /// What to tell: an answer that no band matches, an optional question left blank, an expired answer.
  public var notes: [Note]
  /// Ids of the submissions that count.
  public var submissions: [Text]
  /// The newest capture time among them.
  public var capturedAt: Int64?
  /// Too old by the policy.
  public var expired: Bool

  /// How one question stands.
  public struct QuestionResult: Sendable {
    /// Whether it is asked; unknown while that depends on what is missing.
    public enum Relevance: UInt8, Sendable { case yes, no, unknown }
    /// The question's id.
    public var question: Text
    /// Whether it is asked.
    public var relevance: Relevance
    /// As it was given, whether it fits or not.
    public var answer: AnswerValue?
    /// Nil while undecided, and for a question that is not asked.
    public var points: Decimal34?
    /// Makes a question's result.
    public init(question: Text, relevance: Relevance, answer: AnswerValue?, points: Decimal34?) {
      self.question = question
      self.relevance = relevance
      self.answer = answer
      self.points = points
    }
  }

  /// Something that a person should know about the sheet.
  public struct Note: Hashable, Sendable {
    /// A word for programs, such as `EXPIRED`; never changes its meaning.
    public var code: Text
    /// The question that it is about; nil: the whole sheet.
    public var question: Text?
    /// A sentence without its full stop.
    public var message: Text
    /// Makes a note.
    public init(code: Text, question: Text?, message: Text) {
      self.code = code
      self.question = question
      self.message = message
    }
  }

  /// Makes a result of its members.
  public init(
    assessment: Text, version: Int, state: State, points: Amount? = nil, maximum: Amount? = nil,
    percent: Amount? = nil, score: Amount? = nil, missing: [Text] = [], questions: [QuestionResult] = [],
    notes: [Note] = [], submissions: [Text] = [], capturedAt: Int64? = nil, expired: Bool = false
  ) {
    self.assessment = assessment
    self.version = version
    self.state = state
    self.points = points
    self.maximum = maximum
    self.percent = percent
    self.score = score
    self.missing = missing
    self.questions = questions
    self.notes = notes
    self.submissions = submissions
    self.capturedAt = capturedAt
    self.expired = expired
  }
}

public import FEEL

/// Text in several languages: language code and text, in the author's order; the first is the fallback.
public struct Label: Hashable, Sendable {
  /// A text in one language.
  public struct Translation: Hashable, Sendable {
    /// A language tag, such as `en` or `pt-BR`.
    public var language: Text
    /// The text in that language.
    public var text: Text
    /// Makes a translation.
    public init(_ language: Text, _ text: Text) {
      self.language = language
      self.text = text
    }
  }
  /// In the order in which the author wrote them.
  public var translations: [Translation]
  /// Makes a label of its translations.
  public init(_ translations: [Translation]) { self.translations = translations }

  /// The text in a language, else the first one, else empty.
  public func text(in language: Text?) -> Text {
    translations.first { $0.language == language }?.text ?? translations.first?.text ?? ""
  }
}

/// Which of the two counts as the score (design §6): the points, or their percentage of the reachable maximum.
public enum ScoreKind: UInt8, Sendable, CaseIterable { case raw, percent }

/// Which submissions are current.
///
/// `latestSubmission`: one sheet as a whole, the newest complete one, else the newest. `latestPerQuestion`: of each
/// question the newest answer, whichever sheet it stands on.
public enum CurrentAnswers: UInt8, Sendable, CaseIterable { case latestSubmission, latestPerQuestion }

/// A versioned questionnaire.
public struct AssessmentDefinition: Hashable, Sendable {
  /// The name that rules and submissions use.
  public var name: Text
  /// The author's own version; a greater number is newer.
  public var version: Int
  /// What people call it.
  public var title: Label
  /// The record kind it is about.
  public var kind: Text
  /// Where it is recommended; several or none is normal.
  public var stages: [Text]
  /// Which number rules read as its score.
  public var score: ScoreKind
  /// Whether the author wrote `score:`; if not, `check` tells which answer sets raw and percent decide differently.
  public var scoreDeclared: Bool
  /// Which of several submissions count.
  public var current: CurrentAnswers
  /// The languages that every label must have.
  public var languages: [Text]
  /// In the order in which they are shown.
  public var sections: [SectionDefinition]
  /// In the order in which they are asked.
  public var questions: [QuestionDefinition]

  /// Makes an assessment; `scoreDeclared` is false where the author left `score:` out.
  public init(
    name: Text, version: Int, title: Label, kind: Text, stages: [Text], score: ScoreKind,
    current: CurrentAnswers = .latestSubmission, languages: [Text] = [], sections: [SectionDefinition] = [],
    questions: [QuestionDefinition], scoreDeclared: Bool = true
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.kind = kind
    self.stages = stages
    self.score = score
    self.scoreDeclared = scoreDeclared
    self.current = current
    self.languages = languages
    self.sections = sections
    self.questions = questions
  }
}

/// A heading with an optional condition that all its questions share.
public struct SectionDefinition: Hashable, Sendable {
  /// Known to questions by this id.
  public var id: Text
  /// What people call it.
  public var title: Label
  /// FEEL; absent: always.
  public var relevance: Text?
  /// Makes a section.
  public init(id: Text, title: Label, relevance: Text? = nil) {
    self.id = id
    self.title = title
    self.relevance = relevance
  }
}

/// One question of an assessment.
public struct QuestionDefinition: Hashable, Sendable {
  /// What kind of answer is asked for, with what each earns.
  public enum Kind: Hashable, Sendable {
    /// Exactly one option.
    case choice([OptionDefinition])
    /// Any number of options; the sum of their points.
    case severalOf([OptionDefinition])
    /// Two options with the ids `yes` and `no`, answered by a boolean.
    case yesNo(yes: OptionDefinition, no: OptionDefinition)
    /// A number between optional bounds, with bands.
    case number(minimum: Decimal34?, maximum: Decimal34?, unit: Label?, bands: [BandDefinition])
    /// A whole number between two bounds; `pointsPerStep` × the number, or bands if there are any.
    case scale(from: Int, to: Int, pointsPerStep: Decimal34?, bands: [BandDefinition])
    /// Free text; points if anything is written.
    case text(points: Decimal34?, maximumLength: Int)
    /// A day, with bands.
    case date(bands: [BandDefinition])
  }

  /// Unique in the assessment; rules and answers name it.
  public var id: Text
  /// The id of its section; absent: none.
  public var section: Text?
  /// What is asked.
  public var ask: Label
  /// What helps to answer it.
  public var explanation: Label?
  /// What kind of answer is asked for.
  public var kind: Kind
  /// Whether a sheet is complete only with an answer, where it is asked.
  public var required: Bool
  /// What its points, and their maximum, are multiplied by; 0 or more.
  public var weight: Decimal34
  /// Points of a relevant optional question left blank; absent: 0 with a note.
  public var unanswered: Decimal34?
  /// FEEL over the answers of this assessment (by question id) and the record's attributes; absent: always.
  public var relevance: Text?
  /// The CRM field that it fills.
  public var field: Text?

  /// Makes a question; by default it is required, of weight 1 and always asked.
  public init(
    id: Text, section: Text? = nil, ask: Label, explanation: Label? = nil, kind: Kind, required: Bool = true,
    weight: Decimal34 = Decimal34(1), unanswered: Decimal34? = nil, relevance: Text? = nil, field: Text? = nil
  ) {
    self.id = id
    self.section = section
    self.ask = ask
    self.explanation = explanation
    self.kind = kind
    self.required = required
    self.weight = weight
    self.unanswered = unanswered
    self.relevance = relevance
    self.field = field
  }
}

/// One option of a choice.
public struct OptionDefinition: Hashable, Sendable {
  /// Unique in the question; answers name it.
  public var id: Text
  /// What people choose.
  public var label: Label
  /// Absent: counts as 0, and `check` says so.
  public var points: Decimal34?
  /// What a rep does to be able to give this answer ("Book the next meeting").
  public var advice: Label?
  /// Makes an option.
  public init(id: Text, label: Label, points: Decimal34?, advice: Label? = nil) {
    self.id = id
    self.label = label
    self.points = points
    self.advice = advice
  }
}

/// Points for the answers that meet FEEL unary tests (`[0..1)`, `> 5`).
public struct BandDefinition: Hashable, Sendable {
  /// FEEL unary tests of the answer, such as `[0..1)`.
  public var tests: Text
  /// What an answer that matches earns.
  public var points: Decimal34
  /// What to do to come into the band, in words.
  public var advice: Label?
  /// Makes a band.
  public init(tests: Text, points: Decimal34, advice: Label? = nil) {
    self.tests = tests
    self.points = points
    self.advice = advice
  }
}

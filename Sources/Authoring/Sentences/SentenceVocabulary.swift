public import FEEL

/// The names that sentences may use, as they are declared.
public struct SentenceVocabulary: Sendable {
  /// An assessment with the ids of its questions.
  public struct Assessment: Hashable, Sendable {
    /// The assessment's name.
    public var name: Text
    /// The ids of its questions.
    public var questions: [Text]

    /// An assessment, and the questions whose ids are each read as one name.
    public init(_ name: Text, questions: [Text] = []) {
      self.name = name
      self.questions = questions
    }
  }

  /// Of all pipelines; none: stage names are taken as they stand.
  public var stages: [Text]
  /// The assessments that a sentence may name.
  public var assessments: [Assessment]
  /// The facts that a sentence may name.
  public var facts: [Text]
  /// Attributes and related lists of records, and the attributes of the latter.
  public var attributes: [Text]

  /// A vocabulary; what is left out declares no names.
  public init(stages: [Text] = [], assessments: [Assessment] = [], facts: [Text] = [], attributes: [Text] = []) {
    self.stages = stages
    self.assessments = assessments
    self.facts = facts
    self.attributes = attributes
  }
}

/// Declared names that are found in any case.
struct CaseTable {
  private var declared: Set<Text> = []
  private var byLowercase: [String: Text] = [:]
  /// Words and signs of the longest name.
  private(set) var mostTokens = 0

  init(_ names: [Text]) {
    for name in names {
      declared.insert(name)
      let key = name.string.lowercased()
      if byLowercase[key] == nil { byLowercase[key] = name }
      mostTokens = max(mostTokens, Lexer.tokens(of: name).count - 1)
    }
  }

  /// The declared name that the text writes, in whatever case.
  subscript(text: Text) -> Text? { declared.contains(text) ? text : byLowercase[text.string.lowercased()] }
}

public import FEEL
public import Sales

/// An assessment's fields as a person filled them in: texts as they came, so that nothing typed is lost where something
/// does not fit.
public struct TypedSheet: Hashable, Sendable {
  /// What stands in the field, or the fields, of one question.
  public struct Entry: Hashable, Sendable {
    /// The text of the field; of a question with several options those that were chosen.
    public var texts: [Text]
    /// Whether the person says that none of several options fits.
    public var isNone: Bool

    /// Makes an entry; without texts and not `isNone`, the question was left blank.
    public init(_ texts: [Text] = [], isNone: Bool = false) {
      self.texts = texts
      self.isNone = isNone
    }

    /// Whether nothing was typed or chosen.
    public var isBlank: Bool { !isNone && texts.allSatisfy(\.isEmpty) }
  }

  /// The version of the assessment whose questions the person saw.
  public var version: Int
  /// By the question's id.
  public var entries: [Text: Entry]
  /// What the person wrote beside the answers; empty: nothing.
  public var note: Text

  /// Makes a sheet of what came.
  public init(version: Int, entries: [Text: Entry] = [:], note: Text = "") {
    self.version = version
    self.entries = entries
    self.note = note
  }
}

/// An assessment as a form about one record, filled in as far as a person, the sheet before, or the CRM have.
public struct AssessmentForm: Sendable {
  /// One question, with what stands in its field.
  public struct Question: Sendable {
    /// The question itself.
    public var definition: QuestionDefinition
    /// What stands in its field.
    public var entry: TypedSheet.Entry
    /// Whether it is asked; unknown while that depends on another answer or on what the CRM does not say. One that is
    /// not asked keeps what was typed, in case it is asked again.
    public var relevance: AssessmentResult.QuestionResult.Relevance
    /// Why the entry is no answer; nil: it is one, or blank.
    public var problem: AnswerReader.Problem?
    /// Whether it must be answered for the sheet to be complete, and is not.
    public var isMissing: Bool
    /// Whether the CRM's field gave the entry.
    public var isFromCRM: Bool
  }

  /// What the answers come to, before they are sent.
  public struct Meaning: Sendable {
    /// `70`, or `40 to 70` while questions are open; nil: no score.
    public var score: Text?
    /// The most that the score can be.
    public var maximum: Text?
    /// The stage that the evidence would carry the record to for certain, and the one at most; nil: there is no climb.
    public var supported: (least: Text, most: Text)?
    /// Why it gets no further, and what it would take; empty: nothing lies beyond.
    public var message: Text
    /// Whether this sheet would count: an unfinished one does not beside a complete one.
    public var counts: Bool
  }

  /// Why a sheet was not sent.
  public enum Obstacle: Hashable, Sendable {
    /// Some entries are no answers.
    case problems
    /// Questions that must be answered are open; the person may send it as it is.
    case unfinished
    /// Nothing was answered.
    case empty
    /// The playbook has other questions by now.
    case changed
    /// It could not be stored, for this reason.
    case refused(String)
  }

  /// The record as lists show it.
  public var record: RecordLine
  /// Its newest version.
  public var assessment: AssessmentDefinition
  /// The language of the questions; nil: each text's first.
  public var language: Text?
  /// All questions, in their order.
  public var questions: [Question]
  /// What the person wrote beside the answers.
  public var note: Text
  /// Why it is worth filling in; nil: nothing speaks for it now.
  public var recommendation: Recommendation?
  /// When the answers before were given that stand in the fields, epoch milliseconds; nil: none do.
  public var answeredAt: Int64?
  /// Why answers would wait for sales ops instead of counting; nil: they count at once.
  public var waits: Text?
  /// What the answers come to; nil: not asked for, or there are none.
  public var meaning: Meaning?
  /// Why the sheet was not sent; nil: nobody tried.
  public var obstacle: Obstacle?
}

/// What became of a sheet that a person sent from a form.
public enum FilledIn: Sendable {
  /// Nothing was stored; the form again, with what was typed and what is in the way.
  case notSent(AssessmentForm)
  /// It is stored.
  case sent(SentSheet)
}

/// A sheet that was sent from a form, and what came of it.
public struct SentSheet: Sendable {
  /// What the receipt says, a sentence without its full stop.
  public var message: Text
  /// Whether it waits for sales ops instead of counting.
  public var isHeld: Bool
  /// ISO 4217 code of the policy's currency.
  public var currency: Text
  /// By how much the weighted money that the evidence carries changed with this sheet, in the policy's currency; nil: it
  /// did not, or the record has no amount.
  public var moved: Decimal34?
  /// The stage that the evidence carries the record to for certain since this sheet; nil: that did not change.
  public var least: Text?
}

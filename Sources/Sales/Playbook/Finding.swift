public import FEEL

/// Something to say about a playbook, in terms of its definitions; `Authoring` turns the subject into file and line.
public struct Finding: Hashable, Sendable {
  /// Whether it keeps the playbook from being used.
  public var severity: Diagnostic.Severity
  /// Stable code in capitals.
  public var code: Text
  /// What it is about.
  public var subject: Subject
  /// Where in the subject's FEEL text, if the finding is about a part of it.
  public var span: Span?
  /// What is wrong, a sentence without its full stop.
  public var message: Text
  /// What to do about it, if there is something to say.
  public var fix: Text?
  /// What else it is about, in the order of the message (the rules of a loop), so that their lines can be told.
  public var related: [Subject]

  /// Makes a finding; the message is a sentence without its full stop.
  public init(
    _ severity: Diagnostic.Severity, _ code: Text, _ subject: Subject, span: Span? = nil, _ message: Text,
    fix: Text? = nil, related: [Subject] = []
  ) {
    self.severity = severity
    self.code = code
    self.subject = subject
    self.span = span
    self.message = message
    self.fix = fix
    self.related = related
  }
}

/// What a finding is about: a definition, or one text of it.
public enum Subject: Hashable, Sendable {
  /// The playbook as a whole.
  case playbook
  /// What holds for all pipelines, people and units included.
  case policy
  /// A record kind, by name.
  case kind(Text)
  /// An attribute of a record kind; a related list, or an attribute of its items, is named as one too.
  case attribute(kind: Text, name: Text)
  /// A pipeline, by name.
  case pipeline(Text)
  /// A stage of a pipeline, both by name.
  case stage(pipeline: Text, name: Text)
  /// An assessment, by name; a finding does not say of which version.
  case assessment(Text)
  /// A question, by its id within an assessment.
  case question(assessment: Text, id: Text)
  /// An option, by its id within a question.
  case option(assessment: Text, question: Text, id: Text)
  /// A band by its place in the question, from 0; spans are of its tests.
  case band(assessment: Text, question: Text, index: Int)
  /// The relevance of a section or question.
  case relevance(assessment: Text, id: Text)
  /// A fact, by name, whether it is declared or inferred.
  case fact(Text)
  /// The default of a fact.
  case fallback(fact: Text)
  /// A rule as a whole, by name.
  case rule(Text)
  /// The condition of a rule; spans are of the condition.
  case condition(rule: Text)
  /// The value that the action at a place gives, from 0.
  case action(rule: Text, index: Int)
}

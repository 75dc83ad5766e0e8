public import FEEL

/// Something to say about a rule or a fact: where, which kind, why, and what to do.
public struct RuleIssue: Hashable, Sendable {
  /// What the issue is about; a span counts bytes in the FEEL text of the subject.
  public enum Subject: Hashable, Sendable {
    /// A rule as a whole, by name.
    case rule(Text)
    /// The condition of the rule of that name.
    case condition(Text)
    /// The value that the contribution at a place gives, from 0.
    case value(rule: Text, contribution: Int)
    /// A fact as a whole, by name.
    case fact(Text)
    /// The default of a fact.
    case fallback(Text)
  }

  /// Whether it keeps the program from being compiled.
  public var severity: Diagnostic.Severity
  /// Stable code in capitals, e.g. `CYCLE`, `MERGE`, `TYPE`.
  public var code: Text
  /// What it is about.
  public var subject: Subject
  /// Where in the subject's text, if it is about a part of it.
  public var span: Span?
  /// What is wrong, one sentence without a full stop.
  public var message: Text
  /// What to do about it, if there is something to say.
  public var fix: Text?
  /// What else it is about, in the order of the message (the rules of a loop), so that their lines can be told.
  public var related: [Subject]

  /// Makes an issue; the message is a sentence without a full stop.
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

extension RuleIssue.Subject {
  /// A key that orders issues the same whatever the order of the definitions: name, then part.
  var sortKey: (Text, Int) {
    switch self {
    case .fact(let name): (name, 0)
    case .fallback(let name): (name, 1)
    case .rule(let name): (name, 2)
    case .condition(let name): (name, 3)
    case .value(rule: let name, contribution: let place): (name, 4 + place)
    }
  }
}

extension RuleIssue {
  /// Order by subject, place in its text, code and message.
  static func precedes(_ a: RuleIssue, _ b: RuleIssue) -> Bool {
    let (nameA, partA) = a.subject.sortKey
    let (nameB, partB) = b.subject.sortKey
    if nameA != nameB { return nameA < nameB }
    if partA != partB { return partA < partB }
    let startA = a.span?.start ?? -1
    let startB = b.span?.start ?? -1
    if startA != startB { return startA < startB }
    if a.code != b.code { return a.code < b.code }
    return a.message < b.message
  }
}

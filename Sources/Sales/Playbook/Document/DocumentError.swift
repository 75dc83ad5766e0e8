public import FEEL

/// Why a document (a canonical playbook, a record's line) cannot be read: all that is wrong with it, in its order.
public struct DocumentError: Error, Hashable, Sendable {
  /// One thing that is wrong.
  public struct Problem: Hashable, Sendable {
    /// The way to the value from the outside: `assessments[0].questions[2].id`; empty: the whole document.
    public var path: Text
    /// What is wrong, one sentence without a full stop.
    public var message: Text
    /// What to do about it, if there is something to say.
    public var fix: Text?

    /// Makes a problem.
    public init(path: Text, message: Text, fix: Text? = nil) {
      self.path = path
      self.message = message
      self.fix = fix
    }
  }

  /// Never empty; at most a hundred.
  public let problems: [Problem]

  /// Makes an error of its problems, of which there must be one.
  public init(_ problems: [Problem]) { self.problems = problems }
}

extension DocumentError.Problem: CustomStringConvertible {
  /// `attributes.employes: unknown attribute; did you mean employees?`
  public var description: String {
    var sentence = path.isEmpty ? message : path + ": " + message
    if let fix { sentence += "; " + fix }
    return sentence.string
  }
}

extension DocumentError: CustomStringConvertible {
  /// One problem a line.
  public var description: String {
    var lines = ""
    for problem in problems { lines += (lines.isEmpty ? "" : "\n") + problem.description }
    return lines
  }
}

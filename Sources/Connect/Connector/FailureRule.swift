/// One line of a connector's failure table: what the CRM answers, and the class that it is. The first line that
/// matches holds.
public struct FailureRule: Hashable, Sendable {
  /// What of an answer a line looks at.
  public enum Match: Hashable, Sendable {
    /// The CRM's own code.
    case code(String)
    /// How the CRM's own code begins.
    case codePrefix(String)
    /// The HTTP status.
    case status(ClosedRange<Int>)
  }

  /// Which answers the line speaks of.
  public var match: Match
  /// The class of such an answer.
  public var kind: FailureClass

  /// A line of the table; it holds where no line before it matches.
  public init(_ match: Match, _ kind: FailureClass) {
    self.match = match
    self.kind = kind
  }

  /// Whether the line speaks of that answer.
  public func matches(status: Int?, code: String?) -> Bool {
    switch match {
    case .code(let wanted): code == wanted
    case .codePrefix(let prefix): code?.hasPrefix(prefix) ?? false
    case .status(let range): status.map(range.contains) ?? false
    }
  }

  /// The class of an answer by the first line that matches; without one it needs a person.
  public static func kind(status: Int?, code: String?, by rules: [FailureRule]) -> FailureClass {
    rules.first { $0.matches(status: status, code: code) }?.kind ?? .person
  }
}

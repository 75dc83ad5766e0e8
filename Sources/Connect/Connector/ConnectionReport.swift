/// What was found when a connection was tried: each thing that we need of the CRM, and how to add what is missing.
public struct ConnectionReport: Hashable, Sendable {
  /// One thing that was looked at.
  public struct Line: Hashable, Sendable {
    /// What was looked at: `sign-in`, `Opportunity.StageName`.
    public var subject: String
    /// Whether the product can work with what was found.
    public var isFine: Bool
    /// What was found, one sentence without a full stop.
    public var message: String
    /// What to do in the CRM; nil: nothing.
    public var remedy: String?

    /// One finding; a remedy belongs to what is not fine.
    public init(subject: String, isFine: Bool, message: String, remedy: String? = nil) {
      self.subject = subject
      self.isFine = isFine
      self.message = message
      self.remedy = remedy
    }
  }

  /// In the order in which they were looked at: sign-in first.
  public var lines: [Line]
  /// Nothing is missing.
  public var isFine: Bool { lines.allSatisfy(\.isFine) }

  /// A report of these lines.
  public init(lines: [Line]) { self.lines = lines }
}

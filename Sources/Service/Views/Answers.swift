/// What a door answers: a status in HTTP's sense, and the bytes of a JSON document.
public struct Answer: Sendable {
  /// 200, 201 or 202.
  public var status: Int
  /// A JSON document.
  public var body: [UInt8]
  /// An answer of the service.
  public init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}

/// What a device downloads to work offline (design §2, Bundle).
public struct BundleDocument: Sendable {
  /// JSON: `{"v": 1, "version", "person", "playbook": "...canonical document as text...", "records": [...]}`, with
  /// `"unreadable": [...]` where records do not fit the playbook.
  public var body: [UInt8]
  /// Strong entity tag, with its quotes; the same for the same playbook and records.
  public var tag: String
  /// A bundle with the tag of its content.
  public init(body: [UInt8], tag: String) {
    self.body = body
    self.tag = tag
  }
}

/// A new session.
public struct Session: Sendable {
  /// Goes into the cookie; stored as a hash only.
  public var token: String
  /// Who is signed in.
  public var person: Person
  /// Epoch milliseconds.
  public var expiresAt: Int64
  /// A session that begins now.
  public init(token: String, person: Person, expiresAt: Int64) {
    self.token = token
    self.person = person
    self.expiresAt = expiresAt
  }
}

/// What a webhook sender is told.
public struct WebhookAnswer: Sendable {
  /// What became of a hint: stored, known before, or of no interest.
  public enum Outcome: String, Sendable { case stored, duplicate, ignored }
  /// What became of the hint.
  public var outcome: Outcome
  /// The answer to a hint that was genuine.
  public init(outcome: Outcome) { self.outcome = outcome }
}

/// Whether the service can do its work.
public struct Readiness: Sendable {
  /// One thing that the service needs.
  public struct Check: Sendable {
    /// `store`, `playbook`, ...
    public var name: String
    /// Whether it is there and works.
    public var isFine: Bool
    /// What was found; for a playbook in force, the first twelve digits of its version.
    public var message: String
    /// One thing that was looked at.
    public init(name: String, isFine: Bool, message: String) {
      self.name = name
      self.isFine = isFine
      self.message = message
    }
  }
  /// In the order in which they were looked at.
  public var checks: [Check]
  /// Whether all of them are fine.
  public var isReady: Bool { checks.allSatisfy(\.isFine) }
  /// What was looked at, at one moment.
  public init(checks: [Check]) { self.checks = checks }
}

/// What a door answers: a status in HTTP's sense, and the bytes of a JSON document.
public struct Answer: Sendable {
  /// 200, 201 or 202.
  public var status: Int
  public var body: [UInt8]
  public init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}

/// What a device downloads to work offline (design §2, Bundle).
public struct BundleDocument: Sendable {
  /// JSON: `{"playbook": {...canonical document...}, "version", "issuedAt", "person", "records": [...]}`.
  public var body: [UInt8]
  /// Strong entity tag, with its quotes; the same for the same playbook and records.
  public var tag: String
  public init(body: [UInt8], tag: String) {
    self.body = body
    self.tag = tag
  }
}

/// A new session.
public struct Session: Sendable {
  /// Goes into the cookie; stored as a hash only.
  public var token: String
  public var person: Person
  /// Epoch milliseconds.
  public var expiresAt: Int64
  public init(token: String, person: Person, expiresAt: Int64) {
    self.token = token
    self.person = person
    self.expiresAt = expiresAt
  }
}

/// What a webhook sender is told.
public struct WebhookAnswer: Sendable {
  public enum Outcome: String, Sendable { case stored, duplicate, ignored }
  public var outcome: Outcome
  public init(outcome: Outcome) { self.outcome = outcome }
}

/// Whether the service can do its work.
public struct Readiness: Sendable {
  public struct Check: Sendable {
    public var name: String
    public var isFine: Bool
    public var message: String
    public init(name: String, isFine: Bool, message: String) {
      self.name = name
      self.isFine = isFine
      self.message = message
    }
  }
  public var checks: [Check]
  public var isReady: Bool { checks.allSatisfy(\.isFine) }
  public init(checks: [Check]) { self.checks = checks }
}

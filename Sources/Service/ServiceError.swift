/// Why a use case was refused: in words for people, with a kind that a door (HTTP, command line) can translate. Nothing
/// was changed unless it says so.
public struct ServiceError: Error, Sendable {
  /// What a door translates into a status or an exit code.
  public enum Kind: String, Sendable {
    /// Nobody is signed in, or the token is wrong, expired or revoked.
    case notSignedIn
    /// It was tried too often: `retryAfterSeconds` says when to try again.
    case tooMany
    /// This person may not do that at all.
    case notAllowed
    /// There is none, or this person may not see it.
    case notFound
    /// The request contradicts what is stored.
    case conflict
    /// The request cannot be understood; `problems` has all findings.
    case invalid
    /// The bytes are larger than allowed.
    case tooLarge
    /// The bytes are not those that were sent (digest or length), or break the rules of their protocol.
    case malformed
    /// The set-up lacks something, e.g. no playbook is active.
    case notReady
    /// Disk full, database gone: try again later.
    case unavailable
  }
  /// What sort of refusal it is.
  public var kind: Kind
  /// Stable, for machines: `id-reused`, `unknown-stage`, ...
  public var code: String
  /// What is wrong, where, why and what to do.
  public var message: String
  /// All findings, a sentence each; empty where the message says it all.
  public var problems: [String]
  /// What the store or the system said, with paths: for the operator's own terminal, never for the network.
  public var cause: String?

  /// When to try again, where that is known.
  public var retryAfterSeconds: Int64?

  /// A refusal that names no cause and no time to try again.
  public init(_ kind: Kind, code: String, _ message: String, problems: [String] = []) {
    self.kind = kind
    self.code = code
    self.message = message
    self.problems = problems
  }
}

extension ServiceError: CustomStringConvertible {
  /// The message and the problems, a line each.
  public var description: String { ([message] + problems).joined(separator: "\n") }
}

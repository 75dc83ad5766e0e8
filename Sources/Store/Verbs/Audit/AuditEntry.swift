public import FEEL

/// One entry of the audit chain. Its hash covers the hash of the entry before, so that nothing can be changed, taken out
/// or moved unseen. What it is about is covered by a salted digest only, so that it can be erased without breaking the
/// chain, and cannot be guessed from the digest afterwards.
public struct AuditEntry: Hashable, Sendable {
  /// From 1, without gaps.
  public var number: Int64
  /// Epoch milliseconds.
  public var at: Int64
  public var actor: Text
  public var action: Text
  public var subject: Text
  /// Hexadecimal SHA-256 of the salt, then the payload.
  public var payloadDigest: String
  /// Hexadecimal; nil: erased with the payload.
  public var salt: String?
  /// The hash of the entry before; 64 zeros for the first.
  public var previous: String
  /// Hexadecimal SHA-256 of the entry's encoding.
  public var hash: String

  public init(
    number: Int64, at: Int64, actor: Text, action: Text, subject: Text, payloadDigest: String, salt: String? = nil,
    previous: String, hash: String
  ) {
    self.number = number
    self.at = at
    self.actor = actor
    self.action = action
    self.subject = subject
    self.payloadDigest = payloadDigest
    self.salt = salt
    self.previous = previous
    self.hash = hash
  }
}

extension AuditEntry {
  /// What the first entry has in place of a hash before it.
  static let beginning = String(repeating: "0", count: 64)

  /// The hash that the entry must have.
  var expectedHash: String { Hexadecimal.sha256(encoding) }

  /// A fixed form of everything but salt and hash: a name of the form, then each field with its length before it, eight
  /// bytes, the highest first. So no two entries have the same.
  private var encoding: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ field: [UInt8]) { bytes += AuditEntry.bytes(Int64(field.count)) + field }
    add(Array("stagecraft audit 1".utf8))
    add(AuditEntry.bytes(number))
    add(AuditEntry.bytes(at))
    add(actor.bytes)
    add(action.bytes)
    add(subject.bytes)
    add(Array(payloadDigest.utf8))
    add(Array(previous.utf8))
    return bytes
  }

  private static func bytes(_ number: Int64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }
}

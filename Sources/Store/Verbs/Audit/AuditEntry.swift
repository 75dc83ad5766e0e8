internal import Cryptography
public import FEEL

/// One entry of the audit chain. Its hash covers the hash of the entry before, so that nothing can be changed, taken out
/// or moved unseen. What it is about is covered by a salted digest only, so that it can be erased without breaking the
/// chain, and cannot be guessed from the digest afterwards.
public struct AuditEntry: Hashable, Sendable {
  /// From 1, without gaps.
  public var number: Int64
  /// Epoch milliseconds.
  public var at: Int64
  /// Who did it: the playbook's id of a person, or `stagecraft`.
  public var actor: Text
  /// What was done, such as `stage.moved`.
  public var action: Text
  /// What it was done to, as `opportunity/D-123`.
  public var subject: Text
  /// SHA-256 of the salt, then the payload: 32 bytes.
  public var payloadDigest: [UInt8]
  /// Nil: erased with the payload.
  public var salt: [UInt8]?
  /// SHA-256 of the entry's encoding, which holds the hash of the entry before: 32 bytes.
  public var hash: [UInt8]

  /// An entry with its place in the chain.
  public init(
    number: Int64, at: Int64, actor: Text, action: Text, subject: Text, payloadDigest: [UInt8], salt: [UInt8]? = nil,
    hash: [UInt8]
  ) {
    self.number = number
    self.at = at
    self.actor = actor
    self.action = action
    self.subject = subject
    self.payloadDigest = payloadDigest
    self.salt = salt
    self.hash = hash
  }
}

extension AuditEntry {
  /// The hash in hexadecimal digits, as people and documents name it.
  public var hashText: String { Hexadecimal.text(hash) }

  /// What the first entry has in place of a hash before it.
  static let beginning = [UInt8](repeating: 0, count: 32)

  /// The hash that the entry must have behind one with that hash.
  func expectedHash(after previous: [UInt8]) -> [UInt8] { SHA256.hash(data: encoding(after: previous)) }

  /// A fixed form of everything but salt and hash: a name of the form, then each field with its length before it, eight
  /// bytes, the highest first. So no two entries have the same.
  private func encoding(after previous: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(320)
    func add(_ field: some Collection<UInt8>) {
      AuditEntry.append(Int64(field.count), to: &bytes)
      bytes += field
    }
    func add(_ number: Int64) {
      AuditEntry.append(8, to: &bytes)
      AuditEntry.append(number, to: &bytes)
    }
    add("stagecraft audit 2".utf8)
    add(number)
    add(at)
    add(actor.bytes)
    add(action.bytes)
    add(subject.bytes)
    add(payloadDigest)
    add(previous)
    return bytes
  }

  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }
}

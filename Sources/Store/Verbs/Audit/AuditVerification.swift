internal import Cryptography

/// What a walk along the audit chain found.
public struct AuditVerification: Sendable {
  /// How many entries were looked at.
  public var count: Int
  /// How many of them have nothing to look into any more.
  public var erased: Int
  /// The first entry that is not as it must be, and what is wrong with it; nil: the chain is whole.
  public var firstBad: (number: Int64, what: String)?

  /// What a walk came to; it ends at the first bad entry, which is counted if it is there.
  public init(count: Int, erased: Int, firstBad: (number: Int64, what: String)?) {
    self.count = count
    self.erased = erased
    self.firstBad = firstBad
  }
}

extension StoreReading {
  /// Walks along the whole chain in one snapshot.
  ///
  /// - Parameter head: `number:hash` of an entry as it was known before. Without it, entries taken off the end are not
  ///   missed.
  /// - Complexity: O(entries), one at a time in memory.
  public func verifyAudit(head: String? = nil) throws -> AuditVerification {
    var walk = AuditWalk(head: head)
    var after: Int64 = 0
    while walk.firstBad == nil {
      var read = 0
      try connected().rows(
        """
        SELECT \(StoreReading.auditColumns), payload, erased_at FROM audit_entry
        WHERE number > $1 ORDER BY number LIMIT 500
        """, values(after)
      ) { row in
        read += 1
        var columns = ColumnReader(row)
        let entry = try StoreReading.entry(&columns)
        after = entry.number
        let payload: [UInt8]? = try columns.next()
        let erasedAt: Int64? = try columns.next()
        walk.step(entry, payload: payload, isErased: erasedAt != nil)
      }
      if read == 0 { break }
    }
    return walk.finished()
  }
}

/// The state of a walk along the chain.
private struct AuditWalk {
  private(set) var count = 0
  private(set) var erased = 0
  private(set) var firstBad: (number: Int64, what: String)?
  private var previous = AuditEntry.beginning
  private let head: (number: Int64, hash: String)?
  private var hasMetHead = false

  init(head: String?) {
    guard let head else {
      self.head = nil
      return
    }
    let parts = head.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let number = Int64(parts[0]), number >= 0 {
      self.head = (number, String(parts[1]))
      // The head of an empty chain is met by every chain.
      hasMetHead = number == 0
    } else {
      self.head = nil
      firstBad = (0, "the head \"\(head)\" is not of the form number:hash")
    }
  }

  mutating func step(_ entry: AuditEntry, payload: [UInt8]?, isErased: Bool) {
    if firstBad != nil { return }
    let expected = Int64(count) + 1
    if entry.number != expected {
      firstBad = (expected, "the entry is missing; the next one is \(entry.number)")
      return
    }
    count += 1
    if let what = fault(entry, payload, isErased) { firstBad = (entry.number, what) }
    if isErased { erased += 1 }
    previous = entry.hash
    if let head, head.number == entry.number {
      hasMetHead = true
      if firstBad == nil && head.hash != entry.hashText {
        firstBad = (entry.number, "it is not the entry that the head names")
      }
    }
  }

  private func fault(_ entry: AuditEntry, _ payload: [UInt8]?, _ isErased: Bool) -> String? {
    if entry.hash != entry.expectedHash(after: previous) {
      return "its hash does not fit its content and the entry before it"
    }
    if isErased { return payload == nil ? nil : "its payload is there although it was erased" }
    guard let payload, let salt = entry.salt else { return "its payload is missing" }
    return SHA256.hash(data: salt + payload) == entry.payloadDigest
      ? nil : "its payload is not the one that was written"
  }

  func finished() -> AuditVerification {
    if firstBad == nil, let head, !hasMetHead {
      return AuditVerification(
        count: count, erased: erased,
        firstBad: (Int64(count) + 1, "the chain ends before entry \(head.number), which the head names"))
    }
    return AuditVerification(count: count, erased: erased, firstBad: firstBad)
  }
}

public import FEEL

/// An audit entry with what it is about, or why that is gone.
public struct AuditLine: Hashable, Sendable {
  /// The entry itself, of which only the salt goes when the payload is erased.
  public var entry: AuditEntry
  /// Nil: erased.
  public var payload: [UInt8]?
  /// Epoch milliseconds.
  public var erasedAt: Int64?
  /// Why it was erased.
  public var reason: Text?
}

/// Which audit entries a list is to have; nil: no condition.
public struct AuditFilter: Hashable, Sendable {
  /// Those behind this number.
  public var after: Int64?
  /// Written at this instant or later, epoch milliseconds.
  public var since: Int64?
  /// Who did it: the playbook's id of a person, or `stagecraft`.
  public var actor: Text?
  /// What they are about, such as `submission/ID`; with a slash at its end all of that kind.
  public var subject: Text?

  /// A filter whose conditions must all hold; without any, every entry passes.
  public init(after: Int64? = nil, since: Int64? = nil, actor: Text? = nil, subject: Text? = nil) {
    self.after = after
    self.since = since
    self.actor = actor
    self.subject = subject
  }
}

extension StoreReading {
  /// Entries in order: the first behind `after`, without it the last ones.
  ///
  /// - Complexity: O(limit) without conditions, else O(entries).
  public func auditLines(_ filter: AuditFilter, limit: Int) throws -> [AuditLine] {
    var conditions: [String] = []
    var values: [StoreValue] = []
    func add(_ condition: (String) -> String, _ value: StoreValue) {
      values.append(value)
      conditions.append(condition("$\(values.count)"))
    }
    if let after = filter.after { add({ "number > \($0)" }, .integer(after)) }
    if let since = filter.since { add({ "written_at >= \($0)" }, .integer(since)) }
    if let actor = filter.actor { add({ "actor = \($0)" }, actor.storeValue) }
    if let subject = filter.subject {
      if subject.bytes.last == 0x2F {
        add({ "substr(subject, 1, length(\($0))) = \($0)" }, subject.storeValue)
      } else {
        add({ "subject = \($0)" }, subject.storeValue)
      }
    }
    values.append(.integer(Int64(limit)))
    let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let isFirst = filter.after != nil
    let lines = try list(
      """
      SELECT \(StoreReading.auditColumns), payload, erased_at, erased_reason FROM audit_entry
      \(condition) ORDER BY number \(isFirst ? "ASC" : "DESC") LIMIT $\(values.count)
      """, values
    ) { columns in
      let entry = try StoreReading.entry(&columns)
      return AuditLine(
        entry: entry, payload: try columns.next(), erasedAt: try columns.next(), reason: try columns.next())
    }
    return isFirst ? lines : lines.reversed()
  }
}

public import Store

extension Application {
  /// Entries of the audit chain with what they are about, in order; without `filter.after` the last ones.
  public func auditLines(_ filter: AuditFilter, limit: Int) async throws(ServiceError) -> [AuditLine] {
    try await reading { try $0.auditLines(filter, limit: limit) }
  }
}

public import Store
internal import Synchronization

extension Application {
  /// Whether the service can do its work: the store takes writes and a playbook is in force. A CRM that is down does not
  /// make it unready: reps go on.
  ///
  /// Looked at once a second at most, however often it is asked.
  public func readiness() async -> Readiness {
    let now = time.now()
    if let known = lastReadiness.withLock({ $0 }), now >= known.at, now - known.at < 1000 { return known.readiness }
    let readiness = await look(at: now)
    lastReadiness.withLock { $0 = (readiness, now) }
    return readiness
  }

  private func look(at now: Int64) async -> Readiness {
    var checks: [Readiness.Check] = []
    do {
      try await store.probe()
      checks.append(Readiness.Check(name: "store", isFine: true, message: "takes writes"))
    } catch {
      let message =
        switch error as? StoreError {
        case .moved: "was moved away or replaced under the server: put it back, or restart the server"
        case .takenOver: "another server took it over"
        default: "takes no writes; reads may still work"
        }
      checks.append(Readiness.Check(name: "store", isFine: false, message: message))
    }
    do throws(ServiceError) {
      let version = try await reading { [self] reading in try inForce(at: now, in: reading).loaded.version }
      checks.append(Readiness.Check(name: "playbook", isFine: true, message: String(version.prefix(12))))
    } catch {
      checks.append(Readiness.Check(name: "playbook", isFine: false, message: error.message))
    }
    return Readiness(checks: checks)
  }

  /// Checks the audit chain from its first link.
  ///
  /// - Parameter head: a head noted earlier, `number:hash`; without it a cut-off tail cannot be seen.
  public func verifyAudit(head: String? = nil) async throws(ServiceError) -> AuditVerification {
    try await reading { try $0.verifyAudit(head: head) }
  }
}

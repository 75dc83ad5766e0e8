/// What a person is in the policy; each may do what stands here and nothing else (design §11).
public enum Role: String, Sendable, CaseIterable {
  case rep
  case manager
  case salesOps = "sales ops"
  case sequenceManager = "sequence manager"
  case admin
  case operations = "operator"

  /// One kind of thing that somebody may or may not do.
  public enum Permission: String, Sendable, CaseIterable {
    case readRecords, submit, moveStage, decideProposals
    case hold, override
    case readFindings, activate
    case readSync, retrySync, decideHeld
    case rescore, readAudit, manageTokens, readMetrics
  }

  public var permissions: Set<Permission> {
    switch self {
    case .rep, .sequenceManager: [.readRecords, .submit, .moveStage, .decideProposals]
    case .manager: [.readRecords, .submit, .moveStage, .decideProposals, .hold, .override, .readFindings]
    case .salesOps: [.readRecords, .readFindings, .activate, .decideHeld]
    case .operations: [.readRecords, .readFindings, .readSync, .retrySync, .decideHeld, .rescore, .readMetrics]
    case .admin: Set(Permission.allCases)
    }
  }

  /// Whose records: a rep's own, a unit's and those below, or all.
  public enum Reach: Sendable { case own, unit, all }

  public var reach: Reach {
    switch self {
    case .rep, .sequenceManager: .own
    case .manager, .salesOps: .unit
    case .admin, .operations: .all
    }
  }
}

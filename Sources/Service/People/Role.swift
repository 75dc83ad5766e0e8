/// What a person is in the policy; each may do what stands here and nothing else (design §11).
public enum Role: String, Sendable, CaseIterable {
  /// Fills in assessments of own records.
  case rep
  /// Decides about the records of a unit.
  case manager
  /// Writes playbooks, and decides what was held.
  case salesOps = "sales ops"
  /// A rep who also looks after sequences.
  case sequenceManager = "sequence manager"
  /// May do everything.
  case admin
  /// Looks after the machine and the sync.
  case operations = "operator"

  /// One kind of thing that somebody may or may not do.
  public enum Permission: String, Sendable, CaseIterable {
    /// To see records and proposals, to send assessments, to move a record, and to accept or refuse a proposal.
    case readRecords, submit, moveStage, decideProposals
    /// To set and clear a hold, and an override.
    case hold, override
    /// To see the findings and activations of the playbook, and to put one in force.
    case readFindings, activate
    /// To see the sync and its dead letters, to try those again, and to accept or return held submissions.
    case readSync, retrySync, decideHeld
    /// To start a nightly run, to read the audit chain, to make and end tokens and erase what people sent, and to read
    /// the metrics.
    case rescore, readAudit, manageTokens, readMetrics
  }

  /// What the role may do; what is not among them is refused.
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

  /// Whose records the role sees.
  public var reach: Reach {
    switch self {
    case .rep, .sequenceManager: .own
    case .manager, .salesOps: .unit
    case .admin, .operations: .all
    }
  }
}

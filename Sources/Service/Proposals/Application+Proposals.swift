public import FEEL
internal import Sales
internal import Store

extension Application {
  /// What waits for this person's word, oldest first.
  public func proposals(for person: Person, limit: Int = 200) async throws(ServiceError) -> [ProposalView] {
    try allow(person, .readRecords)
    return try await reading { [self] reading in
      try reading.proposals(status: "waiting", owners: person.owners, limit: limit).map {
        try view(of: $0, in: reading)
      }
    }
  }

  /// Carries a proposal out: the record moves along its path, the CRM is told, and the record is judged anew.
  ///
  /// - Throws: `conflict` where it is decided or superseded by now, or the record stands elsewhere.
  public func acceptProposal(_ id: String, reason: Text?, person: Person) async throws(ServiceError) -> ProposalView {
    try await decideProposal(id, reason: reason, person: person) { [self] transaction, proposal, stored, loaded, now in
      guard proposal.status == "waiting" else {
        throw ServiceError(
          .conflict, code: "not-waiting",
          "This proposal is \(proposal.status)" + (proposal.detail.isEmpty ? "" : ": ")
            + proposal.detail.map(\.string).joined(separator: ", ") + ".")
      }
      guard stored.stage == proposal.from else {
        throw ServiceError(
          .conflict, code: "moved-meanwhile",
          "\(stored.key.id) stands at \(stored.stage ?? "no stage") by now, not at \(proposal.from).")
      }
      for (place, (from, to)) in zip(proposal.path, proposal.path.dropFirst()).enumerated() {
        try transaction.addStageChange(
          StageChange(
            id: time.identifier(), key: stored.key, from: from, to: to, at: now, cause: "promotion", by: person.id,
            rule: place < proposal.rules.count ? proposal.rules[place] : nil, playbook: loaded.version,
            proposal: proposal.id, reason: reason))
      }
      stored.stage = proposal.to
      proposal.status = "accepted"
      try queueStageWrite(
        of: stored, from: proposal.from, to: proposal.to, by: person.id, loaded, now: now, in: transaction)
    }
  }

  /// Refuses a proposal: promotion through its gates needs newer evidence from now on.
  public func refuseProposal(_ id: String, reason: Text, person: Person) async throws(ServiceError) -> ProposalView {
    try Self.checkReason(reason)
    return try await decideProposal(id, reason: reason, person: person) {
      transaction, proposal, stored, loaded, now in
      guard ["waiting", "blocked", "held"].contains(proposal.status) else {
        throw ServiceError(.conflict, code: "not-waiting", "This proposal is \(proposal.status) already.")
      }
      let pipeline = loaded.pipeline(of: stored.key.kind, named: stored.pipeline)
      if pipeline?.stages.first(where: { $0.name == proposal.to })?.status == .open {
        try transaction.addWatermark(
          History.Watermark(from: proposal.to, to: proposal.from, at: now, by: person.id, reason: reason),
          to: stored.key)
      }
      proposal.status = "refused"
    }
  }

  private func decideProposal(
    _ id: String, reason: Text?, person: Person,
    _ body:
      @escaping @Sendable (StoreTransaction, inout StoredProposal, inout StoredRecord, LoadedPlaybook, Int64) throws ->
      Void
  ) async throws(ServiceError) -> ProposalView {
    try allow(person, .decideProposals)
    let now = time.now()
    return try await writing { [self] transaction in
      let loaded = try inForce(at: now, in: transaction)
      guard var proposal = try transaction.proposal(id), var stored = try transaction.record(proposal.key),
        person.sees(owner: stored.owner)
      else { throw ServiceError(.notFound, code: "no-proposal", "There is no such proposal for you here.") }
      try body(transaction, &proposal, &stored, loaded, now)
      proposal.changedAt = now
      proposal.decidedBy = person.id
      proposal.reason = reason
      try transaction.saveProposal(proposal)
      _ = try Judging(self, loaded, at: now, transaction).judge(stored, isNew: true)
      try audit(
        "proposal.\(proposal.status)", subject: "proposal/\(id)", by: person, payload: (reason ?? "").bytes, at: now,
        in: transaction)
      return try view(of: proposal, in: transaction)
    }
  }

  func view(of proposal: StoredProposal, in reading: StoreReading) throws -> ProposalView {
    let outcome = try reading.outcome(proposal.key)
    let line = outcome.map { recordLine($0) }
    return ProposalView(
      id: proposal.id, record: proposal.key, title: line?.title ?? proposal.key.id, owner: line?.owner,
      from: proposal.from, to: proposal.to, path: proposal.path, rules: proposal.rules, status: proposal.status,
      detail: proposal.detail, createdAt: proposal.createdAt, decidedBy: proposal.decidedBy, reason: proposal.reason)
  }
}

public import FEEL
internal import Sales
internal import Store

extension Application {
  /// What waits for this person's word, oldest first.
  public func proposals(for person: Person, limit: Int = 200) async throws(ServiceError) -> [ProposalView] {
    try allow(person, .readRecords)
    return try await reading { [self] reading in
      try reading.proposals(status: "waiting", owners: person.owners, limit: limit).map {
        view(of: $0, try reading.outcome($0.key))
      }
    }
  }

  /// Carries a proposal out: the record moves along its path, the CRM is told, and the record is judged anew.
  ///
  /// - Throws: `conflict` where it is decided or superseded by now, or the record stands elsewhere.
  public func acceptProposal(
    _ id: String, reason: Text?, person: Person, once: IdempotentRequest<ProposalView>? = nil
  ) async throws(ServiceError) -> ProposalView {
    try await decide(Text(id), .proposalAccepted(Text(id), reason: reason), reason: reason, person: person, once)
  }

  /// Refuses a proposal: promotion through its gates needs newer evidence from now on.
  public func refuseProposal(
    _ id: String, reason: Text, person: Person, once: IdempotentRequest<ProposalView>? = nil
  ) async throws(ServiceError) -> ProposalView {
    try Self.checkReason(reason)
    return try await decide(
      Text(id), .proposalRefused(Text(id), reason: reason), reason: reason, person: person, once)
  }

  private func decide(
    _ id: Text, _ word: Event.Kind, reason: Text?, person: Person, _ once: IdempotentRequest<ProposalView>?
  ) async throws(ServiceError) -> ProposalView {
    try allow(person, .decideProposals)
    let now = time.now()
    return try await perform(at: now, once: once) { [self] reading in
      let rules = try rules(at: now, in: reading)
      guard let proposal = try reading.proposal(id), let found = try dossier(proposal.key, rules.loaded, in: reading),
        person.sees(owner: found.record.owner)
      else { throw ServiceError(.notFound, code: "no-proposal", "There is no such proposal for you here.") }
      guard proposal.isOpen else {
        throw ServiceError(.conflict, code: "not-waiting", "This proposal is \(proposal.status) already.")
      }
      let event = Event(id: Text(time.identifier()), at: now, by: person.id, word)
      let result = step(found, event, rules)
      try result.accepted()
      return Prepared(PreparedStep(event, result, rules)) { [self] transaction in
        guard let decided = try transaction.proposal(id) else {
          throw ServiceError(.notFound, code: "no-proposal", "There is no such proposal for you here.")
        }
        try audit(
          "proposal." + decided.status, subject: "proposal/" + id, by: person, payload: (reason ?? "").bytes, at: now,
          in: transaction)
        return view(of: decided, result.dossier.outcome)
      }
    }
  }

  func view(of proposal: StoredProposal, _ outcome: RecordOutcome?) -> ProposalView {
    let line = outcome.map { recordLine($0) }
    return ProposalView(
      id: proposal.id.string, record: proposal.key, title: line?.title ?? proposal.key.id, owner: line?.owner,
      from: proposal.from, to: proposal.to, path: proposal.path, rules: proposal.rules, status: proposal.status,
      detail: proposal.detail, createdAt: proposal.createdAt, decidedBy: proposal.decidedBy, reason: proposal.reason)
  }
}

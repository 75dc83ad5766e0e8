import Decisions
public import FEEL

extension Stepping {
  /// Decides and promotes until nothing changes, then keeps what the last decision says.
  mutating func settle(_ worker: inout DecisionWorker) {
    forgetOldGates()
    var record = dossier.record
    for round in 1...Self.mostRounds {
      let decision = decided(&record, &worker)
      if round == 1 { result.first = decision }
      result.last = decision
      remember(decision)
      guard let proposal = decision.proposals.first(where: { $0.status == .applied }) else { break }
      if round == Self.mostRounds {
        result.last?.notices.append(
          Decision.Notice(code: "LOOP", message: "promotions go on without end: " + proposal.path.joined(by: " → ")))
        break
      }
      promote(proposal, decision)
    }
    guard let decision = result.last else { return }
    keepProposals(decision)
    keepAsks(decision)
    keepOutcome(decision, record)
    sendResult(decision)
  }

  private func decided(_ record: inout Record, _ worker: inout DecisionWorker) -> Decision {
    record = dossier.record
    let today = setting.clock.day.days
    record.history.promotedToday = dossier.promotions.day == today ? dossier.promotions.count : 0
    return decide(record, playbook: playbook, clock: setting.clock, climb: true, worker: &worker)
  }

  /// Activated for all records: what was passed under an earlier version is judged anew.
  private mutating func forgetOldGates() {
    guard let instant = setting.judgesAnewBefore else { return }
    for gate in dossier.record.history.gates where gate.passedAt < instant && gate.playbook != setting.version {
      emit(.gateLost(from: gate.from, to: gate.to))
    }
  }

  /// What the decision leaves behind in the episode.
  private mutating func remember(_ decision: Decision) {
    let before = dossier.record.history
    let after = before.remembering(decision, at: instant, playbook: setting.version)
    for gate in before.gates where !after.gates.contains(where: { $0.from == gate.from && $0.to == gate.to }) {
      emit(.gateLost(from: gate.from, to: gate.to))
    }
    for gate in after.gates where !before.gates.contains(gate) { emit(.gateKept(gate)) }
    if after.lowestStage != before.lowestStage { emit(.lowestStage(after.lowestStage)) }
  }

  /// One history row per stage, one CRM write for all.
  private mutating func promote(_ proposal: Proposal, _ decision: Decision) {
    let id = ids()
    let submitted = event.kind.submission?.id
    emit(
      .proposal(
        StoredProposal(
          id: id, key: dossier.key, from: proposal.from, to: proposal.to, path: proposal.path, rules: proposal.rules,
          status: "applied", playbook: setting.version, createdAt: instant, changedAt: instant)))
    take(proposal.path, rules: proposal.rules, by: nil, proposal: id, reason: nil) { from, to in
      decision.gates.first { $0.from == from && $0.to == to }?.submissions.last ?? submitted
    }
    let today = setting.clock.day.days
    let count = dossier.promotions.day == today ? dossier.promotions.count : 0
    emit(.promotions(PromotionCount(day: today, count: min(count, 1_000_000) + proposal.path.count - 1)))
    sendStage(from: proposal.from, to: proposal.to, by: true)
    result.applied.append(proposal)
  }

  private mutating func keepProposals(_ decision: Decision) {
    var open = dossier.proposals
    for proposal in decision.proposals {
      let (status, detail): (Text, [Text])
      switch proposal.status {
      case .applied: continue
      case .waiting: (status, detail) = ("waiting", [])
      case .blocked(let missing): (status, detail) = ("blocked", missing)
      case .held(let reason): (status, detail) = ("held", [reason])
      }
      if let place = open.firstIndex(where: { $0.from == proposal.from && $0.to == proposal.to }) {
        var same = open.remove(at: place)
        if same.status == status, same.detail == detail, same.path == proposal.path, same.rules == proposal.rules {
          continue
        }
        same.status = status
        same.detail = detail
        same.path = proposal.path
        same.rules = proposal.rules
        same.playbook = setting.version
        same.changedAt = instant
        emit(.proposal(same))
      } else if !dossier.refusals.contains(where: { $0.from == proposal.from && $0.to == proposal.to }) {
        emit(
          .proposal(
            StoredProposal(
              id: ids(), key: dossier.key, from: proposal.from, to: proposal.to, path: proposal.path,
              rules: proposal.rules, status: status, detail: detail, playbook: setting.version, createdAt: instant,
              changedAt: instant)))
      }
    }
    for var gone in open {
      gone.status = "superseded"
      gone.changedAt = instant
      emit(.proposal(gone))
    }
  }

  /// What is asked stays asked until it is no longer needed; asked once.
  private mutating func keepAsks(_ decision: Decision) {
    for var ask in dossier.asks where !decision.asks.contains(ask.assessment) {
      ask.doneAt = instant
      emit(.ask(ask))
    }
    for assessment in decision.asks where !dossier.asks.contains(where: { $0.assessment == assessment }) {
      let expired = decision.notices.first { notice in
        notice.code == "EXPIRED" && notice.message.bytes.starts(with: (assessment + ": ").bytes)
      }
      emit(
        .ask(
          Ask(
            key: dossier.key, assessment: assessment, reason: expired?.message ?? "the evidence is missing",
            askedAt: instant)))
      result.newAsks.append(assessment)
    }
  }

  private mutating func keepOutcome(_ decision: Decision, _ record: Record) {
    var line: [UInt8] = []
    decision.write(into: &line, record: record, playbook: playbook)
    if let before = dossier.outcome, before.line == line, before.playbook == setting.version { return }
    let pipeline = playbook.pipeline(of: record)
    let stage = decision.stated.flatMap { name in pipeline?.stages.first { $0.name == name } }
    let outcome = RecordOutcome(
      key: dossier.key, line: line, playbook: setting.version, decidedAt: instant, stated: decision.stated,
      least: decision.supported?.least, most: decision.supported?.most, verdict: decision.verdict?.word,
      status: stage?.status.word, owner: record.owner, pipeline: pipeline?.name, money: playbook.money(of: record))
    let before = dossier.outcome
    emit(.outcome(outcome))
    if let before, before.isLike(outcome) { return }
    emit(
      .outcomeMoved(
        OutcomeChange(
          stated: outcome.stated, least: outcome.least, most: outcome.most, money: outcome.money,
          cause: cause(since: before), at: instant)))
  }

  /// Why the outcome moved.
  private func cause(since before: RecordOutcome?) -> Text {
    switch event.kind {
    case .submitted, .admitted, .withdrawn: "answers"
    case .changed, .deleted: "crm"
    case .loaded: "import"
    case .moved, .proposalAccepted, .proposalRefused, .held, .released, .overridden, .overrideWithdrawn, .reasonsErased:
      "person"
    case .judged: before.map { $0.playbook != setting.version } ?? true ? "rule" : "expiry"
    }
  }

  /// The assessment's result goes to the CRM that the record came from.
  private mutating func sendResult(_ decision: Decision) {
    guard let submission = event.kind.submission, let id = submission.id, dossier.stamps != nil else { return }
    let payload = ResultPayload(submission, by: event.by, decision, playbook, version: setting.version)
    result.effects.append(.result(submission: id, payload: payload.json.bytes))
  }
}

extension Playbook {
  /// A record's money in the policy's currency; nil: its kind has none, or it is not known.
  public func money(of record: Record) -> Decimal34? {
    guard let place = kind(named: record.kind), let money = kinds[place].definition.money else { return nil }
    return record.attributes.first { $0.name == money }?.value.decimal
  }
}

internal import Decisions
internal import FEEL
internal import Sales
internal import Store

/// Decides one record inside a transaction and stores all that follows: promotions with their history and effects,
/// proposals, gates, asks and the outcome (design §3). What is as it was is not written.
struct Judging {
  /// What became of a record.
  struct Judgement {
    var record: StoredRecord
    /// As the record was found, and after promotions that were applied.
    var first: Decision
    var last: Decision
    var applied: Sales.Proposal?
    var newAsks: [Text] = []
    /// Whether anything was written.
    var isChanged = false
    /// The decision's line after all, and what was stored before.
    var line: [UInt8] = []
    var before: RecordOutcome?
  }

  let application: Application
  let loaded: LoadedPlaybook
  /// The instant that is decided for.
  let clock: Clock
  /// Real time, for what has to be carried out.
  let now: Int64
  let transaction: StoreTransaction

  init(_ application: Application, _ loaded: LoadedPlaybook, at instant: Int64, _ transaction: StoreTransaction) {
    self.application = application
    self.loaded = loaded
    self.transaction = transaction
    clock = application.time.clock(at: instant, loaded.playbook)
    now = application.time.now()
  }

  /// Judges a record as it is stored; `record` may carry changes that are not stored yet, which `isNew` says.
  ///
  /// - Parameter new: a submission that is about to be stored, and caused it.
  func judge(_ found: StoredRecord, isNew: Bool, adding new: Submission? = nil) throws -> Judgement {
    var stored = found
    var record = try application.assemble(stored, loaded, clock: clock, in: transaction, adding: new)
    let gatesBefore = record.history.gates
    let first = decided(record)
    var judgement = Judgement(record: stored, first: first, last: first)
    record.history = record.history.remembering(first, at: clock.epochMilliseconds, playbook: Text(loaded.version))
    if let applied = first.proposals.first(where: { $0.status == .applied }) {
      try promote(&stored, applied, first, submission: new?.id?.string)
      record.stage = stored.stage
      stored.promotedDay = clock.day.days
      stored.promotedCount = record.history.promotedToday
      judgement.applied = applied
      judgement.last = decided(record)
      record.history = record.history.remembering(
        judgement.last, at: clock.epochMilliseconds, playbook: Text(loaded.version))
      judgement.isChanged = true
    }
    stored.lowestStage = record.history.lowestStage
    if record.history.gates != gatesBefore {
      try transaction.replaceGates(of: stored.key, with: record.history.gates)
      judgement.isChanged = true
    }
    if try keepProposals(judgement.last, stored, hasNews: new != nil) { judgement.isChanged = true }
    judgement.newAsks = try keepAsks(judgement.last, stored)
    if !judgement.newAsks.isEmpty { judgement.isChanged = true }
    if isNew || stored != found {
      stored.revision = found.revision + 1
      stored.updatedAt = now
      try transaction.saveRecord(stored)
      judgement.isChanged = true
    }
    judgement.last.write(into: &judgement.line, record: record, playbook: loaded.playbook)
    judgement.before = try transaction.outcome(stored.key)
    if try keepOutcome(judgement, record, stored) { judgement.isChanged = true }
    judgement.record = stored
    return judgement
  }

  private func decided(_ record: Record) -> Decision {
    loaded.withWorker { worker in
      decide(record, playbook: loaded.playbook, clock: clock, climb: true, worker: &worker)
    }
  }

  /// One history row per stage, one CRM write for all.
  private func promote(
    _ stored: inout StoredRecord, _ proposal: Sales.Proposal, _ decision: Decision, submission: String?
  ) throws {
    let kept = StoredProposal(
      id: application.time.identifier(), key: stored.key, from: proposal.from, to: proposal.to, path: proposal.path,
      rules: proposal.rules, status: "applied", detail: [], playbook: loaded.version,
      createdAt: clock.epochMilliseconds, changedAt: clock.epochMilliseconds)
    try transaction.saveProposal(kept)
    for (place, (from, to)) in zip(proposal.path, proposal.path.dropFirst()).enumerated() {
      let gate = decision.gates.first { $0.from == from && $0.to == to }
      try transaction.addStageChange(
        StageChange(
          id: application.time.identifier(), key: stored.key, from: from, to: to, at: clock.epochMilliseconds,
          cause: "promotion", rule: place < proposal.rules.count ? proposal.rules[place] : nil,
          submission: gate?.submissions.last?.string ?? submission, playbook: loaded.version, proposal: kept.id))
    }
    stored.stage = proposal.to
    try application.queueStageWrite(
      of: stored, from: proposal.from, to: proposal.to, loaded, now: now, in: transaction)
  }

  /// - Returns: whether anything was written.
  private func keepProposals(_ decision: Decision, _ stored: StoredRecord, hasNews: Bool) throws -> Bool {
    var open = try transaction.openProposals(of: stored.key)
    var isChanged = false
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
        if same.status == status && same.detail == detail && same.path == proposal.path && same.rules == proposal.rules
        {
          continue
        }
        same.status = status
        same.detail = detail
        same.path = proposal.path
        same.rules = proposal.rules
        same.playbook = loaded.version
        same.changedAt = clock.epochMilliseconds
        try transaction.saveProposal(same)
      } else {
        if try !hasNews && isRefused(proposal, stored) { continue }
        try transaction.saveProposal(
          StoredProposal(
            id: application.time.identifier(), key: stored.key, from: proposal.from, to: proposal.to,
            path: proposal.path, rules: proposal.rules, status: status, detail: detail, playbook: loaded.version,
            createdAt: clock.epochMilliseconds, changedAt: clock.epochMilliseconds))
      }
      isChanged = true
    }
    for var gone in open {
      gone.status = "superseded"
      gone.changedAt = clock.epochMilliseconds
      try transaction.saveProposal(gone)
      isChanged = true
    }
    return isChanged
  }

  /// Whether a person refused the same and nothing was answered since; for open stages a watermark says so as well, but
  /// closings have none.
  private func isRefused(_ proposal: Sales.Proposal, _ stored: StoredRecord) throws -> Bool {
    let refused = try transaction.proposals(of: stored.key).filter {
      $0.status == "refused" && $0.from == proposal.from && $0.to == proposal.to
    }
    guard let last = refused.map(\.changedAt).max() else { return false }
    return try !transaction.submissions(of: stored.key).contains { $0.0.receivedAt > last }
  }

  /// What is asked stays asked until it is no longer needed; asked once.
  private func keepAsks(_ decision: Decision, _ stored: StoredRecord) throws -> [Text] {
    let open = try transaction.openAsks(of: stored.key)
    for ask in open where !decision.asks.contains(ask.assessment) {
      _ = try transaction.closeAsks(of: stored.key, assessment: ask.assessment, at: clock.epochMilliseconds)
    }
    var new: [Text] = []
    for assessment in decision.asks where !open.contains(where: { $0.assessment == assessment }) {
      let expired = decision.notices.first { notice in
        notice.code == "EXPIRED" && notice.message.bytes.starts(with: assessment.bytes)
      }
      let ask = Ask(
        key: stored.key, assessment: assessment, reason: expired?.message ?? "the evidence is missing",
        askedAt: clock.epochMilliseconds)
      if try transaction.addAsk(ask) { new.append(assessment) }
    }
    return new
  }

  private func keepOutcome(_ judgement: Judgement, _ record: Record, _ stored: StoredRecord) throws -> Bool {
    let digest = Hexadecimal.sha256(judgement.line)
    if let before = judgement.before, before.digest == digest, before.playbook == loaded.version {
      return false
    }
    let decision = judgement.last
    let pipeline = loaded.pipeline(of: stored.key.kind, named: stored.pipeline)
    let stage = decision.stated.flatMap { name in pipeline?.stages.first { $0.name == name } }
    try transaction.saveOutcome(
      RecordOutcome(
        key: stored.key, line: judgement.line, digest: digest, playbook: loaded.version,
        decidedAt: clock.epochMilliseconds, stated: decision.stated, least: decision.supported?.least,
        most: decision.supported?.most, verdict: decision.verdict?.word,
        status: stage?.status.word, owner: stored.owner, pipeline: pipeline?.name))
    try application.queueFields(of: stored, loaded, now: now, in: transaction) { fields, connection in
      let money = loaded.definition.kinds.first { $0.name == stored.key.kind }?.money.flatMap { name in
        record.attributes.first { $0.name == name }?.value.decimal
      }
      return fields.values(of: decision, money: money, in: pipeline, page: connection.page(of: stored.key))
    }
    return true
  }
}

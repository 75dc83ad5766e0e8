public import FEEL
internal import Sales
internal import Store

/// What was erased of a person.
public struct PersonErasure: Hashable, Sendable {
  /// Submissions whose answers and notes are gone.
  public var submissions = 0
  /// Submissions whose result is being sent to the CRM: they are erased when this is done again.
  public var postponed = 0
  /// Records that were judged without them.
  public var records = 0
  /// Reasons that the person gave.
  public var reasons = 0
  /// Audit entries that say no more what they are about.
  public var auditEntries = 0
  /// Tokens, sessions and links that were ended.
  public var tokens = 0
  /// Answers to requests.
  public var requests = 0

  /// Nothing was erased yet.
  public init() {}

  /// Whether there was nothing to erase.
  public var isNothing: Bool { self == PersonErasure() }
}

extension Application {
  /// What there is to erase of a person, roughly: submissions with answers and records.
  public func erasable(of person: Text) async throws(ServiceError) -> (submissions: Int, records: Int) {
    try await reading { reading in
      let records = try reading.records(touchedBy: person)
      return (try records.reduce(0) { try $0 + reading.submissions(of: person, about: $1).count }, records.count)
    }
  }

  /// Erases what a person typed, for that person's right: answers and notes, reasons of holds, overrides, moves and
  /// refusals, the payloads of audit entries; ends the person's tokens. That there was something stays, under the
  /// person's id, and why it is gone. Records are judged without it, each in a transaction of its own; what was
  /// interrupted is finished by doing it again, and twice is the same as once.
  ///
  /// The CRM keeps what it was sent, and devices what they hold; erase it there too.
  public func erase(person: Text, reason: Text, by: Person? = nil) async throws(ServiceError) -> PersonErasure {
    try Self.checkReason(reason)
    if let by { try allow(by, .manageTokens) }
    let now = time.now()
    var erasure = PersonErasure()
    // First: nothing more comes in meanwhile.
    (erasure.tokens, erasure.requests) = try await writing { transaction in
      (try transaction.revokeTokens(of: person, at: now), try transaction.eraseRequests(of: person))
    }
    let keys = try await reading { try $0.records(touchedBy: person) }
    for key in keys {
      let found = try await writing { [self] transaction in
        try erase(person, about: key, reason: reason, at: now, in: transaction)
      }
      erasure.submissions += found.submissions
      erasure.postponed += found.postponed
      erasure.records += found.records
      erasure.reasons += found.reasons
      erasure.auditEntries += found.auditEntries
    }
    let total = erasure
    erasure.auditEntries += try await writing { [self] transaction in
      var count = 0
      for entry in try transaction.auditNumbers(actor: person) {
        if try transaction.eraseAudit(entry.number, at: now, reason: reason) { count += 1 }
        if entry.action == "submission.returned" {
          try transaction.eraseHeldReason(of: String(entry.subject.string.dropFirst("submission/".count)))
        }
      }
      if count > 0 || !total.isNothing {
        try audit(
          "person.erased", subject: "person/" + person, by: by, payload: reason.bytes, at: now, in: transaction)
      }
      return count
    }
    dossiers.forget()
    // What the log still holds of it goes too.
    do { try await store.clearLog() } catch {
      throw ServiceError(
        .unavailable, code: "log-not-cleared",
        "It is erased, but older states may still be in the log while somebody reads. Do it again to clear it.")
    }
    return erasure
  }

  private func erase(
    _ person: Text, about key: RecordKey, reason: Text, at now: Int64, in transaction: StoreTransaction
  ) throws -> PersonErasure {
    var erasure = PersonErasure()
    for id in try transaction.submissions(of: person, about: key) {
      if try transaction.effect(id) != nil, !(try transaction.eraseEffect(id, at: now)) {
        erasure.postponed += 1
        continue
      }
      guard try transaction.eraseEnvelope(of: id, at: now, reason: reason) else { continue }
      for number in try transaction.auditNumbers(subject: "submission/\(Text(id))") {
        if try transaction.eraseAudit(number, at: now, reason: reason) { erasure.auditEntries += 1 }
      }
      erasure.submissions += 1
    }
    if erasure.submissions > 0 { try transaction.raiseRevision(of: key) }
    var texts = try transaction.reasons(of: person, about: key)
    erasure.reasons = try transaction.eraseReasons(of: person, about: key)
    let rules = try rules(at: now, in: transaction)
    guard let found = try dossier(key, rules.loaded, in: transaction) else { return erasure }
    let said = found.reasons(of: person)
    texts += said
    erasure.reasons += said.count
    if erasure.submissions + erasure.reasons > 0 {
      let event = Event(id: Text(time.identifier()), at: now, .reasonsErased(of: person))
      _ = try apply(step(found, event, rules), event: event.id, rules.loaded, in: transaction)
      erasure.records = 1
    }
    // Behind the step, which writes proposals as it read them.
    if !texts.isEmpty { try eraseRepetitions(of: texts, about: key, in: transaction) }
    return erasure
  }

  /// A hold's reason is repeated in what it held back: in proposals, in the lines of nights and in their reports.
  private func eraseRepetitions(of texts: [Text], about key: RecordKey, in transaction: StoreTransaction) throws {
    func without(_ text: Text) -> Text {
      Text(texts.reduce(text.string) { $0.replacing($1.string, with: Dossier.erased.string) })
    }
    for proposal in try transaction.proposals(of: key) {
      let detail = proposal.detail.map(without)
      if detail == proposal.detail { continue }
      try transaction.replaceDetail(of: proposal.id, with: detail)
      try transaction.raiseRevision(of: key)
    }
    for id in try transaction.nightRuns(about: key) {
      guard let line = try transaction.nightLine(run: id, about: key), without(line.detail) != line.detail else {
        continue
      }
      try transaction.addNightLine(run: id, key: key, outcome: line.outcome, detail: without(line.detail))
      guard var report = try transaction.nightRun(id)?.report.flatMap(NightReport.init(stored:)) else { continue }
      for place in report.lines.indices where report.lines[place].record == key {
        report.lines[place].detail = without(report.lines[place].detail)
      }
      try transaction.replaceReport(of: id, with: report.document.bytes)
    }
  }
}

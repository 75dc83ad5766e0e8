internal import Decisions
internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// Scores and judges all records afresh as of an instant, by the playbook in force then.
  ///
  /// Goes through the records by key in short transactions, each with its checkpoint: killed and started again it goes on
  /// where it stopped and comes to the same report. A run that is finished gives its report again and does nothing. One
  /// at a time, by a lease.
  ///
  /// - Parameters:
  ///   - asOf: epoch milliseconds; nil: now, or the instant of a run of the last day that was interrupted.
  ///   - chunk: records in a transaction.
  ///   - progress: told after each chunk: how many are done, and of how many.
  /// - Returns: the report, and whether it had been finished before.
  /// - Throws: `HeldLease.Taken` while another process runs it; `ServiceError.invalid` for an instant that is still to
  ///   come.
  public func rescore(
    asOf: Int64? = nil, chunk: Int = 200, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> (report: NightReport, wasFinished: Bool) {
    // What is judged at an instant stays judged so until then: answers would be expired before they are.
    if let asOf, asOf > time.now() {
      throw ServiceError(
        .invalid, code: "future-instant",
        "\(Instant.text(asOf)) is still to come, and nobody knows what will be known then. Give a moment that is past, "
          + "or none for now.")
    }
    let lease = try await HeldLease.take("night", self)
    do {
      let result = try await rescore(asOf: asOf, chunk: chunk, lease: lease, progress: progress)
      await lease.release()
      return result
    } catch {
      await lease.release()
      throw error
    }
  }

  private func rescore(
    asOf: Int64?, chunk: Int, lease: HeldLease, progress: @Sendable (Int, Int) -> Void
  ) async throws -> (report: NightReport, wasFinished: Bool) {
    let now = time.now()
    let (run, total) = try await writing { [self] transaction in
      let total = try transaction.recordCount()
      if asOf == nil, let interrupted = try transaction.unfinishedNightRun(startedAfter: now - 86_400_000),
        try transaction.playbookInForce(at: now)?.version == interrupted.playbook
      {
        return (interrupted, total)
      }
      let instant = asOf ?? now
      let loaded = try inForce(at: instant, in: transaction).loaded
      let id = "\(Instant.text(instant))/\(loaded.version)"
      if let known = try transaction.nightRun(id) { return (known, total) }
      let fresh = NightRun(
        id: id, asOf: instant, playbook: loaded.version, startedAt: now,
        counts: NightReport(asOf: instant, playbook: loaded.version).checkpoint)
      try transaction.saveNightRun(fresh)
      return (fresh, total)
    }
    if let report = run.report.flatMap(NightReport.init(stored:)) { return (report, true) }
    guard var report = NightReport(stored: run.counts) else {
      throw ServiceError(.unavailable, code: "bad-checkpoint", "The checkpoint of this run cannot be read.")
    }
    var current = run
    progress(report.read, total)
    var judged = try await judge(chunk, after: run.cursor, of: run)
    while true {
      let (before, state, present) = (report, current, judged)
      // While these are stored the next ones are judged.
      async let next = present.count < chunk ? [] : judge(chunk, after: present.last?.0, of: state)
      let step = try await writing { [self] transaction in try store(present, chunk, state, before, in: transaction) }
      (report, current) = (step.report, step.run)
      progress(report.read, max(total, report.read))
      if step.isLast { break }
      judged = try await next
      guard await lease.renew() else {
        throw ServiceError(.unavailable, code: "lease-lost", "Another run took over; this one stopped where it was.")
      }
      try Task.checkCancellation()
    }
    wake.signal()
    return (report, false)
  }

  private struct NightStep: Sendable {
    var report: NightReport
    var run: NightRun
    var isLast: Bool
  }

  /// One record as it was judged, or why it could not be read.
  private enum Judged: Sendable {
    case step(Event, StepResult)
    case unreadable(String)
  }

  /// How many readers judge at a time.
  private static let judges = 4

  /// Steps the next records beside the writer, in several readers. Each has a snapshot of its own; what moves meanwhile
  /// is noticed when it is stored.
  private func judge(
    _ chunk: Int, after cursor: RecordKey?, of run: NightRun
  ) async throws -> [(RecordKey, Judged)] {
    let keys = try await reading { try $0.recordKeys(after: cursor, limit: chunk) }
    let share = max(1, (keys.count + Self.judges - 1) / Self.judges)
    return try await withThrowingTaskGroup(of: (Int, [(RecordKey, Judged)]).self) { group in
      for start in stride(from: 0, to: keys.count, by: share) {
        let part = Array(keys[start..<min(start + share, keys.count)])
        group.addTask { [self] in
          let judged = try await reading { [self] reading in
            let rules = try nightRules(run, in: reading)
            return try part.map { key in (key, try judge(key, run, rules, in: reading)) }
          }
          return (start, judged)
        }
      }
      var parts: [(Int, [(RecordKey, Judged)])] = []
      for try await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap { $0.1 }
    }
  }

  private func judge(_ key: RecordKey, _ run: NightRun, _ rules: RulesInForce, in reading: StoreReading) throws
    -> Judged
  {
    do {
      guard let found = try dossier(key, rules.loaded, in: reading) else { return .unreadable("it is gone") }
      let event = Event(id: Text("\(run.id)/\(key.kind)/\(key.id)"), at: run.asOf, .judged)
      return .step(event, step(found, event, rules))
    } catch let error as StoreError {
      throw error
    } catch {
      // A row that cannot be read, for whatever reason, must not keep the others from their night.
      return .unreadable("the stored record cannot be read: \(error)")
    }
  }

  /// The playbook of the run, with the activation that it was in force by.
  private func nightRules(_ run: NightRun, in reading: StoreReading) throws -> RulesInForce {
    let present = try rules(at: run.asOf, in: reading)
    if present.loaded.version == run.playbook { return present }
    // An activation came in between for the run's own instant: it goes on by the playbook that it began with.
    let loaded = try playbook(run.playbook, in: reading)
    return RulesInForce(
      loaded: loaded, activation: present.activation,
      setting: StepSetting(
        playbook: loaded.playbook, version: Text(loaded.version), clock: time.clock(at: run.asOf, loaded.playbook)))
  }

  /// Writes what changed, with the checkpoint.
  private func store(
    _ judged: [(RecordKey, Judged)], _ chunk: Int, _ run: NightRun, _ before: NightReport,
    in transaction: StoreTransaction
  ) throws -> NightStep {
    var night = NightStep(report: before, run: run, isLast: judged.count < chunk)
    let rules = try nightRules(run, in: transaction)
    for (key, first) in judged {
      var outcome = first
      if case .step(let event, let result) = first, !(try apply(result, event: event.id, rules.loaded, in: transaction))
      {
        // Somebody was faster: judged anew as it is now, here.
        outcome = try judge(key, run, rules, in: transaction)
        if case .step(let event, let result) = outcome {
          _ = try apply(result, event: event.id, rules.loaded, in: transaction)
        }
      }
      try report(key, outcome, rules, &night, in: transaction)
    }
    night.run.cursor = judged.last?.0 ?? run.cursor
    if night.isLast {
      for line in try transaction.nightLines(run: run.id, after: nil, limit: Int.max) {
        guard let ending = NightReport.Ending(rawValue: line.outcome.string) else { continue }
        night.report.lines.append(NightReport.Line(record: line.key, ending: ending, detail: line.detail))
      }
      if let earlier = try transaction.finishedNightRun(before: run.asOf)?.report.flatMap(NightReport.init(stored:)) {
        night.report.compare(with: earlier)
      }
      night.run.finishedAt = time.now()
      night.run.report = night.report.document.bytes
      try audit(
        "night.finished", subject: "night/\(run.id)", by: nil, payload: night.report.checkpoint, at: time.now(),
        in: transaction)
    }
    night.run.counts = night.report.checkpoint
    try transaction.saveNightRun(night.run)
    return night
  }

  /// Counts a record, and keeps a line of one that is not as it was.
  private func report(
    _ key: RecordKey, _ judged: Judged, _ rules: RulesInForce, _ night: inout NightStep,
    in transaction: StoreTransaction
  ) throws {
    let (ending, detail): (NightReport.Ending, Text)
    switch judged {
    case .unreadable(let reason): (ending, detail) = (.error, Text(reason))
    case .step(_, let result):
      // A deleted record is history.
      if result.dossier.deletedAt != nil { return }
      (ending, detail) = Self.ending(result)
      if case .open = result.dossier.standing(in: rules.loaded.playbook) {
        let before = result.before.flatMap(Self.line)
        let after = result.before == result.dossier.outcome ? before : result.dossier.outcome.flatMap(Self.line)
        if let after { night.report.count(after, before: before) }
      }
    }
    night.report.read += 1
    night.report.counts[ending, default: 0] += 1
    if ending == .unchanged || ending == .skipped { return }
    try transaction.addNightLine(run: night.run.id, key: key, outcome: Text(ending.rawValue), detail: detail)
  }

  private static func line(_ outcome: RecordOutcome) -> PipelineReport.Line? {
    (try? JSON.parse(outcome.line)).flatMap { PipelineReport.Line(decision: $0) }
  }

  private static func ending(_ result: StepResult) -> (NightReport.Ending, Text) {
    guard let first = result.first, let last = result.last else { return (.skipped, "") }
    if let applied = result.applied.first { return (.promoted, applied.path.joined(by: " → ")) }
    for proposal in first.proposals {
      switch proposal.status {
      case .held(let reason): return (.held, reason)
      case .blocked(let missing): return (.incomplete, proposal.to + " requires " + missing.joined(by: ", "))
      case .applied, .waiting: continue
      }
    }
    let expired = last.notices.filter { $0.code == "EXPIRED" }
    if !expired.isEmpty, !result.newAsks.isEmpty { return (.recheck, expired.map(\.message).joined(by: "; ")) }
    return (.unchanged, "")
  }
}

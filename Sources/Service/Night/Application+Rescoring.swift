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
      if asOf == nil, let interrupted = try transaction.unfinishedNightRun(startedAfter: now - 86_400_000) {
        return (interrupted, total)
      }
      let instant = asOf ?? now
      let loaded = try inForce(at: instant, in: transaction)
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
    while true {
      let (before, state) = (report, current)
      let step = try await writing { [self] transaction in
        try rescore(chunk, state, before, in: transaction)
      }
      (report, current) = (step.report, step.run)
      progress(report.read, max(total, report.read))
      if step.isLast { break }
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

  private func rescore(
    _ chunk: Int, _ run: NightRun, _ before: NightReport, in transaction: StoreTransaction
  ) throws -> NightStep {
    var step = NightStep(report: before, run: run, isLast: false)
    let records = try transaction.records(after: run.cursor, limit: chunk)
    let loaded = try playbook(run.playbook, in: transaction)
    let judging = Judging(self, loaded, at: run.asOf, transaction)
    for stored in records where stored.deletedAt == nil {
      step.report.read += 1
      let (ending, detail) = try rescore(stored, judging, &step.report)
      step.report.counts[ending, default: 0] += 1
      if ending != .unchanged && ending != .skipped {
        try transaction.addNightLine(
          run: run.id, key: stored.key, outcome: Text(ending.rawValue), detail: detail)
      }
    }
    step.run.cursor = records.last?.key ?? run.cursor
    step.isLast = records.count < chunk
    if step.isLast {
      for line in try transaction.nightLines(run: run.id, after: nil, limit: Int.max) {
        guard let ending = NightReport.Ending(rawValue: line.outcome.string) else { continue }
        step.report.lines.append(NightReport.Line(record: line.key, ending: ending, detail: line.detail))
      }
      if let earlier = try transaction.finishedNightRun(before: run.asOf)?.report.flatMap(NightReport.init(stored:)) {
        step.report.compare(with: earlier)
      }
      step.run.finishedAt = time.now()
      step.run.report = step.report.document.bytes
      try audit(
        "night.finished", subject: "night/\(run.id)", by: nil, payload: step.report.checkpoint, at: time.now(),
        in: transaction)
    }
    step.run.counts = step.report.checkpoint
    try transaction.saveNightRun(step.run)
    return step
  }

  private func rescore(
    _ stored: StoredRecord, _ judging: Judging, _ report: inout NightReport
  ) throws -> (NightReport.Ending, Text) {
    let pipeline = judging.loaded.pipeline(of: stored.key.kind, named: stored.pipeline)
    if let stage = pipeline?.stages.first(where: { $0.name == stored.stage }), stage.status != .open {
      return (.skipped, "")
    }
    let judgement: Judging.Judgement
    do {
      judgement = try judging.judge(stored, isNew: false)
    } catch let error as StoreError {
      throw error
    } catch {
      // A row that cannot be read, for whatever reason, must not keep the others from their night.
      return (.error, Text("the stored record cannot be read: \(error)"))
    }
    let before = judgement.before.flatMap { try? JSON.parse($0.line) }.flatMap { PipelineReport.Line(decision: $0) }
    let after = (try? JSON.parse(judgement.line)).flatMap { PipelineReport.Line(decision: $0) }
    if let after { report.count(after, before: before) }
    if let applied = judgement.applied { return (.promoted, applied.path.joined(by: " → ")) }
    for proposal in judgement.first.proposals {
      switch proposal.status {
      case .held(let reason): return (.held, reason)
      case .blocked(let missing): return (.incomplete, proposal.to + " requires " + missing.joined(by: ", "))
      case .applied, .waiting: continue
      }
    }
    let expired = judgement.last.notices.filter { $0.code == "EXPIRED" }
    if !expired.isEmpty, !judgement.newAsks.isEmpty { return (.recheck, expired.map(\.message).joined(by: "; ")) }
    return (.unchanged, "")
  }
}

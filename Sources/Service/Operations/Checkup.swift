internal import Connect
internal import FEEL
internal import Sales
internal import Store

/// What `stagecraft doctor` finds out about one thing.
public struct CheckupLine: Hashable, Sendable {
  /// How it stands.
  public enum Grade: String, Sendable, CaseIterable {
    /// All is as it should be.
    case ok
    /// Nothing is broken yet.
    case warning = "warn"
    /// Broken: the next command mends it, or says more.
    case failure = "fail"
  }
  /// `store`, `disk`, `clock`, ...
  public var subject: String
  /// How it stands.
  public var grade: Grade
  /// What was found, without a full stop.
  public var message: String
  /// The next command to run; nil: nothing is to be done.
  public var next: String?

  /// A line; what is fine needs no next command.
  public init(_ subject: String, _ grade: Grade, _ message: String, next: String? = nil) {
    self.subject = subject
    self.grade = grade
    self.message = message
    self.next = grade == .ok ? nil : next
  }
}

/// When a checkup worries; milliseconds and bytes.
public enum CheckupLimits {
  /// Clocks that are kept in step differ by less.
  public static let clock: Int64 = 60_000
  /// A copy of the store that is older is a warning.
  public static let backupAge: Int64 = 2 * 86_400_000
  /// A last night that is longer ago is a warning.
  public static let nightAge: Int64 = 36 * 3_600_000
  /// An effect that waits for longer is a warning.
  public static let unsentAge: Int64 = 15 * 60_000
  /// Less room than this is a failure, ten times as much a warning.
  public static let freeBytes = 100_000_000
  /// A token that ends sooner is a warning.
  public static let tokenEnd: Int64 = 14 * 86_400_000
}

extension Application {
  /// Looks at everything that an operator answers for, one line each. Changes nothing; asks the CRMs.
  ///
  /// - Complexity: O(size of the store).
  public func checkup() async -> [CheckupLine] {
    let now = time.now()
    var lines = [await checkStore(), checkDisk()]
    lines.append(await looked("clock") { [self] in try clockLine($0, now) })
    lines.append(await looked("audit") { [self] in try auditLine($0) })
    lines.append(await looked("backup") { try Self.backupLine($0, now) })
    lines.append(await looked("playbook") { [self] in try playbookLine($0, now) })
    lines.append(await looked("night") { try Self.nightLine($0, now) })
    lines.append(await looked("tokens") { try Self.tokensLine($0, now) })
    lines += await checkSync(now)
    lines += await checkCRMs()
    return lines
  }

  private func looked(
    _ subject: String, _ body: @escaping @Sendable (StoreReading) throws -> CheckupLine
  ) async -> CheckupLine {
    do { return try await store.read(body) } catch {
      return CheckupLine(subject, .failure, "cannot be read: \(error)", next: "stagecraft restore FILE")
    }
  }

  private func checkStore() async -> CheckupLine {
    do {
      let (schema, damages) = try await store.read { (try $0.schemaVersion(), try $0.damages()) }
      if let first = damages.first {
        return CheckupLine("store", .failure, "\(store.path) is damaged: \(first)", next: "stagecraft restore FILE")
      }
      try await store.probe()
      return CheckupLine("store", .ok, "\(store.path) is whole and takes writes, schema \(schema)")
    } catch {
      return CheckupLine("store", .failure, "\(error)", next: "ls -l \(store.path)")
    }
  }

  private func checkDisk() -> CheckupLine {
    let disk = store.disk
    guard let free = disk.freeBytes else {
      return CheckupLine("disk", .warning, "how much room there is cannot be found out", next: "df -h \(store.path)")
    }
    let message = "the store takes \(megabytes(disk.bytes)), \(megabytes(free)) are free"
    let grade: CheckupLine.Grade =
      free < CheckupLimits.freeBytes
      ? .failure : free < max(10 * CheckupLimits.freeBytes, 2 * disk.bytes) ? .warning : .ok
    return CheckupLine("disk", grade, message, next: "df -h \(store.path)")
  }

  private func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB" }

  private func clockLine(_ reading: StoreReading, _ now: Int64) throws -> CheckupLine {
    func ahead(_ what: String, _ instant: Int64?) -> String? {
      guard let instant, instant > now + CheckupLimits.clock else { return nil }
      return "it is \(Instant.text(now)) here, but \(what) is of \(Instant.text(instant))"
    }
    if let message = ahead("the last entry", try reading.latestWriting()) {
      return CheckupLine("clock", .failure, message + ": the clock was set back", next: "timedatectl")
    }
    if let message = ahead("the last change in the CRM", try reading.latestModification()) {
      return CheckupLine("clock", .warning, message + ": one of the clocks is wrong", next: "timedatectl")
    }
    return CheckupLine("clock", .ok, "\(Instant.text(now)), behind nothing that is stored")
  }

  private func auditLine(_ reading: StoreReading) throws -> CheckupLine {
    let found = try reading.verifyAudit()
    if let bad = found.firstBad {
      return CheckupLine(
        "audit", .failure, "entry \(bad.number) is not as it was written: \(bad.what)", next: "stagecraft audit verify")
    }
    let head = try reading.auditHead()
    return CheckupLine(
      "audit", .ok, "\(found.count) entries, all links hold; head \(head.number):\(head.hash.prefix(12))")
  }

  private static func backupLine(_ reading: StoreReading, _ now: Int64) throws -> CheckupLine {
    let next = "stagecraft backup FILE"
    guard let last = try reading.lastDone(.backup) else {
      return CheckupLine("backup", .warning, "the store was never copied", next: next)
    }
    let message = "the last copy is of \(Instant.text(last.at)), \(age(last.at, now)) ago"
    return CheckupLine("backup", now - last.at > CheckupLimits.backupAge ? .warning : .ok, message, next: next)
  }

  private func playbookLine(_ reading: StoreReading, _ now: Int64) throws -> CheckupLine {
    do {
      let loaded = try inForce(at: now, in: reading).loaded
      return CheckupLine("playbook", .ok, "\(loaded.version.prefix(12)) is in force")
    } catch let error as ServiceError {
      return CheckupLine("playbook", .failure, error.message, next: "stagecraft activate")
    }
  }

  private static func nightLine(_ reading: StoreReading, _ now: Int64) throws -> CheckupLine {
    let next = "stagecraft rescore"
    if let open = try reading.unfinishedNightRun(startedAfter: now - 86_400_000) {
      let since = "the run that was started at \(Instant.text(open.startedAt)) is not finished"
      let isUnderWay = try reading.lease("night").map { !$0.holder.isEmpty && $0.expiresAt > now } ?? false
      return CheckupLine("night", isUnderWay ? .ok : .warning, since, next: next)
    }
    guard let last = try reading.lastNightRun(), let finished = last.finishedAt else {
      return CheckupLine("night", .warning, "there was none yet", next: next)
    }
    let errors = last.report.flatMap(NightReport.init(stored:))?.count(.error) ?? 0
    let message = "the last one ended at \(Instant.text(finished)), \(age(finished, now)) ago"
    if errors > 0 {
      return CheckupLine("night", .warning, message + ", with \(errors) records that could not be read", next: next)
    }
    return CheckupLine(
      "night", now - finished > CheckupLimits.nightAge ? .warning : .ok, message,
      next: "systemctl status stagecraft-night.timer; stagecraft rescore")
  }

  private static func tokensLine(_ reading: StoreReading, _ now: Int64) throws -> CheckupLine {
    let tokens = try reading.validTokens(at: now).filter { $0.kind == "api" }
    let ending = tokens.filter { $0.expiresAt.map { $0 < now + CheckupLimits.tokenEnd } ?? false }
    if tokens.isEmpty {
      return CheckupLine("tokens", .warning, "nobody has a valid one", next: "stagecraft token make PERSON")
    }
    if let first = ending.min(by: { ($0.expiresAt ?? .max) < ($1.expiresAt ?? .max) }) {
      return CheckupLine(
        "tokens", .warning,
        "\(ending.count) of \(tokens.count) end within two weeks, first \(first.id) of \(first.person)",
        next: "stagecraft token rotate \(first.id)")
    }
    return CheckupLine("tokens", .ok, "\(tokens.count) valid, none ends within two weeks")
  }

  private func checkSync(_ now: Int64) async -> [CheckupLine] {
    let status: [ConnectionView]
    do throws(ServiceError) { status = try await syncStatus() } catch {
      return [CheckupLine("sync", .failure, error.cause ?? error.message, next: "stagecraft sync")]
    }
    if status.isEmpty { return [CheckupLine("sync", .ok, "nothing was ever to be sent")] }
    return status.map { view in
      let subject = "sync \(view.name)"
      if let oldest = view.oldestUnsent, now - oldest > CheckupLimits.unsentAge {
        let because = view.pausedBecause.map { "; it pauses: \($0)" } ?? ""
        return CheckupLine(
          subject, .warning,
          "\(view.waiting + view.claimed) wait, the oldest since \(Instant.text(oldest)), \(Self.age(oldest, now))\(because)",
          next: "stagecraft sync")
      }
      if view.dead > 0 {
        return CheckupLine(subject, .warning, "the CRM refused \(view.dead) for good", next: "stagecraft sync list")
      }
      return CheckupLine(subject, .ok, "\(view.waiting + view.claimed) wait, \(view.done) done, none refused")
    }
  }

  private func checkCRMs() async -> [CheckupLine] {
    if connections.isEmpty { return [CheckupLine("CRM", .ok, "none is connected")] }
    do throws(ServiceError) {
      return try await checkConnections().map { name, report in
        let missing = report.lines.filter { !$0.isFine }
        guard let first = missing.first else {
          return CheckupLine("CRM \(name)", .ok, "all \(report.lines.count) checks hold")
        }
        let more = missing.count > 1 ? ", and \(missing.count - 1) more" : ""
        return CheckupLine(
          "CRM \(name)", .failure, "\(first.subject): \(first.message)\(more)", next: "stagecraft connect check")
      }
    } catch {
      return [CheckupLine("CRM", .failure, error.message, next: "stagecraft connect check")]
    }
  }

  /// `3 minutes`, `5 hours`, `2 days`.
  private static func age(_ instant: Int64, _ now: Int64) -> String {
    let minutes = max(0, now - instant) / 60_000
    func counted(_ count: Int64, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
    if minutes < 120 { return counted(minutes, "minute") }
    if minutes < 48 * 60 { return counted(minutes / 60, "hour") }
    return counted(minutes / 1440, "day")
  }
}

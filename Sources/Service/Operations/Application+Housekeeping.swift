internal import FEEL
internal import Logging
internal import Sales
public import ServiceLifecycle
internal import Store

/// How much of what has had its time was removed.
public struct HousekeepingReport: Hashable, Sendable {
  /// Answers to requests.
  public var requests = 0
  /// Tokens, sessions and links that had ended.
  public var tokens = 0
  /// Effects that were carried out.
  public var effects = 0
  /// Hints of webhooks.
  public var inbound = 0
  /// People whose tokens were ended since they are not in the playbook any more.
  public var left = 0

  /// Nothing was removed yet.
  public init() {}
}

extension Application {
  /// The most rows that one transaction removes.
  public static let housekeepingRows = 500

  /// Removes what the policy keeps for a while only, and ends the tokens of people who left; in short transactions, so
  /// that nobody waits for it. Twice is the same as once, also at the same time.
  ///
  /// - Parameter rows: the most rows that one transaction removes.
  public func keepHouse(rows: Int = Application.housekeepingRows) async throws(ServiceError) -> HousekeepingReport {
    let now = time.now()
    let keep = try await keeping(at: now)
    func before(_ days: Int) -> Int64 { now - Int64(days) * 86_400_000 }
    var report = HousekeepingReport()
    report.left = try await writing { [self] in try endTokensOfPeopleWhoLeft(at: now, in: $0).count }
    report.requests = try await removing(rows) { [instant = before(keep.requests)] in
      try $0.removeIdempotentAnswers(before: instant, limit: $1)
    }
    report.tokens = try await removing(rows) { [instant = before(keep.tokens)] in
      try $0.removeTokens(endedBefore: instant, limit: $1)
    }
    report.effects = try await removing(rows) { [instant = before(keep.effects)] in
      try $0.removeEffects(endedBefore: instant, limit: $1)
    }
    report.inbound = try await removing(rows) { [instant = before(keep.inbound)] in
      try $0.removeEvents(finishedBefore: instant, limit: $1)
    }
    let counts = [
      ("requests", report.requests), ("tokens", report.tokens), ("effects", report.effects),
      ("inbound", report.inbound),
    ]
    for (what, count) in counts { measures.removed(what, count) }
    let detail = counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    try await writing { try $0.recordDone(.housekeeping, at: now, detail: detail) }
    logger.info("what had its time was removed", metadata: ["counts": "\(detail)", "left": "\(report.left)"])
    return report
  }

  /// What the policy in force says; while none is, what it says by itself.
  private func keeping(at now: Int64) async throws(ServiceError) -> Keeping {
    do throws(ServiceError) { return try await current(at: now).loaded.definition.policy.keep } catch {
      if error.kind == .notReady { return Keeping() }
      throw error
    }
  }

  private func removing(
    _ rows: Int, _ remove: @escaping @Sendable (StoreTransaction, Int) throws -> Int
  ) async throws(ServiceError) -> Int {
    var total = 0
    while !Task.isCancelled {
      let count = try await writing { try remove($0, rows) }
      total += count
      if count < rows { break }
    }
    return total
  }
}

/// Keeps house while the server runs: soon after the start, then every hour.
public struct Housekeeper: ServiceLifecycle.Service {
  let application: Application
  private static let first = Duration.seconds(60)
  private static let interval = Duration.seconds(3600)

  /// Keeps house in the application's store.
  public init(_ application: Application) { self.application = application }

  /// Works until it is cancelled; what fails is logged and tried again the next time.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var wait = Self.first
      while !Task.isCancelled {
        try? await Task.sleep(for: wait)
        if Task.isCancelled { break }
        wait = Self.interval
        do throws(ServiceError) { _ = try await application.keepHouse() } catch {
          application.logger.warning("housekeeping was put off", metadata: ["reason": "\(error.message)"])
        }
      }
    }
  }
}

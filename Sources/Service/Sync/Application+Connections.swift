public import Connect
public import FEEL
internal import Logging
public import Sales
internal import Store

extension Application {
  /// Tries every connection: login, objects, fields, stages.
  public func checkConnections() async throws(ServiceError) -> [(name: String, report: ConnectionReport)] {
    let loaded = try await current(at: time.now())
    var reports: [(name: String, report: ConnectionReport)] = []
    for connection in connections {
      let mappings = connection.objects.compactMap { connection.mapping(of: $0.kind, loaded) }
      let stages = loaded.definition.pipelines.map { ($0.kind, $0.stages.map(\.name)) }
      reports.append(
        (connection.name, await connection.connector.check(mappings, stages: stages.map { (kind: $0.0, names: $0.1) })))
    }
    return reports
  }

  /// What the worker would send now, one line each; the CRM's stages are read, nothing is written anywhere.
  public func dryRun() async throws(ServiceError) -> [String] {
    let loaded = try await current(at: time.now())
    var lines: [String] = []
    for connection in connections {
      let effects = try await reading { try $0.waitingEffects(connection: connection.name, limit: 10_000) }
      for (kind, group) in Dictionary(grouping: effects, by: \.key.kind).sorted(by: { $0.key < $1.key }) {
        guard let mapping = connection.mapping(of: kind, loaded) else { continue }
        let stages = group.filter { $0.kind == "stage" }
        var readings: [Text: StageReading] = [:]
        if !stages.isEmpty {
          do throws(ConnectorFailure) {
            readings = try await connection.connector.stages(of: stages.map(\.key.id), object: mapping)
          } catch {
            throw ServiceError(
              .unavailable, code: "crm-unavailable", "\(connection.name) could not be read: \(error.message)")
          }
        }
        for effect in group {
          guard let stage = StageEffect(payload: effect.payload) else {
            let assessment = (try? JSON.parse(effect.payload))?["assessment"]?.text ?? "an assessment"
            lines.append("\(connection.name): \(effect.key.id): the result of \(assessment)")
            continue
          }
          let there = readings[effect.key.id]?.stage
          let what =
            there == stage.to
            ? "stands there already"
            : stage.starts(at: there) ? "would be written" : "stands at \(there ?? "no stage"): would be superseded"
          lines.append("\(connection.name): \(effect.key.id): stage \(stage.from) → \(stage.to): \(what)")
        }
      }
    }
    return lines
  }

  /// The work of a worker that is gone: what it had claimed may or may not have been carried out, and is read back
  /// first. Waits that cannot be meant, after the clock was set back, end now.
  public func takeOverWork() async throws(ServiceError) {
    let now = time.now()
    let (released, hastened) = try await writing { [self] transaction in
      (
        try transaction.releaseClaims(holderNot: holder, now: now),
        try endWaits(beyond: now + 3_600_000, now: now, in: transaction)
      )
    }
    if released + hastened > 0 {
      logger.info("work taken over", metadata: ["claims": "\(released)", "waits": "\(hastened)"])
    }
  }

  /// Ends waits and pauses of the sync that cannot be meant, after the clock was set back.
  ///
  /// - Parameter latest: the farthest time that one can be for, epoch milliseconds.
  /// - Returns: how many.
  func endWaits(beyond latest: Int64, now: Int64, in transaction: StoreTransaction) throws -> Int {
    var ended = try transaction.hastenEffects(waitingBeyond: latest, now: now)
    ended += try transaction.hastenEvents(waitingBeyond: latest, now: now)
    for var state in try transaction.connectionStates() {
      guard let until = state.pausedUntil, until > latest || until > now && state.changedAt > now else { continue }
      state.pausedUntil = nil
      state.reason = nil
      state.changedAt = now
      try transaction.saveConnectionState(state)
      ended += 1
    }
    return ended
  }

  /// The time zone of the playbook in force, or UTC while none is.
  public func zone() async throws(ServiceError) -> Text {
    do throws(ServiceError) { return try await current(at: time.now()).definition.policy.zone } catch {
      if error.code == "no-playbook" { return "UTC" }
      throw error
    }
  }

  /// The definitions in force at an instant; nil: now.
  public func definition(at instant: Int64? = nil) async throws(ServiceError) -> PlaybookDefinition {
    let instant = instant ?? time.now()
    return try await reading { [self] reading in try inForce(at: instant, in: reading).definition }
  }
}

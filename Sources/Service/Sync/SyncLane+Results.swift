internal import Connect
internal import FEEL
internal import Logging
internal import Sales
internal import Store

extension SyncLane {
  /// Sends one batch of results; what may be there from before is read back first.
  func pushResults() async -> SyncProgress {
    guard let effects = await claim("result", limit: settings.batch), !effects.isEmpty else { return SyncProgress() }
    var rows: [(effect: Effect, row: ResultRow)] = []
    var endings: [(Effect, EffectResult)] = []
    for effect in effects {
      if let row = ResultRow(effect) {
        rows.append((effect, row))
      } else if effect.payload == Array("{}".utf8) {
        endings.append((effect, .superseded(note: "its answers were erased before it was sent")))
      } else {
        endings.append((effect, .dead(class: "person", code: nil, message: "the stored result cannot be read")))
      }
    }
    let isAlone = rows.count == 1 ? await !isFailing() : false
    let doubtful = rows.filter { $0.effect.outcomeUnknown || $0.effect.attempts > 1 }
    if !doubtful.isEmpty {
      do throws(ConnectorFailure) {
        let held = try await connector.readBack(doubtful.map(\.row))
        rows = rows.compactMap { pair in
          if let rest = pair.row.rest(after: held[pair.row.submission]) { return (pair.effect, rest) }
          endings.append((pair.effect, .done))
          return nil
        }
      } catch {
        // Nothing was sent; what became of the earlier attempt is as unknown as before.
        await paused(by: error)
        var failure = error
        failure.outcomeUnknown = true
        for pair in rows { endings.append((pair.effect, ending(pair.effect, failure, alone: isAlone))) }
        rows = []
      }
    }
    if !rows.isEmpty {
      let outcomes = await connector.push(rows.map(\.row))
      var ofConnection: ConnectorFailure?
      var succeeded = false
      for (pair, outcome) in zip(rows, outcomes) {
        switch outcome {
        case .done:
          succeeded = true
          endings.append((pair.effect, .done))
        case .failed(let failure):
          if Self.isOfConnection(failure) { ofConnection = failure } else { succeeded = true }
          endings.append((pair.effect, ending(pair.effect, failure, alone: isAlone)))
        }
      }
      if let ofConnection, !succeeded { await paused(by: ofConnection) } else { await recovered() }
    }
    return await finish(endings, claimed: effects.count)
  }

  /// The next effects of a kind; fewer while the connection fails.
  func claim(_ kind: Text, limit: Int) async -> [Effect]? {
    let now = time.now()
    return await store { transaction in
      let state = try transaction.connectionState(connection.name)
      if let pausedUntil = state?.pausedUntil, pausedUntil > now { return [] }
      let limit = state.map { $0.failures >= settings.failuresBeforeSingles } ?? false ? 1 : limit
      return try transaction.claimEffects(
        connection: connection.name, kind: kind, holder: application.holder, now: now,
        leaseUntil: now + settings.lease, limit: limit)
    }
  }

  /// Notes what became of the effects; a claim that somebody else took over meanwhile is not touched.
  func finish(
    _ endings: [(Effect, EffectResult)], claimed: Int,
    also body: @escaping @Sendable (StoreTransaction) throws -> Void = { _ in }
  ) async -> SyncProgress {
    let now = time.now()
    _ = await store { transaction in
      try body(transaction)
      _ = try transaction.finishEffects(
        endings.map { (id: $0.0.id, token: $0.0.token, result: $0.1) }, at: now)
    }
    var progress = SyncProgress(claimed: claimed)
    for (effect, ending) in endings {
      switch ending {
      case .done:
        progress.done += 1
        application.measures.effect(effect.kind.string, "done")
      case .dead(let failureClass, let code, _):
        application.measures.effect(effect.kind.string, "dead")
        application.logger.notice(
          "the CRM refused a write; see `stagecraft sync list`",
          metadata: metadata([
            "effect": "\(effect.id)", "kind": "\(effect.kind)", "class": "\(failureClass)", "code": "\(code ?? "none")",
          ]))
      case .retry: application.measures.effect(effect.kind.string, "retry")
      case .superseded:
        application.measures.effect(effect.kind.string, "superseded")
        application.logger.info(
          "a write was superseded", metadata: metadata(["effect": "\(effect.id)", "kind": "\(effect.kind)"]))
      }
    }
    return progress
  }
}

internal import Connect
internal import FEEL
internal import Logging
internal import Sales
internal import Store

// From the claim of effects to what became of them, whatever their kind.

extension SyncLane {
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

  /// Claims effects of a kind and has those of each object carried.
  func push(
    _ kind: Text, limit: Int, _ carry: ([Effect], ObjectMapping) async -> [(Effect, EffectResult)]
  ) async -> SyncProgress {
    guard let effects = await claim(kind, limit: limit), !effects.isEmpty else { return SyncProgress() }
    var endings: [(Effect, EffectResult)] = []
    for (kind, effects) in Dictionary(grouping: effects, by: \.key.kind).sorted(by: { $0.key < $1.key }) {
      do {
        guard let object = try await mapping(of: kind) else {
          for effect in effects {
            endings.append(
              (effect, .dead(class: "person", code: nil, message: "the connection does not carry \(kind) any more")))
          }
          continue
        }
        endings += await carry(effects, object)
      } catch {
        for effect in effects { endings.append((effect, later("the playbook could not be read"))) }
      }
    }
    return await finish(endings, claimed: effects.count)
  }

  /// What becomes of effects that were sent together. The connection is paused only where nothing at all came through.
  func settled(
    _ effects: [Effect], _ outcomes: [PushOutcome], alone isAlone: Bool
  ) async -> [(Effect, EffectResult)] {
    var endings: [(Effect, EffectResult)] = []
    var ofConnection: ConnectorFailure?
    var succeeded = false
    for (effect, outcome) in zip(effects, outcomes) {
      switch outcome {
      case .done:
        succeeded = true
        endings.append((effect, .done))
      case .failed(let failure):
        if Self.isOfConnection(failure) { ofConnection = failure } else { succeeded = true }
        endings.append((effect, ending(effect, failure, alone: isAlone)))
      }
    }
    if let ofConnection, !succeeded { await paused(by: ofConnection) } else { await recovered() }
    return endings
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

  /// Again soon, as if it had not been claimed: what failed says nothing about it or the CRM.
  func later(_ reason: Text) -> EffectResult {
    .retry(
      notBefore: time.now() + settings.firstDelay, class: "transient", code: nil, message: reason,
      outcomeUnknown: false, counts: false)
  }
}

internal import Connect
internal import FEEL
internal import Sales
internal import Store

extension SyncLane {
  /// Writes what the CRM is to show of outcomes: our own fields, whatever they hold, so nothing is read before.
  func pushFields() async -> SyncProgress {
    guard let effects = await claim("fields", limit: settings.batch), !effects.isEmpty else { return SyncProgress() }
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
        endings += await write(effects, object)
      } catch {
        for effect in effects { endings.append((effect, later("the playbook could not be read"))) }
      }
    }
    return await finish(endings, claimed: effects.count)
  }

  private func write(_ effects: [Effect], _ object: ObjectMapping) async -> [(Effect, EffectResult)] {
    var endings: [(Effect, EffectResult)] = []
    var writes: [(effect: Effect, write: FieldWrite)] = []
    for effect in effects {
      if let members = (try? JSON.parse(effect.payload))?.members, !members.isEmpty {
        writes.append((effect, FieldWrite(id: effect.key.id, fields: members)))
      } else {
        endings.append((effect, .superseded(note: "there is nothing to be shown")))
      }
    }
    if writes.isEmpty { return endings }
    let isAlone = writes.count == 1 ? await !isFailing() : false
    let outcomes = await connector.writeFields(writes.map(\.write), object: object)
    var ofConnection: ConnectorFailure?
    var succeeded = false
    for (pair, outcome) in zip(writes, outcomes) {
      memory.forget(pair.effect.key)
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
    return endings
  }

  /// Again soon, as if it had not been claimed: what failed says nothing about it or the CRM.
  func later(_ reason: Text) -> EffectResult {
    .retry(
      notBefore: time.now() + settings.firstDelay, class: "transient", code: nil, message: reason,
      outcomeUnknown: false, counts: false)
  }
}

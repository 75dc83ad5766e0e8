internal import Connect
internal import FEEL
internal import Sales
internal import Store

extension SyncLane {
  /// Writes what the CRM is to show of outcomes: our own fields, whatever they hold, so nothing is read before.
  func pushFields() async -> SyncProgress {
    await push("fields", limit: settings.batch, write)
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
    for pair in writes { memory.forget(pair.effect.key) }
    return endings + (await settled(writes.map(\.effect), outcomes, alone: isAlone))
  }
}

internal import Connect
internal import FEEL
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
      endings += await settled(rows.map(\.effect), outcomes, alone: isAlone)
    }
    return await finish(endings, claimed: effects.count)
  }
}

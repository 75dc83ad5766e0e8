internal import Connect
internal import FEEL
internal import Sales
internal import Store

extension SyncLane {
  /// Writes the stages that wait: each is read first, and written only where the CRM still stands where we think
  /// (design §9). Equal to the target: done. Anything else: superseded, and the CRM's stage comes in.
  func pushStages() async -> SyncProgress {
    guard let effects = await claim("stage", limit: min(50, settings.batch)), !effects.isEmpty else {
      return SyncProgress()
    }
    var endings: [(Effect, EffectResult)] = []
    for (kind, effects) in Dictionary(grouping: effects, by: \.key.kind).sorted(by: { $0.key < $1.key }) {
      guard let object = await mapping(of: kind) else {
        for effect in effects {
          endings.append(
            (effect, .dead(class: "person", code: nil, message: "the connection does not carry \(kind) any more")))
        }
        continue
      }
      endings += await push(effects, object)
    }
    return await finish(endings, claimed: effects.count)
  }

  private func push(_ effects: [Effect], _ object: ObjectMapping) async -> [(Effect, EffectResult)] {
    let readings: [Text: StageReading]
    do throws(ConnectorFailure) {
      readings = try await connection.connector.stages(of: effects.map(\.key.id), object: object)
    } catch {
      let isAlone = effects.count == 1 ? await !isFailing() : false
      await paused(by: error)
      return effects.map { ($0, ending($0, error, alone: isAlone)) }
    }
    await recovered()
    return await withTaskGroup(of: (Effect, EffectResult)?.self) { group in
      var endings: [(Effect, EffectResult)] = []
      var running = 0
      for effect in effects {
        if running >= 8, let done = await group.next() {
          running -= 1
          if let done { endings.append(done) }
        }
        group.addTask { await self.write(effect, readings[effect.key.id], object) }
        running += 1
      }
      for await done in group { if let done { endings.append(done) } }
      return endings
    }
  }

  /// - Returns: nil where it noted the ending itself.
  private func write(
    _ effect: Effect, _ reading: StageReading?, _ object: ObjectMapping
  ) async -> (Effect, EffectResult)? {
    guard let stage = StageEffect(payload: effect.payload) else {
      return (effect, .dead(class: "person", code: nil, message: "the stored stage write cannot be read"))
    }
    guard let reading else {
      return (effect, .dead(class: "gone", code: "NOT_FOUND", message: "the record is gone from the CRM"))
    }
    if reading.stage == stage.to { return await noted(effect, reading) }
    guard stage.starts(at: reading.stage) else { return await superseded(effect, stage, reading, object) }
    let write = StageWrite(
      kind: effect.key.kind, id: effect.key.id, to: stage.to, ifUnmodifiedSince: reading.modifiedAt)
    switch await connection.connector.writeStage(write, object: object) {
    case .done: return await noted(effect, reading)
    case .failed(let failure):
      if failure.kind == .auth || failure.kind == .quota { await paused(by: failure) }
      return (effect, ending(effect, failure, alone: true))
    }
  }

  /// Done; rows of the CRM from before the write no longer tell its stage.
  private func noted(_ effect: Effect, _ reading: StageReading) async -> (Effect, EffectResult)? {
    _ = await finish([(effect, .done)], claimed: 0) { transaction in
      try transaction.noteStageWrite(of: effect.key, at: reading.modifiedAt)
    }
    return nil
  }

  /// A person was there before us: the row comes in and is judged.
  private func superseded(
    _ effect: Effect, _ stage: StageEffect, _ reading: StageReading, _ object: ObjectMapping
  ) async -> (Effect, EffectResult)? {
    let rows: [CRMRow]
    do throws(ConnectorFailure) {
      rows = try await connection.connector.rows([effect.key.id], of: object)
    } catch {
      return (effect, ending(effect, error, alone: true))
    }
    let note: Text = "the CRM stands at \(reading.stage ?? "no stage") by now, not at \(stage.from)"
    let identity = await connection.connector.identity
    _ = await finish([(effect, .superseded(note: note))], claimed: 0) { transaction in
      for row in rows {
        _ = try application.ingest(row, object, connection: connection, identity: identity, in: transaction)
      }
    }
    return nil
  }
}

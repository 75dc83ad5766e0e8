internal import Connect
internal import FEEL
internal import Sales
internal import Store

extension SyncLane {
  /// Writes the stages that wait: each is read first, and written only where the CRM still stands where we think
  /// (design §9). Equal to the target: done. Anything else: superseded, and the CRM's stage comes in.
  func pushStages() async -> SyncProgress {
    await push("stage", limit: min(50, settings.batch), push)
  }

  private func push(_ effects: [Effect], _ object: ObjectMapping) async -> [(Effect, EffectResult)] {
    let readings: [Text: StageReading]
    do throws(ConnectorFailure) {
      readings = try await connector.stages(of: effects.map(\.key.id), object: object)
    } catch {
      // One that the CRM cannot even read must not end the others.
      if error.kind == .person, effects.count > 1 {
        let middle = effects.count / 2
        return await push(Array(effects[..<middle]), object) + (await push(Array(effects[middle...]), object))
      }
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
    if !stage.starts(at: reading.stage) {
      switch await followsRefused(effect, at: reading.stage) {
      case true?: break
      case false?: return await superseded(effect, stage, reading, object)
      case nil: return (effect, later("the store could not be read"))
      }
    }
    let write = StageWrite(
      kind: effect.key.kind, id: effect.key.id, to: stage.to, ifUnmodifiedSince: reading.modifiedAt)
    defer { memory.forget(effect.key) }
    switch await connector.writeStage(write, object: object) {
    case .done: return await noted(effect, reading)
    case .failed(let failure):
      if failure.kind == .auth || failure.kind == .quota { await paused(by: failure) }
      return (effect, ending(effect, failure, alone: true))
    }
  }

  /// Whether the CRM stands where an earlier write began that it refused while this one waited behind it: then nobody
  /// moved the record. Nil: the store cannot tell now.
  private func followsRefused(_ effect: Effect, at stage: Text?) async -> Bool? {
    let all = try? await application.store.read { reading in
      try application.stageEffects(of: effect.key, connection, in: reading)
    }
    guard let earlier = all?.filter({ $0.place < effect.place }) else { return nil }
    return earlier.reversed().prefix { $0.state == .dead }.contains {
      StageEffect(payload: $0.payload)?.starts(at: stage) ?? false
    }
  }

  /// Done; rows of the CRM from before the write no longer tell its stage.
  private func noted(_ effect: Effect, _ reading: StageReading) async -> (Effect, EffectResult)? {
    _ = await finish([(effect, .done)], claimed: 0) { transaction in
      try transaction.supersedeEffects(
        of: effect.key, kind: "stage", connection: connection.name, before: effect.place, at: time.now())
      try transaction.noteStageWrite(of: effect.key, at: reading.modifiedAt)
    }
    return nil
  }

  /// A person was there before us: the row comes in and is judged.
  private func superseded(
    _ effect: Effect, _ stage: StageEffect, _ reading: StageReading, _ object: ObjectMapping
  ) async -> (Effect, EffectResult)? {
    let rows: [CRMRow]
    let readAt = time.now()
    do throws(ConnectorFailure) {
      rows = try await connector.rows([effect.key.id], of: object)
    } catch {
      return (effect, ending(effect, error, alone: true))
    }
    let note: Text = "the CRM stands at \(reading.stage ?? "no stage") by now, not at \(stage.from)"
    let identity = await connector.identity
    _ = await finish([(effect, .superseded(note: note))], claimed: 0) { transaction in
      for row in rows {
        var misfits: [Text] = []
        _ = try application.ingest(
          row, object, connection: connection, identity: identity, readAt: readAt, misfits: &misfits,
          in: transaction)
      }
    }
    return nil
  }
}

internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// All that is stored of a record, as steps read it; nil: there is no such record.
  ///
  /// - Throws: `RecordError` where the stored documents do not fit the playbook.
  func dossier(_ key: RecordKey, _ loaded: LoadedPlaybook, in reading: StoreReading) throws -> Dossier? {
    if let known = dossiers.dossier(key, loaded), try reading.revision(of: key) == known.revision { return known }
    guard let stored = try reading.dossier(key, sheet: { Envelope(bytes: $0)?.submission }) else { return nil }
    var record = try loaded.reader.record(stored.record.document)
    record.pipeline = stored.record.pipeline
    record.stage = stored.record.stage
    record.owner = stored.record.owner
    record.submissions = stored.submissions
    var dossier = Dossier(
      record: record, revision: stored.record.revision, changedAt: stored.record.updatedAt,
      stamps: stored.record.stamps,
      deletedAt: stored.record.deletedAt, proposals: stored.proposals, asks: stored.asks, outcome: stored.outcome)
    try dossier.take(state: stored.record.state, loaded.reader.strict)
    return dossier
  }

  /// The dossier of a record that this person may see, or `notFound`, whether it exists or not.
  func dossier(
    _ key: RecordKey, for person: Person, _ loaded: LoadedPlaybook, in reading: StoreReading
  ) throws -> Dossier {
    guard let dossier = try dossier(key, loaded, in: reading), person.sees(owner: dossier.record.owner) else {
      throw Self.noRecord(key)
    }
    return dossier
  }

  static func noRecord(_ key: RecordKey) -> ServiceError {
    ServiceError(
      .notFound, code: "no-record", "There is no \(key.kind) \(EnvelopeCheck.shown(key.id.string)) for you here.")
  }

  /// The playbook in force with what steps by it read.
  ///
  /// - Parameter instant: that is decided for, epoch milliseconds.
  func rules(at instant: Int64, in reading: StoreReading) throws -> RulesInForce {
    rules(try inForce(at: instant, in: reading), at: instant)
  }

  func rules(_ inForce: PlaybookInForce, at instant: Int64) -> RulesInForce {
    let (loaded, activation) = (inForce.loaded, inForce.activation)
    return RulesInForce(
      loaded: loaded, activation: activation,
      setting: StepSetting(
        playbook: loaded.playbook, version: Text(loaded.version), clock: time.clock(at: instant, loaded.playbook),
        judgesAnewBefore: activation.judgeAll ? activation.from : nil))
  }

  /// One step: the pure function with ids and a worker of this process.
  func step(_ dossier: Dossier, _ event: Event, _ rules: RulesInForce) -> StepResult {
    rules.loaded.withWorker { worker in
      Sales.step(dossier, event, in: rules.setting, ids: { [time] in Text(time.identifier()) }, worker: &worker)
    }
  }
}

/// The playbook that decides at an instant.
struct RulesInForce {
  let loaded: LoadedPlaybook
  let activation: Activation
  let setting: StepSetting
}

extension StepResult {
  /// - Throws: the refusal, in the service's words.
  func accepted() throws(ServiceError) {
    guard case .refused(let refusal) = answer else { return }
    let kind: ServiceError.Kind =
      switch refusal.kind {
      case .conflict: .conflict
      case .invalid: .invalid
      case .notFound: .notFound
      }
    throw ServiceError(kind, code: refusal.code.string, refusal.message.string)
  }
}

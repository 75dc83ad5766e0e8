internal import Sales
internal import Synchronization

/// Dossiers as steps of this process left them, so that the next event of a record need not read and parse all that is
/// stored of it. Each is what the store says of its revision, and is used only where that is checked: before a reading,
/// or when the step is stored.
final class KnownDossiers: Sendable {
  private struct Known {
    var dossier: Dossier
    /// The version of the playbook that the record was read by.
    var playbook: String
  }

  private struct State {
    var young: [RecordKey: Known] = [:]
    var old: [RecordKey: Known] = [:]
    /// Of the young ones.
    var sheets = 0
  }

  /// The most sheets that are known, a record counting as one more; beyond it those records are forgotten that nothing
  /// happened to lately.
  static let most = 65_536
  private let state = Mutex(State())

  /// The dossier as last kept; somebody else may have changed the record since.
  func dossier(_ key: RecordKey, _ loaded: LoadedPlaybook) -> Dossier? {
    state.withLock { state in
      guard let known = state.young[key] ?? state.old[key], known.playbook == loaded.version else { return nil }
      return known.dossier
    }
  }

  /// Keeps the dossier that a stored step left.
  func keep(_ dossier: Dossier, _ loaded: LoadedPlaybook) {
    let key = dossier.key
    let sheets = dossier.record.submissions.count + 1
    state.withLock { state in
      if let before = state.young[key] {
        if before.dossier.revision > dossier.revision { return }
        state.sheets -= before.dossier.record.submissions.count + 1
      } else if let before = state.old.removeValue(forKey: key), before.dossier.revision > dossier.revision {
        state.old[key] = before
        return
      }
      if state.sheets + sheets > Self.most / 2 { state = State(old: state.young) }
      state.young[key] = Known(dossier: dossier, playbook: loaded.version)
      state.sheets += sheets
    }
  }

  /// Forgets a record; nil: all of them.
  func forget(_ key: RecordKey? = nil) {
    state.withLock { state in
      guard let key else {
        state = State()
        return
      }
      if let before = state.young.removeValue(forKey: key) {
        state.sheets -= before.dossier.record.submissions.count + 1
      }
      state.old[key] = nil
    }
  }
}

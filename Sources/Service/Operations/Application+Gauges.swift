internal import Store

extension Application {
  /// Records what is only known by looking: the last night and backup, the size of the store and the room on its disk.
  /// For whoever is about to read the metrics; costs one short reading.
  public func recordGauges() async {
    let disk = store.disk
    measures.store(bytes: disk.bytes, freeBytes: disk.freeBytes)
    let last = try? await store.read { reading in
      (try reading.lastNightRun()?.finishedAt, try reading.lastDone(.backup)?.at)
    }
    if let night = last?.0 { measures.lastNight(at: night) }
    if let backup = last?.1 { measures.lastBackup(at: backup) }
  }
}

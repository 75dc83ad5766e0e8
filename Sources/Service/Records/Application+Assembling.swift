internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// The record as decisions read it: the stored document with its submissions and the history of its episode.
  ///
  /// - Parameter new: a submission that is about to be stored.
  /// - Throws: `RecordError` where the stored document does not fit the playbook.
  func assemble(
    _ stored: StoredRecord, _ loaded: LoadedPlaybook, clock: Clock, in reading: StoreReading,
    adding new: Submission? = nil
  ) throws -> Record {
    var record = try loaded.reader.record(stored.document)
    record.pipeline = stored.pipeline
    record.stage = stored.stage
    record.owner = stored.owner
    for (submission, envelope) in try reading.submissions(of: stored.key) where submission.state == .judged {
      guard let envelope, var read = Envelope(bytes: envelope)?.submission else { continue }
      read.capturedAt = submission.adjustedAt
      record.submissions.append(read)
    }
    if let new { record.submissions.append(new) }
    var gates = try reading.gates(of: stored.key)
    // Activated for all records: what was passed under an earlier version is judged anew.
    if let activation = try reading.playbookInForce(at: clock.epochMilliseconds), activation.judgeAll {
      gates.removeAll { $0.passedAt < activation.from && $0.playbook?.string != activation.version }
    }
    record.history = History(
      episodeStart: stored.episodeStart, lowestStage: stored.lowestStage, gates: gates,
      watermarks: try reading.watermarks(of: stored.key), hold: stored.hold, override: stored.override,
      promotedToday: stored.promotedDay == clock.day.days ? stored.promotedCount : 0)
    return record
  }
}

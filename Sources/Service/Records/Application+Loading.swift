internal import FEEL
public import Sales
internal import Store

extension Application {
  /// Takes in records that do not come from a connected CRM, with the submissions and history that they bring, and judges
  /// each. The same record again changes what differs; nothing is taken away.
  ///
  /// - Parameter at: the instant they were like that, epoch milliseconds; nil: now.
  /// - Returns: how many were new, and how many changed.
  public func load(
    _ records: [Record], at instant: Int64? = nil
  ) async throws(ServiceError) -> (new: Int, changed: Int) {
    let at = instant ?? time.now()
    return try await writing { [self] transaction in
      let loaded = try inForce(at: at, in: transaction)
      var counts = (new: 0, changed: 0)
      for record in records {
        let key = name(RecordKey(kind: record.kind, id: record.id))
        var record = record
        record.id = key.id
        let found = try transaction.record(key)
        let isNew = try load(record, key, found, at: at, loaded, in: transaction)
        if found == nil { counts.new += 1 } else if isNew { counts.changed += 1 }
      }
      return counts
    }
  }

  private func load(
    _ record: Record, _ key: RecordKey, _ found: StoredRecord?, at instant: Int64, _ loaded: LoadedPlaybook,
    in transaction: StoreTransaction
  ) throws -> Bool {
    var stored = found ?? StoredRecord(key: key, document: [], revision: 0, updatedAt: instant)
    stored.document = Self.document(record)
    stored.owner = record.owner ?? stored.owner
    stored.pipeline = record.pipeline ?? stored.pipeline
    stored.hold = record.history.hold ?? stored.hold
    stored.override = record.history.override ?? stored.override
    if found == nil {
      stored.episodeStart = record.history.episodeStart
      stored.lowestStage = record.history.lowestStage
      if !record.history.gates.isEmpty { try transaction.replaceGates(of: key, with: record.history.gates) }
      for watermark in record.history.watermarks { try transaction.addWatermark(watermark, to: key) }
    }
    if let stage = record.stage, stage != stored.stage {
      try change(
        &stored, to: stage, from: stored.stage, at: instant, cause: found == nil ? "import" : "crm", by: nil,
        reason: nil, loaded, in: transaction)
    }
    var hasNews = stored != found
    for (place, submission) in record.submissions.enumerated() {
      if try store(submission, place: place, of: key, owner: stored.owner, at: instant, loaded, in: transaction) {
        hasNews = true
      }
    }
    if hasNews { _ = try Judging(self, loaded, at: instant, transaction).judge(stored, isNew: true) }
    return hasNews
  }

  /// A submission that came in a file; without an id it gets one from its content, so that the same file twice is once.
  private func store(
    _ submission: Submission, place: Int, of key: RecordKey, owner: Text?, at instant: Int64,
    _ loaded: LoadedPlaybook, in transaction: StoreTransaction
  ) throws -> Bool {
    let version =
      submission.version
      ?? loaded.definition.assessments.filter { $0.name == submission.assessment }.map(\.version).max() ?? 1
    var envelope = Envelope(
      id: submission.id ?? "", device: submission.device ?? "file", sequence: submission.sequence ?? place + 1,
      user: owner, capturedAt: submission.capturedAt ?? instant,
      record: Envelope.Seen(kind: key.kind, id: key.id, stage: nil), assessment: submission.assessment,
      version: version, bundle: Text(loaded.version), answers: submission.answers)
    if submission.id == nil {
      var named = envelope
      named.bundle = ""
      envelope.id = Text(Self.identifier(of: named.bytes()))
    }
    let bytes = envelope.bytes()
    if try transaction.submission(envelope.id.string) != nil { return false }
    let number = try transaction.nextSubmissionNumber()
    let receipt = Receipt(
      id: envelope.id.string, sha256: Hexadecimal.sha256(bytes), number: number, receivedAt: instant,
      effect: "recorded", message: "came with its record", playbook: loaded.version)
    return try transaction.insertSubmission(
      StoredSubmission(
        id: envelope.id.string, device: envelope.device.string, sequence: envelope.sequence,
        person: owner?.string ?? "", record: key, assessment: envelope.assessment, version: version,
        capturedAt: envelope.capturedAt, adjustedAt: envelope.capturedAt, receivedAt: instant, number: number,
        sha256: receipt.sha256, state: .judged, receipt: receipt.bytes, status: 201, flags: []),
      envelope: bytes)
  }

  /// A UUID of version 8 (RFC 9562 §5.8) from a SHA-256.
  private static func identifier(of bytes: [UInt8]) -> String {
    var digits = Array(Hexadecimal.sha256(bytes).prefix(32))
    digits[12] = "8"
    digits[16] = "8"
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text.append("-") }
      text.append(digit)
    }
    return text
  }
}

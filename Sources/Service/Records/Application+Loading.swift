internal import Cryptography
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
      let rules = try rules(at: at, in: transaction)
      var counts = (new: 0, changed: 0)
      for record in records {
        let key = name(RecordKey(kind: record.kind, id: record.id))
        var record = record
        record.id = key.id
        let found = try dossier(key, rules.loaded, in: transaction)
        let isNew = try load(record, found ?? Dossier(key), at: at, rules, in: transaction)
        if found == nil { counts.new += 1 } else if isNew { counts.changed += 1 }
      }
      return counts
    }
  }

  private func load(
    _ record: Record, _ found: Dossier, at instant: Int64, _ rules: RulesInForce, in transaction: StoreTransaction
  ) throws -> Bool {
    var record = record
    var envelopes: [Envelope] = []
    for (place, submission) in record.submissions.enumerated() {
      let envelope = envelope(
        of: submission, place: place, of: found.key, owner: record.owner ?? found.record.owner, at: instant,
        rules.loaded)
      if try transaction.submission(envelope.id.string) == nil { envelopes.append(envelope) }
    }
    record.submissions = envelopes.map(\.submission)
    let event = Event(id: Text(time.identifier()), at: instant, .loaded(record))
    let result = step(found, event, rules)
    guard try apply(result, event: event.id, rules.loaded, in: transaction) else { return false }
    guard case .done = result.answer else { return false }
    for envelope in envelopes { try store(envelope, of: found.key, at: instant, rules.loaded, in: transaction) }
    return result.isChanged
  }

  /// The envelope of a submission that came in a file; without an id it gets one from its content, so that the same file
  /// twice is once.
  func envelope(
    of submission: Submission, place: Int, of key: RecordKey, owner: Text?, at instant: Int64,
    _ loaded: LoadedPlaybook
  ) -> Envelope {
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
    return envelope
  }

  func store(
    _ envelope: Envelope, of key: RecordKey, at instant: Int64, _ loaded: LoadedPlaybook,
    in transaction: StoreTransaction
  ) throws {
    let bytes = envelope.bytes()
    let number = try transaction.nextSubmissionNumber()
    let receipt = Receipt(
      id: envelope.id.string, sha256: Hexadecimal.sha256(bytes), number: number, receivedAt: instant,
      effect: "recorded", message: "came with its record", playbook: loaded.version)
    _ = try transaction.insertSubmission(
      StoredSubmission(
        id: envelope.id.string, device: envelope.device.string, sequence: envelope.sequence,
        person: envelope.user?.string ?? "", record: key, assessment: envelope.assessment, version: envelope.version,
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

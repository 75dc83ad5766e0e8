internal import Cryptography
internal import Decisions
internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// The most bytes that an envelope may have.
  public static let longestEnvelope = 1_048_576

  /// Takes a submission in: judges its record, stores its bytes and answers with a receipt, all in one transaction.
  ///
  /// The same bytes under the same id give the same receipt for ever; other bytes are a conflict. What cannot be judged
  /// without a person (an unknown or closed record, a version that is not in force any more, a record of somebody else)
  /// is stored and held.
  ///
  /// - Parameters:
  ///   - id: the UUID of the address, which the envelope repeats.
  ///   - contentDigest: the header `Content-Digest`, if it came.
  ///   - device: the header `Device`, if it came; must be the envelope's.
  ///   - sentAt: when the device says it sent it, by its own clock, epoch milliseconds: shows how wrong that clock is.
  /// - Returns: 201 with the receipt, 200 with the one given before, 202 with one that says `held`.
  public func submit(
    id: String, envelope bytes: [UInt8], contentDigest: String?, device: String?, sentAt: Int64? = nil, person: Person
  ) async throws(ServiceError) -> Answer {
    try allow(person, .submit)
    guard bytes.count <= Self.longestEnvelope else {
      throw ServiceError(
        .tooLarge, code: "envelope-too-large",
        "The submission has \(bytes.count) bytes; \(Self.longestEnvelope) are allowed. It stays on the device.")
    }
    let digest = SHA256.hash(data: bytes)
    if let contentDigest {
      switch ContentDigest.matches(contentDigest, digest) {
      case true?: break
      case false?:
        throw ServiceError(
          .malformed, code: "truncated", "The bytes are not those of the Content-Digest. Send them again.")
      case nil:
        throw ServiceError(
          .invalid, code: "digest-unknown", "Content-Digest must be `sha-256=:BASE64:` (RFC 9530).")
      }
    }
    var check = EnvelopeCheck()
    guard let envelope = check.read(bytes, id: id) else {
      throw ServiceError(
        .invalid, code: "not-an-envelope", "This is no submission that this server reads; nothing was stored.",
        problems: check.problems)
    }
    if let device, device != envelope.device.string {
      throw ServiceError(
        .invalid, code: "other-device", "The header Device is not the device of the envelope; nothing was stored.")
    }
    if let user = envelope.user, user != person.id, person.role != .admin {
      throw ServiceError(
        .notAllowed, code: "other-user",
        "This submission belongs to \(EnvelopeCheck.shown(user.string)); sign in as that person to send it.")
    }
    let delivery = Delivery(
      envelope: envelope, key: name(RecordKey(kind: envelope.record.kind, id: envelope.record.id)), bytes: bytes,
      sha256: Hexadecimal.text(digest), sentAt: sentAt, person: person, receivedAt: time.now())
    let answer: Answer
    do throws(ServiceError) {
      answer = try await perform(at: delivery.receivedAt, early: try await prepareEarly(delivery)) { [self] reading in
        try prepare(delivery, in: reading)
      }
    } catch {
      // The same came at the same time and was stored first.
      guard error.code == Self.storedMeanwhile, let before = try await reading({ try self.answered(delivery, in: $0) })
      else { throw error }
      answer = before
    }
    measures.submission(answer.status)
    return answer
  }

  /// The receipt of a submission, again.
  public func receipt(of id: String, person: Person) async throws(ServiceError) -> Answer {
    try allow(person, .readRecords)
    let found = try await reading { reading in
      try reading.submission(id).map { ($0, try reading.record($0.record)?.owner) }
    }
    guard let (submission, owner) = found,
      submission.person == person.id.string || person.sees(owner: owner)
    else { throw ServiceError(.notFound, code: "no-submission", "There is no submission \(EnvelopeCheck.shown(id)).") }
    return Answer(status: 200, body: submission.receipt)
  }
}

/// A submission on its way into the store.
private struct Delivery: Sendable {
  var envelope: Envelope
  var key: RecordKey
  var bytes: [UInt8]
  var sha256: String
  var sentAt: Int64?
  var person: Person
  var receivedAt: Int64

  var id: String { envelope.id.string }

  /// The capture time by the server's clock: the device's, corrected by how wrong that is, and not in the future.
  ///
  /// - Parameter newest: of what the record has already, epoch milliseconds. What was captured after that stays after
  ///   it, though the server's clock was set back meanwhile.
  func adjustedAt(newest: Int64?) -> Int64 {
    var captured = envelope.capturedAt
    if let skew = sentAt.map({ receivedAt.subtractingReportingOverflow($0) }), !skew.overflow {
      let (adjusted, overflow) = captured.addingReportingOverflow(skew.partialValue)
      captured = overflow ? receivedAt : adjusted
    }
    if captured <= receivedAt { return captured }
    return max(receivedAt, min(captured, (newest ?? receivedAt) + 1))
  }

  /// Beyond this the device's clock is reported to be wrong.
  static let allowedSkew: Int64 = 600_000
}

extension Application {
  private static let storedMeanwhile = "stored-meanwhile"

  /// The answer that was given to the same bytes before; nil: the id is new.
  ///
  /// - Throws: `conflict` where other bytes came under the id.
  private func answered(_ delivery: Delivery, in reading: StoreReading) throws -> Answer? {
    guard let before = try reading.submission(delivery.id) else { return nil }
    guard before.sha256 == delivery.sha256 else {
      throw ServiceError(
        .conflict, code: "id-reused",
        "Other answers were received under the id \(delivery.id) before, and those are kept. Send this as a new submission."
      )
    }
    return Answer(status: before.state == .held ? 202 : 200, body: before.receipt)
  }

  private func prepare(_ delivery: Delivery, in reading: StoreReading) throws -> Prepared<Answer> {
    if let before = try answered(delivery, in: reading) { return Prepared(before) }
    let rules = try rules(at: delivery.receivedAt, in: reading)
    return prepare(delivery, try dossier(delivery.key, rules.loaded, in: reading), rules)
  }

  /// The same from what this process remembers, without a reading; nil: that does not suffice. Whether it still holds is
  /// found when the step is stored, and so is a submission that came before.
  private func prepareEarly(_ delivery: Delivery) async throws(ServiceError) -> Prepared<Answer>? {
    let rules = rules(try await current(at: delivery.receivedAt), at: delivery.receivedAt)
    guard let found = dossiers.dossier(delivery.key, rules.loaded),
      !found.record.submissions.contains(where: { $0.id == delivery.envelope.id })
    else { return nil }
    let prepared = prepare(delivery, found, rules)
    return prepared.step == nil ? nil : prepared
  }

  private func prepare(_ delivery: Delivery, _ found: Dossier?, _ rules: RulesInForce) -> Prepared<Answer> {
    let envelope = delivery.envelope
    var flags: [Text] = []
    if let sentAt = delivery.sentAt, abs(delivery.receivedAt - sentAt) > Delivery.allowedSkew {
      flags.append("clock-skew")
    }
    let newest = found?.record.submissions.compactMap(\.capturedAt).max()
    let submission = StoredSubmission(
      id: delivery.id, device: envelope.device.string, sequence: envelope.sequence, person: delivery.person.id.string,
      record: delivery.key, assessment: envelope.assessment, version: envelope.version,
      capturedAt: envelope.capturedAt, adjustedAt: delivery.adjustedAt(newest: newest), receivedAt: delivery.receivedAt,
      number: 0, sha256: delivery.sha256, state: .judged, receipt: [], status: 201, flags: flags)
    var receipt = Receipt(
      id: delivery.id, sha256: delivery.sha256, number: 0, receivedAt: delivery.receivedAt, effect: "held",
      message: "", playbook: rules.loaded.version, flags: flags)
    receipt.bundleStale = envelope.bundle.string != rules.loaded.version
    guard let found else {
      return held("there is no \(envelope.record.kind) \(envelope.record.id) here", submission, receipt, delivery)
    }
    if let reason = reasonToHold(delivery, found, rules.loaded) { return held(reason, submission, receipt, delivery) }
    let (event, result) = taken(envelope, submission, found, rules, isAdmitted: false)
    if case .waits(let reason) = result.answer { return held(reason, submission, receipt, delivery) }
    receipt.take(envelope, result, found, rules.loaded)
    return Prepared(PreparedStep(event, result, rules)) { [self, receipt] transaction in
      try store(submission, receipt, delivery, in: transaction)
    }
  }

  /// The step that a submission makes.
  ///
  /// - Parameter isAdmitted: whether a person lets it count.
  func taken(
    _ envelope: Envelope, _ submission: StoredSubmission, _ found: Dossier, _ rules: RulesInForce, isAdmitted: Bool
  ) -> (Event, StepResult) {
    var evidence = envelope.submission
    evidence.capturedAt = submission.adjustedAt
    let event = Event(
      id: envelope.id, at: submission.receivedAt, by: Text(submission.person),
      isAdmitted ? .admitted(evidence) : .submitted(evidence))
    return (event, step(found, event, rules))
  }

  private func held(
    _ reason: Text, _ submission: StoredSubmission, _ receipt: Receipt, _ delivery: Delivery
  ) -> Prepared<Answer> {
    var (submission, receipt) = (submission, receipt)
    submission.state = .held
    submission.heldReason = reason
    submission.status = 202
    receipt.message = "Received; sales ops will look at it: " + reason
    return Prepared(nil) { [self, submission, receipt] transaction in
      if let before = try answered(delivery, in: transaction) { return before }
      return try store(submission, receipt, delivery, in: transaction)
    }
  }

  /// The submission with its envelope and receipt, and a link of the audit chain.
  private func store(
    _ submission: StoredSubmission, _ receipt: Receipt, _ delivery: Delivery, in transaction: StoreTransaction
  ) throws -> Answer {
    var (submission, receipt) = (submission, receipt)
    if try transaction.sequenceOwner(device: submission.device, sequence: submission.sequence) != nil {
      submission.flags.insert("cloned-device", at: 0)
      receipt.flags = submission.flags
    }
    submission.number = try transaction.nextSubmissionNumber()
    receipt.number = submission.number
    submission.receipt = receipt.bytes
    guard try transaction.insertSubmission(submission, envelope: delivery.bytes) else {
      throw ServiceError(.unavailable, code: Self.storedMeanwhile, "The same submission was stored meanwhile.")
    }
    try audit(
      submission.state == .held ? "submission.held" : "submission.received",
      subject: "submission/" + delivery.envelope.id,
      by: delivery.person, payload: submission.receipt, at: delivery.receivedAt, in: transaction)
    return Answer(status: submission.status, body: submission.receipt)
  }

  private func reasonToHold(_ delivery: Delivery, _ found: Dossier, _ loaded: LoadedPlaybook) -> Text? {
    let envelope = delivery.envelope
    guard delivery.person.sees(owner: found.record.owner) else {
      return "\(envelope.record.id) is not within the reach of \(delivery.person.id) any more"
    }
    let versions = loaded.definition.assessments.filter { $0.name == envelope.assessment }
    if versions.isEmpty { return "the playbook has no \(envelope.assessment) any more" }
    if !versions.contains(where: { $0.version == envelope.version }) {
      return "\(envelope.assessment) has no version \(envelope.version) any more"
    }
    return nil
  }
}

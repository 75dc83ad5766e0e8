internal import Decisions
internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// The most bytes that an envelope may have.
  public static let longestEnvelope = 1_048_576

  /// Takes a submission in: stores its bytes, judges it and answers with a receipt, all in one transaction.
  ///
  /// The same bytes under the same id give the same receipt for ever; other bytes are a conflict. What cannot be judged
  /// without a person (an unknown or closed record, a version that is not in force any more, a record of somebody else)
  /// is stored and held.
  ///
  /// - Parameters:
  ///   - id: the UUID of the address, which the envelope repeats.
  ///   - contentDigest: the header `Content-Digest`, if it came.
  ///   - device: the header `Device`, if it came; must be the envelope's.
  ///   - sentAt: when the device says it sent it, by its own clock, epoch milliseconds: tells how wrong that clock is.
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
    if let contentDigest {
      switch ContentDigest.matches(contentDigest, bytes) {
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
    let digest = Hexadecimal.sha256(bytes)
    let delivery = Delivery(
      envelope: envelope, key: name(RecordKey(kind: envelope.record.kind, id: envelope.record.id)), bytes: bytes,
      sha256: digest, sentAt: sentAt, person: person, receivedAt: time.now())
    let answer = try await writing { [self] transaction in try take(delivery, in: transaction) }
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

  /// The capture time by the server's clock: the device's, corrected by how wrong that is, and not in the future.
  ///
  /// - Parameter newest: of what the record has already, epoch milliseconds. What was captured after that stays after
  ///   it, though the server's clock was set back meanwhile.
  func adjustedAt(newest: () throws -> Int64?) rethrows -> Int64 {
    var captured = envelope.capturedAt
    if let skew = sentAt.map({ receivedAt.subtractingReportingOverflow($0) }), !skew.overflow {
      let (adjusted, overflow) = captured.addingReportingOverflow(skew.partialValue)
      captured = overflow ? receivedAt : adjusted
    }
    if captured <= receivedAt { return captured }
    return max(receivedAt, min(captured, (try newest() ?? receivedAt) + 1))
  }

  /// Beyond this the device's clock is told to be wrong.
  static let allowedSkew: Int64 = 600_000
}

extension Application {
  private func take(_ delivery: Delivery, in transaction: StoreTransaction) throws -> Answer {
    let envelope = delivery.envelope
    let id = envelope.id.string
    if let before = try transaction.submission(id) {
      guard before.sha256 == delivery.sha256 else {
        throw ServiceError(
          .conflict, code: "id-reused",
          "Other answers were received under the id \(id) before, and those are kept. Send this as a new submission.")
      }
      return Answer(status: before.state == .held ? 202 : 200, body: before.receipt)
    }
    let loaded = try inForce(at: delivery.receivedAt, in: transaction)
    let found = try transaction.record(delivery.key)
    var flags: [Text] = []
    if try transaction.sequenceOwner(device: envelope.device.string, sequence: envelope.sequence) != nil {
      flags.append("cloned-device")
    }
    if let sentAt = delivery.sentAt, abs(delivery.receivedAt - sentAt) > Delivery.allowedSkew {
      flags.append("clock-skew")
    }
    let adjustedAt = try delivery.adjustedAt {
      try transaction.submissions(of: delivery.key).map(\.submission.adjustedAt).max()
    }
    var submission = StoredSubmission(
      id: id, device: envelope.device.string, sequence: envelope.sequence, person: delivery.person.id.string,
      record: delivery.key, assessment: envelope.assessment, version: envelope.version,
      capturedAt: envelope.capturedAt, adjustedAt: adjustedAt, receivedAt: delivery.receivedAt,
      number: try transaction.nextSubmissionNumber(), sha256: delivery.sha256, state: .judged, receipt: [], status: 201,
      flags: flags)
    var receipt = Receipt(
      id: id, sha256: delivery.sha256, number: submission.number, receivedAt: delivery.receivedAt, effect: "held",
      message: "", playbook: loaded.version, flags: flags)
    receipt.bundleStale = envelope.bundle.string != loaded.version
    if let reason = reasonToHold(delivery, found, loaded) {
      submission.state = .held
      submission.heldReason = reason
      submission.status = 202
      receipt.message = "Received; sales ops will look at it: " + reason
      submission.receipt = receipt.bytes
      _ = try transaction.insertSubmission(submission, envelope: delivery.bytes)
    } else if let found {
      var new = envelope.submission
      new.capturedAt = submission.adjustedAt
      submission.receipt = try judge(
        &receipt, envelope: envelope, found, loaded, submission, adding: new, in: transaction)
      _ = try transaction.insertSubmission(submission, envelope: delivery.bytes)
    }
    try audit(
      "submission.\(submission.state == .held ? "held" : "received")", subject: "submission/\(id)", by: delivery.person,
      payload: submission.receipt, at: delivery.receivedAt, in: transaction)
    return Answer(status: submission.status, body: submission.receipt)
  }

  private func reasonToHold(_ delivery: Delivery, _ found: StoredRecord?, _ loaded: LoadedPlaybook) -> Text? {
    let envelope = delivery.envelope
    guard let found else { return "there is no \(envelope.record.kind) \(envelope.record.id) here" }
    if found.deletedAt != nil { return "\(envelope.record.id) was deleted in the CRM" }
    guard delivery.person.sees(owner: found.owner) else {
      return "\(envelope.record.id) is not within the reach of \(delivery.person.id) any more"
    }
    let versions = loaded.definition.assessments.filter { $0.name == envelope.assessment }
    if versions.isEmpty { return "the playbook has no \(envelope.assessment) any more" }
    if !versions.contains(where: { $0.version == envelope.version }) {
      return "\(envelope.assessment) has no version \(envelope.version) any more"
    }
    let pipeline = loaded.pipeline(of: found.key.kind, named: found.pipeline)
    if let stage = pipeline?.stages.first(where: { $0.name == found.stage }), stage.status != .open {
      return "\(envelope.record.id) is closed (\(stage.name))"
    }
    return nil
  }

  /// Judges the record with a submission.
  ///
  /// - Parameter new: the submission, where it is not stored yet.
  func judge(
    _ receipt: inout Receipt, envelope: Envelope, _ found: StoredRecord, _ loaded: LoadedPlaybook,
    _ submission: StoredSubmission, adding new: Submission? = nil, in transaction: StoreTransaction
  ) throws -> [UInt8] {
    let judging = Judging(self, loaded, at: submission.receivedAt, transaction)
    let judgement = try judging.judge(found, isNew: false, adding: new)
    let decision = judgement.last
    receipt.stage = judgement.record.stage
    receipt.supported = decision.supported
    receipt.verdict = decision.verdict?.word
    receipt.result = decision.assessments.first { $0.assessment == envelope.assessment }
    receipt.differences = differences(envelope, receipt, found, judgement, loaded)
    if let applied = judgement.applied {
      receipt.effect = "promoted"
      receipt.message = "promoted: " + applied.path.joined(by: " → ")
    } else if receipt.result?.submissions.contains(envelope.id) == false {
      receipt.effect = "no effect"
      receipt.message = "kept as history: newer answers of \(envelope.assessment) count"
    } else {
      receipt.effect = "recorded"
      receipt.message = Self.recorded(decision)
    }
    try queueResult(
      of: submission, ResultPayload(envelope, submission, judgement, loaded).bytes, record: judgement.record,
      now: submission.receivedAt, in: transaction)
    return receipt.bytes
  }

  /// `recorded: the evidence carries it to Demo; stated Demo (level)`.
  private static func recorded(_ decision: Decision) -> Text {
    guard let supported = decision.supported else { return "recorded" }
    let reach =
      supported.least == supported.most
      ? supported.least : supported.least + " for certain, " + supported.most + " at most"
    var message: Text = "recorded: the evidence carries it to " + reach
    if let proposal = decision.proposals.first {
      switch proposal.status {
      case .waiting: message += "; " + proposal.to + " is proposed"
      case .blocked(let missing): message += "; " + proposal.to + " requires " + missing.joined(by: ", ")
      case .held(let reason): message += "; " + reason
      case .applied: break
      }
    }
    return message
  }

  /// Why the device said something else: compared with what it told the rep.
  private func differences(
    _ envelope: Envelope, _ receipt: Receipt, _ found: StoredRecord, _ judgement: Judging.Judgement,
    _ loaded: LoadedPlaybook
  ) -> [Text] {
    guard let preview = envelope.preview else { return [] }
    var what: [Text] = []
    if let told = preview.score, let score = receipt.result?.score, told != score {
      what.append("score: the device said \(told.shown), the server \(score.shown)")
    }
    if let least = preview.least, let most = preview.most, let supported = judgement.first.supported,
      (least, most) != supported
    {
      what.append(
        "supported: the device said \(least) to \(most), the server \(supported.least) to \(supported.most)")
    }
    guard !what.isEmpty else { return [] }
    if envelope.bundle.string != loaded.version {
      what.append("because the playbook changed since the device fetched it")
    }
    if let seen = envelope.record.stage, seen != found.stage {
      what.append("because the record stood at \(seen) for the device, and stands at \(found.stage ?? "no stage") now")
    }
    if envelope.bundle.string == loaded.version {
      what.append("because other answers or changes of the record reached the server meanwhile")
    }
    return what
  }
}

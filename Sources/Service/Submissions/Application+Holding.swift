public import FEEL
internal import Sales
internal import Store

extension Application {
  /// Submissions that are stored and need a person, oldest first.
  public func held(for person: Person, limit: Int = 200) async throws(ServiceError) -> [HeldView] {
    try allow(person, .decideHeld)
    return try await reading { reading in
      try reading.heldSubmissions(limit: limit).map { submission in
        HeldView(
          id: submission.id, record: submission.record, assessment: submission.assessment, person: submission.person,
          receivedAt: submission.receivedAt, reason: submission.heldReason ?? "")
      }
    }
  }

  /// Lets a held submission count. The device keeps the receipt that it has; the new one is for whoever asks.
  ///
  /// - Throws: `conflict` where it still cannot be judged, e.g. its record is still unknown.
  public func acceptHeld(_ id: String, person: Person) async throws(ServiceError) -> Answer {
    try allow(person, .decideHeld)
    let now = time.now()
    return try await writing { [self] transaction in
      var submission = try held(id, in: transaction)
      let loaded = try inForce(at: now, in: transaction)
      guard let bytes = try transaction.envelope(of: id), let envelope = Envelope(bytes: bytes) else {
        throw ServiceError(.conflict, code: "erased", "The answers of this submission were erased.")
      }
      guard let found = try transaction.record(submission.record) else {
        throw ServiceError(
          .conflict, code: "no-record", "There is no \(submission.record.kind) \(submission.record.id) here yet.")
      }
      submission.state = .judged
      submission.heldReason = nil
      _ = try transaction.updateSubmission(
        id, state: .judged, heldReason: nil, receipt: submission.receipt, status: 202)
      var receipt = Receipt(
        id: id, sha256: submission.sha256, number: submission.number, receivedAt: submission.receivedAt,
        effect: "recorded", message: "", playbook: loaded.version, flags: submission.flags)
      submission.receipt = try judge(
        &receipt, envelope: envelope, found, loaded, submission, in: transaction)
      try transaction.saveReceipt(submission.receipt, of: id)
      try audit(
        "submission.accepted", subject: "submission/\(id)", by: person, payload: submission.receipt, at: now,
        in: transaction)
      return Answer(status: 200, body: submission.receipt)
    }
  }

  /// Returns a held submission to whoever sent it; it stays stored and never counts.
  public func returnHeld(_ id: String, reason: Text, person: Person) async throws(ServiceError) -> Answer {
    try allow(person, .decideHeld)
    try Self.checkReason(reason)
    let now = time.now()
    return try await writing { [self] transaction in
      let submission = try held(id, in: transaction)
      _ = try transaction.updateSubmission(
        id, state: .returned, heldReason: reason, receipt: submission.receipt, status: submission.status)
      try audit(
        "submission.returned", subject: "submission/\(id)", by: person, payload: reason.bytes, at: now,
        in: transaction)
      return Answer(status: 200, body: submission.receipt)
    }
  }

  private func held(_ id: String, in reading: StoreReading) throws -> StoredSubmission {
    guard let submission = try reading.submission(id) else {
      throw ServiceError(.notFound, code: "no-submission", "There is no submission \(EnvelopeCheck.shown(id)).")
    }
    guard submission.state == .held else {
      throw ServiceError(.conflict, code: "not-held", "This submission is \(submission.state.rawValue) already.")
    }
    return submission
  }
}

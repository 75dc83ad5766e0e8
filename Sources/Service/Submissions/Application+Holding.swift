public import FEEL
internal import Sales
internal import Store

extension Application {
  /// Submissions that are stored and need a person, within this person's reach, oldest first. Those of records that are
  /// not here are for who sees all.
  public func held(for person: Person, limit: Int = 200) async throws(ServiceError) -> [HeldView] {
    try allow(person, .decideHeld)
    return try await reading { reading in
      var views: [HeldView] = []
      var after: Int64 = 0
      while views.count < limit {
        let page = try reading.heldSubmissions(after: after, limit: 200)
        for submission in page {
          after = submission.number
          guard person.sees(owner: try reading.record(submission.record)?.owner) else { continue }
          views.append(
            HeldView(
              id: submission.id, record: submission.record, assessment: submission.assessment,
              person: submission.person, receivedAt: submission.receivedAt, reason: submission.heldReason ?? ""))
          if views.count == limit { break }
        }
        if page.count < 200 { break }
      }
      return views
    }
  }

  /// Lets a held submission count. The device keeps the receipt that it has; the new one is for whoever asks.
  ///
  /// - Throws: `conflict` where it still cannot be judged, e.g. its record is still unknown or was deleted.
  public func acceptHeld(
    _ id: String, person: Person, once: IdempotentRequest<Answer>? = nil
  ) async throws(ServiceError) -> Answer {
    try allow(person, .decideHeld)
    let now = time.now()
    return try await perform(at: now, once: once) { [self] reading in
      var submission = try held(id, for: person, in: reading)
      let rules = try rules(at: now, in: reading)
      guard let bytes = try reading.envelope(of: id), let envelope = Envelope(bytes: bytes) else {
        throw ServiceError(.conflict, code: "erased", "The answers of this submission were erased.")
      }
      guard let found = try dossier(submission.record, rules.loaded, in: reading) else {
        throw ServiceError(
          .conflict, code: "no-record", "There is no \(submission.record.kind) \(submission.record.id) here yet.")
      }
      let (event, result) = taken(envelope, submission, found, rules, isAdmitted: true)
      try result.accepted()
      var receipt = Receipt(
        id: id, sha256: submission.sha256, number: submission.number, receivedAt: submission.receivedAt,
        effect: "recorded", message: "", playbook: rules.loaded.version, flags: submission.flags)
      receipt.take(envelope, result, found, rules.loaded)
      submission.receipt = receipt.bytes
      return Prepared(PreparedStep(event, result, rules)) { [self, submission] transaction in
        guard
          try transaction.updateSubmission(
            id, state: .judged, heldReason: nil, receipt: submission.receipt, status: 202)
        else { throw Self.notHeld }
        try audit(
          "submission.accepted", subject: "submission/\(id)", by: person, payload: submission.receipt, at: now,
          in: transaction)
        return Answer(status: 200, body: submission.receipt)
      }
    }
  }

  /// Returns a held submission to whoever sent it; it stays stored and never counts.
  public func returnHeld(
    _ id: String, reason: Text, person: Person, once: IdempotentRequest<Answer>? = nil
  ) async throws(ServiceError) -> Answer {
    try allow(person, .decideHeld)
    try Self.checkReason(reason)
    let now = time.now()
    return try await writing(once: once) { [self] transaction in
      let submission = try held(id, for: person, in: transaction)
      _ = try transaction.updateSubmission(
        id, state: .returned, heldReason: reason, receipt: submission.receipt, status: submission.status)
      try audit(
        "submission.returned", subject: "submission/\(id)", by: person, payload: reason.bytes, at: now,
        in: transaction)
      return Answer(status: 200, body: submission.receipt)
    }
  }

  private static let notHeld = ServiceError(
    .conflict, code: "not-held", "Somebody else decided this submission meanwhile.")

  private func held(_ id: String, for person: Person, in reading: StoreReading) throws -> StoredSubmission {
    guard let submission = try reading.submission(id),
      person.sees(owner: try reading.record(submission.record)?.owner)
    else {
      throw ServiceError(.notFound, code: "no-submission", "There is no submission \(EnvelopeCheck.shown(id)).")
    }
    guard submission.state == .held else {
      throw ServiceError(.conflict, code: "not-held", "This submission is \(submission.state.rawValue) already.")
    }
    return submission
  }
}

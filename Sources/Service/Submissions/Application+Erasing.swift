public import FEEL
internal import Sales
internal import Store

extension Application {
  /// Erases the answers and the note of a submission, for a person's right: from the store, from the audit chain's
  /// payloads and from what was sent. That there was one stays, and why it is gone; its record is judged without it.
  ///
  /// The CRM keeps what it was sent; erase it there too.
  ///
  /// A result that was not sent yet never will be.
  ///
  /// - Throws: `conflict` while its result is being sent, `notFound` where there is none.
  public func erase(submission id: String, reason: Text, by person: Person? = nil) async throws(ServiceError) {
    try Self.checkReason(reason)
    if let person { try allow(person, .manageTokens) }
    let now = time.now()
    try await writing { [self] transaction in
      guard let submission = try transaction.submission(id) else {
        throw ServiceError(.notFound, code: "no-submission", "There is no submission \(EnvelopeCheck.shown(id)).")
      }
      if try transaction.effect(id) != nil, !(try transaction.eraseEffect(id, at: now)) {
        throw ServiceError(
          .conflict, code: "being-sent", "Its result is being sent to the CRM now. Erase it in a minute.")
      }
      guard try transaction.eraseEnvelope(of: id, at: now, reason: reason) else {
        throw ServiceError(.conflict, code: "erased", "Its answers were erased before.")
      }
      try transaction.raiseRevision(of: submission.record)
      for number in try transaction.auditNumbers(subject: "submission/\(Text(id))") {
        try transaction.eraseAudit(number, at: now, reason: reason)
      }
      let rules = try rules(at: now, in: transaction)
      if let found = try dossier(submission.record, rules.loaded, in: transaction) {
        let event = Event(id: Text(time.identifier()), at: now, by: person?.id, .withdrawn(submission: Text(id)))
        _ = try apply(step(found, event, rules), event: event.id, rules.loaded, in: transaction)
      }
      try audit(
        "submission.erased", subject: "submission/\(Text(id))", by: person, payload: reason.bytes, at: now,
        in: transaction)
    }
    // What the log still holds of it goes too.
    do { try await store.clearLog() } catch {
      throw ServiceError(
        .unavailable, code: "log-not-cleared",
        "It is erased, but older states may still be in the log while somebody reads. Erase another or restart to clear it."
      )
    }
  }
}

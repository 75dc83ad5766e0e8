internal import Cryptography
public import FEEL
public import Sales
internal import Store

/// What came of an event that a host handed in.
public struct HandledEvent: Sendable {
  /// Answer, changes, effects and decision, as `StepResult.json` writes them.
  public var document: JSON
  /// How many statements the store ran, those that begin and end transactions left out.
  public var statements: Int
}

extension Application {
  /// One event of one record, for hosts that have a door of their own: the dossier is read from the store, stepped, and
  /// what changed is stored with the event's id, so that the same event again gives the same answer.
  ///
  /// - Parameters:
  ///   - json: the event (`Event.init(_:of:_:)`).
  ///   - isTrial: whether nothing is to be stored.
  /// - Throws: `invalid` where it is no event, `conflict` where another event, or one of another record, came under the
  ///   id.
  public func handle(
    _ json: JSON, of key: RecordKey, isTrial: Bool = false
  ) async throws(ServiceError) -> HandledEvent {
    let now = time.now()
    let digest = Hexadecimal.sha256(Array("\(key.kind)\n\(key.id)\n".utf8) + json.bytes)
    return try await perform(at: now) { [self] reading in
      let rules = try rules(at: now, in: reading)
      let event: Event
      do throws(RecordError) {
        event = try Event(json, of: key.kind, rules.loaded.reader.strict)
      } catch {
        throw ServiceError(
          .invalid, code: "not-an-event", "This is no event for the playbook in force.",
          problems: error.problems.map(\.description))
      }
      if let before = try reading.idempotentAnswer(person: Self.host, key: event.id.string) {
        guard before.request == digest else {
          throw ServiceError(
            .conflict, code: "id-reused",
            "Another event came under the id \(event.id) before. Give it an id of its own.")
        }
        return Prepared(HandledEvent(document: (try? JSON.parse(before.body)) ?? .null, statements: reading.statements))
      }
      let found = try dossier(key, rules.loaded, in: reading) ?? Dossier(key)
      let result = step(found, event, rules)
      let handled = HandledEvent(document: result.json, statements: reading.statements)
      if isTrial || !found.isStored && !result.isChanged { return Prepared(handled) }
      return Prepared(PreparedStep(event, result, rules)) { [self] transaction in
        for case .submission(let submission) in result.changes {
          let owner = result.dossier.record.owner
          try store(
            envelope(of: submission, place: 0, of: key, owner: event.by ?? owner, at: now, rules.loaded), of: key,
            at: now,
            rules.loaded, in: transaction)
        }
        try transaction.storeIdempotentAnswer(
          IdempotentAnswer(
            person: Self.host, key: event.id.string, request: digest, status: 200, contentType: "application/json",
            body: result.json.bytes, createdAt: now))
        try audit(
          "event.handled", subject: "\(key.kind)/\(key.id)", by: nil, payload: json.bytes, at: now, in: transaction)
        return HandledEvent(document: result.json, statements: handled.statements + transaction.statements)
      }
    }
  }

  /// In whose name events of a host are remembered; no person has an id with a blank.
  private static let host: Text = "handling host"
}

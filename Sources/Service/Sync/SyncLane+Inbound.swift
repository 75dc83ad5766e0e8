internal import Connect
internal import FEEL
internal import Logging
internal import Sales
internal import Store

extension SyncLane {
  /// Takes in all rows that changed since the last time, page by page; each page is stored with its cursor.
  func poll() async {
    let began = time.now()
    for object in connection.objects {
      guard let mapping = await mapping(of: object.kind) else { continue }
      var pages = 0
      while pages < 10_000, !Task.isCancelled {
        let start = try? await application.store.read { reading in
          try reading.cursor(connection: connection.name, object: mapping.cursorName)
        }
        let after = (start ?? nil).map { ChangeCursor(stamp: $0.stamp, id: $0.id) }
        let page: ChangePage
        do throws(ConnectorFailure) {
          page = try await connection.connector.changes(of: mapping, after: after, limit: 500)
        } catch {
          return await paused(by: error)
        }
        await recovered()
        let taken = await take(page.rows, mapping, way: "poll", cursor: page.next)
        if !taken { return }
        if page.isLast { break }
        pages += 1
      }
    }
    application.measures.polled(connection.name, at: began)
  }

  /// Fetches the rows that webhooks hinted at.
  ///
  /// - Returns: how many hints were looked at.
  func processInbox() async -> Int {
    let now = time.now()
    let sources = application.webhooks.filter { $0.connection == connection.name }.map(\.name)
    guard !sources.isEmpty,
      let events = try? await application.store.read({
        try $0.pendingEvents(of: sources, limit: 200, now: now)
      }), !events.isEmpty
    else { return 0 }
    var handled = 0
    let hints = events.map { event in (event, (try? JSON.parse(event.payload)).flatMap(WebhookHint.init)) }
    for object in connection.objects {
      let mine = hints.filter { $0.1?.object == object.object }
      guard !mine.isEmpty, let mapping = await mapping(of: object.kind) else { continue }
      var ids: [Text] = []
      for (_, hint) in mine { if let id = hint?.id, !ids.contains(id) { ids.append(id) } }
      let rows: [CRMRow]
      do throws(ConnectorFailure) {
        rows = try await connection.connector.rows(ids, of: mapping)
      } catch {
        await paused(by: error)
        let delay = settings.delay(failures: (mine.map(\.0.attempts).max() ?? 0) + 1, jitter: time.jitter())
        let (failure, at) = (Text(error.message), time.now() + delay)
        _ = await store { transaction in
          for (event, _) in mine {
            _ = try transaction.retryEvent(source: event.source, id: event.id, notBefore: at, note: failure)
          }
        }
        return 0
      }
      let done = mine.map(\.0)
      if await take(rows, mapping, way: "webhook", cursor: nil, events: done) { handled += done.count }
    }
    let strangers = hints.filter { hint in
      !connection.objects.contains { $0.object == hint.1?.object }
    }.map(\.0)
    if !strangers.isEmpty {
      handled += strangers.count
      _ = await store { transaction in
        for event in strangers {
          _ = try transaction.finishEvent(
            source: event.source, id: event.id, state: .ignored, note: "the connection does not carry this object",
            at: now)
        }
      }
    }
    return handled
  }

  /// Rows into the store, some at a time so that reps' requests come between.
  private func take(
    _ rows: [CRMRow], _ mapping: ObjectMapping, way: String, cursor: ChangeCursor?, events: [InboundEvent] = []
  ) async -> Bool {
    let identity = await connection.connector.identity
    let now = time.now()
    let chunks = stride(from: 0, to: max(rows.count, 1), by: 50).map { Array(rows[$0..<min($0 + 50, rows.count)]) }
    for (place, chunk) in chunks.enumerated() {
      let isLast = place == chunks.count - 1
      let outcomes = await store { transaction -> [String] in
        var outcomes: [String] = []
        for row in chunk {
          do {
            let outcome = try application.ingest(
              row, mapping, connection: connection, identity: identity, in: transaction)
            outcomes.append(outcome.rawValue)
          } catch let error as RecordError {
            // One row that does not fit is told and does not hold the others back; the next change brings it again.
            application.logger.error(
              "a row of the CRM does not fit the playbook",
              metadata: ["record": "\(row.id)", "reason": "\(error.description)"])
            outcomes.append("failed")
          }
        }
        if isLast {
          if let cursor {
            try transaction.saveCursor(
              PollCursor(connection: connection.name, object: mapping.cursorName, stamp: cursor.stamp, id: cursor.id))
          }
          for event in events {
            _ = try transaction.finishEvent(source: event.source, id: event.id, state: .done, note: nil, at: now)
          }
        }
        return outcomes
      }
      guard let outcomes else { return false }
      for outcome in outcomes { application.measures.inbound(outcome, by: way) }
    }
    return true
  }
}

extension ObjectMapping {
  /// The name of its cursor: other fields begin anew, since what they hold was never read.
  var cursorName: String {
    let fields = fields.map { "\($0.attribute)=\($0.field)" }.sorted().joined(separator: ",")
    return object + "#" + Hexadecimal.sha256(Array(fields.utf8)).prefix(8)
  }
}

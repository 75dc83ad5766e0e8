internal import Connect
internal import Cryptography
internal import FEEL
internal import Logging
internal import Sales
internal import Store

extension SyncLane {
  /// Takes in all rows that changed since the last time, page by page; each page is stored with its cursor.
  func poll() async {
    let began = time.now()
    for object in connection.objects {
      guard let mapping = try? await mapping(of: object.kind) else { continue }
      guard await poll(mapping) else { return }
    }
    application.measures.polled(connection.name, at: began)
  }

  /// - Returns: false: the CRM or the store fails, so the others wait too.
  private func poll(_ mapping: ObjectMapping) async -> Bool {
    let began = time.now()
    // A cursor that cannot be read now is no reason to read everything again.
    guard var cursor = await cursor(of: mapping, now: began) else { return false }
    var remembered = memory.poll(of: mapping.kind)
    var after = remembered.start(cursor.place)
    var known: [Text: Int] = [:]
    var counts: [String: Int] = [:]
    for _ in 0..<10_000 where !Task.isCancelled {
      let readAt = time.now()
      let page: ChangePage
      do throws(ConnectorFailure) {
        page = try await connector.changes(of: mapping, after: after, limit: 500)
      } catch {
        await paused(by: error)
        return false
      }
      await recovered()
      var next = cursor.advanced(to: page.next)
      if page.isLast { next.rereadingSince = nil }
      let news = page.rows.filter { remembered.known[$0.id] != $0.digest }
      if !news.isEmpty || next != cursor {
        guard let taken = await take(news, mapping, way: .poll, readAt: readAt, cursor: next != cursor ? next : nil)
        else { return false }
        counts.merge(taken) { $0 + $1 }
      }
      for row in page.rows { known[row.id] = row.digest }
      if cursor.rereadingSince != nil, next.rereadingSince == nil {
        application.logger.notice("all rows were read again", metadata: metadata(["object": "\(mapping.object)"]))
      }
      cursor = next
      after = page.next ?? after
      if page.isLast {
        remembered.finish(cursor.place, known: known, began: began, now: time.now())
        memory.remember(remembered, of: mapping.kind)
        break
      }
    }
    let news = counts.filter { $0.key != IngestOutcome.unchanged.rawValue }
    application.logger.log(
      level: news.isEmpty ? .debug : .info, "polled",
      metadata: metadata(counts.mapValues { "\($0)" }, ["object": "\(mapping.object)", "rows": "\(known.count)"]))
    return true
  }

  /// How far the poll has come; nil: the store cannot tell now.
  private func cursor(of mapping: ObjectMapping, now: Int64) async -> PollCursor? {
    let fields = mapping.fieldsDigest
    var fresh = PollCursor(connection: connection.name, object: mapping.object, fields: fields)
    let stored: PollCursor?
    do {
      stored = try await application.store.read {
        try $0.cursor(connection: connection.name, object: mapping.object)
      }
    } catch {
      application.logger.error(
        "how far the poll has come cannot be read", metadata: metadata(["reason": "\(error)"]))
      return nil
    }
    guard let stored else { return fresh }
    if stored.fields == fields { return stored }
    // What the new fields hold was never read.
    fresh.rereadingSince = now
    let begun = fresh
    let isBegun: Void? = await store { transaction in
      try transaction.saveCursor(begun)
      try transaction.clearMisfits(connection: connection.name, object: mapping.object)
    }
    if isBegun == nil { return nil }
    application.logger.notice(
      "other fields are read now, so all rows are read again", metadata: metadata(["object": "\(mapping.object)"]))
    return fresh
  }

  /// Where hints come from: the webhooks of the connection, and its own polls for rows that could not be taken in.
  private var sources: [String] {
    application.webhooks.filter { $0.connection == connection.name }.map(\.name) + [pollSource]
  }

  private var pollSource: String { "poll.\(connection.name)" }

  /// Fetches the rows that webhooks hinted at.
  ///
  /// - Returns: how many hints were looked at.
  func processInbox() async -> Int {
    let now = time.now()
    let sources = sources
    guard
      let events = try? await application.store.read({ try $0.pendingEvents(of: sources, limit: 200, now: now) }),
      !events.isEmpty
    else { return 0 }
    var handled = 0
    let hints = events.map { event in (event, (try? JSON.parse(event.payload)).flatMap(WebhookHint.init)) }
    for object in connection.objects {
      let mine = hints.filter { $0.1?.object == object.object }
      guard !mine.isEmpty, let mapping = try? await mapping(of: object.kind) else { continue }
      var ids: [Text] = []
      for (_, hint) in mine { if let id = hint?.id, !ids.contains(id) { ids.append(id) } }
      let rows: [CRMRow]
      let readAt = time.now()
      do throws(ConnectorFailure) {
        rows = try await connector.rows(ids, of: mapping)
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
      if await take(rows, mapping, way: .webhook, readAt: readAt, events: mine.map(\.0)) != nil {
        handled += mine.count
      }
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

  private enum Way: String {
    case poll, webhook
  }

  /// Rows into the store, some at a time so that reps' requests come between. A row that cannot be taken in holds no
  /// other back: it is tried again by itself, some times.
  ///
  /// - Parameters:
  ///   - cursor: how far the poll has come with them.
  ///   - events: the hints that led to them.
  /// - Returns: how many there were by what became of them; nil: the store fails.
  private func take(
    _ rows: [CRMRow], _ mapping: ObjectMapping, way: Way, readAt: Int64, cursor: PollCursor? = nil,
    events: [InboundEvent] = []
  ) async -> [String: Int]? {
    let identity = await connector.identity
    let now = time.now()
    var counts: [String: Int] = [:]
    var failed: Set<Text> = []
    var misfits: [Text: Int] = [:]
    let ingest: @Sendable (CRMRow, StoreTransaction) throws -> (outcome: IngestOutcome, misfits: [Text]) = {
      row, transaction in
      var misfits: [Text] = []
      let outcome = try application.ingest(
        row, mapping, connection: connection, identity: identity, readAt: readAt, misfits: &misfits, in: transaction)
      try transaction.settleFailedEvents(of: mapping.subject(of: row.id), at: now)
      return (outcome, outcome == .created || outcome == .changed ? misfits : [])
    }
    func count(_ row: (outcome: IngestOutcome, misfits: [Text])) {
      counts[row.outcome.rawValue, default: 0] += 1
      for attribute in row.misfits { misfits[attribute, default: 0] += 1 }
    }
    for start in stride(from: 0, to: rows.count, by: 50) {
      let chunk = Array(rows[start..<min(start + 50, rows.count)])
      switch await attempt({ transaction in try chunk.map { try ingest($0, transaction) } }) {
      case .success(let rows): for row in rows { count(row) }
      case .failure(.store): return nil
      case .failure(.body):
        // One of them does not fit; each by itself, so that what it did until then is undone with it alone.
        for row in chunk {
          switch await attempt({ transaction in try ingest(row, transaction) }) {
          case .success(let row): count(row)
          case .failure(.store): return nil
          case .failure(.body(let error)):
            guard await note(row, mapping, error, events) else { return nil }
            failed.insert(row.id)
            counts["failed", default: 0] += 1
          }
        }
      }
    }
    let done = events.filter { event in
      !failed.contains { event.subject == mapping.subject(of: $0) }
    }
    let found = misfits
    if cursor != nil || !done.isEmpty || !found.isEmpty {
      let ended: Void? = await store { transaction in
        for (attribute, count) in found {
          try transaction.noteMisfits(
            connection: connection.name, object: mapping.object, attribute: attribute, count: count, at: now)
        }
        if let cursor { try transaction.saveCursor(cursor) }
        for event in done {
          _ = try transaction.finishEvent(source: event.source, id: event.id, state: .done, note: nil, at: now)
        }
      }
      if ended == nil { return nil }
    }
    for (attribute, count) in found.sorted(by: { $0.key < $1.key }) {
      application.logger.notice(
        "values of the CRM do not fit the type of their attribute and are unknown",
        metadata: metadata(["object": "\(mapping.object)", "attribute": "\(attribute)", "rows": "\(count)"]))
    }
    for (outcome, count) in counts { application.measures.inbound(outcome, by: way.rawValue, count: count) }
    return counts
  }

  /// A row could not be taken in: it is looked at again later, and given up after some attempts. A poll has no hint to
  /// put off, so it makes one.
  ///
  /// - Returns: false: the store fails.
  private func note(_ row: CRMRow, _ mapping: ObjectMapping, _ error: any Error, _ events: [InboundEvent]) async -> Bool
  {
    let now = time.now()
    let subject = mapping.subject(of: row.id)
    let reason = Text(Self.words(error))
    var mine = events.filter { $0.subject == subject }
    let isFirst = mine.isEmpty
    if isFirst {
      let hint = JSON.object([
        JSON.Member(
          "data",
          .object([JSON.Member("object", .string(Text(mapping.object))), JSON.Member("id", .string(row.id))]))
      ])
      mine = [
        InboundEvent(
          source: pollSource, id: "\(mapping.object)-\(row.id)-\(row.modifiedAt)", type: "record.changed",
          subject: subject,
          receivedAt: now, payload: hint.bytes, notBefore: now)
      ]
    }
    let found = mine
    let isGivenUp: Bool? = await store { transaction in
      var isGivenUp = false
      for event in found {
        if isFirst, !(try transaction.insertEvent(event)) { continue }
        if event.attempts + 1 >= settings.rowAttempts {
          isGivenUp = try transaction.finishEvent(
            source: event.source, id: event.id, state: .failed, note: reason, at: now)
        } else {
          let delay = settings.delay(failures: event.attempts + 1, jitter: time.jitter())
          _ = try transaction.retryEvent(source: event.source, id: event.id, notBefore: now + delay, note: reason)
        }
      }
      return isGivenUp
    }
    guard let isGivenUp else { return false }
    // The reason may repeat what the record holds, so it is for `sync list` only.
    application.logger.notice(
      isGivenUp
        ? "a row of the CRM was given up; see `stagecraft sync list`" : "a row of the CRM cannot be taken in",
      metadata: metadata(["object": "\(mapping.object)", "record": "\(row.id)"]))
    return true
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case let error as RecordError: error.description
    case let error as ServiceError: error.message
    default: "\(error)"
    }
  }
}

extension PollCursor {
  /// The newest row that was seen.
  fileprivate var place: ChangeCursor? { stamp.map { ChangeCursor(stamp: $0, id: id) } }

  /// Never back: within the overlap rows are read again.
  fileprivate func advanced(to place: ChangeCursor?) -> PollCursor {
    guard let place else { return self }
    if let stamp, (place.stamp, place.id ?? "") <= (stamp, id ?? "") { return self }
    var cursor = self
    cursor.stamp = place.stamp
    cursor.id = place.id
    return cursor
  }
}

extension ObjectMapping {
  /// Which fields are read, for the cursor.
  fileprivate var fieldsDigest: String {
    let fields = fields.map { "\($0.attribute)=\($0.field)" }.sorted().joined(separator: ",")
    return String(Hexadecimal.sha256(Array(fields.utf8)).prefix(16))
  }

  /// The name of a row in events: `Opportunity/0061...`.
  func subject(of id: Text) -> Text { Text(object) + "/" + id }
}

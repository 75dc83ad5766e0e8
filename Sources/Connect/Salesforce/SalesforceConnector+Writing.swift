public import FEEL

extension SalesforceConnector {
  /// Upserts by external id, first results, then the answers of those that came through.
  public func push(_ rows: [ResultRow]) async -> [PushOutcome] {
    let missing = rows.indices.filter { !rows[$0].isHeld }
    let upserted = await write(
      missing.map { record(of: rows[$0]) },
      to: "/composite/sobjects/\(settings.resultObject)/\(ResultFields.submission)")
    var outcomes: [PushOutcome] = rows.map { _ in .done(created: false) }
    for (index, outcome) in zip(missing, upserted) { outcomes[index] = outcome }
    guard let answerObject = settings.answerObject else { return outcomes }
    var answers: [JSON] = []
    var owners: [Int] = []
    for (index, row) in rows.enumerated() {
      guard case .done = outcomes[index] else { continue }
      for answer in row.answers {
        answers.append(record(of: answer, submission: row.submission, object: answerObject))
        owners.append(index)
      }
    }
    let written = await write(answers, to: "/composite/sobjects/\(answerObject)/\(AnswerFields.key)")
    for (outcome, owner) in zip(written, owners) {
      // The first failure of a row's answers is the row's. A part has come through by then, so it is read back first.
      if case .failed(var failure) = outcome, case .done = outcomes[owner] {
        failure.outcomeUnknown = true
        outcomes[owner] = .failed(failure)
      }
    }
    return outcomes
  }

  /// Queries of at most 100 submissions each: the results, then their answers.
  public func readBack(_ submissions: [ResultRow]) async throws(ConnectorFailure) -> [Text: HeldResult] {
    var held: [Text: HeldResult] = [:]
    // 100 ids of 36 characters: the address stays below 16,384 bytes.
    for chunk in submissions.chunks(of: 100) {
      let ids = SOQL.list(chunk.map(\.submission))
      let found = try await query(
        "SELECT \(ResultFields.submission), \(ResultFields.digest) FROM \(settings.resultObject) "
          + "WHERE \(ResultFields.submission) IN \(ids)")
      var keys: Set<Text> = []
      if let answerObject = settings.answerObject, !found.isEmpty, chunk.contains(where: { !$0.answers.isEmpty }) {
        let answers = try await query(
          "SELECT \(AnswerFields.key) FROM \(answerObject) WHERE \(AnswerFields.submission) IN \(ids)")
        keys = Set(answers.compactMap { $0[Text(AnswerFields.key)]?.text })
      }
      for json in found {
        guard let submission = json[Text(ResultFields.submission)]?.text,
          let digest = json[Text(ResultFields.digest)]?.text?.string,
          let row = chunk.first(where: { $0.submission == submission })
        else { continue }
        let own = Set(row.answers.map(\.key))
        held[submission] = HeldResult(
          digest: digest, answers: settings.answerObject == nil ? own : own.intersection(keys))
      }
    }
    return held
  }

  /// One `PATCH` with `If-Unmodified-Since`, which Salesforce compares by whole seconds.
  public func writeStage(_ write: StageWrite, object: ObjectMapping) async -> PushOutcome {
    guard let field = object.stageField, SOQL.isName(field), SOQL.isName(object.object) else {
      return .failed(
        ConnectorFailure(kind: .person, message: "records of kind \(write.kind) have no field for the stage in the CRM")
      )
    }
    guard let id = SalesforceID.widened(write.id) else {
      return .failed(ConnectorFailure(kind: .person, message: "\"\(write.id)\" is no id of a Salesforce row"))
    }
    let body = JSON.object([JSON.Member(Text(field), .string(write.to))])
    do throws(ConnectorFailure) {
      let answer = try await call(
        "PATCH", "/sobjects/\(object.object)/\(id)",
        headers: [("If-Unmodified-Since", HTTPDate.text(write.ifUnmodifiedSince))], body: body.bytes)
      // An update has no body; a page that has one was written by somebody else.
      guard answer.status == 204 || (try? JSON.parse(answer.body)) != nil else {
        return .failed(SalesforceFailures.strange(answer, isWrite: true))
      }
      return .done(created: false)
    } catch {
      return .failed(error)
    }
  }

  /// Updates by id; a row whose id cannot be one fails alone.
  public func writeFields(_ writes: [FieldWrite], object: ObjectMapping) async -> [PushOutcome] {
    guard SOQL.isName(object.object) else {
      let failure = ConnectorFailure(
        kind: .person, message: "\"\(object.object)\" is no API name of a Salesforce object")
      return writes.map { _ in .failed(failure) }
    }
    var outcomes: [PushOutcome] = writes.map { _ in .done(created: false) }
    var records: [JSON] = []
    var places: [Int] = []
    for (place, write) in writes.enumerated() {
      guard let id = SalesforceID.widened(write.id) else {
        outcomes[place] = .failed(
          ConnectorFailure(kind: .person, message: "\"\(write.id)\" is no id of a Salesforce row"))
        continue
      }
      let members = Members(object: object.object).adding("id", .string(id))
        .adding(write.fields.map { ($0.name.string, $0.value) })
      records.append(members.json)
      places.append(place)
    }
    for (place, outcome) in zip(places, await self.write(records, to: "/composite/sobjects")) {
      outcomes[place] = outcome
    }
    return outcomes
  }

  /// Calls that one push may make to find the rows for which batches are refused as a whole.
  private static let mostCallsForParts = 60

  /// Writes rows in batches.
  ///
  /// Salesforce refuses a batch as a whole (400) for one row that it cannot read. Such a batch is halved until the guilty
  /// rows are alone, so that they alone fail. After a call that failed otherwise nothing more is sent: the CRM or the
  /// connection is in trouble, and each further batch would be one more blow.
  private func write(_ records: [JSON], to path: String) async -> [PushOutcome] {
    var outcomes: [PushOutcome] = []
    var batches = records.chunks(of: settings.batchLimit)
    batches.reverse()
    var calls = batches.count + Self.mostCallsForParts
    while let batch = batches.popLast() {
      if calls == 0 {
        let later = ConnectorFailure(
          kind: .transient, message: "not sent: the CRM refused the batch as a whole, and its rows go one after another"
        )
        outcomes += batch.map { _ in .failed(later) }
        continue
      }
      calls -= 1
      do throws(ConnectorFailure) {
        outcomes += try await write(batch, to: path)
      } catch {
        if error.status == 400, error.kind == .person, batch.count > 1 {
          let middle = batch.startIndex + batch.count / 2
          batches += [batch[middle...], batch[..<middle]]
          continue
        }
        outcomes += batch.map { _ in .failed(error) }
        if error.status == 400, error.kind == .person { continue }
        var unsent = error
        unsent.outcomeUnknown = false
        while outcomes.count < records.count { outcomes.append(.failed(unsent)) }
        return outcomes
      }
    }
    return outcomes
  }

  private func write(
    _ records: ArraySlice<JSON>, to path: String
  ) async throws(ConnectorFailure) -> [PushOutcome] {
    let body = JSON.object([
      JSON.Member("allOrNone", .boolean(false)), JSON.Member("records", .array(Array(records))),
    ])
    let (answer, json) = try await json("PATCH", path, body: body.bytes)
    guard let saved = json.items, saved.count == records.count, saved.allSatisfy({ $0["success"]?.boolean != nil })
    else { throw SalesforceFailures.strange(answer, isWrite: true) }
    return saved.map { row in
      row["success"]?.boolean == true
        ? .done(created: row["created"]?.boolean ?? false)
        : .failed(SalesforceFailures.failure(ofRow: row["errors"]?.items ?? []))
    }
  }

  private func record(of row: ResultRow) -> JSON {
    let members = Members(object: settings.resultObject)
      .adding(ResultFields.submission, .string(row.submission))
      .adding(ResultFields.lookup(of: row.kind), .string(SalesforceID.widened(row.record) ?? row.record))
      .adding(row.fields)
      .adding(ResultFields.digest, .string(Text(row.digest)))
    return members.json
  }

  private func record(
    of answer: (key: Text, fields: [(field: String, value: JSON)]), submission: Text, object: String
  ) -> JSON {
    let result = JSON.object([JSON.Member(Text(ResultFields.submission), .string(submission))])
    return Members(object: object)
      .adding(AnswerFields.key, .string(answer.key))
      .adding(AnswerFields.result, result)
      .adding(AnswerFields.submission, .string(submission))
      .adding(answer.fields)
      .json
  }
}

/// The members of one record, each name once: what was added first holds.
private struct Members {
  private var members: [JSON.Member]

  init(object: String) {
    members = [JSON.Member("attributes", .object([JSON.Member("type", .string(Text(object)))]))]
  }

  func adding(_ name: String, _ value: JSON) -> Members {
    var copy = self
    let name = Text(name)
    if !members.contains(where: { $0.name == name }) { copy.members.append(JSON.Member(name, value)) }
    return copy
  }

  func adding(_ fields: [(field: String, value: JSON)]) -> Members {
    fields.reduce(self) { $0.adding($1.field, $1.value) }
  }

  var json: JSON { .object(members) }
}

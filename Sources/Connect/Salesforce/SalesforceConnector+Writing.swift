public import FEEL

extension SalesforceConnector {
  public func push(_ rows: [ResultRow]) async -> [PushOutcome] {
    let missing = rows.indices.filter { !rows[$0].isHeld }
    let upserted = await upsert(
      missing.map { record(of: rows[$0]) }, into: settings.resultObject, by: ResultFields.submission)
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
    let written = await upsert(answers, into: answerObject, by: AnswerFields.key)
    for (outcome, owner) in zip(written, owners) {
      // The first failure of a row's answers is the row's.
      if case .failed = outcome, case .done = outcomes[owner] { outcomes[owner] = outcome }
    }
    return outcomes
  }

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

  /// Writes rows by their external ids in batches. After a call that failed as a whole nothing more is sent: the CRM
  /// or the connection is in trouble, and each further batch would be one more blow.
  private func upsert(_ records: [JSON], into object: String, by key: String) async -> [PushOutcome] {
    var outcomes: [PushOutcome] = []
    for chunk in records.chunks(of: settings.batchLimit) {
      do throws(ConnectorFailure) {
        outcomes += try await upsert(chunk, into: object, by: key)
      } catch {
        outcomes += chunk.map { _ in .failed(error) }
        var unsent = error
        unsent.outcomeUnknown = false
        while outcomes.count < records.count { outcomes.append(.failed(unsent)) }
        return outcomes
      }
    }
    return outcomes
  }

  private func upsert(
    _ records: ArraySlice<JSON>, into object: String, by key: String
  ) async throws(ConnectorFailure) -> [PushOutcome] {
    let body = JSON.object([
      JSON.Member("allOrNone", .boolean(false)), JSON.Member("records", .array(Array(records))),
    ])
    let (answer, json) = try await json("PATCH", "/composite/sobjects/\(object)/\(key)", body: body.bytes)
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

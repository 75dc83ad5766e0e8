internal import FEEL
internal import HTTPTypes
internal import Service

extension Route {
  static let records = [
    Route(.get, "/v1/records", .permission(.readRecords), work: list),
    Route(.get, "/v1/records/{kind}/{id}", .permission(.readRecords), work: record),
    Route(.get, "/v1/records/{kind}/{id}/explanation", .permission(.readRecords), work: explanation),
    Route(.post, "/v1/records/{kind}/{id}/stage", .permission(.moveStage), .keyed, work: move),
    Route(.put, "/v1/records/{kind}/{id}/hold", .permission(.hold), .keyed, work: setHold),
    Route(.delete, "/v1/records/{kind}/{id}/hold", .permission(.hold), .keyed, work: clearHold),
    Route(.put, "/v1/records/{kind}/{id}/override", .permission(.override), .keyed, work: setOverride),
    Route(.delete, "/v1/records/{kind}/{id}/override", .permission(.override), .keyed, work: clearOverride),
    Route(.get, "/v1/pipeline", .permission(.readRecords), work: pipeline),
    Route(.post, "/v1/decide", .permission(.readRecords), limit: .submission, work: decide),
  ]

  private static func list(_ call: Call) async throws(ServiceError) -> Reply {
    try call.fields.refuseOthers(than: ["owner", "stage", "verdict", "pipeline", "after", "limit"])
    let page = try await call.application.records(
      for: try call.person(), filter: try call.fields.recordFilter(), after: call.fields["after"],
      limit: try call.fields.number("limit", in: 1...200, else: 50))
    return .json(page.json)
  }

  private static func record(_ call: Call) async throws(ServiceError) -> Reply {
    try call.fields.refuseOthers(than: ["language"])
    let view = try await call.application.record(
      try call.recordKey(), person: try call.person(), language: call.fields.text("language"))
    return .json(view.json)
  }

  private static func explanation(_ call: Call) async throws(ServiceError) -> Reply {
    try call.fields.refuseOthers(than: ["as-of", "language"])
    let view = try await call.application.explanation(
      try call.recordKey(), person: try call.person(), asOf: try call.fields.instant("as-of"),
      language: call.fields.text("language"))
    return .json(view.json)
  }

  private static func move(_ call: Call) async throws(ServiceError) -> Reply {
    var reader = try BodyReader(call.body)
    let to = reader.neededText("to", most: 200)
    let reason = reader.text("reason")
    try reader.finish()
    let (key, person) = (try call.recordKey(), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.move(key, to: to, reason: reason, person: person, once: once)
    } reply: {
      .json($0.json)
    }
  }

  private static func setHold(_ call: Call) async throws(ServiceError) -> Reply {
    var reader = try BodyReader(call.body)
    let reason = reader.neededText("reason")
    let until = reader.day("until")
    try reader.finish()
    let (key, person) = (try call.recordKey(), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.setHold(key, reason: reason, until: until, person: person, once: once)
    } reply: {
      .done
    }
  }

  private static func clearHold(_ call: Call) async throws(ServiceError) -> Reply {
    try BodyReader(call.body, mayBeEmpty: true).finish()
    let (key, person) = (try call.recordKey(), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.clearHold(key, person: person, once: once)
    } reply: {
      .done
    }
  }

  private static func setOverride(_ call: Call) async throws(ServiceError) -> Reply {
    var reader = try BodyReader(call.body)
    let stage = reader.neededText("stage", most: 200)
    let reason = reader.neededText("reason")
    let until = reader.day("until")
    try reader.finish()
    let (key, person) = (try call.recordKey(), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.setOverride(
        key, stage: stage, reason: reason, until: until, person: person, once: once)
    } reply: {
      .done
    }
  }

  private static func clearOverride(_ call: Call) async throws(ServiceError) -> Reply {
    try BodyReader(call.body, mayBeEmpty: true).finish()
    let (key, person) = (try call.recordKey(), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.clearOverride(key, person: person, once: once)
    } reply: {
      .done
    }
  }

  private static func pipeline(_ call: Call) async throws(ServiceError) -> Reply {
    try call.fields.refuseOthers(than: ["by", "owner", "stage", "verdict", "pipeline"])
    let view = try await call.application.pipeline(
      for: try call.person(), by: try call.fields.grouping(), filter: try call.fields.recordFilter())
    return .json(view.json)
  }

  private static func decide(_ call: Call) async throws(ServiceError) -> Reply {
    Reply(type: Reply.jsonType, body: try await call.application.decide(call.body, person: try call.person()))
  }
}

extension FormFields {
  /// `by=stage` or `by=owner`; by stage where nothing is said.
  func grouping() throws(ServiceError) -> PipelineGrouping {
    guard let word = self["by"] else { return .stage }
    guard let grouping = PipelineGrouping(rawValue: word) else {
      throw ServiceError(.invalid, code: "bad-parameter", "`by` must be stage or owner.")
    }
    return grouping
  }
}

internal import FEEL
internal import HTTPTypes
internal import Service

extension Route {
  static let proposals = [
    Route(.get, "/v1/proposals", .permission(.readRecords), work: listProposals),
    Route(.post, "/v1/proposals/{id}/accept", .permission(.decideProposals), .keyed, work: accept),
    Route(.post, "/v1/proposals/{id}/refuse", .permission(.decideProposals), .keyed, work: refuse),
  ]

  private static func listProposals(_ call: Call) async throws(ServiceError) -> Reply {
    let limit = try call.fields.limit()
    let proposals = try await call.application.proposals(for: try call.person(), limit: limit)
    return .json(.members(["proposals": .list(proposals.map(\.json))]))
  }

  private static func accept(_ call: Call) async throws(ServiceError) -> Reply {
    var reader = try BodyReader(call.body, mayBeEmpty: true)
    let reason = reader.text("reason")
    try reader.finish()
    let (id, person) = (try call.parameter("id"), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.acceptProposal(id, reason: reason, person: person, once: once)
    } reply: {
      .json($0.json)
    }
  }

  private static func refuse(_ call: Call) async throws(ServiceError) -> Reply {
    var reader = try BodyReader(call.body)
    let reason = reader.neededText("reason")
    try reader.finish()
    let (id, person) = (try call.parameter("id"), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.refuseProposal(id, reason: reason, person: person, once: once)
    } reply: {
      .json($0.json)
    }
  }
}

extension FormFields {
  /// How many items of a list, where that is all that may be asked.
  func limit() throws(ServiceError) -> Int {
    try refuseOthers(than: ["limit"])
    return try number("limit", in: 1...200, else: 100)
  }
}

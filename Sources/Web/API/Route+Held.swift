internal import FEEL
internal import HTTPTypes
internal import Service

extension Route {
  static let heldSubmissions = [
    Route(.get, "/v1/held", .permission(.decideHeld), work: listHeld),
    Route(.post, "/v1/held/{id}/accept", .permission(.decideHeld), .keyed, work: acceptHeld),
    Route(.post, "/v1/held/{id}/return", .permission(.decideHeld), .keyed, work: returnHeld),
  ]

  private static func listHeld(_ call: Call) async throws(ServiceError) -> Reply {
    let limit = try call.fields.limit()
    let held = try await call.application.held(for: try call.person(), limit: limit)
    return .json(.members(["held": .list(held.map(\.json))]))
  }

  private static func acceptHeld(_ call: Call) async throws(ServiceError) -> Reply {
    try BodyReader(call.body, mayBeEmpty: true).finish()
    let (id, person) = (try call.parameter("id"), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.acceptHeld(id, person: person, once: once)
    } reply: {
      Reply(status: $0.status, type: Reply.jsonType, body: $0.body)
    }
  }

  private static func returnHeld(_ call: Call) async throws(ServiceError) -> Reply {
    var reader = try BodyReader(call.body)
    let reason = reader.neededText("reason")
    try reader.finish()
    let (id, person) = (try call.parameter("id"), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.returnHeld(id, reason: reason, person: person, once: once)
    } reply: {
      Reply(status: $0.status, type: Reply.jsonType, body: $0.body)
    }
  }
}

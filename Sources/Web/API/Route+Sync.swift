internal import FEEL
internal import HTTPTypes
internal import Service

extension Route {
  static let sync = [
    Route(.get, "/v1/sync", .permission(.readSync), work: status),
    Route(.get, "/v1/sync/dead-letters", .permission(.readSync), work: deadLetters),
    Route(.post, "/v1/sync/dead-letters/{id}/retry", .permission(.retrySync), .keyed, work: retry),
    Route(.post, "/v1/webhooks/{source}", .open, limit: .webhook, precondition: knownSource, work: webhook),
  ]

  private static func status(_ call: Call) async throws(ServiceError) -> Reply {
    try call.fields.refuseOthers(than: [])
    let connections = try await call.application.syncStatus(for: try call.person())
    return .json(.members(["connections": .list(connections.map(\.json))]))
  }

  private static func deadLetters(_ call: Call) async throws(ServiceError) -> Reply {
    let limit = try call.fields.limit()
    let letters = try await call.application.deadLetters(for: try call.person(), limit: limit)
    return .json(.members(["deadLetters": .list(letters.map(\.json))]))
  }

  private static func retry(_ call: Call) async throws(ServiceError) -> Reply {
    try BodyReader(call.body, mayBeEmpty: true).finish()
    let (id, person) = (try call.parameter("id"), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.retryDeadLetter(id, person: person, once: once)
    } reply: {
      .done
    }
  }

  private static func knownSource(_ call: Call) throws(ServiceError) {
    try call.application.expectWebhook(from: try call.parameter("source"))
  }

  /// Signed and not signed in: whether the signature is right is for the use case to say.
  private static func webhook(_ call: Call) async throws(ServiceError) -> Reply {
    let answer = try await call.application.receiveWebhook(
      source: try call.parameter("source"), id: call.headers.value(of: "webhook-id"),
      timestamp: call.headers.value(of: "webhook-timestamp"), signature: call.headers.value(of: "webhook-signature"),
      body: call.body)
    return .json(.members(["outcome": .text(answer.outcome.rawValue)]))
  }
}

internal import FEEL
internal import HTTPTypes
internal import Sales
internal import Service

extension Route {
  static let night = [Route(.post, "/v1/rescore", .permission(.rescore), .keyed, work: rescore)]

  private static func rescore(_ call: Call) async throws(ServiceError) -> Reply {
    var reader = try BodyReader(call.body, mayBeEmpty: true)
    let asOf = reader.text("asOf")
    try reader.finish()
    let instant = asOf.flatMap(Instant.milliseconds)
    if let asOf, instant == nil {
      throw ServiceError(
        .invalid, code: "invalid-body", "asOf: \(asOf) is no instant such as 2026-03-31T19:00:00Z.")
    }
    let person = try call.person()
    return try await call.once { once throws(ServiceError) in
      try await call.application.rescore(asOf: instant, person: person, once: once)
    } reply: {
      .json($0.document)
    }
  }
}

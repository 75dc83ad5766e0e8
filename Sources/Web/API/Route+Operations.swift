internal import FEEL
internal import HTTPTypes
internal import Service

extension Route {
  static let operations = [
    Route(.get, "/healthz", .open, work: alive),
    Route(.get, "/readyz", .open, work: ready),
    Route(.get, "/metrics", .metrics, work: metrics),
    Route(.get, "/v1/openapi.yaml", .open, work: openAPI),
    Route(.get, "/assets/{name}", .open, work: asset),
  ]

  private static func alive(_ call: Call) async throws(ServiceError) -> Reply {
    .json(.members(["alive": .boolean(true)]))
  }

  private static func ready(_ call: Call) async throws(ServiceError) -> Reply {
    let readiness = await call.application.readiness()
    return .json(readiness.json, status: readiness.isReady ? 200 : 503)
  }

  private static func metrics(_ call: Call) async throws(ServiceError) -> Reply {
    await call.application.recordGauges()
    return Reply(type: "text/plain; version=0.0.4; charset=utf-8", body: Array(call.door.metrics.text.utf8))
  }

  private static func openAPI(_ call: Call) async throws(ServiceError) -> Reply {
    try Asset.named("openapi.yaml").reply(to: call.headers)
  }

  private static func asset(_ call: Call) async throws(ServiceError) -> Reply {
    try Asset.named(try call.parameter("name")).reply(to: call.headers)
  }
}

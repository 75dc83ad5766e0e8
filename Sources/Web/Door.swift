internal import Hummingbird
internal import Logging

/// What all routes share.
struct Door: Sendable {
  let application: UseCases
  let configuration: WebConfiguration
  let metrics: PrometheusMetrics
  let logger: Logger
  let underWay = RequestsUnderWay()

  var cookie: SessionCookie { SessionCookie(isSecure: configuration.isSecure) }

  /// All routes of the table, behind the front that answers errors and counts.
  func router() -> Router<DoorContext> {
    let router = Router(context: DoorContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Front(door: self))
    for route in Route.all {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        await RouteGuard(door: self, route: route).answer(request, context)
      }
    }
    return router
  }
}

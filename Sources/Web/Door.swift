internal import Hummingbird
internal import Logging

/// What all routes share.
struct Door: Sendable {
  let application: UseCases
  let configuration: WebConfiguration
  let metrics: PrometheusMetrics
  let requests: RequestMetrics
  let logger: Logger
  let underWay = RequestsUnderWay()
  let bodies: BodyBudget
  let openBodies: BodyBudget

  init(application: UseCases, configuration: WebConfiguration, metrics: PrometheusMetrics, logger: Logger) {
    self.application = application
    self.configuration = configuration
    self.metrics = metrics
    self.logger = logger
    requests = RequestMetrics(metrics)
    bodies = BodyBudget(configuration.mostBodyBytes)
    openBodies = BodyBudget(configuration.mostOpenBodyBytes)
  }

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

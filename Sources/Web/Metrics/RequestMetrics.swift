internal import CoreMetrics
internal import Synchronization

/// Counts requests and how long they took; the series of a route are looked up once, not with every request.
final class RequestMetrics: Sendable {
  private struct Kind: Hashable {
    var route: String
    var method: String
    var status: Int
  }

  private struct Handlers: Sendable {
    var count: any CounterHandler
    var duration: any TimerHandler
  }

  private static let methods: Set = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS"]

  private let metrics: PrometheusMetrics
  private let known = Mutex<[Kind: Handlers]>([:])

  init(_ metrics: PrometheusMetrics) { self.metrics = metrics }

  /// Counts one answered request; the route is its pattern, never the address itself.
  func count(route: String, method: String, status: Int, took duration: Duration) {
    let kind = Kind(route: route, method: Self.methods.contains(method) ? method : "other", status: status)
    let handlers = known.withLock { known in
      if let handlers = known[kind] { return handlers }
      let handlers = Handlers(
        count: metrics.makeCounter(
          label: "http_requests",
          dimensions: [("method", kind.method), ("route", route), ("status", "\(status)")]),
        duration: metrics.makeTimer(label: "http_request_duration", dimensions: [("route", route)]))
      known[kind] = handlers
      return handlers
    }
    handlers.count.increment(by: 1)
    let (seconds, attoseconds) = duration.components
    handlers.duration.recordNanoseconds(seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000)
  }
}

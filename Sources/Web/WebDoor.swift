public import Hummingbird
public import HummingbirdCore
public import Logging
public import NIOCore

/// The HTTP door: the API under `/v1`, the pages, health and metrics. A service to be run by a service group, whose
/// graceful stop finishes the requests that are under way.
public struct WebDoor: ApplicationProtocol {
  /// Routes a request to its use case.
  public typealias Responder = RouterResponder<DoorContext>

  let door: Door
  /// Where request metrics go, and what `/metrics` shows; bootstrap swift-metrics with it to show the others too.
  public let metrics: PrometheusMetrics
  /// Where requests and refusals are logged, without names and bodies.
  public let logger: Logger
  private let whenRunning: @Sendable (Int) async -> Void

  /// - Parameter whenRunning: called once with the port that is listened at.
  public init(
    _ application: UseCases, configuration: WebConfiguration = WebConfiguration(),
    metrics: PrometheusMetrics = PrometheusMetrics(), logger: Logger,
    whenRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) {
    Self.limitNetworkThreads
    door = Door(application: application, configuration: configuration, metrics: metrics, logger: logger)
    self.metrics = metrics
    self.logger = logger
    self.whenRunning = whenRunning
  }

  /// All routes, built once when the server starts.
  public var responder: Responder {
    get async throws { door.router().buildResponder() }
  }

  /// Where to listen, and how many connections at a time.
  public var configuration: ApplicationConfiguration {
    ApplicationConfiguration(
      address: .hostname(door.configuration.host, port: door.configuration.port),
      availableConnectionsDelegate: MaximumAvailableConnections(door.configuration.mostConnections, logger: logger))
  }

  /// HTTP/1.1 with limits for heads, and deadlines for heads, bodies and silence.
  public var server: HTTPServerBuilder {
    let configuration = door.configuration
    return HTTPServerBuilder { responder in
      DoorConnection.Setup(
        http: HTTP1Channel(
          responder: responder,
          configuration: HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionDeadlines(configuration)],
            idleTimeout: .seconds(Int64(configuration.idleSeconds)),
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
              maxHeaderFieldSize: 16_384, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100))))
    }
  }

  /// Lets half as many threads as there are processors read and write connections. The work of requests runs on Swift's
  /// own, one for each processor, and more of both only take turns: on two processors one thread less answers a sixth
  /// more decisions. NIO takes this once, and before the first connection.
  private static let limitNetworkThreads: Void = {
    NIOSingletons.groupLoopCountSuggestion = max(1, System.coreCount / 2)
  }()

  /// Reports the port that is listened at.
  @Sendable public func onServerRunning(_ channel: any Channel) async {
    await whenRunning(channel.localAddress?.port ?? door.configuration.port)
  }
}

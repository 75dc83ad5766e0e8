internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import Glibc
internal import Logging
internal import Metrics
internal import Sales
internal import Service
internal import ServiceLifecycle
internal import Store
internal import UnixSignals
internal import Web

/// `stagecraft serve`: HTTP, writer, sync worker.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the API and the pages, and keep the CRM in step.",
    discussion: """
      One server holds a store; a second one ends with 75 and names the first. One that was stopped for longer than its \
      lease while another took over ends with 69. While the store cannot be written (a full disk) requests that write \
      answer 503, and it goes on by itself. SIGTERM ends it gracefully: requests under way are finished, claims are given \
      back.

      Example: stagecraft serve
      Example: stagecraft serve --listen 127.0.0.1:9000 --no-worker
      """)

  @OptionGroup var home: HomeOptions

  @Option(
    help: ArgumentHelp(
      "Where to listen.", discussion: "Default: `listen:` of stagecraft.yaml, else 127.0.0.1:8484; port 0 takes any.",
      valueName: "address:port"))
  var listen: String?

  @Flag(help: "Leave the CRM to `stagecraft work`.")
  var noWorker = false

  @Option(help: ArgumentHelp("Write the port here once it listens.", valueName: "file"))
  var portFile: String?

  func run() async throws {
    Terminal.beOfService()
    let server = try ServerHome(home)
    let application = try await server.application(connected: true, checking: true, level: .info)
    var configuration = WebConfiguration(
      host: server.definition.host, port: server.definition.port, publicURL: server.definition.publicURL,
      servesMetricsToLoopback: server.definition.metricsOnLoopback, mostConnections: Self.mostConnections)
    if let listen {
      guard let address = HomeDefinition.address(listen) else {
        throw Refusal("--listen \(listen) is no address and port, such as 127.0.0.1:8484", ExitCode(64))
      }
      (configuration.host, configuration.port) = address
    }
    let lease = try await Self.take("server", application, "Another server holds this store")
    let logger = JSONLog.logger(.info)
    let metrics = PrometheusMetrics()
    MetricsSystem.bootstrap(metrics)
    let host = configuration.host
    let portFile = portFile
    let door = WebDoor(application, configuration: configuration, metrics: metrics, logger: logger) { port in
      Terminal.say("listening at http://\(host):\(port)")
      if let portFile { Self.write("\(port)\n", to: portFile) }
    }
    var services: [any ServiceLifecycle.Service] = [
      LeaseKeeper(lease, logger: logger), SignInWatch(application), door, Housekeeper(application),
    ]
    var worker: HeldLease?
    if !noWorker && !application.connections.isEmpty {
      let held = try await Self.take("worker", application, "Another worker serves this store (use --no-worker)")
      try await application.takeOverWork()
      services += [LeaseKeeper(held, logger: logger), SyncWorker(application)]
      worker = held
    }
    let group = ServiceGroup(
      services: services, gracefulShutdownSignals: [.sigterm, .sigint], cancellationSignals: [],
      logger: logger)
    do { try await group.run() } catch is LeaseKeeper.Lost {
      throw Refusal("another process holds the lease on the store now, so the server stopped", ExitStatus.takenOver)
    }
    await worker?.release()
    await lease.release()
    await application.store.close()
  }

  /// What the descriptors of this process allow, but for some that files and the CRMs need.
  private static var mostConnections: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 512 }
    return max(16, min(10_000, Int(clamping: limit.rlim_cur) - 128))
  }

  /// Takes a lease, or says who has it.
  static func take(_ name: String, _ application: Application, _ what: String) async throws -> HeldLease {
    do {
      let lease = try await HeldLease.take(name, application)
      lease.fence()
      return lease
    } catch let taken as HeldLease.Taken {
      let since = Instant.text(taken.lease.startedAt)
      throw Refusal(
        "\(what): process \(taken.lease.pid) on \(taken.lease.host), since \(since). Stop that one first.",
        ExitStatus.temporary)
    }
  }
}

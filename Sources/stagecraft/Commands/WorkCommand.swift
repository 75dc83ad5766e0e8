internal import ArgumentParser
internal import Logging
internal import Service
internal import ServiceLifecycle
internal import Store
internal import UnixSignals

/// `stagecraft work`: the sync worker by itself.
struct WorkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: "Keep the CRM in step, beside `serve --no-worker`.",
    discussion: """
      Carries results and stages into the CRM and the CRM's changes in. With --once it ends when nothing is left that can \
      be done now.

      Example: stagecraft work --once
      """)

  @OptionGroup var home: HomeOptions

  @Flag(help: "End when nothing is left to do.")
  var once = false

  func run() async throws {
    if !once { Terminal.beOfService() }
    let application = try await ServerHome(home).application(connected: true, level: once ? .warning : .info)
    guard !application.connections.isEmpty else {
      throw Refusal(
        "stagecraft.yaml names no connection, so there is no CRM to work with", ExitStatus.configuration)
    }
    let lease = try await ServeCommand.take("worker", application, "Another worker serves this store")
    try await application.takeOverWork()
    if once {
      let done = await SyncWorker(application).runOnce()
      await lease.release()
      await application.store.close()
      return Terminal.say("\(done) carried out")
    }
    let logger = JSONLog.logger(.info)
    let group = ServiceGroup(
      services: [LeaseKeeper(lease, logger: logger), SyncWorker(application)],
      gracefulShutdownSignals: [.sigterm, .sigint], cancellationSignals: [], logger: logger)
    do { try await group.run() } catch is LeaseKeeper.Lost {
      throw Refusal("another process holds the lease on the work now, so the worker stopped", ExitStatus.takenOver)
    }
    await lease.release()
    await application.store.close()
  }
}

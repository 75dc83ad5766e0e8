internal import ArgumentParser
internal import Authoring
internal import Connect
internal import FEEL
internal import FoundationEssentials
internal import Logging
internal import Sales
internal import Service
internal import Store

/// The server's side of a home: its set-up, its store, and the application over both.
struct ServerHome {
  let folder: String
  let definition: HomeDefinition

  /// Reads the set-up.
  ///
  /// - Throws: `Refusal` with all that is wrong with it.
  init(_ options: HomeOptions) throws {
    folder = try options.folder()
    let (home, findings) = HomeReader.read(folder + "/stagecraft.yaml")
    guard let home else {
      throw Refusal(
        findings.map { FindingsReport.line(of: $0) }, "the set-up has errors, so nothing was done",
        ExitStatus.configuration)
    }
    definition = home
  }

  /// Opens the store and builds the application.
  ///
  /// - Parameters:
  ///   - connected: whether the CRMs are spoken to. Without it their secrets are not even read, but what is decided is
  ///     queued for them all the same.
  ///   - checking: whether the store is checked for damage first.
  ///   - level: what is logged; a short command tells its errors itself.
  func application(
    connected: Bool = false, create: Bool = false, checking: Bool = false, level: Logger.Level = .critical
  ) async throws -> Application {
    let path = folder + "/store.sqlite"
    if !create, !FileManager.default.fileExists(atPath: path) {
      throw Refusal(
        "there is no store in \(folder). Make one with `stagecraft init`, or name another folder with --home.",
        ExitStatus.noInput)
    }
    let connections = try definition.connections.map { try connection($0, isOpen: connected) }
    let webhooks = connected ? try definition.webhooks.map { try webhook($0) } : []
    let store = try await Store.open(path: path, checking: checking)
    return Application(
      store: store, time: SystemTime(), connections: connections, webhooks: webhooks, logger: JSONLog.logger(level))
  }

  /// Opens the application, lets a short command use it, and closes its store whatever comes of that.
  func withApplication<Result>(
    connected: Bool = false, create: Bool = false, _ body: (Application) async throws -> Result
  ) async throws -> Result {
    let application = try await application(connected: connected, create: create)
    do {
      let result = try await body(application)
      await application.store.close()
      return result
    } catch {
      await application.store.close()
      throw error
    }
  }

  private func connection(_ connection: HomeDefinition.Connection, isOpen: Bool) throws -> Connection {
    Connection(
      name: connection.name, connector: isOpen ? try connector(connection) : nil,
      objects: connection.objects.map {
        Connection.Object(
          kind: Text($0.kind), object: $0.object, stageField: $0.stageField, ownerField: $0.ownerField)
      }, pollMilliseconds: Int64(connection.pollSeconds) * 1000,
      firstDelay: connection.firstRetryMilliseconds.map { Int64($0) },
      longestDelay: connection.longestRetryMilliseconds.map { Int64($0) }, pages: definition.publicURL)
  }

  private func connector(_ definition: HomeDefinition.Connection) throws -> SalesforceConnector {
    var settings = SalesforceSettings(
      loginURL: definition.login, instance: definition.instance, clientID: definition.clientID, user: definition.user,
      privateKeyPEM: try secret(definition.keyFile))
    settings.version = definition.version
    settings.batchLimit = definition.batch
    settings.requestTimeoutMilliseconds = definition.timeoutSeconds * 1000
    settings.answerObject = definition.answersAsRows ? settings.answerObject : nil
    settings.rules.allowInsecureLoopback = definition.allowInsecureLoopback
    settings.rules.allowedPrivateHosts = definition.allowedPrivateHosts
    settings.rules.certificateFile = definition.certificateFile.map { place($0) }
    let time = SystemTime()
    return SalesforceConnector(settings, now: { time.now() })
  }

  private func webhook(_ definition: HomeDefinition.Webhook) throws -> WebhookSource {
    let secrets = try definition.secretFiles.map { try secret($0) }
    guard let verifier = WebhookVerifier(secrets: secrets) else {
      throw Refusal(
        "a secret of the webhook source \(definition.name) is none: it is `whsec_` and the base64 of 24 to 64 bytes",
        ExitStatus.configuration)
    }
    return WebhookSource(name: definition.name, verifier: verifier, connection: definition.connection)
  }

  /// A path of the set-up: relative ones lie in the home.
  private func place(_ path: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }

  /// A secret from its file, which nobody else may read.
  private func secret(_ path: String) throws -> String { try SecretFile.text(of: place(path)) }
}

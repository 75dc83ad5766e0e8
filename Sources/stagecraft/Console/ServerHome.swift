internal import ArgumentParser
internal import Authoring
internal import Connect
internal import FEEL
internal import FoundationEssentials
internal import Glibc
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
  /// - Parameter connected: whether the CRMs are needed; without them their secrets are not even read.
  func application(connected: Bool = false, create: Bool = false, level: Logger.Level = .warning) async throws
    -> Application
  {
    let path = folder + "/store.sqlite"
    if !create, access(path, F_OK) != 0 {
      throw Refusal(
        "there is no store in \(folder). Make one with `stagecraft init`, or name another folder with --home.",
        ExitStatus.noInput)
    }
    let connections = connected ? try definition.connections.map { try connection($0) } : []
    let webhooks = connected ? try definition.webhooks.map { try webhook($0) } : []
    let store = try await Store.open(path: path)
    return Application(
      store: store, time: SystemTime(), connections: connections, webhooks: webhooks, logger: JSONLog.logger(level))
  }

  private func connection(_ definition: HomeDefinition.Connection) throws -> Connection {
    var settings = SalesforceSettings(
      loginURL: definition.login, clientID: definition.clientID, user: definition.user,
      privateKeyPEM: try secret(definition.keyFile))
    settings.version = definition.version
    settings.batchLimit = definition.batch
    settings.answerObject = definition.answersAsRows ? settings.answerObject : nil
    settings.rules.allowInsecureLoopback = definition.allowInsecureLoopback
    settings.rules.allowedPrivateHosts = definition.allowedPrivateHosts
    settings.rules.certificateFile = definition.certificateFile.map { place($0) }
    let time = SystemTime()
    return Connection(
      name: definition.name, connector: SalesforceConnector(settings, now: { time.now() }),
      objects: definition.objects.map {
        Connection.Object(
          kind: Text($0.kind), object: $0.object, stageField: $0.stageField, ownerField: $0.ownerField)
      }, pollMilliseconds: Int64(definition.pollSeconds) * 1000)
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
  private func secret(_ path: String) throws -> String {
    let path = place(path)
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Refusal("the secret file \(path) cannot be read: \(String(cString: strerror(errno)))", ExitStatus.noInput)
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Refusal(
        "the secret file \(path) can be read by others. Run: chmod 600 \(path)", ExitStatus.configuration)
    }
    guard status.st_size <= 65_536, let data = FileManager.default.contents(atPath: path) else {
      throw Refusal("the secret file \(path) cannot be read", ExitStatus.noInput)
    }
    let text = String(decoding: data, as: UTF8.self)
    let blank: Set<Character> = [" ", "\n", "\r", "\t"]
    return String(text.drop(while: blank.contains).reversed().drop(while: blank.contains).reversed())
  }
}

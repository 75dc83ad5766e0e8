internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Hummingbird
internal import Logging
internal import NIOCore

/// A CRM in the shape of Salesforce, to build and test against. It lives in memory and listens on 127.0.0.1 only.
///
/// What it does as Salesforce does it: the JWT bearer login; describe; rows by id and by external id with their status
/// codes, `Last-Modified` and `If-Unmodified-Since`; collections of 200 rows; queries with paths, pages of 2,000 and an
/// address of 16,384 bytes at most; ids with their checksum; field types, lengths, unique external ids, restricted
/// picklists, references; errors in Salesforce's words; `Sforce-Limit-Info`.
///
/// What it does not have, so that nobody trusts it too far: no Apex, no flows, no triggers, no sharing and no
/// field-level security, no duplicate rules, no record types, no real governor limits, no encryption on the way. Dates
/// are UTC. Stamps have whole seconds and are those of a transaction's start, so rows share them, and one may show up
/// behind a row with a later stamp, as there. A delete touches no other row. Composite,
/// graph and bulk requests are not there yet. It was never held against a real organization.
@main
struct SandboxCRM: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "SandboxCRM",
    abstract: "A CRM in the shape of Salesforce, for tests: in memory, on 127.0.0.1 only.",
    discussion: """
      Example: SandboxCRM --key-file login.pub --seed deals.ndjson --port 0 --port-file port

      A seed has one JSON object a line:
        {"object": "Opportunity", "Id": "006...", "Name": "...", "StageName": "...", "CloseDate": "2026-12-31"}
        {"field": {"object": "Opportunity", "name": "Budget__c", "type": "currency"}}
        {"stages": [{"name": "Prospecting", "probability": 10}, {"name": "Closed Won", "isClosed": true, "isWon": true}]}

      From behind (curl http://127.0.0.1:PORT/sandbox/...):
        GET journal?after=N, requests?after=N, rows/OBJECT, faults, webhooks
        POST change     {"object": "Opportunity", "id": "006...", "fields": {...}, "user": "ann@example.com", "late": 2000}
        POST faults     {"kind": "lost-answer", "path": "/composite", "count": 3, "partial": true}
        POST faults     {"kind": "validation", "id": "006...", "message": "Say why."}
        POST faults     {"kind": "late-commit", "path": "/sandbox/change", "ms": 3000, "count": 5}
        POST faults     {"mix": {"kinds": ["error-500", {"kind": "late-commit", "ms": 3000}], "probability": 0.1, "seed": 42}}
        kinds: \(Fault.Kind.allCases.map(\.rawValue).joined(separator: ", "))
        DELETE faults; POST expire-sessions, down, up, webhook {"url": "http://127.0.0.1:PORT/...", "secret": "whsec_..."}
      """,
    version: "0.1")

  @Option(help: "Listen here; 0 takes a free port.")
  var port = 0

  @Option(help: ArgumentHelp("Write the port here once it listens.", valueName: "file"))
  var portFile: String?

  @Option(help: ArgumentHelp("Rows, fields and stages to begin with, as NDJSON.", valueName: "file"))
  var seed: String?

  @Option(help: ArgumentHelp("The public key of the login, as PEM; without it nobody can sign in.", valueName: "file"))
  var keyFile: String?

  @Option(help: "The consumer key that a login names (iss).")
  var clientID = "sandbox-client"

  @Option(help: "The user that a login names (sub), and as whom the API writes.")
  var user = "integration@sandbox.example"

  @Option(help: ArgumentHelp("An audience (aud) taken beside the sandbox's own address.", valueName: "url"))
  var audience: String?

  @Option(help: ArgumentHelp("End each session after so many seconds.", valueName: "n"))
  var sessionSeconds: Int?

  @Option(help: ArgumentHelp("Refuse calls beyond so many.", valueName: "n"))
  var dailyLimit = 1_000_000

  @Option(help: ArgumentHelp("Send a webhook there when a person changes a row.", valueName: "url"))
  var webhookURL: String?

  @Option(help: ArgumentHelp("The secret that signs webhooks: whsec_ and base64.", valueName: "file"))
  var webhookSecretFile: String?

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port must be between 0 and 65535.") }
    if (webhookURL == nil) != (webhookSecretFile == nil) {
      throw ValidationError("--webhook-url and --webhook-secret-file belong together.")
    }
  }

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    // All is in memory, so there is nothing to bring to an end.
    signal(SIGTERM) { _ in _exit(0) }
    signal(SIGINT) { _ in _exit(0) }
    let sandbox = try await self.sandbox()
    var logger = Logger(label: "SandboxCRM")
    logger.logLevel = .error
    let portFile = self.portFile
    // Who waits for the file must not find the port of another run.
    if let portFile { unlink(portFile) }
    let application = Application(
      responder: SandboxResponder(sandbox: sandbox),
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        sandbox.listeningPort = port
        if let portFile, !PortFile.write(port, to: portFile) {
          Self.stop("cannot write \(portFile): \(String(cString: strerror(errno)))")
        }
        Self.tell("listening on http://127.0.0.1:\(port)")
      },
      logger: logger)
    do {
      try await application.run()
    } catch {
      Self.stop("cannot listen on 127.0.0.1:\(port): \(error)")
    }
  }

  private func sandbox() async throws -> Sandbox {
    let now: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }
    var database = Database()
    var context = WriteContext(user: RecordID(prefix: "005", number: 1), now: now(), request: 0)
    context.isSeed = true
    let integration: RecordID
    do throws(APIFailure) {
      try database.declareStages(Stage.usual, context: context)
      context.user = try database.user(named: user, context: context)
      integration = context.user
    } catch {
      Self.stop("--user \(user): \(error.message)")
    }
    if let seed {
      do throws(Seed.Failure) {
        let rows = try Seed.apply(Self.read(seed), to: &database, context: context)
        Self.tell("\(rows) rows from \(seed)")
      } catch {
        Self.stop("\(seed): \(error)")
      }
    }
    let settings = Sandbox.Settings(
      clientID: clientID, user: user, audience: audience, sessionAge: sessionSeconds.map { Int64($0) * 1000 },
      dailyLimit: dailyLimit)
    return Sandbox(
      settings: settings, database: database, integrationUser: integration, logins: try await logins(),
      webhooks: WebhookSender(target: try webhookTarget(), now: now), now: now)
  }

  private func logins() async throws -> LoginVerifier? {
    guard let keyFile else { return nil }
    let pem = String(decoding: Self.read(keyFile), as: UTF8.self)
    do {
      return try LoginVerifier(pem: pem)
    } catch {
      Self.stop("\(keyFile) holds no RSA public key of 2048 bits or more as PEM")
    }
  }

  private func webhookTarget() throws -> WebhookTarget? {
    guard let webhookURL, let webhookSecretFile else { return nil }
    let secret = String(decoding: Self.read(webhookSecretFile), as: UTF8.self).filter { !$0.isWhitespace }
    do throws(WebhookTarget.Failure) {
      return try WebhookTarget(url: webhookURL, secret: secret)
    } catch {
      Self.stop(error.message)
    }
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { stop("cannot read \(path)") }
    return Array(data)
  }

  private static func tell(_ message: String) {
    let line = Array("SandboxCRM: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  private static func stop(_ message: String) -> Never {
    tell(message)
    Glibc.exit(1)
  }
}

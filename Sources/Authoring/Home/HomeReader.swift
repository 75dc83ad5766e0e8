internal import FEEL

/// Reads `stagecraft.yaml`, the set-up of one home, strictly:
///
///     listen: 127.0.0.1:8484
///     public_url: https://stagecraft.example.com    # how browsers reach the pages, if not as listened
///     metrics_on_loopback: true                     # /metrics without a token, from this machine only
///     token_days: 365                               # how long a new token is valid; or never, to have it end by revocation
///     connections:
///       crm:
///         kind: salesforce
///         login: https://login.salesforce.com
///         instance: https://acme.my.salesforce.com  # the only address that the login may send us to; without it the
///                                                   # login's own, or where that is Salesforce's, any of Salesforce's
///         client_id: 3MVG9...                       # the consumer key of the connected app
///         user: integration@example.com
///         key_file: secrets/crm.pem                 # RSA private key, mode 0600; relative to this file
///         api_version: 62.0
///         poll_seconds: 60
///         timeout_seconds: 60                       # for one call as a whole
///         retry_first_ms: 1000                      # the wait after a failure; it doubles with each further one
///         retry_longest_ms: 300000                  # and is never longer than this
///         answers: rows                             # rows of their own beside the JSON, or json alone
///         allow_insecure_loopback: false            # http to 127.0.0.1, for the sandbox only
///         objects:
///           opportunity: {object: Opportunity, stage: StageName, owner: OwnerId}
///     webhooks:
///       crm:
///         connection: crm
///         secret_files: [secrets/webhook]           # Standard Webhooks secrets, the newest first; two while rotating
public struct HomeReader {
  private let reader: YAMLReader

  /// Reads the file.
  ///
  /// - Returns: the set-up, nil where there is an error among the findings; a file that is absent is the default set-up.
  public static func read(_ path: String) -> (home: HomeDefinition?, findings: [PlacedFinding]) {
    let findings = FindingCollector()
    let file: SourceFile
    do throws(FileTrouble) {
      file = SourceFile(name: path, bytes: try FileAccess.bytes(of: path, limit: YAMLLimits().bytes))
    } catch {
      if case .absent = error { return (HomeDefinition(), []) }
      findings.add(ImportTrouble.file(error).placed(in: path))
      return (nil, findings.findings.sorted())
    }
    guard let root = YAMLComposer.compose(file, findings: findings) else {
      return (findings.hasErrors ? nil : HomeDefinition(), findings.findings.sorted())
    }
    let home = HomeReader(reader: YAMLReader(file: file, findings: findings)).home(root)
    return (findings.hasErrors ? nil : home, findings.findings.sorted())
  }

  private func home(_ root: YAMLNode) -> HomeDefinition? {
    let keys: [Text] = [
      "connections", "listen", "metrics_on_loopback", "public_url", "token_days", "webhooks",
    ]
    guard let map = reader.mapping(root, "the set-up", keys: keys) else { return nil }
    var home = HomeDefinition()
    if let listen = map.text("listen")?.string {
      if let address = HomeDefinition.address(listen) {
        (home.host, home.port) = address
      } else {
        reader.error(
          "WRONG-VALUE", at: map["listen"]?.start ?? map.start,
          "`listen` is an address and a port, such as 127.0.0.1:8484")
      }
    }
    home.publicURL = map.text("public_url")?.string
    home.metricsOnLoopback = map.boolean("metrics_on_loopback") ?? false
    if let node = map["token_days"], reader.text(node, "`token_days`") == "never" {
      home.tokenDays = nil
    } else if let days = map.wholeNumber("token_days", in: 1...3650) {
      home.tokenDays = days
    }
    if let node = map["connections"], let connections = reader.anyMapping(node, "`connections`") {
      home.connections = connections.entries.compactMap { connection($0.key.string, $0.value) }
    }
    if let node = map["webhooks"], let webhooks = reader.anyMapping(node, "`webhooks`") {
      home.webhooks = webhooks.entries.compactMap { webhook($0.key.string, $0.value, home) }
    }
    return home
  }

  private func connection(_ name: String, _ node: YAMLNode) -> HomeDefinition.Connection? {
    let keys: [Text] = [
      "allow_insecure_loopback", "allow_private", "answers", "api_version", "batch", "certificate_file", "client_id",
      "instance", "key_file", "kind", "login", "objects", "poll_seconds", "retry_first_ms", "retry_longest_ms",
      "timeout_seconds",
      "user",
    ]
    guard let map = reader.mapping(node, "a connection", keys: keys) else { return nil }
    _ = map.required("kind").flatMap { _ in map.word("kind", among: [("salesforce", true)]) }
    let login = map.requiredText("login")
    let client = map.requiredText("client_id")
    let user = map.requiredText("user")
    let key = map.requiredText("key_file")
    var objects: [HomeDefinition.Connection.Object] = []
    if let node = map.required("objects"), let kinds = reader.anyMapping(node, "`objects`") {
      objects = kinds.entries.compactMap { object($0.key.string, $0.value) }
    }
    guard let login, let client, let user, let key else { return nil }
    return HomeDefinition.Connection(
      name: name, login: login.string, instance: map.text("instance")?.string, clientID: client.string,
      user: user.string, keyFile: key.string,
      version: map.text("api_version")?.string ?? "62.0",
      allowInsecureLoopback: map.boolean("allow_insecure_loopback") ?? false,
      allowedPrivateHosts: map.texts("allow_private").map(\.text.string),
      certificateFile: map.text("certificate_file")?.string,
      pollSeconds: map.wholeNumber("poll_seconds", in: 1...86_400) ?? 60,
      batch: map.wholeNumber("batch", in: 1...200) ?? 200,
      timeoutSeconds: map.wholeNumber("timeout_seconds", in: 1...600) ?? 60,
      firstRetryMilliseconds: map.wholeNumber("retry_first_ms", in: 1...60_000),
      longestRetryMilliseconds: map.wholeNumber("retry_longest_ms", in: 1...3_600_000),
      answersAsRows: map.word("answers", among: [("rows", true), ("json", false)]) ?? true, objects: objects)
  }

  private func object(_ kind: String, _ node: YAMLNode) -> HomeDefinition.Connection.Object? {
    guard let map = reader.mapping(node, "an object", keys: ["object", "owner", "stage"]),
      let object = map.requiredText("object")
    else { return nil }
    return HomeDefinition.Connection.Object(
      kind: kind, object: object.string, stageField: map.text("stage")?.string,
      ownerField: map.text("owner")?.string ?? "OwnerId")
  }

  private func webhook(_ name: String, _ node: YAMLNode, _ home: HomeDefinition) -> HomeDefinition.Webhook? {
    guard let map = reader.mapping(node, "a webhook source", keys: ["connection", "secret_files"]) else { return nil }
    let files = map.required("secret_files").map { _ in map.texts("secret_files") } ?? []
    guard let connection = map.requiredText("connection")?.string else { return nil }
    if !home.connections.contains(where: { $0.name == connection }) {
      reader.error(
        "UNDEFINED", at: map["connection"]?.start ?? map.start, "there is no connection `\(connection)`",
        fix: reader.didYouMean(Text(connection), among: home.connections.map { Text($0.name) }))
    }
    if files.isEmpty || files.count > 2 {
      reader.error("WRONG-VALUE", at: map.start, "`secret_files` names one file, or two while a secret is replaced")
    }
    return HomeDefinition.Webhook(name: name, connection: connection, secretFiles: files.map(\.text.string))
  }
}

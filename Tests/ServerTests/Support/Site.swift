import Foundation
import Synchronization
import Testing

/// One installation: a home with a playbook in force, and a sandbox CRM that it is connected to.
final class Site: Sendable {
  struct CommandResult {
    var status: Int32
    var output: String
  }

  let folder: TemporaryFolder
  let sandbox: SandboxProcess
  let token: String
  /// The playbook's version in force.
  let version: String
  private let starts = Mutex(0)
  private let current = Mutex<Int?>(nil)

  var home: String { folder.path + "/home" }
  /// Of the server that runs now.
  var port: Int? {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }

  /// - Parameters:
  ///   - playbook: its folder.
  ///   - seed: of the CRM.
  ///   - connection: further lines of the connection's set-up.
  init(folder: TemporaryFolder, playbook: String, seed: [String], connection: [String] = []) throws {
    self.folder = folder
    sandbox = try SandboxProcess(seed: seed, in: folder)
    let home = folder.path + "/home"
    try FileManager.default.createDirectory(
      atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let lines =
      [
        "kind: salesforce", "login: http://127.0.0.1:\(sandbox.port)", "client_id: sandbox-client",
        "user: integration@sandbox.example", "key_file: crm.pem", "allow_insecure_loopback: true", "poll_seconds: 1",
        "retry_first_ms: 20", "retry_longest_ms: 500", "timeout_seconds: 20",
      ].filter { line in !connection.contains { $0.hasPrefix(line.prefix { $0 != ":" }) } } + connection
      + ["objects:", "  opportunity: {object: Opportunity, stage: StageName}"]
    try folder.write(
      "listen: 127.0.0.1:0\nconnections:\n  crm:\n" + lines.map { "    \($0)\n" }.joined(), to: "home/stagecraft.yaml")
    try folder.write(SandboxProcess.key, to: "home/crm.pem")
    let made = try Self.run(["init", folder.path + "/starter", "--json"], in: folder)
    try #require(made.status == 0, "\(made.output)")
    token = try #require(try Self.json(made.output)["token"] as? String)
    let activated = try Self.run(["activate", "--playbook", playbook, "--json"], in: folder)
    try #require(activated.status == 0, "\(activated.output)")
    version = try #require(try Self.json(activated.output)["version"] as? String)
  }

  static func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Runs a command of the home to its end.
  func run(_ arguments: String...) throws -> CommandResult { try Self.run(arguments, in: folder) }

  static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> CommandResult {
    let log = folder.path + "/command-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: log) }
    let process = try RunningProcess(
      Paths.stagecraft, arguments, environment: ["STAGECRAFT_HOME": folder.path + "/home"], log: log)
    let status = try process.wait(seconds: 120)
    return CommandResult(status: status, output: process.text)
  }

  // MARK: - Servers and workers

  /// Starts a server; it may not listen yet.
  func startServer(withWorker: Bool = true) throws -> (process: RunningProcess, portFile: String) {
    let number = starts.withLock { starts in
      starts += 1
      return starts
    }
    let portFile = folder.path + "/server-\(number).port"
    let process = try RunningProcess(
      Paths.stagecraft, ["serve", "--port-file", portFile] + (withWorker ? [] : ["--no-worker"]),
      environment: ["STAGECRAFT_HOME": home], log: folder.path + "/server.log")
    return (process, portFile)
  }

  /// Starts a server and waits until it listens.
  func server(withWorker: Bool = true) throws -> RunningProcess {
    let (process, portFile) = try startServer(withWorker: withWorker)
    guard let port = PortFile.port(portFile, of: process, seconds: 60) else {
      throw RunningProcess.Failure(description: "the server did not start: \(process.text.suffix(2000))")
    }
    self.port = port
    return process
  }

  func worker() throws -> RunningProcess {
    try RunningProcess(
      Paths.stagecraft, ["work"], environment: ["STAGECRAFT_HOME": home], log: folder.path + "/worker.log")
  }

  // MARK: - The API

  func send(
    _ method: String, _ path: String, headers: [String: String] = [:], body: Data? = nil, seconds: Double = 20
  ) throws -> HTTPClient.Answer {
    guard let port else { throw HTTPClient.NoAnswer(description: "no server listens") }
    return try HTTPClient.send(
      method, port: port, path, headers: headers.merging(["Authorization": "Bearer \(token)"]) { $1 }, body: body,
      seconds: seconds)
  }

  /// The exchange with the CRM as the server tells it.
  func sync() throws -> (waiting: Int, claimed: Int, done: Int, dead: Int) {
    let connections = try send("GET", "/v1/sync").json["connections"] as? [[String: Any]] ?? []
    func count(_ name: String) -> Int { connections.first?[name] as? Int ?? 0 }
    return (count("waiting"), count("claimed"), count("done"), count("dead"))
  }

  /// Waits until nothing waits for the CRM any more.
  func settle(seconds: Double, done: Int? = nil) -> Bool {
    eventually(seconds: seconds, every: 100) {
      guard let sync = try? sync() else { return false }
      return sync.waiting + sync.claimed == 0 && done.map { sync.done >= $0 } ?? true
    }
  }

  /// All records that the server knows, by id.
  func records() throws -> [String: [String: Any]] {
    var records: [String: [String: Any]] = [:]
    var after = ""
    while true {
      let page = try send("GET", "/v1/records?limit=200" + (after.isEmpty ? "" : "&after=\(after)"))
      guard page.status == 200 else { throw RunningProcess.Failure(description: "\(page.status) \(page.text)") }
      for record in page.json["records"] as? [[String: Any]] ?? [] {
        if let id = record["id"] as? String ?? (record["record"] as? [String: Any])?["id"] as? String {
          records[id] = record
        }
      }
      guard let next = page.json["next"] as? String,
        let escaped = next.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
      else { return records }
      after = escaped
    }
  }

  /// Waits until so many records have come in.
  func awaitRecords(_ count: Int, seconds: Double) -> Bool {
    eventually(seconds: seconds, every: 200) { (try? records().count) ?? 0 >= count }
  }
}

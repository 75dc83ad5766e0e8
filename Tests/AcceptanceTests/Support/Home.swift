import Foundation
import Testing

/// A home of the program with its store, in a folder that goes away with it.
final class Home: Sendable {
  let folder: Folder
  let adminToken: String
  var path: String { folder.path + "/home" }
  var store: String { path + "/store.sqlite" }

  /// - Parameter parent: the file system that it lies on.
  init(in parent: String = NSTemporaryDirectory()) throws {
    folder = try Folder(in: parent)
    let made = try RunningProgram(
      Place.program("stagecraft"), ["init", "starter", "--json"], in: folder,
      environment: ["STAGECRAFT_HOME": folder.path + "/home"]
    ).ending()
    try #require(made.status == 0, "\(made.error)")
    let json = try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any]
    adminToken = try #require(json?["token"] as? String)
  }

  func start(_ arguments: [String]) throws -> RunningProgram {
    try RunningProgram(Place.program("stagecraft"), arguments, in: folder, environment: ["STAGECRAFT_HOME": path])
  }

  @discardableResult
  func run(_ arguments: String..., seconds: Double = 120) throws -> RunningProgram.Ending {
    try start(arguments).ending(within: seconds)
  }

  /// Runs a command that must succeed.
  @discardableResult
  func done(_ arguments: String..., seconds: Double = 120) throws -> RunningProgram.Ending {
    let ending = try start(arguments).ending(within: seconds)
    try #require(ending.status == 0, "stagecraft \(arguments.joined(separator: " ")): \(ending.error)")
    return ending
  }

  /// Writes a playbook and puts it in force.
  func activate(_ playbook: StoryPlaybook, from: String? = nil, allRecords: Bool = false) throws {
    let place = try playbook.write(to: folder, name: "playbook-\(UUID().uuidString)")
    var arguments = ["activate", "--playbook", place]
    if let from { arguments += ["--from", from] }
    if allRecords { arguments.append("--all-records") }
    let ending = try start(arguments).ending()
    try #require(ending.status == 0, "\(ending.error)")
  }

  /// Puts records into the store.
  func load(_ records: [String], at instant: String? = nil) throws {
    try folder.write(records.joined(separator: "\n") + "\n", to: "records.ndjson")
    let ending = try start(["load", "records.ndjson"] + (instant.map { ["--at", $0] } ?? [])).ending()
    try #require(ending.status == 0, "\(ending.error)")
  }

  func token(_ person: String) throws -> String {
    try #require(try done("token", "make", person).lines.first)
  }

  func serve(_ arguments: String...) throws -> Server { try Server(self, arguments) }
}

/// The server of a home, on a port of its own.
final class Server: Sendable {
  let program: RunningProgram
  let port: Int

  /// - Parameter wrap: makes a shell command of the server's, where it is to run under limits.
  init(_ home: Home, _ arguments: [String] = [], wrap: ((String) -> String)? = nil) throws {
    let file = home.folder.path + "/port-\(UUID().uuidString)"
    let all = ["serve", "--listen", "127.0.0.1:0", "--port-file", file] + arguments
    if let wrap {
      let command = ([Place.program("stagecraft").path] + all).map { "'\($0)'" }.joined(separator: " ")
      program = try RunningProgram(
        URL(filePath: "/bin/sh"), ["-c", wrap("exec " + command)], in: home.folder,
        environment: ["STAGECRAFT_HOME": home.path])
    } else {
      program = try home.start(all)
    }
    let limit = Date().addingTimeInterval(60)
    while !FileManager.default.fileExists(atPath: file), program.isRunning, Date() < limit { usleep(5000) }
    let text = try? String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    port = try #require(text.flatMap { Int($0) }, "the server did not start: \(program.error)")
  }

  /// A server that runs already.
  init(_ program: RunningProgram, portFile: String) throws {
    self.program = program
    let text = try String(contentsOfFile: portFile, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    port = try #require(Int(text))
  }

  func call(
    _ method: String, _ target: String, token: String? = nil, body: String? = nil, headers: [(String, String)] = [],
    seconds: Int = 30
  ) throws -> HTTP.Answer {
    var all = headers
    if let token { all.append(("Authorization", "Bearer \(token)")) }
    if body != nil { all.append(("Content-Type", "application/json")) }
    if method != "GET" && !headers.contains(where: { $0.0 == "Idempotency-Key" }) {
      all.append(("Idempotency-Key", UUID().uuidString))
    }
    return try HTTP.exchange(
      port: port, method, target, headers: all, body: body.map { Data($0.utf8) }, seconds: seconds)
  }

  /// Asks it to end, as an operator does.
  func stop() {
    program.send(SIGTERM)
    let ending = program.ending(within: 30)
    #expect(ending.status == 0, "\(ending.error)")
  }
}

internal import ArgumentParser
internal import Connect
internal import FEEL
internal import Service
internal import Store

/// `stagecraft connect check`: is the CRM set up as it must be?
struct ConnectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect", abstract: "Check the connection to the CRM.",
    discussion: "Example: stagecraft connect check", subcommands: [ConnectCheckCommand.self])
}

struct ConnectCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check login, objects, fields and stages; say what is missing and how to add it.",
    discussion: "Example: stagecraft connect check")

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let reports = try await ServerHome(home).withApplication(connected: true) { application in
      guard !application.connections.isEmpty else {
        throw Refusal("stagecraft.yaml names no connection", ExitStatus.configuration)
      }
      return try await application.checkConnections()
    }
    var isFine = true
    var items: [JSON] = []
    for (name, report) in reports {
      isFine = isFine && report.isFine
      for line in report.lines {
        if json {
          items.append(
            .object([
              JSON.Member("connection", .string(Text(name))), JSON.Member("subject", .string(Text(line.subject))),
              JSON.Member("fine", .boolean(line.isFine)), JSON.Member("message", .string(Text(line.message))),
              JSON.Member("remedy", line.remedy.map { .string(Text($0)) } ?? .null),
            ]))
        } else {
          Terminal.say("\(line.isFine ? "ok     " : "missing") \(line.subject): \(line.message)")
          if let remedy = line.remedy, !line.isFine { Terminal.say("        \(remedy)") }
        }
      }
    }
    if json { Terminal.say(JSON.array(items)) }
    if !isFine { throw ExitStatus.findings }
  }
}

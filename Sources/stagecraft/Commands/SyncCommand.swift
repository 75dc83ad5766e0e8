internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft sync`: how the sync stands, and what the CRM refused.
struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Show how the sync with the CRM stands; retry what it refused.",
    discussion: """
      Example: stagecraft sync --dry-run
      Example: stagecraft sync list
      Example: stagecraft sync retry 0199a3c0-...
      """,
    subcommands: [SyncStatusCommand.self, SyncListCommand.self, SyncShowCommand.self, SyncRetryCommand.self],
    defaultSubcommand: SyncStatusCommand.self)
}

/// `stagecraft sync status`, also as `stagecraft sync --dry-run`.
struct SyncStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Count what waits, was sent and was refused.",
    discussion: "Example: stagecraft sync status --json")

  @OptionGroup var home: HomeOptions

  @Flag(help: "Tell what would be sent, reading the CRM and writing nothing.")
  var dryRun = false

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let application = try await ServerHome(home).application(connected: dryRun)
    if dryRun {
      let lines = try await application.dryRun()
      await application.store.close()
      for line in lines { Terminal.say(line) }
      return Terminal.say(lines.isEmpty ? "nothing would be sent" : "\(lines.count) would be sent; nothing was")
    }
    let connections = try await application.syncStatus()
    await application.store.close()
    if json {
      let items = connections.map { connection in
        JSON.object([
          JSON.Member("connection", .string(Text(connection.name))),
          JSON.Member("waiting", .number(Decimal34(connection.waiting))),
          JSON.Member("claimed", .number(Decimal34(connection.claimed))),
          JSON.Member("done", .number(Decimal34(connection.done))),
          JSON.Member("dead", .number(Decimal34(connection.dead))),
          JSON.Member("oldestUnsent", connection.oldestUnsent.map { .string(Instant.text($0)) } ?? .null),
          JSON.Member("pausedUntil", connection.pausedUntil.map { .string(Instant.text($0)) } ?? .null),
          JSON.Member("pausedBecause", connection.pausedBecause.map { .string($0) } ?? .null),
        ])
      }
      return Terminal.say(Text(bytes: JSON.array(items).bytes).string)
    }
    guard !connections.isEmpty else { return Terminal.say("nothing was ever to be sent, and no CRM is connected") }
    var table = Table([
      ("connection", .left), ("waiting", .right), ("under way", .right), ("done", .right), ("refused", .right),
      ("oldest", .left), ("paused", .left),
    ])
    for connection in connections {
      let paused = connection.pausedUntil.map { until in
        "until \(Instant.text(until)): \(connection.pausedBecause ?? "")"
      }
      table.add([
        connection.name, "\(connection.waiting)", "\(connection.claimed)", "\(connection.done)", "\(connection.dead)",
        connection.oldestUnsent.map { Instant.text($0).string } ?? "", paused ?? "",
      ])
    }
    for line in table.lines() { Terminal.say(line) }
  }
}

/// `stagecraft sync list`: dead letters.
struct SyncListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what the CRM refused for good, with its own words.",
    discussion: "Example: stagecraft sync list")

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let application = try await ServerHome(home).application()
    let letters = try await application.deadLetters(limit: 10_000)
    await application.store.close()
    if json { return Terminal.say(Text(bytes: JSON.array(letters.map(\.json)).bytes).string) }
    for letter in letters { Terminal.say("\(letter.id)  \(letter.message)") }
    Terminal.say(
      letters.isEmpty
        ? "the CRM refused nothing"
        : "\(letters.count) refused; after the cause is fixed: stagecraft sync retry ID, or --all")
  }
}

/// `stagecraft sync show`: one dead letter whole.
struct SyncShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one refused write with what would be sent.",
    discussion: "Example: stagecraft sync show 0199a3c0-...")

  @Argument(help: ArgumentHelp("As `sync list` shows it.", valueName: "id"))
  var id: String

  @OptionGroup var home: HomeOptions

  func run() async throws {
    let application = try await ServerHome(home).application()
    let letter = try await application.effect(id)
    await application.store.close()
    guard let letter else { throw Refusal("there is no \(id); see `stagecraft sync list`", ExitStatus.noInput) }
    Terminal.say(letter.message.string)
    Terminal.say(Text(bytes: letter.json.bytes).string)
  }
}

/// `stagecraft sync retry`: once more.
struct SyncRetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Send refused writes once more.",
    discussion: "Example: stagecraft sync retry --all")

  @Argument(help: ArgumentHelp("As `sync list` shows them.", valueName: "id"))
  var ids: [String] = []

  @Flag(help: "All that were refused.")
  var all = false

  @OptionGroup var home: HomeOptions

  func run() async throws {
    let application = try await ServerHome(home).application()
    var ids = ids
    if all { ids = try await application.deadLetters(limit: 100_000).map(\.id) }
    if ids.isEmpty && !all { throw Refusal("name an id, or say --all", ExitCode(64)) }
    for id in ids { try await application.retryDeadLetter(id, by: nil) }
    await application.store.close()
    Terminal.say("\(ids.count) \(ids.count == 1 ? "waits" : "wait") to be sent again")
  }
}

extension DeadLetterView {
  var json: JSON {
    .object([
      JSON.Member("id", .string(Text(id))), JSON.Member("connection", .string(Text(connection))),
      JSON.Member("kind", .string(kind)), JSON.Member("record", .string(record.id)),
      JSON.Member("message", .string(message)), JSON.Member("code", code.map { .string($0) } ?? .null),
      JSON.Member("attempts", .number(Decimal34(attempts))), JSON.Member("createdAt", .string(Instant.text(createdAt))),
      JSON.Member("changedAt", .string(Instant.text(changedAt))),
      JSON.Member("payload", (try? JSON.parse(payload)) ?? .null),
    ])
  }
}

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
    if dryRun {
      let lines = try await ServerHome(home).withApplication(connected: true) { try await $0.dryRun() }
      for line in lines { Terminal.say(line) }
      return Terminal.say(lines.isEmpty ? "nothing would be sent" : "\(lines.count) would be sent; nothing was")
    }
    let connections = try await ServerHome(home).withApplication { try await $0.syncStatus() }
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
          JSON.Member(
            "rereading",
            .array(
              connection.rereading.map { reading in
                JSON.object([
                  JSON.Member("object", .string(Text(reading.object))),
                  JSON.Member("since", .string(Instant.text(reading.since))),
                ])
              })),
          JSON.Member(
            "misfits",
            .array(
              connection.misfits.map { misfit in
                JSON.object([
                  JSON.Member("object", .string(Text(misfit.object))),
                  JSON.Member("attribute", .string(misfit.attribute)),
                  JSON.Member("count", .number(Decimal34(misfit.count))),
                  JSON.Member("lastAt", .string(Instant.text(misfit.lastAt))),
                ])
              })),
        ])
      }
      return Terminal.say(JSON.array(items))
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
    for connection in connections {
      for reading in connection.rereading {
        Terminal.say(
          "\(connection.name): all rows of \(reading.object) are read again since \(Instant.text(reading.since)), "
            + "because other fields are read than before")
      }
      for misfit in connection.misfits {
        Terminal.say(
          "\(connection.name): \(misfit.count) \(misfit.count == 1 ? "value" : "values") of \(misfit.object) did not fit "
            + "the type of \(misfit.attribute) and \(misfit.count == 1 ? "is" : "are") unknown, the last at "
            + "\(Instant.text(misfit.lastAt)); correct them in the CRM, or the type in rules/records.yaml")
      }
    }
  }
}

/// `stagecraft sync list`: dead letters.
struct SyncListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what the CRM refused for good, with its own words, and rows that did not fit.",
    discussion: "Example: stagecraft sync list")

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let letters = try await ServerHome(home).withApplication { try await $0.deadLetters(limit: 10_000) }
    if json { return Terminal.say(JSON.array(letters.map(\.json))) }
    for letter in letters { Terminal.say("\(letter.id)  \(letter.message)") }
    Terminal.say(
      letters.isEmpty
        ? "nothing was refused or given up"
        : "\(letters.count) refused or given up; after the cause is fixed: stagecraft sync retry ID, or --all")
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
    let letter = try await ServerHome(home).withApplication { try await $0.effect(id) }
    guard let letter else { throw Refusal("there is no \(id); see `stagecraft sync list`", ExitStatus.noInput) }
    Terminal.say(letter.message.string)
    Terminal.say(letter.json)
  }
}

/// `stagecraft sync retry`: once more.
struct SyncRetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Send refused writes, and look at rows that were given up, once more.",
    discussion: """
      A stage write that something newer came after (a move, another stage in the CRM, a newer write) is not sent: it \
      would undo that. It goes off the list.

      Example: stagecraft sync retry --all
      """)

  @Argument(help: ArgumentHelp("As `sync list` shows them.", valueName: "id"))
  var ids: [String] = []

  @Flag(help: "All that were refused.")
  var all = false

  @OptionGroup var home: HomeOptions

  func run() async throws {
    if ids.isEmpty && !all { throw Refusal("name an id, or say --all", ExitCode(64)) }
    let count = try await ServerHome(home).withApplication { application in
      let ids = all ? try await application.deadLetters(limit: 100_000).map(\.id) : ids
      var count = 0
      for id in ids {
        do {
          try await application.retryDeadLetter(id, by: nil)
          count += 1
        } catch let error as ServiceError where all && error.code == "superseded" {
          Terminal.say(error.message)
        }
      }
      return count
    }
    Terminal.say("\(count) \(count == 1 ? "waits" : "wait") to be sent again")
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

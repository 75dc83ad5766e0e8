internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft token`: who may use the API.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Make, list and revoke tokens; make a one-time link.",
    discussion: """
      Example: stagecraft token make rina --name phone
      Example: stagecraft token link rina
      """,
    subcommands: [
      TokenMakeCommand.self, TokenListCommand.self, TokenRevokeCommand.self, TokenLinkCommand.self,
    ])
}

struct TokenMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a token for a person of the policy; it is shown once.",
    discussion: "Example: stagecraft token make rina --name phone --days 90")

  @Argument(help: ArgumentHelp("The person's id in rules/policy.yaml.", valueName: "person"))
  var person: String

  @Option(help: "What it is for.")
  var name = "token"

  @Option(help: ArgumentHelp("Valid for so many days.", discussion: "Default: until it is revoked."))
  var days: Int?

  @OptionGroup var home: HomeOptions

  func run() async throws {
    if let days, !(1...3650).contains(days) { throw Refusal("--days is a number from 1 to 3650", ExitCode(64)) }
    let made = try await ServerHome(home).withApplication { application in
      try await application.makeToken(
        for: Text(person), name: Text(name), expiresAt: days.map { CommandClock.now() + Int64($0) * 86_400_000 })
    }
    Terminal.tell("token \(made.id) for \(person); it is not shown again:")
    Terminal.say(made.token)
  }
}

struct TokenListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tokens.", discussion: "Example: stagecraft token list")

  @OptionGroup var home: HomeOptions

  func run() async throws {
    let tokens = try await ServerHome(home).withApplication { try await $0.tokens() }
    var table = Table([("id", .left), ("person", .left), ("name", .left), ("made", .left), ("state", .left)])
    for token in tokens {
      let state =
        token.revokedAt.map { "revoked \(Instant.text($0))" } ?? token.expiresAt.map { "until \(Instant.text($0))" }
        ?? ""
      table.add([token.id, token.person.string, token.name.string, Instant.text(token.createdAt).string, state])
    }
    for line in table.lines() { Terminal.say(line) }
  }
}

struct TokenRevokeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Revoke a token and the person's sessions, at once.",
    discussion: "Example: stagecraft token revoke 0199a3c0-...")

  @Argument(help: ArgumentHelp("As `token list` shows it.", valueName: "id"))
  var id: String

  @OptionGroup var home: HomeOptions

  func run() async throws {
    let wasThere = try await ServerHome(home).withApplication { try await $0.revokeToken(id) }
    guard wasThere else {
      throw Refusal("there is no token \(id) that is still valid; see `stagecraft token list`", ExitStatus.noInput)
    }
    Terminal.say("revoked")
  }
}

struct TokenLinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Make a link that signs a person in once, within ten minutes.",
    discussion: "Example: stagecraft token link siti")

  @Argument(help: ArgumentHelp("The person's id; `admin` for the first admin.", valueName: "person"))
  var person: String

  @OptionGroup var home: HomeOptions

  @Option(help: ArgumentHelp("How browsers reach the pages.", valueName: "url"))
  var url: String?

  func run() async throws {
    let server = try ServerHome(home)
    let link = try await server.withApplication { application in
      try await application.makeLink(for: Text(person), role: person == "admin" ? .admin : nil)
    }
    let base = url ?? server.definition.publicURL ?? "http://\(server.definition.host):\(server.definition.port)"
    Terminal.say("\(base)/sign-in?link=\(link)")
  }
}

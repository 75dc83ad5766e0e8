internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft token`: who may use the API.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Make, list, rotate and revoke tokens; make a one-time link.",
    discussion: """
      Example: stagecraft token make rina --name phone
      Example: stagecraft token rotate 0199a3c0-... --grace 3600
      Example: stagecraft token link rina
      """,
    subcommands: [
      TokenMakeCommand.self, TokenListCommand.self, TokenRotateCommand.self, TokenRevokeCommand.self,
      TokenLinkCommand.self,
    ])
}

/// When a new text of a token ends.
struct TokenEndOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Valid for so many days.", discussion: "Default: `token_days:` of stagecraft.yaml, else 365."))
  var days: Int?

  @Option(help: ArgumentHelp("Valid through this day, until this moment, or never to end.", valueName: "when|never"))
  var expires: String?

  /// The end in epoch milliseconds; nil: none.
  ///
  /// - Throws: `Refusal` for what is no end, or one that is past.
  func end(_ home: HomeDefinition, zone: Text) throws -> Int64? {
    if days != nil && expires != nil { throw Refusal("say --days or --expires, not both", ExitCode(64)) }
    let now = CommandClock.now()
    if let days {
      guard (1...3650).contains(days) else { throw Refusal("--days is a number from 1 to 3650", ExitCode(64)) }
      return now + Int64(days) * 86_400_000
    }
    guard let expires else { return home.tokenDays.map { now + Int64($0) * 86_400_000 } }
    if expires == "never" { return nil }
    let end = try Moment.end(of: expires, option: "--expires", zone: zone)
    guard end > now else { throw Refusal("--expires \(expires) is past already", ExitCode(64)) }
    return end
  }

  /// ` until 2027-03-31T16:59:59.999Z`, or that it does not end.
  static func shown(_ end: Int64?) -> String { end.map { "until \(Instant.text($0))" } ?? "until it is revoked" }
}

struct TokenMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a token for a person of the policy; it is shown once.",
    discussion: """
      The person `admin`, where the policy has none of that id, is an administrator outside the policy, as `stagecraft \
      init` makes one. A token of a person who leaves the policy is ended for good.

      Example: stagecraft token make rina --name phone --days 90
      Example: stagecraft token make rina --expires never
      """)

  @Argument(help: ArgumentHelp("The person's id in rules/policy.yaml.", valueName: "person"))
  var person: String

  @Option(help: "What it is for.")
  var name = "token"

  @OptionGroup var validity: TokenEndOptions
  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let server = try ServerHome(home)
    let (made, end) = try await server.withApplication { application in
      let end = try validity.end(server.definition, zone: try await application.zone())
      let isOutside = person == "admin" ? try await !application.knows(person: "admin") : false
      let role: Role? = isOutside ? .admin : nil
      return (try await application.makeToken(for: Text(person), name: Text(name), role: role, expiresAt: end), end)
    }
    if json {
      return Terminal.say(
        JSON.object([
          JSON.Member("id", .string(Text(made.id))), JSON.Member("person", .string(Text(person))),
          JSON.Member("token", .string(Text(made.token))),
          JSON.Member("expiresAt", end.map { .string(Instant.text($0)) } ?? .null),
        ]))
    }
    Terminal.tell(
      "token \(made.id) for \(person), valid \(TokenEndOptions.shown(end)); it is not shown again:")
    Terminal.say(made.token)
  }
}

struct TokenListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tokens.", discussion: "Example: stagecraft token list --json")

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let tokens = try await ServerHome(home).withApplication { try await $0.tokens() }
    let now = CommandClock.now()
    if json {
      return Terminal.say(
        JSON.array(
          tokens.map { token in
            .object([
              JSON.Member("id", .string(Text(token.id))), JSON.Member("person", .string(token.person)),
              JSON.Member("name", .string(token.name)), JSON.Member("role", token.role.map { .string($0) } ?? .null),
              JSON.Member("createdAt", .string(Instant.text(token.createdAt))),
              JSON.Member("expiresAt", token.expiresAt.map { .string(Instant.text($0)) } ?? .null),
              JSON.Member("revokedAt", token.revokedAt.map { .string(Instant.text($0)) } ?? .null),
              JSON.Member("valid", .boolean(token.revokedAt == nil && token.expiresAt.map { $0 > now } ?? true)),
            ])
          }))
    }
    var table = Table([("id", .left), ("person", .left), ("name", .left), ("made", .left), ("state", .left)])
    for token in tokens {
      let state =
        token.revokedAt.map { "revoked \(Instant.text($0))" }
        ?? token.expiresAt.map { ($0 > now ? "until " : "ended ") + Instant.text($0).string } ?? ""
      table.add([token.id, token.person.string, token.name.string, Instant.text(token.createdAt).string, state])
    }
    for line in table.lines() { Terminal.say(line) }
  }
}

struct TokenRotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Give a token a new text; it is shown once.",
    discussion: """
      Id, name and person stay. The old text and the person's sessions end at once, or with --grace the old text goes on \
      for so many seconds, as the token ID/old. Also for the first admin's token, and for one that expired.

      Example: stagecraft token rotate 0199a3c0-... --grace 3600
      """)

  @Argument(help: ArgumentHelp("As `token list` shows it.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("How long the old text goes on.", valueName: "seconds"))
  var grace = 0

  @OptionGroup var validity: TokenEndOptions
  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    guard (0...2_592_000).contains(grace) else {
      throw Refusal("--grace is a number of seconds from 0 to 2592000, which is 30 days", ExitCode(64))
    }
    let server = try ServerHome(home)
    let (rotated, end) = try await server.withApplication { application in
      let end = try validity.end(server.definition, zone: try await application.zone())
      return (try await application.rotateToken(id, expiresAt: end, grace: Int64(grace) * 1000), end)
    }
    guard let rotated else {
      throw Refusal("there is no token \(id) that was not revoked; see `stagecraft token list`", ExitStatus.noInput)
    }
    if json {
      return Terminal.say(
        JSON.object([
          JSON.Member("id", .string(Text(id))), JSON.Member("person", .string(rotated.person)),
          JSON.Member("token", .string(Text(rotated.token))),
          JSON.Member("expiresAt", end.map { .string(Instant.text($0)) } ?? .null),
        ]))
    }
    Terminal.tell(
      "the new text of token \(id) for \(rotated.person), valid \(TokenEndOptions.shown(end)); it is not shown again:")
    Terminal.say(rotated.token)
  }
}

struct TokenRevokeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Revoke a token and the person's sessions; a server knows it within a second.",
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

internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft audit list`: what was done, by whom, and to what.
struct AuditListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what was done, by whom and to what.",
    discussion: """
      Without --after the last entries, else the first behind that number, so that a long list is read page by page. An \
      entry whose payload was erased says when and why.

      Example: stagecraft audit list --limit 20
      Example: stagecraft audit list --since 2026-03-31 --actor siti
      Example: stagecraft audit list --subject submission/ --after 1042 --json
      """)

  @OptionGroup var home: HomeOptions

  @Option(help: ArgumentHelp("Entries behind this number.", valueName: "number"))
  var after: Int64?

  @Option(help: ArgumentHelp("So many at most.", valueName: "count"))
  var limit = 100

  @Option(
    help: ArgumentHelp(
      "What they are about, e.g. opportunity/D-1; with a slash at its end all of that kind.", valueName: "subject"))
  var subject: String?

  @Option(help: ArgumentHelp("Who did it: a person's id, or stagecraft.", valueName: "person"))
  var actor: String?

  @Option(help: ArgumentHelp("From this day or moment on.", valueName: "when"))
  var since: String?

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    guard (1...100_000).contains(limit) else { throw Refusal("--limit is a number from 1 to 100000", ExitCode(64)) }
    if let after, after < 0 { throw Refusal("--after is the number of an entry, or 0", ExitCode(64)) }
    let lines = try await ServerHome(home).withApplication { application in
      var filter = AuditFilter(after: after, actor: actor.map { Text($0) }, subject: subject.map { Text($0) })
      if let since {
        filter.since = try Moment.start(of: since, option: "--since", zone: try await application.zone())
      }
      return try await application.auditLines(filter, limit: limit)
    }
    if json { return Terminal.say(JSON.array(lines.map(\.json))) }
    var table = Table([
      ("no.", .right), ("when", .left), ("who", .left), ("what", .left), ("about", .left), ("with", .left),
    ])
    for line in lines {
      let entry = line.entry
      table.add([
        "\(entry.number)", Instant.text(entry.at).string, entry.actor.string, entry.action.string,
        entry.subject.string, line.summary,
      ])
    }
    for line in table.lines() { Terminal.say(line) }
  }
}

extension AuditLine {
  /// The payload on one line and not too long.
  fileprivate var summary: String {
    guard let payload else {
      return "erased" + (erasedAt.map { " \(Instant.text($0))" } ?? "") + (reason.map { ": \($0)" } ?? "")
    }
    let text = String(decoding: payload, as: UTF8.self).replacing("\n", with: " ")
    return text.count > 80 ? text.prefix(79) + "…" : text
  }

  /// For machines.
  fileprivate var json: JSON {
    let content: JSON =
      payload.map { bytes in
        if let document = try? JSON.parse(bytes) { return document }
        return .string(Text(String(decoding: bytes, as: UTF8.self)))
      } ?? .null
    return .object([
      JSON.Member("number", .number(Decimal34(Int(entry.number)))), JSON.Member("at", .string(Instant.text(entry.at))),
      JSON.Member("actor", .string(entry.actor)), JSON.Member("action", .string(entry.action)),
      JSON.Member("subject", .string(entry.subject)), JSON.Member("payload", content),
      JSON.Member("erasedAt", erasedAt.map { .string(Instant.text($0)) } ?? .null),
      JSON.Member("erasedBecause", reason.map { .string($0) } ?? .null),
      JSON.Member("hash", .string(Text(entry.hashText))),
    ])
  }
}

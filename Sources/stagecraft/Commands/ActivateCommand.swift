internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft activate`: a version of the playbook into force.
struct ActivateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate",
    abstract: "Check the playbook and put it in force.",
    discussion: """
      The server uses only activated versions; from an instant on means that earlier decisions keep theirs. Gates that \
      were passed before stay passed unless --all-records says that the new rules judge them too.

      Example: stagecraft activate --from 2026-04-01T00:00:00+07:00
      """)

  @OptionGroup var playbook: PlaybookOptions
  @OptionGroup var home: HomeOptions

  @Option(help: ArgumentHelp("In force from this day or moment on.", discussion: "Default: now.", valueName: "when"))
  var from: String?

  @Flag(help: "Judge gates that were passed already, too.")
  var allRecords = false

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let loaded = try LoadedPlaybook(playbook)
    let instant = try from.map {
      try Moment.start(of: $0, option: "--from", zone: loaded.playbook.definition.policy.zone)
    }
    let document = loaded.playbook.definition.canonical()
    let (version, wasInForce, unreadable) = try await ServerHome(home).withApplication { application in
      let (version, wasInForce) = try await application.activate(
        document: document, from: instant, judgeAll: allRecords)
      return (version, wasInForce, try await application.recordsUnreadable(by: document))
    }
    for (record, problems) in unreadable.first {
      for problem in problems { Terminal.tell("\(record.kind) \(record.id): \(problem)") }
    }
    if unreadable.count > 0 {
      Terminal.tell(
        "warning: this playbook cannot read \(unreadable.count) of the stored records. They are not judged, and devices do "
          + "not get them, until the CRM or the playbook is corrected.")
    }
    if json {
      return Terminal.say(
        JSON.object([
          JSON.Member("version", .string(Text(version))), JSON.Member("wasInForce", .boolean(wasInForce)),
          JSON.Member("from", .string(Instant.text(instant ?? CommandClock.now()))),
          JSON.Member("unreadable", .number(Decimal34(unreadable.count))),
        ]))
    }
    if wasInForce { return Terminal.say("playbook \(version.prefix(12)) is in force already; nothing was changed") }
    Terminal.say(
      "playbook \(version.prefix(12)) is in force from \(instant.map { Instant.text($0).string } ?? "now") on")
  }
}

/// `stagecraft versions`: which playbook is in force since when.
struct VersionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions",
    abstract: "List the activated versions of the playbook.",
    discussion: "Example: stagecraft versions --json")

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let versions = try await ServerHome(home).withApplication { try await $0.versions() }
    if json {
      let items = versions.map { version in
        JSON.object([
          JSON.Member("version", .string(Text(version.version))),
          JSON.Member("from", .string(Instant.text(version.from))),
          JSON.Member("activatedAt", .string(Instant.text(version.activatedAt))),
          JSON.Member("by", .string(Text(version.by))), JSON.Member("inForce", .boolean(version.isInForce)),
        ])
      }
      return Terminal.say(JSON.array(items))
    }
    guard !versions.isEmpty else { return Terminal.say("no version was activated; run `stagecraft activate`") }
    var table = Table([("", .left), ("version", .left), ("in force from", .left), ("activated", .left), ("by", .left)])
    for version in versions {
      table.add([
        version.isInForce ? "*" : "", String(version.version.prefix(12)), Instant.text(version.from).string,
        Instant.text(version.activatedAt).string, version.by,
      ])
    }
    for line in table.lines() { Terminal.say(line) }
  }
}

internal import ArgumentParser
internal import Connect
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft outbox fetch`: playbook and records into the device's file.
struct OutboxFetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Put the playbook and my records into the device's file.",
    discussion: """
      Takes the place of what was fetched before; drafts and everything that waits to be sent stay. From a server it \
      gets the playbook in force and your open records; the server and the token file are remembered for the next time.

      Example: stagecraft outbox fetch --server https://stagecraft.example --token-file ~/.stagecraft-token
      Example: stagecraft outbox fetch --from records.ndjson
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Records as NDJSON, one file or several, instead of a server.", valueName: "file"))
  var from: [String] = []

  @OptionGroup var server: OutboxServerOptions
  @OptionGroup var playbook: PlaybookOptions
  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    if !from.isEmpty {
      if server.server != nil { throw Refusal("--from and --server exclude each other", ExitCode(64)) }
      return try fetchFromFiles()
    }
    let device = try home.device()
    let access = try server.access(device)
    let held = try device.bundle()
    let name = try device.device()
    let now = CommandClock.now()
    let transport = Transport(rules: access.rules(bodyLimit: BundleFetch.longestBundle))
    defer { transport.close() }
    let fetch = BundleFetch(server: access.address, token: access.token) { try await transport.send($0) }
    let answer: BundleFetch.Answer
    do {
      answer = try await fetch.answer(held: held, device: name, at: now)
    } catch let error as DeviceError {
      throw error.refusal
    }
    switch answer {
    case .unchanged:
      try device.remember(access.remembered)
      let count = try device.records().count
      if json { return tell(records: count, version: held?.version ?? "", device, isUnchanged: true) }
      Terminal.say("unchanged: \(Self.records(count)) and playbook \((held?.version ?? "").prefix(12)) are up to date")
    case .bundle(let bundle, let records):
      try device.replaceBundle(bundle, records: records)
      try device.remember(access.remembered)
      tell(records: records.count, version: bundle.version, device)
    }
  }

  private func fetchFromFiles() throws {
    let loaded = try LoadedPlaybook(playbook)
    let records = try RecordFiles.read(
      from, loaded.playbook.definition, otherwise: "nothing was fetched; what was there before is still there"
    ).map { DeviceRecord(kind: $0.record.kind, id: $0.record.id, line: $0.line) }
    let device = try home.device()
    try device.replaceBundle(
      Bundle(
        version: loaded.version, playbook: loaded.playbook.definition.canonical(), fetchedAt: CommandClock.now()),
      records: records)
    tell(records: records.count, version: loaded.version, device)
  }

  private func tell(records: Int, version: String, _ device: DeviceFile, isUnchanged: Bool = false) {
    if json {
      let json = JSON.object([
        JSON.Member("records", .number(Decimal34(records))), JSON.Member("playbook", .string(Text(version))),
        JSON.Member("file", .string(Text(device.path))), JSON.Member("unchanged", .boolean(isUnchanged)),
      ])
      Terminal.say(json)
    } else {
      Terminal.say("\(Self.records(records)) and playbook \(version.prefix(12)) are in \(device.path)")
    }
  }

  private static func records(_ count: Int) -> String { "\(count) record\(count == 1 ? "" : "s")" }
}

internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Store

/// `stagecraft outbox`: what the device works from, and what waits to be sent.
struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "Fetch what to work from offline; list what waits to be sent.",
    discussion: """
      Example: stagecraft outbox fetch --from records.ndjson
      Example: stagecraft outbox list
      """,
    subcommands: [OutboxFetchCommand.self, OutboxListCommand.self])
}

/// `stagecraft outbox fetch`: playbook and records into the device's file.
struct OutboxFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Put the playbook and my records into the device's file.",
    discussion: """
      Takes the place of what was fetched before; drafts and everything that waits to be sent stay.

      Example: stagecraft outbox fetch --from records.ndjson
      """)

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Records as NDJSON, one file or several.", valueName: "file"))
  var from: [String]

  @OptionGroup var playbook: PlaybookOptions
  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    let loaded = try LoadedPlaybook(playbook)
    var reader = RecordReader(loaded.playbook)
    var records: [DeviceRecord] = []
    var known: [Text: String] = [:]
    var problems: [String] = []
    var progress = ProgressBar("reading records")
    for file in from {
      var lines = try LineReader(path: file)
      while let line = try lines.next() {
        guard case .bytes(let bytes) = line else {
          problems.append("\(file):\(lines.number): the line is longer than \(LineReader.longestLine) bytes")
          continue
        }
        if bytes.isEmpty { continue }
        do throws(RecordError) {
          let record = try reader.read(bytes)
          let place = "\(file):\(lines.number)"
          if let first = known.updateValue(place, forKey: record.kind + "/" + record.id) {
            problems.append("\(place): the \(record.kind) \(record.id) stands at \(first) already")
          }
          records.append(DeviceRecord(kind: record.kind, id: record.id, line: Array(bytes)))
        } catch {
          for problem in error.problems { problems.append("\(file):\(lines.number): \(problem.description)") }
        }
        progress.show(done: lines.done, total: lines.total, count: records.count)
      }
    }
    progress.finish()
    guard problems.isEmpty else {
      throw Refusal(problems, "nothing was fetched; what was there before is still there", ExitStatus.badData)
    }
    let now = CommandClock.now()
    let device = try home.device()
    try device.replaceBundle(
      Bundle(version: loaded.version, playbook: loaded.playbook.definition.canonical(), fetchedAt: now),
      records: records)
    if json {
      let json = JSON.object([
        JSON.Member("records", .number(Decimal34(records.count))),
        JSON.Member("playbook", .string(Text(loaded.version))), JSON.Member("file", .string(Text(device.path))),
      ])
      Terminal.say(Text(bytes: json.bytes).string)
    } else {
      Terminal.say(
        "\(records.count) record\(records.count == 1 ? "" : "s") and playbook \(loaded.version.prefix(12)) are in \(device.path)"
      )
    }
  }
}

/// `stagecraft outbox list`: what waits to be sent.
struct OutboxListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the submissions that wait to be sent.",
    discussion: "Example: stagecraft outbox list --json")

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write the frozen submissions as NDJSON.")
  var json = false

  func run() throws {
    let device = try home.device()
    let items = try device.outbox()
    if json {
      for item in items { Terminal.write(item.envelope + [0x0A], to: 1) }
      return
    }
    guard !items.isEmpty else { return Terminal.say("nothing waits to be sent") }
    var table = Table([
      ("no.", .right), ("saved", .left), ("record", .left), ("assessment", .left), ("score then", .right),
      ("id", .left),
    ])
    for item in items {
      table.add([
        "\(item.sequence)", Instant.text(item.savedAt / 1000 * 1000).string, item.record.string, item.assessment.string,
        Self.score(of: item), item.id,
      ])
    }
    for line in table.lines() { Terminal.say(line) }
    Terminal.say("\n\(items.count) \(items.count == 1 ? "waits" : "wait") to be sent")
  }

  /// What the device told the rep when it was saved.
  private static func score(of item: OutboxItem) -> String {
    guard let json = try? JSON.parse(item.envelope), let score = json["preview"]?["score"] else { return "" }
    func shown(_ number: Decimal34) -> String { (number.rounded(toScale: 2, .halfEven) ?? number).description }
    if let decided = score.number { return shown(decided) }
    guard let least = score["least"]?.number, let most = score["most"]?.number else { return "" }
    return "\(shown(least)) to \(shown(most))"
  }
}

internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft explain`: why, why not, and what it would take.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a record: why, why not, and what it would take.",
    discussion: """
      Looks in the device's file, with what waits in the outbox, with --records in a file of records, or with --store in \
      the server's store, with the evidence and the playbook of that moment. What it would take is at most three single \
      changes of an answer, or of an attribute that is declared changeable; each was tried.

      Example: stagecraft explain D-123 --records records.ndjson
      Example: stagecraft explain D-123 --store --as-of 2026-03-31T19:00:00Z
      """)

  @Argument(help: ArgumentHelp("The record's id.", valueName: "record"))
  var record: String

  @Option(help: ArgumentHelp("Records as NDJSON; - for standard input.", valueName: "file"))
  var records: String?

  @Flag(help: "Look in the server's store.")
  var store = false

  @Option(
    help: ArgumentHelp(
      "The day or moment to decide for, such as 2026-03-31; a day means its end.", discussion: "Default: now.",
      valueName: "when"))
  var asOf: String?

  @OptionGroup var language: LanguageOption

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var playbook: PlaybookOptions
  @OptionGroup var home: HomeOptions

  func validate() throws {
    if store && records != nil { throw ValidationError("--store and --records are two places; name one.") }
  }

  func run() async throws {
    if store { return try await explainStored() }
    let loaded: LoadedPlaybook
    let found: Record
    if let records {
      loaded = try LoadedPlaybook(playbook)
      found = try Self.find(Text(record), in: records, loaded.playbook)
    } else {
      let desk = try FetchedBundle(home: home, or: "; or name a file of records with --records").desk(Text(record))
      loaded = LoadedPlaybook(playbook: desk.playbook, version: desk.bundle.version)
      found = desk.record
    }
    let clock = try loaded.clock(asOf: asOf, mustSay: false)
    let explanation = explain(found, playbook: loaded.playbook, clock: clock)
    let language = language.tag(in: loaded.playbook)
    if json {
      Terminal.say(explanation.document(language: language))
    } else {
      Terminal.say(explanation.text(language: language).string, end: "")
    }
  }

  /// A record of the server's store.
  private func explainStored() async throws {
    let found = try await ServerHome(home).withApplication { application in
      let zone = try await application.zone()
      let instant = try asOf.map { try Moment.end(of: $0, option: "--as-of", zone: zone) }
      return try await application.explanations(
        of: Text(record), asOf: instant, language: language.language.map { Text($0) })
    }
    if found.isEmpty {
      throw Refusal("the store in \(try home.folder()) holds no record \(record)", ExitStatus.noInput)
    }
    for view in found {
      if json {
        Terminal.say(view.document)
      } else {
        Terminal.say(view.lines.map(\.string).joined(separator: "\n"), end: "")
      }
    }
  }

  /// The record of that id in a file.
  private static func find(_ id: Text, in file: String, _ playbook: Playbook) throws -> Record {
    let name = file == "-" ? "standard input" : file
    var reader = RecordReader(playbook)
    var lines = try LineReader(path: file)
    var known: [Text] = []
    var unreadable = 0
    while let line = try lines.next() {
      if case .bytes(let bytes) = line, bytes.isEmpty { continue }
      guard case .bytes(let bytes) = line, let json = try? JSON.parse(bytes),
        let found = json["id"]?.text
      else {
        unreadable += 1
        continue
      }
      if found != id {
        if known.count < 10_000 { known.append(found) }
        continue
      }
      do throws(RecordError) {
        return try reader.read(bytes)
      } catch {
        throw Refusal(
          error.problems.map { "\(name):\(lines.number): \($0.description)" }, "the record \(id) cannot be read",
          ExitStatus.badData)
      }
    }
    var hint = suggestions(for: id, among: known).map { " Did you mean \($0)?" } ?? ""
    if unreadable > 0 {
      hint += " \(unreadable) of its lines cannot be read; `stagecraft score` reports which and why."
    }
    throw Refusal("\(name) holds no record \(id).\(hint)", ExitStatus.noInput)
  }
}

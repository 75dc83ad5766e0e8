internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft load`: records from a file into the store.
struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Take records from a file into the store, and judge them.",
    discussion: """
      For records that no connected CRM brings: what `stagecraft import` writes, with submissions and history. The same \
      file twice changes nothing. A file with an error is refused whole.

      Example: stagecraft load records.ndjson
      """)

  @Argument(help: ArgumentHelp("Records as NDJSON; - for standard input.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The day or moment at which they were like that.", discussion: "Default: now.", valueName: "when"))
  var at: String?

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let (records, new, changed) = try await ServerHome(home).withApplication { application in
      let zone = try await application.zone()
      let instant = try at.map { try Moment.end(of: $0, option: "--at", zone: zone) }
      let records = try RecordFiles.read(
        [file], try await application.definition(at: instant),
        otherwise: "nothing was loaded; correct the lines and load the file again"
      ).map(\.record)
      var (new, changed) = (0, 0)
      var progress = ProgressBar("judging")
      for start in stride(from: 0, to: records.count, by: 200) {
        let chunk = Array(records[start..<min(start + 200, records.count)])
        let counts = try await application.load(chunk, at: instant)
        new += counts.new
        changed += counts.changed
        progress.show(done: start + chunk.count, total: records.count, count: start + chunk.count)
      }
      progress.finish()
      return (records.count, new, changed)
    }
    let unchanged = records - new - changed
    if json {
      Terminal.say(
        JSON.object([
          JSON.Member("new", .number(Decimal34(new))),
          JSON.Member("changed", .number(Decimal34(changed))),
          JSON.Member("unchanged", .number(Decimal34(unchanged))),
        ]))
    } else {
      Terminal.say("\(new) new, \(changed) changed, \(unchanged) unchanged")
    }
  }
}

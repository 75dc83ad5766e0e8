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
    let application = try await ServerHome(home).application()
    let zone = try await application.zone()
    let instant = try at.map { try Moment.end(of: $0, option: "--at", zone: zone) }
    var reader = RecordReader(try await application.definition(at: instant))
    var records: [Record] = []
    var problems: [String] = []
    var lines = try LineReader(path: file)
    var progress = ProgressBar("reading records")
    while let line = try lines.next() {
      guard case .bytes(let bytes) = line else {
        problems.append("\(file):\(lines.number): the line is longer than \(LineReader.longestLine) bytes")
        continue
      }
      if bytes.isEmpty { continue }
      do throws(RecordError) { records.append(try reader.read(bytes)) } catch {
        for problem in error.problems { problems.append("\(file):\(lines.number): \(problem.description)") }
      }
      progress.show(done: lines.done, total: lines.total, count: records.count)
    }
    progress.finish()
    guard problems.isEmpty else {
      throw Refusal(problems, "nothing was loaded; correct the lines and load the file again", ExitStatus.badData)
    }
    var counts = (new: 0, changed: 0)
    var judging = ProgressBar("judging")
    for start in stride(from: 0, to: records.count, by: 200) {
      let chunk = Array(records[start..<min(start + 200, records.count)])
      let done = try await application.load(chunk, at: instant)
      counts.new += done.new
      counts.changed += done.changed
      judging.show(done: start + chunk.count, total: records.count, count: start + chunk.count)
    }
    judging.finish()
    await application.store.close()
    let unchanged = records.count - counts.new - counts.changed
    if json {
      Terminal.say(
        Text(
          bytes: JSON.object([
            JSON.Member("new", .number(Decimal34(counts.new))),
            JSON.Member("changed", .number(Decimal34(counts.changed))),
            JSON.Member("unchanged", .number(Decimal34(unchanged))),
          ]).bytes
        ).string)
    } else {
      Terminal.say("\(counts.new) new, \(counts.changed) changed, \(unchanged) unchanged")
    }
  }
}

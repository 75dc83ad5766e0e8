internal import ArgumentParser
internal import FEEL
internal import Sales

/// `stagecraft score`: records in, decisions out.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score records: NDJSON in, one decision a line out.",
    discussion: """
      Without --climb each record is judged at its stated stage only; with it, the whole climb gives the supported \
      stage and the verdict. A line that cannot be read becomes {"line": ..., "error": ...} in the output and a message \
      on standard error; the others are scored, and the exit status is 65.

      Example: stagecraft score --climb records.ndjson > decisions.ndjson
      """)

  @Argument(help: ArgumentHelp("Records as NDJSON; - for standard input.", valueName: "file"))
  var file = "-"

  @Flag(help: "Climb: supported stage, verdict and proposals too.")
  var climb = false

  @Option(
    help: ArgumentHelp(
      "The day or moment to decide for, such as 2026-03-31; a day means its end.",
      discussion: "Needed if the playbook reads the date.", valueName: "when"))
  var asOf: String?

  @OptionGroup var playbook: PlaybookOptions

  func run() throws {
    let loaded = try LoadedPlaybook(playbook)
    let clock = try loaded.clock(asOf: asOf, mustSay: true)
    var worker = DecisionWorker(loaded.playbook)
    var reader = RecordReader(loaded.playbook)
    var lines = try LineReader(path: file)
    var output = OutputBuffer()
    var progress = ProgressBar("scoring")
    var scored = 0
    var bad = 0
    while let line = try lines.next() {
      switch line {
      case .tooLong:
        bad += 1
        progress.finish()
        refuse(lines.number, ["the line is longer than \(LineReader.longestLine) bytes"], &output, count: bad)
      case .bytes(let bytes):
        if bytes.isEmpty { continue }
        do throws(RecordError) {
          let record = try reader.read(bytes)
          let decision = decide(record, playbook: loaded.playbook, clock: clock, climb: climb, worker: &worker)
          output.append { decision.write(into: &$0, record: record, playbook: loaded.playbook) }
          scored += 1
        } catch {
          bad += 1
          progress.finish()
          refuse(lines.number, error.problems.map(\.description), &output, count: bad)
        }
      }
      progress.show(done: lines.done, total: lines.total, count: lines.number)
    }
    output.flush()
    progress.finish()
    let summary = "\(scored) record\(scored == 1 ? "" : "s") scored"
    if bad > 0 {
      Terminal.tell("stagecraft: \(summary), \(bad) line\(bad == 1 ? " was" : "s were") not")
      throw ExitStatus.badData
    }
    if Terminal.isInteractiveError { Terminal.tell(summary) }
  }

  /// How many bad lines are told on standard error; all of them are in the output.
  private static let mostTold = 50

  private func refuse(_ line: Int, _ problems: [String], _ output: inout OutputBuffer, count: Int) {
    let name = file == "-" ? "standard input" : file
    if count <= Self.mostTold { for problem in problems { Terminal.tell("\(name):\(line): \(problem)") } }
    if count == Self.mostTold + 1 { Terminal.tell("... further bad lines are told in the output only") }
    let json = JSON.object([
      JSON.Member("line", .number(Decimal34(line))),
      JSON.Member("error", .string(Text(problems.joined(separator: "; ")))),
    ])
    output.append {
      json.write(into: &$0)
      $0.append(0x0A)
    }
  }
}

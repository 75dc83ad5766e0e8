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
      "The moment to decide for.", discussion: "Needed if the playbook reads the date.", valueName: "instant"))
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
    var bad = 0
    while let line = try lines.next() {
      switch line {
      case .tooLong:
        bad += 1
        refuse(lines.number, ["the line is longer than \(LineReader.longestLine) bytes"], &output)
      case .bytes(let bytes):
        if bytes.isEmpty { continue }
        do throws(RecordError) {
          let record = try reader.read(bytes)
          let decision = decide(record, playbook: loaded.playbook, clock: clock, climb: climb, worker: &worker)
          output.append { decision.write(into: &$0, record: record, playbook: loaded.playbook) }
        } catch {
          bad += 1
          refuse(lines.number, error.problems.map(\.description), &output)
        }
      }
      progress.show(done: lines.done, total: lines.total, count: lines.number)
    }
    output.flush()
    progress.finish()
    if bad > 0 {
      Terminal.tell("\(bad) \(bad == 1 ? "line was" : "lines were") not scored; the others were")
      throw ExitStatus.badData
    }
  }

  private func refuse(_ line: Int, _ problems: [String], _ output: inout OutputBuffer) {
    for problem in problems { Terminal.tell("\(file):\(line): \(problem)") }
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

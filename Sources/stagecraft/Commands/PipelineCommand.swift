internal import ArgumentParser
internal import FEEL
internal import Sales

/// `stagecraft pipeline`: stated beside supported.
struct PipelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Show stated stage beside supported stage, in records and money.",
    discussion: """
      Reads what `stagecraft score --climb` writes. Money is weighted by the probability of the stage: as stated, and \
      as the evidence carries it for certain. "Unproven" says that evidence is missing, "ahead" that it says no.

      Example: stagecraft score --climb records.ndjson | stagecraft pipeline --by owner
      """)

  @Argument(help: ArgumentHelp("Decisions as NDJSON; - for standard input.", valueName: "file"))
  var file = "-"

  @Option(
    help: ArgumentHelp(
      "Group by stage, owner, or any attribute of the record.", valueName: "attribute"))
  var by = "stage"

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    var report = PipelineReport()
    var ranks: [Text: Decimal34] = [:]
    var bad = 0
    var lines = try LineReader(path: file)
    var progress = ProgressBar("reading decisions")
    var reader = JSONReader()
    while let line = try lines.next() {
      guard case .bytes(let bytes) = line else {
        bad += 1
        Terminal.tell("\(file):\(lines.number): the line is longer than \(LineReader.longestLine) bytes; skipped")
        continue
      }
      if bytes.isEmpty { continue }
      do {
        let decision = try reader.read(bytes)
        if let message = decision["error"]?.text {
          bad += 1
          Terminal.tell("\(file):\(lines.number): was not scored: \(message)")
          continue
        }
        guard let line = PipelineReport.Line(decision: decision) else {
          throw Refusal("this is no decision. Write it with `stagecraft score --climb`.", ExitStatus.badData)
        }
        report.add(line, group: group(of: line, in: decision))
        if by == "stage", let stage = line.stage, let probability = line.statedProbability {
          ranks[stage] = probability
        }
      } catch {
        bad += 1
        Terminal.tell("\(file):\(lines.number): \(error)")
      }
      progress.show(done: lines.done, total: lines.total, count: lines.number)
    }
    progress.finish()
    // Stages come as they lead to the close, all else by name.
    let order = ranks.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    if json {
      PipelinePrinter(report: report, by: by, order: order).writeJSON()
    } else {
      PipelinePrinter(report: report, by: by, order: order).printTables()
    }
    if bad > 0 {
      Terminal.tell("\(bad) \(bad == 1 ? "line was" : "lines were") left out")
      throw ExitStatus.badData
    }
  }

  private func group(of line: PipelineReport.Line, in decision: JSON) -> Text {
    let name = Text(by)
    if by == "stage" { return line.stage ?? "(no stage)" }
    if by == "owner" { return line.owner ?? "(no owner)" }
    return switch decision["attributes"]?[name] {
    case .string(let text): text
    case .number(let number): number.text
    case .boolean(let boolean): boolean ? "true" : "false"
    default: "(no \(by))"
    }
  }
}

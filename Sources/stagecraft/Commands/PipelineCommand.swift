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
      as the evidence carries it for certain. "Unproven" says that evidence is missing, "ahead" that it says no. Lines that \
      are no decisions are left out and told, and exit status is 65; a file without any decision is refused.

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
    var complaints = LineComplaints()
    var decisions = 0
    var attributes: Set<Text> = []
    var lines = try LineReader(path: file)
    var progress = ProgressBar("reading decisions")
    var reader = JSONReader()
    while let line = try lines.next() {
      guard case .bytes(let bytes) = line else {
        complaints.add(lines.number, "the line is longer than \(LineReader.longestLine) bytes")
        continue
      }
      if bytes.isEmpty { continue }
      do {
        let decision = try reader.read(bytes)
        if let message = decision["error"]?.text {
          complaints.add(lines.number, "was not scored: \(message)")
          continue
        }
        guard let line = PipelineReport.Line(decision: decision) else {
          complaints.add(lines.number, Self.nature(of: decision))
          continue
        }
        decisions += 1
        for member in decision["attributes"]?.members ?? [] { attributes.insert(member.name) }
        report.add(line, group: group(of: line, in: decision))
        if by == "stage", let stage = line.stage, let probability = line.statedProbability {
          ranks[stage] = probability
        }
      } catch {
        complaints.add(lines.number, "no JSON: \(error)")
      }
      progress.show(done: lines.done, total: lines.total, count: lines.number)
    }
    progress.finish()
    let name = file == "-" ? "standard input" : file
    if decisions == 0, complaints.count > 0 {
      throw Refusal(
        complaints.lines(of: name),
        "\(name) holds no decision, so there is nothing to show. Decisions are what "
          + "`stagecraft score --climb records.ndjson` writes.", ExitStatus.badData)
    }
    if decisions > 0 { try checkGroup(among: attributes) }
    // Stages come as they lead to the close, all else by name.
    let order = ranks.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    if json {
      PipelinePrinter(report: report, by: by, order: order).writeJSON()
    } else {
      PipelinePrinter(report: report, by: by, order: order).printTables()
    }
    if complaints.count > 0 {
      for line in complaints.lines(of: name) { Terminal.tell(line) }
      Terminal.tell("\(complaints.count) \(complaints.count == 1 ? "line was" : "lines were") left out")
      throw ExitStatus.badData
    }
  }

  /// What a line is that is no decision of a climb.
  private static func nature(of json: JSON) -> String {
    guard let members = json.members else { return "this is no object, and a decision is one" }
    let names = Set(members.map(\.name))
    if names.contains("status") { return "this was scored without --climb" }
    if names.contains("id"), names.contains("attributes") || names.contains("kind") {
      return "this is a record, which is still to be scored"
    }
    return "this is no decision"
  }

  /// Whether any decision can be grouped so.
  private func checkGroup(among attributes: Set<Text>) throws {
    if by == "stage" || by == "owner" || attributes.contains(Text(by)) { return }
    let names = ["stage", "owner"] + attributes.sorted()
    let near = suggestions(for: Text(by), among: names).map { " Did you mean \($0)?" } ?? ""
    throw Refusal(
      "--by \(by): no decision has that attribute.\(near) There are \(names.map(\.string).joined(separator: ", ")).",
      ExitCode(64))
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

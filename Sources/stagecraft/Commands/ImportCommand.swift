internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import Sales

/// `stagecraft import`: a CSV or NDJSON file of another system to records.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make records of a CSV or NDJSON file, as a mapping says.",
    discussion: """
      Records go to standard output as NDJSON, the report to standard error. Answers match by option id, then by exact \
      label. If a row is bad nothing is imported and exit status is 65; --skip-bad leaves the bad rows out.

      Example: stagecraft import deals.csv --mapping mapping.yaml > records.ndjson
      """)

  @Argument(help: ArgumentHelp("The CSV or NDJSON file to import.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("YAML file that says which column becomes what.", valueName: "file"))
  var mapping: String

  @Flag(help: "Leave bad rows out, and import the others.")
  var skipBad = false

  @Flag(help: "Write the report as JSON.")
  var json = false

  @OptionGroup var playbook: PlaybookOptions

  func run() throws {
    let loaded = try LoadedPlaybook(playbook)
    let (importer, findings) = Importer.prepare(
      file: file, mapping: mapping, playbook: loaded.playbook.definition)
    guard let importer else {
      let isAbsent = findings.contains { $0.code == "FILE-ABSENT" }
      throw Refusal(
        findings.map { FindingsReport.line(of: $0) }, "nothing was imported",
        isAbsent ? ExitStatus.noInput : ExitStatus.badData)
    }
    for finding in findings { Terminal.tell(FindingsReport.line(of: finding)) }
    var output = OutputBuffer()
    var progress = ProgressBar("importing")
    var count = 0
    let report = importer.run(
      skipBad: skipBad, progress: { progress.show(done: $0, total: $1, count: count) },
      write: { line in
        count += 1
        output.append { $0 += line }
      })
    output.flush()
    progress.finish()
    Terminal.write(json ? report.json : Array(report.text.utf8), to: 2)
    if !report.isWritten || report.badRows > 0 { throw ExitStatus.badData }
  }
}

internal import ArgumentParser
internal import Authoring
internal import FEEL

/// `stagecraft check`: is the playbook right?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a playbook and report all findings.",
    discussion: """
      Errors keep a playbook from being used, warnings are worth a look, notes tell what follows from what you wrote. \
      Exit status 1 if there are errors.

      Example: stagecraft check my-playbook
      """)

  @Argument(
    help: ArgumentHelp(
      "Folder of the playbook.", discussion: "Default: the nearest parent folder that has rules/.", valueName: "folder")
  )
  var folder: String?

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "Leave out the notes.")
  var quiet = false

  func run() throws {
    var options = PlaybookOptions()
    options.playbook = folder
    let checked = Checker.check(try options.folder())
    let findings = quiet ? checked.findings.filter { $0.severity > .note } : checked.findings
    if json {
      Terminal.write(FindingsReport.json(findings, version: checked.version), to: 1)
    } else {
      for finding in findings { Terminal.say(Self.coloured(finding)) }
      let fitness = checked.version == nil ? "the playbook cannot be used yet" : "the playbook can be used"
      Terminal.say((findings.isEmpty ? "" : "\n") + FindingsReport.summary(checked.findings) + "; " + fitness)
      if let version = checked.version { Terminal.say("version \(version)") }
    }
    if checked.findings.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
  }

  static func coloured(_ finding: PlacedFinding) -> String {
    let line = FindingsReport.line(of: finding)
    return switch finding.severity {
    case .error: Terminal.red(line)
    case .warning: Terminal.yellow(line)
    case .note: Terminal.dim(line)
    }
  }
}

internal import ArgumentParser
internal import Authoring
internal import FEEL

/// `stagecraft dmn check`: what is to be said of decision models.
struct DMNCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check decision models and report all findings.",
    discussion: """
      What cannot be read is an error, what will be null is a warning; the model can be used either way, and is null \
      there. Models of the same folder are found as imports; --import names others.
      Exit status 1 if there are errors, 66 if a file is not there.

      Example: stagecraft dmn check price.dmn tax.dmn
      """)

  @Argument(help: ArgumentHelp("Files of models.", valueName: "model"))
  var models: [String]

  @Option(
    name: .customLong("import"), help: ArgumentHelp("A model that may be imported; again for more.", valueName: "file"))
  var imports: [String] = []

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    var findings: [PlacedFinding] = []
    for model in models {
      let loaded = DMNEvalCommand.read(model, imports)
      if let trouble = loaded.trouble { throw Refusal(trouble, ExitStatus.noInput) }
      findings += loaded.findings.map { PlacedFinding($0) }
    }
    findings = Set(findings).sorted()
    if json {
      Terminal.write(FindingsReport.json(findings), to: 1)
    } else {
      for finding in findings { Terminal.say(CheckCommand.coloured(finding)) }
      Terminal.say((findings.isEmpty ? "" : "\n") + FindingsReport.summary(findings))
    }
    if findings.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
  }
}

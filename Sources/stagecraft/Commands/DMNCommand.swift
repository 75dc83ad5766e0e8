internal import ArgumentParser

/// `stagecraft dmn`: decision models by themselves.
struct DMNCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dmn",
    abstract: "Check and evaluate decision models (DMN 1.1 to 1.6).",
    discussion: """
      Example: stagecraft dmn check price.dmn
      Example: stagecraft dmn eval price.dmn --decision price --input order.json
      """,
    subcommands: [DMNCheckCommand.self, DMNEvalCommand.self])
}

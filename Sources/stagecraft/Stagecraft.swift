internal import ArgumentParser
internal import Authoring
internal import Glibc
internal import Store

/// The command line: prints and exits, and decides nothing.
@main
struct Stagecraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stagecraft",
    abstract: "Makes the stage of a deal follow the evidence.",
    discussion: """
      Start with `stagecraft init my-playbook`, then `stagecraft check my-playbook`. Every command has --help with an \
      example.
      """,
    version: "0.1",
    subcommands: [
      InitCommand.self, CheckCommand.self, ImportCommand.self, ScoreCommand.self, PipelineCommand.self,
      ExplainCommand.self, AssessCommand.self, OutboxCommand.self,
    ])

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as Refusal {
      Terminal.tell("stagecraft: \(refusal.message)")
      Glibc.exit(refusal.status.rawValue)
    } catch let error as StoreError {
      Terminal.tell("stagecraft: \(error.description)")
      Glibc.exit(error.status.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}

extension StoreError {
  /// The exit code for it.
  var status: ExitCode {
    switch self {
    case .cannotOpen: ExitStatus.noInput
    case .notOurs, .damaged: ExitStatus.badData
    case .diskFull, .failed: ExitStatus.inputOutput
    case .busy: ExitStatus.temporary
    }
  }
}

internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import Glibc
internal import Service
internal import Store

/// The command line: prints and exits, and decides nothing.
@main
struct Stagecraft: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stagecraft",
    abstract: "Makes the stage of a deal follow the evidence.",
    discussion: """
      Start with `stagecraft init my-playbook`, then `stagecraft check my-playbook`. Every command has --help with an \
      example.
      """,
    version: "0.1",
    subcommands: [
      InitCommand.self, CheckCommand.self, FeelCommand.self, DMNCommand.self, ImportCommand.self, ScoreCommand.self,
      PipelineCommand.self,
      ExplainCommand.self, AssessCommand.self, OutboxCommand.self, ActivateCommand.self, VersionsCommand.self,
      LoadCommand.self, HandleCommand.self, ServeCommand.self, WorkCommand.self, RescoreCommand.self, SyncCommand.self,
      ConnectCommand.self, TokenCommand.self, AuditCommand.self, EraseCommand.self, BackupCommand.self,
      RestoreCommand.self, DoctorCommand.self,
    ])

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    openStandardDescriptors()
    atexit {
      LogOutput.standardOutput.flush()
      LogOutput.standardError.flush()
    }
    do {
      try checkName(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let refusal as Refusal {
      for line in refusal.lines { Terminal.tell(line) }
      Glibc.exit(refusal.status.rawValue)
    } catch let error as ServiceError {
      for line in Refusal(error.problems, error.cause ?? error.message, error.kind.status).lines { Terminal.tell(line) }
      Glibc.exit(error.kind.status.rawValue)
    } catch let error as StoreError {
      Terminal.tell("stagecraft: \(error.description)")
      Glibc.exit(error.status.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  /// A standard descriptor that was closed would be given to the next file or connection, and what is told would be
  /// written into that.
  private static func openStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// A misspelt command is told with the one that was meant; the argument parser would only call it unexpected.
  private static func checkName(_ arguments: [String]) throws {
    var commands: [any ParsableCommand.Type] = configuration.subcommands
    var said = "stagecraft"
    for argument in arguments {
      guard !commands.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return }
      if let command = commands.first(where: { $0.configuration.commandName == argument }) {
        commands = command.configuration.subcommands
        said += " " + argument
        continue
      }
      let names = commands.compactMap { $0.configuration.commandName }
      let near = suggestions(for: Text(argument), among: names.map { Text($0) })
      throw Refusal(
        "there is no command \(said) \(argument). "
          + (near.map { "Did you mean \(said) \($0)?" } ?? "There are \(names.joined(separator: ", "))."), ExitCode(64))
    }
  }
}

extension StoreError {
  /// The exit code for it.
  var status: ExitCode {
    switch self {
    case .cannotOpen: ExitStatus.noInput
    case .notOurs, .damaged, .notAStore, .storeDamaged, .differs, .unsuitable: ExitStatus.badData
    case .newerSchema, .olderSchema: ExitStatus.configuration
    case .readOnly, .exists: ExitStatus.cannotCreate
    case .diskFull, .failed, .notCommitted, .moved: ExitStatus.inputOutput
    case .takenOver: ExitStatus.takenOver
    case .busy, .closed: ExitStatus.temporary
    }
  }
}

extension ServiceError.Kind {
  /// The exit code for it.
  var status: ExitCode {
    switch self {
    case .notSignedIn, .notAllowed: ExitCode(77)
    case .notFound: ExitStatus.noInput
    case .conflict, .invalid, .tooLarge, .malformed: ExitStatus.badData
    case .notReady: ExitStatus.configuration
    case .unavailable, .tooMany: ExitStatus.temporary
    }
  }
}

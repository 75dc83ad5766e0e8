internal import ArgumentParser
internal import FEEL
internal import Service
internal import Store

/// `stagecraft erase`: a person's right.
struct EraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase the answers of a submission, for a person's right.",
    discussion: """
      Answers and note go from the store and from the audit chain, which stays whole and says that they were erased, and \
      why. The CRM keeps what it was sent; erase it there too.

      Example: stagecraft erase 0199a3c0-... --reason "asked by the customer on 2 March"
      """)

  @Argument(help: ArgumentHelp("The submission's id.", valueName: "submission"))
  var submission: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var home: HomeOptions

  func run() async throws {
    try await ServerHome(home).withApplication { application in
      try await application.erase(submission: submission, reason: Text(reason))
    }
    Terminal.say("erased; `stagecraft audit verify` still holds")
  }
}

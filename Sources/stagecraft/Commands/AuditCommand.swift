internal import ArgumentParser
internal import FEEL
internal import Service
internal import Store

/// `stagecraft audit`: the chain of what was done.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "List what was done; verify its chain.",
    discussion: """
      Example: stagecraft audit list --since 2026-03-31
      Example: stagecraft audit verify
      """, subcommands: [AuditListCommand.self, AuditVerifyCommand.self])
}

struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every link of the audit chain; name the first that was altered.",
    discussion: """
      The head that it prints, kept elsewhere and given with --head later, also shows that nothing was cut off since.

      Example: stagecraft audit verify --head 1042:9f2c...
      """)

  @OptionGroup var home: HomeOptions

  @Option(help: ArgumentHelp("The head that an earlier check printed.", valueName: "number:hash"))
  var head: String?

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    let (verification, newest) = try await ServerHome(home).withApplication { application in
      (try await application.verifyAudit(head: head), try await application.store.read { try $0.auditHead() })
    }
    if json {
      Terminal.say(
        JSON.object([
          JSON.Member("entries", .number(Decimal34(Int(verification.count)))),
          JSON.Member("erased", .number(Decimal34(Int(verification.erased)))),
          JSON.Member("head", .string(Text("\(newest.number):\(newest.hash)"))),
          JSON.Member("firstBad", verification.firstBad.map { .number(Decimal34(Int($0.number))) } ?? .null),
          JSON.Member("what", verification.firstBad.map { .string(Text("\($0.what)")) } ?? .null),
        ]))
    } else if let bad = verification.firstBad {
      Terminal.say("entry \(bad.number) is not as it was written: \(bad.what)")
    } else {
      Terminal.say(
        "\(verification.count) entries, \(verification.erased) with an erased payload; all links hold\n"
          + "head \(newest.number):\(newest.hash)")
    }
    if verification.firstBad != nil { throw ExitStatus.findings }
  }
}

internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft erase`: a person's right.
struct EraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase the answers of a submission, or all that a person typed, for a person's right.",
    discussion: """
      Answers and note go from the store and from the audit chain, which stays whole and says that they were erased, and \
      why. With --person all answers and notes of that person go, the reasons of holds, overrides, moves and refusals, and \
      the person's tokens end; the person's id stays where something was. Records are judged without it. The CRM keeps \
      what it was sent, and devices and backups what they hold; erase it there too.

      Example: stagecraft erase 0199a3c0-... --reason "asked by the customer on 2 March"
      Example: stagecraft erase --person rina --reason "left, asked on 2 March"
      """)

  @Argument(help: ArgumentHelp("The submission's id.", valueName: "submission"))
  var submission: String?

  @Option(help: ArgumentHelp("Everything of this person, by the id in rules/policy.yaml.", valueName: "person"))
  var person: String?

  @Option(help: "Why.")
  var reason: String

  @Flag(help: "Do not ask whether it is meant.")
  var yes = false

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    switch (submission, person) {
    case (let submission?, nil):
      try await ServerHome(home).withApplication { application in
        try await application.erase(submission: submission, reason: Text(reason))
      }
      if json {
        Terminal.say(JSON.object([JSON.Member("submissions", .number(Decimal34(1)))]))
      } else {
        Terminal.say("erased; `stagecraft audit verify` still holds")
      }
    case (nil, let person?): try await erase(Text(person))
    default: throw Refusal("name a submission, or a person with --person; one of the two", ExitCode(64))
    }
  }

  private func erase(_ person: Text) async throws {
    let erasure = try await ServerHome(home).withApplication { application in
      if !yes { try confirm(person, try await application.erasable(of: person)) }
      return try await application.erase(person: person, reason: Text(reason))
    }
    if json {
      Terminal.say(erasure.json)
    } else if erasure.isNothing {
      Terminal.say("there is nothing of \(person) to erase")
    } else {
      Terminal.say("erased of \(person):")
      for (what, count) in erasure.counts where count > 0 { Terminal.say("  \(count) \(what)") }
      Terminal.say("`stagecraft audit verify` still holds")
    }
    if erasure.postponed > 0 {
      throw Refusal(
        "\(erasure.postponed) results are being sent to the CRM now and were left; run the same command again in a "
          + "minute", ExitStatus.temporary)
    }
  }

  /// Nothing brings back what was erased.
  private func confirm(_ person: Text, _ count: (submissions: Int, records: Int)) throws {
    let what = "\(count.submissions) submissions of \(person) on \(count.records) records"
    guard Terminal.isInteractiveInput else {
      throw Refusal("this would erase \(what), for good. If it is meant, say --yes.", ExitCode(64))
    }
    Terminal.tell("This erases \(what), all reasons that \(person) gave, and ends the tokens. It cannot be undone.")
    Terminal.tell("To go on, type the person's id:")
    guard readLine(strippingNewline: true) == person.string else {
      throw Refusal("nothing was erased", ExitCode(64))
    }
  }
}

extension PersonErasure {
  fileprivate var counts: [(what: String, count: Int)] {
    [
      ("answers and notes of submissions", submissions), ("reasons", reasons),
      ("audit entries, what they are about", auditEntries), ("tokens and sessions, ended", tokens),
      ("answers to requests", requests), ("records, judged without it", records),
    ]
  }

  fileprivate var json: JSON {
    .object([
      JSON.Member("submissions", .number(Decimal34(submissions))),
      JSON.Member("postponed", .number(Decimal34(postponed))), JSON.Member("reasons", .number(Decimal34(reasons))),
      JSON.Member("auditEntries", .number(Decimal34(auditEntries))), JSON.Member("tokens", .number(Decimal34(tokens))),
      JSON.Member("requests", .number(Decimal34(requests))), JSON.Member("records", .number(Decimal34(records))),
    ])
  }
}

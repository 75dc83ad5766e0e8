internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store
internal import Synchronization

/// `stagecraft backup`: the whole store as one file.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the whole store into a file, while the server goes on.",
    discussion: """
      The copy holds the store as it is at one moment. It is checked for damage and appears under its name only when it \
      is whole and on the disk; only you may read it. Keep it on another machine, together with stagecraft.yaml and the \
      secret files, which are not in it. `stagecraft restore --verify FILE` checks it whole, with the audit chain.

      Example: stagecraft backup /backup/stagecraft-2026-03-31.sqlite
      """)

  @Argument(help: ArgumentHelp("Where to; - and existing files are refused.", valueName: "file"))
  var file: String

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() async throws {
    if file.isEmpty || file == "-" { throw Refusal("the copy needs a file; name one", ExitCode(64)) }
    let bar = Mutex(ProgressBar("copying", unit: "pages"))
    let (inspection, isRemembered) = try await ServerHome(home).withApplication { application in
      try await application.backUp(to: file, replacing: force) { done, total in
        bar.withLock { $0.show(done: done, total: total, count: done) }
      }
    }
    bar.withLock { $0.finish() }
    if json {
      Terminal.say(JSON.object([JSON.Member("file", .string(Text(file)))] + inspection.members))
    } else {
      Terminal.say("copied to \(file): \(inspection.summary)")
    }
    if !isRemembered {
      Terminal.tell(
        "stagecraft: the copy is good, but the store takes no writes, so `stagecraft doctor` will not know of it")
    }
  }
}

extension StoreInspection {
  /// `1 record, 2 submissions, 3 audit entries; 12.3 MB, schema 10`.
  var summary: String {
    func counted(_ count: Int, _ what: String, _ many: String) -> String { "\(count) \(count == 1 ? what : many)" }
    return [
      counted(records, "record", "records"), counted(submissions, "submission", "submissions"),
      counted(audit.count, "audit entry", "audit entries"),
    ].joined(separator: ", ") + "; \(ByteCount.text(bytes)), schema \(schema)"
  }

  /// For machines.
  var members: [JSON.Member] {
    [
      JSON.Member("bytes", .number(Decimal34(bytes))), JSON.Member("schema", .number(Decimal34(schema))),
      JSON.Member("copiedAt", copiedAt.map { .string(Instant.text($0)) } ?? .null),
      JSON.Member("lastEntryAt", lastEntryAt.map { .string(Instant.text($0)) } ?? .null),
      JSON.Member("records", .number(Decimal34(records))), JSON.Member("submissions", .number(Decimal34(submissions))),
      JSON.Member("unsent", .number(Decimal34(unsent))), JSON.Member("tokens", .number(Decimal34(tokens))),
      JSON.Member(
        "audit",
        .object([
          JSON.Member("entries", .number(Decimal34(audit.count))),
          JSON.Member("erased", .number(Decimal34(audit.erased))),
          JSON.Member("head", .string(Text("\(head.number):\(head.hash)"))),
          JSON.Member("firstBad", audit.firstBad.map { .number(Decimal34(Int($0.number))) } ?? .null),
        ])),
    ]
  }
}

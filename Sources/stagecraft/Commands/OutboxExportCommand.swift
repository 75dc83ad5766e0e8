internal import ArgumentParser
internal import FEEL
internal import Store

/// `stagecraft outbox export`: a copy of what waits, to be sent from another machine.
struct OutboxExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Copy what has no receipt yet into a file, to be sent from elsewhere.",
    discussion: """
      The submissions stay in this outbox too; sent from both, each counts once. The file holds your answers: only you \
      may read it.

      Example: stagecraft outbox export friday.stagecraft-outbox
      """)

  @Argument(help: ArgumentHelp("A file that is not there yet.", valueName: "file"))
  var file: String

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  func run() throws {
    let items = try home.device().outbox()
    var bytes: [UInt8] = []
    for item in items {
      guard !item.envelope.contains(0x0A) else {
        throw Refusal("\(OutboxLine.name(item)) does not fit on one line; nothing was written", ExitStatus.badData)
      }
      bytes += item.envelope + [0x0A]
    }
    try PrivateCopy.write(bytes, to: file)
    if json {
      let json = JSON.object([
        JSON.Member("submissions", .number(Decimal34(items.count))), JSON.Member("file", .string(Text(file))),
      ])
      Terminal.say(json)
    } else {
      Terminal.say(
        "\(items.count) submission\(items.count == 1 ? " is" : "s are") copied to \(file); they stay in this outbox too"
      )
    }
  }
}

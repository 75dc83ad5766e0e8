internal import ArgumentParser
internal import FEEL
internal import Service
internal import Store

/// `stagecraft outbox import`: submissions that were saved elsewhere, to be sent from here.
struct OutboxImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take submissions that another device exported into this outbox.",
    discussion: """
      They keep their ids, devices and bytes, so each counts once however often it is imported or sent. A file with a \
      line that is no submission is refused as a whole.

      Example: stagecraft outbox import friday.stagecraft-outbox
      """)

  @Argument(help: ArgumentHelp("A file of `outbox export`, or - for standard input.", valueName: "file"))
  var file: String

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write JSON.")
  var json = false

  /// More than any device saves; a file beyond it is none of ours.
  static let mostSubmissions = 100_000

  func run() throws {
    var envelopes: [ImportedEnvelope] = []
    var problems: [String] = []
    var lines = try LineReader(path: file)
    while let line = try lines.next() {
      guard case .bytes(let bytes) = line, bytes.count <= EnvelopeCopies.longestEnvelope else {
        problems.append("\(file):\(lines.number): longer than \(EnvelopeCopies.longestEnvelope) bytes")
        continue
      }
      if bytes.isEmpty { continue }
      let reading = EnvelopeCopies.read(Array(bytes))
      if let envelope = reading.envelope { envelopes.append(envelope) }
      for problem in reading.problems { problems.append("\(file):\(lines.number): \(problem)") }
      if envelopes.count > Self.mostSubmissions {
        throw Refusal(
          "\(file) has more than \(Self.mostSubmissions) submissions; nothing was imported", ExitStatus.badData)
      }
    }
    guard problems.isEmpty else {
      throw Refusal(problems, "\(file) is no export of an outbox; nothing was imported", ExitStatus.badData)
    }
    let outcome = try home.device().take(envelopes)
    if json {
      func ids(_ name: Text, _ list: [String]) -> JSON.Member {
        JSON.Member(name, .array(list.map { .string(Text($0)) }))
      }
      let json = JSON.object([
        ids("taken", outcome.taken), ids("known", outcome.known), ids("different", outcome.different),
      ])
      Terminal.say(json)
    } else {
      Terminal.say("\(outcome.taken.count) taken, \(outcome.known.count) here before")
    }
    guard outcome.different.isEmpty else {
      throw Refusal(
        outcome.different.map { "\(file): \($0) is here already with other answers" },
        "\(outcome.different.count) could not be taken; what was here is kept, and the file still has them",
        ExitStatus.badData)
    }
  }
}

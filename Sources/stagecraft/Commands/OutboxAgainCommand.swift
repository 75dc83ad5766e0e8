internal import ArgumentParser
internal import FEEL
internal import Service
internal import Store

/// `stagecraft outbox again`: the answers of a refused submission as a new one.
struct OutboxAgainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "again",
    abstract: "Send a refused submission as new: the same answers under a new id.",
    discussion: """
      For a submission that needs attention because the server has other answers under its id. The refused one stays \
      in `outbox list --all`.

      Example: stagecraft outbox again 0199d3a0-7c1e-7b51-9f6e-0c5a6b7d8e9f
      """)

  @Argument(help: ArgumentHelp("The submission's id, or its beginning.", valueName: "id"))
  var id: String

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write the new submission as JSON.")
  var json = false

  func run() throws {
    let device = try home.device()
    let found = try device.outbox().filter { $0.id.hasPrefix(id.lowercased()) }
    guard let item = found.first, found.count == 1 else {
      throw Refusal(
        found.isEmpty
          ? "nothing in the outbox has the id \(id); see `stagecraft outbox list`"
          : "\(found.count) submissions have ids that begin with \(id); write more of it", ExitStatus.noInput)
    }
    guard item.state == .attention, item.refusalStatus != 403 else {
      throw Refusal(
        "\(OutboxLine.name(item)) is still to be sent as it is (stagecraft outbox send); sent as new it could count twice",
        ExitStatus.badData)
    }
    let now = CommandClock.now()
    let newID = SystemTime().identifier()
    let new = try device.replace(item.id, by: newID, at: now) { refused, device, sequence in
      EnvelopeCopies.again(refused.envelope, id: newID, device: device, sequence: sequence)
    }
    guard let new else {
      throw Refusal("\(OutboxLine.name(item)) cannot be saved again; it stays as it is", ExitStatus.badData)
    }
    if json { return Terminal.write(new.envelope + [0x0A], to: 1) }
    Terminal.say("\(OutboxLine.name(item)) is saved again as no. \(new.sequence) (\(new.id)); send it with outbox send")
  }
}

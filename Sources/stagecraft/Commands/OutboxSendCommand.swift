internal import ArgumentParser
internal import Connect
internal import FEEL
internal import Service
internal import Store
internal import Synchronization

/// `stagecraft outbox send`: what was saved goes to the server.
struct OutboxSendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send what waits in the outbox.",
    discussion: """
      Oldest first, each exactly once, however often you send and wherever it is interrupted: a submission leaves the \
      outbox only when the server's receipt for exactly its bytes is here. Where the server comes to another result \
      than this device did, it says why.

      Exit codes: 0 all is received, 65 something needs attention, 75 something still waits, 77 sign in first.

      Example: stagecraft outbox send
      Example: stagecraft outbox send --server https://stagecraft.example --token-file ~/.stagecraft-token --json
      """)

  @OptionGroup var server: OutboxServerOptions

  @Option(help: ArgumentHelp("The most tries for one submission in this run.", valueName: "count"))
  var tries = 5

  @OptionGroup var home: HomeOptions

  @Flag(help: "Write a summary as JSON.")
  var json = false

  func validate() throws {
    guard (1...1000).contains(tries) else { throw ValidationError("--tries must be from 1 to 1000") }
  }

  func run() async throws {
    let device = try home.device()
    let access = try server.access(device)
    let bundle = try device.bundle()
    let transport = Transport(rules: access.rules(bodyLimit: 1 << 20))
    defer { transport.close() }
    let sender = OutboxSender(
      file: device, server: access.address, token: access.token,
      person: bundle?.server == access.address.text ? bundle?.person : nil, tries: tries, time: SystemTime(),
      exchange: { try await transport.send($0) }, pause: { try await Task.sleep(for: .milliseconds($0)) })
    let printer = SendPrinter(json: json)
    let report = try await sender.run { printer.hear($0) }
    printer.finish()
    if report.stop == nil { try device.remember(access.remembered) }
    Terminal.say(json ? Text(bytes: printer.summary(report).bytes).string : SendPrinter.summaryLine(report))
    try end(report)
  }

  /// The exit code that says what is left.
  private func end(_ report: SendReport) throws {
    switch report.stop {
    case .notSignedIn(let words):
      throw Refusal("Sign in to send \(report.waiting): \(words)", ExitStatus.noPermission)
    case .badAddress(let reason): throw Refusal(reason, ExitCode(64))
    case .otherSender(let process) where report.waiting > 0:
      let name = process == 0 ? "another stagecraft" : "another stagecraft (process \(process))"
      throw Refusal("\(name) sends from this outbox; see `stagecraft outbox list` later", ExitStatus.temporary)
    case .unreachable(let reason):
      throw Refusal("\(reason). \(report.waiting) still wait; send again later.", ExitStatus.temporary)
    case .askedToWait(let milliseconds):
      throw Refusal(
        "the server asks to be left alone for \(milliseconds / 1000) seconds; send again then", ExitStatus.temporary)
    case .otherSender, nil: break
    }
    if report.waiting > 0 { throw ExitStatus.temporary }
    if report.attention > 0 { throw ExitStatus.badData }
  }
}

/// Shows a run of sending: a line an item, and a bar on a terminal.
private final class SendPrinter: Sendable {
  private struct State {
    var progress = ProgressBar("sending", unit: "sent")
    var total = 0
    var done = 0
    var items: [JSON] = []
  }

  private let json: Bool
  private let state = Mutex(State())

  init(json: Bool) { self.json = json }

  func hear(_ event: SendEvent) {
    state.withLock { state in
      switch event {
      case .started(let total): state.total = total
      case .received(let item, let receipt, let isDuplicate):
        state.done += 1
        state.items.append(Self.document(item, isDuplicate ? "duplicate" : receipt.isHeld ? "held" : "sent", receipt))
        say(Self.lines(item, receipt, isDuplicate: isDuplicate), &state)
      case .refused(let item, let words):
        state.done += 1
        state.items.append(Self.document(item, "attention", reason: words))
        say([Terminal.yellow("\(OutboxLine.name(item)) needs attention: \(words)")] + OutboxLine.advice(item), &state)
      case .failed(let item, let words, let goesOn):
        if goesOn { break }
        state.items.append(Self.document(item, "waiting", reason: words))
        say(["\(OutboxLine.name(item)) still waits: \(words)"], &state)
      }
      state.progress.show(done: state.done, total: state.total, count: state.done)
    }
  }

  func finish() { state.withLock { $0.progress.finish() } }

  private func say(_ lines: [String], _ state: inout State) {
    if json { return }
    state.progress.finish()
    for line in lines { Terminal.say(line) }
  }

  /// What the receipt says; a verdict that differs from the device's with its reasons.
  private static func lines(_ item: OutboxItem, _ receipt: DeliveryReceipt, isDuplicate: Bool) -> [String] {
    var lines = ["\(OutboxLine.name(item)): \(isDuplicate ? "received before: " : "")\(receipt.message)"]
    if !receipt.differences.isEmpty {
      lines.append("    The server came to something else than this device:")
      for why in receipt.differences { lines.append("    - \(why)") }
    }
    return lines
  }

  private static func document(
    _ item: OutboxItem, _ outcome: Text, _ receipt: DeliveryReceipt? = nil, reason: String? = nil
  ) -> JSON {
    var members = [
      JSON.Member("id", .string(Text(item.id))), JSON.Member("seq", .number(Decimal34(item.sequence))),
      JSON.Member("outcome", .string(outcome)),
    ]
    if let reason { members.append(JSON.Member("reason", .string(Text(reason)))) }
    if let receipt, let json = try? JSON.parse(receipt.bytes) { members.append(JSON.Member("receipt", json)) }
    return .object(members)
  }

  func summary(_ report: SendReport) -> JSON {
    func count(_ name: Text, _ number: Int) -> JSON.Member { JSON.Member(name, .number(Decimal34(number))) }
    return .object([
      count("sent", report.sent), count("duplicates", report.duplicates), count("held", report.held),
      count("attention", report.attention), count("waiting", report.waiting), count("others", report.others),
      JSON.Member("items", .array(state.withLock(\.items))),
    ])
  }

  static func summaryLine(_ report: SendReport) -> String {
    var line = "\(report.sent) sent, \(report.duplicates) duplicate\(report.duplicates == 1 ? "" : "s"), "
    line += "\(report.held) held, \(report.attention) need\(report.attention == 1 ? "s" : "") attention, "
    line += "\(report.waiting) waiting"
    if report.others > 0 { line += "; \(report.others) of another person, which only that person can send" }
    return line
  }
}

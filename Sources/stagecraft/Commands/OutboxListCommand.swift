internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Service
internal import Store

/// `stagecraft outbox list`: what waits to be sent.
struct OutboxListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the submissions that wait to be sent, and what needs attention.",
    discussion: """
      With --all also what was received, with what the server said.

      Example: stagecraft outbox list
      Example: stagecraft outbox list --all --json
      """)

  @OptionGroup var home: HomeOptions

  @Flag(help: "List what was received too.")
  var all = false

  @Flag(help: "Write NDJSON: each submission as it is frozen, with its state as `outbox`.")
  var json = false

  func run() throws {
    let device = try home.device()
    let items = try all ? device.history() : device.outbox()
    if json {
      for item in items { Terminal.write(Self.document(item).bytes + [0x0A], to: 1) }
      return
    }
    guard !items.isEmpty else { return Terminal.say(all ? "nothing was saved yet" : "nothing waits to be sent") }
    var columns: [(String, Table.Alignment)] = [
      ("no.", .right), ("saved", .left), ("record", .left), ("assessment", .left), ("score then", .right),
      ("state", .left),
    ]
    if all { columns.append(("received", .left)) }
    var table = Table(columns + [("id", .left)])
    for item in items {
      var cells = [
        "\(item.sequence)", Self.shown(item.savedAt), item.record.string, item.assessment.string,
        OutboxLine.score(item), OutboxLine.state(item),
      ]
      if all { cells.append(item.receivedAt.map(Self.shown) ?? "") }
      table.add(cells + [item.id])
    }
    for line in table.lines() { Terminal.say(line) }
    let notes = items.flatMap(Self.notes)
    if !notes.isEmpty { Terminal.say() }
    for note in notes { Terminal.say(note) }
    let waiting = items.count { $0.state == .waiting }
    let attention = items.count { $0.state == .attention }
    Terminal.say(
      "\n\(waiting) \(waiting == 1 ? "waits" : "wait") to be sent"
        + (attention == 0 ? "" : ", \(attention) need\(attention == 1 ? "s" : "") attention"))
  }

  /// What the table has no room for: why something was not delivered, or what the server said.
  private static func notes(on item: OutboxItem) -> [String] {
    let name = OutboxLine.name(item)
    switch item.state {
    case .attention:
      return [Terminal.yellow("\(name) needs attention: \(item.lastError ?? "")")] + OutboxLine.advice(item)
    case .waiting: return item.lastError.map { ["\(name): \($0)"] } ?? []
    case .sent, .held:
      guard let receipt = item.receipt.flatMap({ DeliveryReceipt($0) }) else { return [] }
      return ["\(name): \(receipt.message)"] + receipt.differences.map { "    - \($0)" }
    case .replaced: return ["\(name): saved again as \(item.replacedBy ?? "")"]
    }
  }

  private static func shown(_ instant: Int64) -> String { Instant.text(instant / 1000 * 1000).string }

  private static func document(_ item: OutboxItem) -> JSON {
    var outbox = [
      JSON.Member("state", .string(Text(item.state.rawValue))), JSON.Member("sha256", .string(Text(item.sha256))),
      JSON.Member("attempts", .number(Decimal34(item.attempts))),
    ]
    func add(_ name: Text, _ text: String?) {
      if let text { outbox.append(JSON.Member(name, .string(Text(text)))) }
    }
    add("person", item.person?.string)
    add("nextAttemptAt", item.nextAttemptAt.map { Instant.text($0).string })
    add("reason", item.lastError)
    add("code", item.refusalCode)
    add("receivedAt", item.receivedAt.map { Instant.text($0).string })
    add("replacedBy", item.replacedBy)
    if let receipt = item.receipt, let json = try? JSON.parse(receipt) { outbox.append(JSON.Member("receipt", json)) }
    let envelope = (try? JSON.parse(item.envelope))?.members ?? [JSON.Member("id", .string(Text(item.id)))]
    return .object(envelope + [JSON.Member("outbox", .object(outbox))])
  }
}

internal import FEEL
internal import Sales

/// The open records of a device in a list, by what people call them, of which a person chooses one.
struct MyDeals {
  private let desks: [Desk]
  private let language: Text?

  init(_ bundle: FetchedBundle, _ language: Text?) throws {
    self.language = language
    desks = try bundle.all().filter(\.isOpen).sorted {
      ($0.record.title.string.lowercased(), $0.record.id) < ($1.record.title.string.lowercased(), $1.record.id)
    }
  }

  /// The desk of the record that is chosen; nil: none is.
  func choose(_ screen: Screen) throws -> Desk? {
    if desks.isEmpty {
      screen.say("There are no open deals on this device.")
      return nil
    }
    screen.say(try table())
    while true {
      guard let reply = screen.ask("\nWhich one? A number, an id or a name; Enter leaves: ") else {
        screen.say()
        return nil
      }
      let wanted = Interview.trimmed(reply)
      if wanted.isEmpty { return nil }
      if let desk = desk(wanted) { return desk }
      screen.say(Terminal.yellow("\(wanted) is none of them, or not only one."))
    }
  }

  /// By the number in the list, by the id, or by a name or the beginning of one that no other record has.
  private func desk(_ wanted: String) -> Desk? {
    if let found = desks.first(where: { $0.record.id.string == wanted }) { return found }
    if let number = Int(wanted), desks.indices.contains(number - 1) { return desks[number - 1] }
    let name = wanted.lowercased()
    let exact = desks.filter { $0.record.title.string.lowercased() == name }
    let near = exact.isEmpty ? desks.filter { $0.record.title.string.lowercased().hasPrefix(name) } : exact
    return near.count == 1 ? near[0] : nil
  }

  private func table() throws -> Table {
    var table = Table([
      ("", .right), ("deal", .left), ("id", .left), ("stated", .left), ("evidence", .left), ("next", .left),
    ])
    for (place, desk) in desks.enumerated() {
      let explanation = try desk.explanation()
      let decision = explanation.decision
      let verdict = decision.verdict.map { $0.stages == 0 ? $0.word.string : "\($0.word) by \($0.stages)" } ?? ""
      let next = explanation.recommendations.first { $0.isOpen }
      table.add([
        "\(place + 1)", Terminal.visible(desk.record.title.string), Terminal.visible(desk.record.id.string),
        decision.stated?.string ?? "", verdict, next?.assessment.title.text(in: language).string ?? "",
      ])
    }
    return table
  }
}

extension Desk {
  /// Whether the record stands at a stage that is open, or at none.
  fileprivate var isOpen: Bool {
    guard let stage = record.stage, let pipeline = playbook.pipeline(of: record),
      let found = pipeline.stages.first(where: { $0.name == stage })
    else { return true }
    return found.status == .open
  }

  /// What people call the record, with its id.
  var name: String { record.title == record.id ? record.id.string : "\(record.title) (\(record.id))" }
}

import FEEL
import Sales
import Testing

@testable import Service
@testable import Store

/// What a rep sees first.
@Suite("My deals", .timeLimit(.minutes(5)))
struct MyDealsTests {
  private static let owner: Text = "005000000000r01AAA"
  private static let rina = Person(id: "rina", role: .rep, unit: nil, owners: [owner], names: [owner, "rina"])

  private static func deal(_ id: Text, _ stage: Text, _ amount: Int?, owner: Text = owner) -> Record {
    Record(
      kind: "opportunity", id: id, stage: stage, owner: owner,
      attributes: amount.map { [Record.Attribute(name: "amount", value: .number(Decimal34($0)))] } ?? [])
  }

  @Test(
    "are the open ones that carry my name: what is asked for, what is not proven, and then the most money, first")
  func order() async throws {
    var playbook = SyncFixture.playbook()
    playbook.sentences.append(
      SentenceDefinition(name: "Small", condition: "amount < 10", actions: [.ask("Prospecting")], mode: nil)
    )
    let fixture = try await SyncFixture(playbook)
    _ = try await fixture.application.load([
      Self.deal("O-1", "Prospecting", 100), Self.deal("O-2", "Prospecting", 900), Self.deal("O-3", "Demo", 20),
      Self.deal("O-4", "Prospecting", 5), Self.deal("O-5", "Closed Won", 5000), Self.deal("O-6", "Prospecting", nil),
      Self.deal("O-7", "Demo", 9000, owner: "005000000000t01AAA"),
    ])
    let view = try await fixture.application.myDeals(for: Self.rina, limit: 30)
    #expect(view.deals.map(\.line.key.id) == ["O-3", "O-4", "O-2", "O-1", "O-6"])
    #expect(view.count == 5 && view.deals.map(\.isAsked) == [true, true, false, false, false])
    #expect(view.deals[0].line.verdict == "unproven" && view.deals[0].next?.cause == .provesBeyond("Prospecting"))
    #expect(view.deals[2].next?.cause == .belongsTo("Prospecting"))
    #expect(view.deals[0].stages == ["Prospecting", "Discovery", "Demo"])
    let short = try await fixture.application.myDeals(for: Self.rina, limit: 2)
    #expect(short.deals.map(\.line.key.id) == ["O-3", "O-4"] && short.count == 5)
    let stranger = Person(id: "x", role: .rep, unit: nil, owners: [], names: [])
    #expect(try await fixture.application.myDeals(for: stranger, limit: 30).count == 0)
    let code = await refusal { () async throws(ServiceError) in
      let operations = Person(id: "otto", role: .operations, unit: nil, owners: nil, names: [])
      _ = try await fixture.application.myDeals(for: operations, limit: 30)
    }
    #expect(code == "not-allowed")
  }
}

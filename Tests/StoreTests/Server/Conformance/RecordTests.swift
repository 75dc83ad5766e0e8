import FEEL
import Sales
import Testing

@testable import Store

@Suite("Store: records and their outcomes")
struct RecordTests {
  func record(_ id: Text, kind: Text = "opportunity", revision: Int64 = 1, owner: Text? = nil) -> StoredRecord {
    StoredRecord(
      key: RecordKey(kind: kind, id: id), document: bytes("{\"id\":1}"), state: bytes("{}"), owner: owner,
      revision: revision, updatedAt: 5)
  }

  func outcome(
    _ id: Text, owner: Text? = "O1", pipeline: Text? = "P", verdict: Text? = "agrees", stated: Text? = "S"
  ) -> RecordOutcome {
    RecordOutcome(
      key: .deal(id), line: bytes("{}"), playbook: "v", decidedAt: 9, stated: stated, verdict: verdict,
      status: "open", owner: owner, pipeline: pipeline)
  }

  @Test("a record comes back as it was saved, whatever is in it", arguments: Engine.allCases)
  func roundTrip(engine: Engine) async throws {
    let store = try await engine.store()
    let full = StoredRecord(
      key: RecordKey(kind: "opportunity", id: "O-\u{1F600} ' \" ; -- %"), document: (0...255).map { UInt8($0) },
      state: (0...255).reversed().map { UInt8($0) }, pipeline: "new business", stage: "Angebot geprüft", owner: "o",
      stamps: CRMStamps(modified: "2026-03-31T19:00:00.000+0000", modifiedAt: .min, stageModifiedAt: .max),
      deletedAt: 7, revision: .max, updatedAt: -1)
    let empty = StoredRecord(key: RecordKey(kind: "lead", id: "L"), document: [], state: [], revision: 1, updatedAt: 0)
    try await store.write { transaction in
      try transaction.saveRecord(full)
      try transaction.saveRecord(empty)
    }
    let found = try await store.read { try ($0.record(full.key), $0.record(empty.key), $0.record(.deal("none"))) }
    #expect(found.0 == full)
    #expect(found.1 == empty)
    #expect(found.2 == nil)
  }

  @Test("a record that is saved again is replaced whole", arguments: Engine.allCases)
  func replaced(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { try $0.saveRecord(record("1", owner: "o")) }
    try await store.write { try $0.saveRecord(record("1", revision: 2)) }
    let (found, count) = try await store.read { try ($0.record(.deal("1")), $0.recordCount()) }
    #expect(found == record("1", revision: 2))
    #expect(count == 1)
  }

  @Test("pages have every record once, by the bytes of kind and id", arguments: Engine.allCases)
  func pages(engine: Engine) async throws {
    let store = try await engine.store()
    let keys = ["opportunity/b", "opportunity/B", "lead/z", "opportunity/a10", "opportunity/a9", "lead/ä"].map {
      let parts = $0.split(separator: "/")
      return RecordKey(kind: Text(String(parts[0])), id: Text(String(parts[1])))
    }
    try await store.write { transaction in
      for key in keys { try transaction.saveRecord(record(key.id, kind: key.kind)) }
    }
    var paged: [RecordKey] = []
    while true {
      let page = try await store.read { [last = paged.last] in try $0.records(after: last, limit: 4) }
      if page.isEmpty { break }
      #expect(page.count <= 4)
      paged += page.map(\.key)
    }
    #expect(paged == keys.sorted())
  }

  @Test("records are found by a list of ids of any length", arguments: Engine.allCases)
  func byIDs(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for number in 1...50 { try transaction.saveRecord(record(Text("\(number)"))) }
      try transaction.saveRecord(record("7", kind: "lead"))
    }
    let found = try await store.read { (reading) throws in
      (
        try reading.records(ids: []), try reading.records(ids: ["7", "none", "9"]),
        try reading.records(ids: (1...1000).map { Text("\($0)") })
      )
    }
    #expect(found.0.isEmpty)
    #expect(found.1.map(\.key) == [RecordKey(kind: "lead", id: "7"), .deal("7"), .deal("9")])
    #expect(found.2.count == 51)
    await #expect(throws: StoreError.self) {
      try await store.read { try $0.records(ids: (1...16_385).map { Text("\($0)") }) }
    }
  }

  @Test("a text with U+0000 is refused instead of cut", arguments: Engine.allCases)
  func nullCharacter(engine: Engine) async throws {
    let store = try await engine.store()
    await #expect(throws: StoreError.unsuitable(reason: "a text holds the character U+0000")) {
      try await store.write { try $0.saveRecord(record("a\0b")) }
    }
    #expect(try await store.read { try $0.recordCount() } == 0)
  }

  @Test("outcomes come back as saved, filtered and paged", arguments: Engine.allCases)
  func outcomes(engine: Engine) async throws {
    let store = try await engine.store()
    var full = outcome("1")
    full.least = "A"
    full.most = "B"
    full.money = Decimal34(utf8: bytes("61728.05"))
    let saved = [
      full, outcome("2", owner: "O2"), outcome("3", pipeline: nil), outcome("4", verdict: "ahead"),
      outcome("5", owner: nil, stated: "T"),
    ]
    try await store.write { transaction in
      try transaction.saveOutcome(outcome("1", owner: "before"))
      for outcome in saved { try transaction.saveOutcome(outcome) }
    }
    func ids(_ filter: OutcomeFilter, after key: RecordKey? = nil, limit: Int = 100) async throws -> [Text] {
      try await store.read { try $0.outcomes(filter: filter, after: key, limit: limit).map(\.key.id) }
    }
    #expect(try await store.read { try $0.outcome(.deal("1")) } == full)
    #expect(try await store.read { try $0.outcome(.deal("none")) } == nil)
    #expect(try await ids(OutcomeFilter()) == ["1", "2", "3", "4", "5"])
    #expect(try await ids(OutcomeFilter(owners: [])) == [])
    #expect(try await ids(OutcomeFilter(owners: ["O1", "O3", "O2"], pipeline: "P")) == ["1", "2", "4"])
    #expect(try await ids(OutcomeFilter(verdict: "ahead")) == ["4"])
    #expect(try await ids(OutcomeFilter(stage: "T")) == ["5"])
    #expect(try await ids(OutcomeFilter(owners: ["O1"]), after: .deal("1"), limit: 1) == ["3"])
  }
}

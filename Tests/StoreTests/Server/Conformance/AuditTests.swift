import Cryptography
import FEEL
import Testing

@testable import Store

@Suite("Store: the audit chain")
struct AuditTests {
  /// Five entries.
  func fill(_ store: OpenStore) async throws {
    for number in 1...5 {
      _ = try await store.write {
        try $0.appendAudit(
          at: Int64(number), actor: "p", action: "submit", subject: "deal \(number)",
          payload: bytes("payload \(number)"), salt: Array(repeating: UInt8(number), count: 16))
      }
    }
  }

  @Test("entries follow one another, and the chain is whole", arguments: Engine.allCases)
  func whole(engine: Engine) async throws {
    let store = try await engine.store()
    #expect(try await store.read { try $0.auditHead() } == (0, String(repeating: "0", count: 64)))
    #expect(try await store.read { try $0.verifyAudit(head: nil) }.firstBad == nil)
    try await fill(store)
    let entries = try await store.read { try $0.audit(after: 0, limit: 10) }
    #expect(entries.map(\.number) == [1, 2, 3, 4, 5])
    #expect(zip(entries.dropFirst(), entries).allSatisfy { $0.hash == $0.expectedHash(after: $1.hash) })
    #expect(entries[0].salt == Array(repeating: 1, count: 16))
    #expect(try await store.read { try $0.audit(after: 3, limit: 1) } == [entries[3]])
    #expect(try await store.read { try $0.auditPayload(2) } == bytes("payload 2"))
    let head = try await store.read { try $0.auditHead() }
    #expect(head == (5, Hexadecimal.text(entries[4].hash)))
    let named = "\(head.number):\(head.hash)"
    let verification = try await store.read { [named] in try $0.verifyAudit(head: named) }
    #expect(verification.count == 5 && verification.erased == 0 && verification.firstBad == nil)
  }

  @Test("the hash is the one of the published form", arguments: Engine.allCases)
  func form(engine: Engine) async throws {
    let store = try await engine.store()
    let entry = try await store.write {
      try $0.appendAudit(
        at: 1_774_983_600_000, actor: "ä", action: "a", subject: "", payload: [1, 2, 3],
        salt: Array(repeating: 7, count: 16))
    }
    // By Python: hashlib over struct.pack(">q", len(f)) + f for each field.
    #expect(Hexadecimal.text(entry.payloadDigest) == "caa71ad2e7e6c478734c953c731fec904e7cee4ce56770794c5affc5a91ed90f")
    #expect(Hexadecimal.text(entry.hash) == "7ece0d6a41bfa09386eec71ec5d24ff60e0b4db258085f77ad40739ece506c80")
  }

  @Test("what is erased is gone, and the chain is still whole and says so", arguments: Engine.allCases)
  func erasing(engine: Engine) async throws {
    let store = try await engine.store()
    try await fill(store)
    let answers = try await store.write { transaction in
      [
        try transaction.eraseAudit(3, at: 9, reason: "asked for"),
        try transaction.eraseAudit(3, at: 10, reason: "again"), try transaction.eraseAudit(99, at: 9, reason: "?"),
      ]
    }
    #expect(answers == [true, false, false])
    try await store.read { (reading) throws in
      #expect(try reading.auditPayload(3) == nil)
      #expect(try reading.audit(after: 2, limit: 1)[0].salt == nil)
      let verification = try reading.verifyAudit()
      #expect(verification.count == 5 && verification.erased == 1 && verification.firstBad == nil)
    }
  }

  @Test("many who append at once make one chain", arguments: Engine.allCases)
  func racing(engine: Engine) async throws {
    let store = try await engine.store()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...64 {
        group.addTask {
          _ = try await store.write {
            try $0.appendAudit(
              at: 1, actor: "p", action: "a", subject: Text("\(number)"), payload: [], salt: [1, 2])
          }
        }
      }
      try await group.waitForAll()
    }
    let verification = try await store.read { try $0.verifyAudit() }
    #expect(verification.count == 64 && verification.firstBad == nil)
  }

  @Test("a head that is not one is told", arguments: Engine.allCases)
  func heads(engine: Engine) async throws {
    let store = try await engine.store()
    try await fill(store)
    #expect(try await store.read { try $0.verifyAudit(head: "five") }.firstBad?.number == 0)
    let beyond = try await store.read { try $0.verifyAudit(head: "6:abc") }
    #expect(beyond.firstBad?.number == 6)
    #expect(beyond.firstBad?.what == "the chain ends before entry 6, which the head names")
    let other = try await store.read { try $0.verifyAudit(head: "2:abc") }
    #expect(other.firstBad?.number == 2)
    #expect(other.firstBad?.what == "it is not the entry that the head names")
  }
}

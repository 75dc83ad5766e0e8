import FEEL
import Testing

@testable import Store

@Suite("SQLite store: an audit chain that somebody changed")
struct AuditTamperingTests {
  static let misfit = "its hash does not fit its content and the entry before it"

  /// Five entries, then somebody's statements past the store's verbs.
  func verification(after statements: String..., head: String? = nil) async throws -> (Int64, String)? {
    let store = try await Engine.sqlite.store()
    for number in 1...5 {
      _ = try await store.write {
        try $0.appendAudit(
          at: Int64(number), actor: "p", action: "submit", subject: "deal \(number)",
          payload: bytes("payload \(number)"), salt: Array(repeating: UInt8(number), count: 16))
      }
    }
    let kept = try await store.read { try $0.auditHead() }.hash
    try await store.write { transaction in
      for statement in statements { try transaction.run(statement) }
    }
    let named = head.map { $0 + kept }
    return try await store.read { try $0.verifyAudit(head: named).firstBad }.map { ($0.number, $0.what) }
  }

  @Test(
    "an edit of any field is found",
    arguments: [
      "written_at = 9", "actor = 'q'", "action = 'accept'", "subject = 'deal 9'", "payload_digest = x'00'",
      "hash = x'00'",
    ])
  func edited(change: String) async throws {
    let bad = try #require(try await verification(after: "UPDATE audit_entry SET \(change) WHERE number = 3"))
    #expect(bad == (3, Self.misfit))
  }

  @Test("an edit of a payload and an undone erasure are found")
  func payloads() async throws {
    var bad = try #require(try await verification(after: "UPDATE audit_entry SET payload = x'00' WHERE number = 3"))
    #expect(bad == (3, "its payload is not the one that was written"))
    bad = try #require(
      try await verification(
        after: "UPDATE audit_entry SET payload = NULL, salt = NULL, erased_at = 1 WHERE number = 3",
        "UPDATE audit_entry SET payload = x'00', salt = x'00', erased_at = NULL WHERE number = 3"))
    #expect(bad == (3, "its payload is not the one that was written"))
  }

  @Test("a deletion is found")
  func deleted() async throws {
    let bad = try #require(
      try await verification(
        after: "DELETE FROM audit_entry WHERE number = 2"))
    #expect(bad == (2, "the entry is missing; the next one is 3"))
  }

  @Test("a deletion is found where the later ones were moved up")
  func movedUp() async throws {
    let bad = try #require(
      try await verification(
        after: "DELETE FROM audit_entry WHERE number = 2",
        "UPDATE audit_entry SET number = number - 1 WHERE number > 2"))
    #expect(bad == (2, Self.misfit))
  }

  @Test("two entries that changed places are found")
  func swapped() async throws {
    let bad = try #require(
      try await verification(
        after: "UPDATE audit_entry SET number = 99 WHERE number = 2",
        "UPDATE audit_entry SET number = 2 WHERE number = 3",
        "UPDATE audit_entry SET number = 3 WHERE number = 99"))
    #expect(bad == (2, Self.misfit))
  }

  @Test("entries taken off the end are found by a head that was kept elsewhere, and only by that")
  func truncated() async throws {
    let statement = "DELETE FROM audit_entry WHERE number = 5"
    #expect(try await verification(after: statement) == nil)
    let bad = try #require(try await verification(after: statement, head: "5:"))
    #expect(bad == (5, "the chain ends before entry 5, which the head names"))
  }
}

import FEEL
import Testing

@testable import Store

@Suite("Store: playbook versions")
struct PlaybookTests {
  func activation(_ id: String, _ version: String, from: Int64, at: Int64) -> Activation {
    Activation(id: id, version: version, from: from, activatedAt: at, by: "admin", judgeAll: false)
  }

  @Test("a version is stored once, whoever stores it again", arguments: Engine.allCases)
  func versions(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      try transaction.storePlaybook(
        PlaybookVersion(version: "v1", document: bytes("{}"), storedAt: 1, storedBy: "first"))
      try transaction.storePlaybook(
        PlaybookVersion(version: "v1", document: bytes("{}"), storedAt: 2, storedBy: "second"))
    }
    let found = try await store.read { try ($0.playbook(version: "v1"), $0.playbook(version: "v2")) }
    #expect(found.0 == PlaybookVersion(version: "v1", document: bytes("{}"), storedAt: 1, storedBy: "first"))
    #expect(found.1 == nil)
  }

  @Test("in force is the one that begins last by then, and of two the one decided last", arguments: Engine.allCases)
  func inForce(engine: Engine) async throws {
    let store = try await engine.store()
    let activations = [
      activation("a", "v1", from: 100, at: 1), activation("b", "v2", from: 300, at: 2),
      activation("c", "v3", from: 200, at: 3), activation("d", "v1", from: 200, at: 4),
    ]
    try await store.write { transaction in
      for version in ["v1", "v2", "v3"] {
        try transaction.storePlaybook(
          PlaybookVersion(version: version, document: [], storedAt: 1, storedBy: "admin"))
      }
      for activation in activations { try transaction.addActivation(activation) }
    }
    let (inForce, all) = try await store.read { (reading) throws in
      (try [99, 100, 199, 200, 299, 300].map { try reading.playbookInForce(at: $0)?.id }, try reading.activations())
    }
    #expect(inForce == [nil, "a", "a", "d", "d", "b"])
    #expect(all == activations.reversed())
  }

  @Test("a version that was never stored cannot be activated", arguments: Engine.allCases)
  func unknownVersion(engine: Engine) async throws {
    let store = try await engine.store()
    await #expect(throws: StoreError.self) {
      try await store.write { try $0.addActivation(activation("a", "absent", from: 1, at: 1)) }
    }
    #expect(try await store.read { try $0.activations() }.isEmpty)
  }

  @Test("an assessment's version cannot come again with another content", arguments: Engine.allCases)
  func assessmentVersions(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      try transaction.storePlaybook(PlaybookVersion(version: "v", document: [], storedAt: 1, storedBy: "admin"))
      for (version, digest) in [(1, "d1"), (2, "d2"), (1, "d1")] {
        try transaction.storeAssessmentVersion(id: "Prospecting", version: version, digest: digest, playbook: "v")
      }
    }
    await #expect(throws: StoreError.differs(what: "the assessment", name: "Prospecting version 2")) {
      try await store.write {
        try $0.storeAssessmentVersion(id: "Prospecting", version: 2, digest: "other", playbook: "v")
      }
    }
    let versions = try await store.read { try $0.assessmentVersions() }
    #expect(
      versions == [
        AssessmentVersion(id: "Prospecting", version: 1, digest: "d1"),
        AssessmentVersion(id: "Prospecting", version: 2, digest: "d2"),
      ])
  }
}

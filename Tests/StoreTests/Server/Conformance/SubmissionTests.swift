import FEEL
import Sales
import Testing

@testable import Store

@Suite("Store: submissions")
struct SubmissionTests {
  func submission(
    _ id: String, number: Int64, sequence: Int = 1, device: String = "d", state: SubmissionState = .judged
  ) -> StoredSubmission {
    StoredSubmission(
      id: id, device: device, sequence: sequence, person: "p", record: .deal("1"), assessment: "A", version: 2,
      capturedAt: 10, adjustedAt: 11, receivedAt: 12, number: number, sha256: "s", state: state,
      heldReason: state == .held ? "version" : nil, receipt: bytes("receipt"), status: 201,
      flags: ["clock-skew", "a \"quoted\" flag"])
  }

  @Test("an id is taken in once: the second changes nothing", arguments: Engine.allCases)
  func once(engine: Engine) async throws {
    let store = try await engine.store()
    let first = submission("s", number: 1)
    let answers = try await store.write { transaction in
      let inserted = try transaction.insertSubmission(first, envelope: bytes("first"))
      let again = try transaction.insertSubmission(submission("s", number: 2), envelope: bytes("second"))
      return [inserted, again]
    }
    #expect(answers == [true, false])
    let found = try await store.read { try ($0.submission("s"), $0.envelope(of: "s"), $0.submission("none")) }
    #expect(found.0 == first)
    #expect(found.1 == bytes("first"))
    #expect(found.2 == nil)
  }

  @Test("numbers have no gaps, also where a write fails in between", arguments: Engine.allCases)
  func numbers(engine: Engine) async throws {
    struct Stop: Error {}
    let store = try await engine.store()
    for round in 1...6 {
      try? await store.write { transaction in
        let number = try transaction.nextSubmissionNumber()
        _ = try transaction.insertSubmission(submission("s\(round)", number: number), envelope: [])
        if round.isMultiple(of: 2) { throw Stop() }
      }
    }
    let submissions = try await store.read { try $0.submissions(of: .deal("1")) }
    #expect(submissions.map(\.submission.number) == [1, 2, 3])
    #expect(submissions.map(\.submission.id) == ["s1", "s3", "s5"])
    #expect(submissions.map(\.envelope) == [[], [], []])
    #expect(try await store.write { try $0.nextSubmissionNumber() } == 4)
  }

  @Test("the first with a device's number owns it, and the highest number is known", arguments: Engine.allCases)
  func sequences(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for (id, number, sequence) in [("b", 1, 7), ("a", 2, 7), ("c", 3, 5)] as [(String, Int64, Int)] {
        _ = try transaction.insertSubmission(submission(id, number: number, sequence: sequence), envelope: [])
      }
    }
    try await store.read { (reading) throws in
      #expect(try reading.sequenceOwner(device: "d", sequence: 7) == "b")
      #expect(try reading.sequenceOwner(device: "other", sequence: 7) == nil)
      #expect(try reading.highestSequence(device: "d") == 7)
      #expect(try reading.highestSequence(device: "other") == nil)
    }
  }

  @Test("a held one is decided once, whoever of two workers is faster", arguments: Engine.allCases)
  func held(engine: Engine) async throws {
    let store = try await engine.store()
    try await store.write { transaction in
      for number in 1...3 {
        _ = try transaction.insertSubmission(
          submission("s\(number)", number: Int64(number), state: number == 2 ? .judged : .held), envelope: [])
      }
    }
    #expect(try await store.read { try $0.heldSubmissions(limit: 9) }.map(\.id) == ["s1", "s3"])
    #expect(try await store.read { try $0.heldSubmissions(after: 1, limit: 9) }.map(\.id) == ["s3"])
    let won = try await withThrowingTaskGroup(of: Bool.self) { group in
      for worker in 1...8 {
        group.addTask {
          try await store.write {
            try $0.updateSubmission(
              "s1", state: .judged, heldReason: nil, receipt: bytes("by \(worker)"), status: 200)
          }
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(won == 1)
    let found = try #require(try await store.read { try $0.submission("s1") })
    #expect(found.state == .judged)
    #expect(found.heldReason == nil)
    #expect(found.status == 200)
    #expect(try await store.read { try $0.heldSubmissions(limit: 9) }.map(\.id) == ["s3"])
  }

  @Test("an erased envelope is gone, and the submission stays", arguments: Engine.allCases)
  func erasing(engine: Engine) async throws {
    let store = try await engine.store()
    let answers = try await store.write { transaction in
      _ = try transaction.insertSubmission(submission("s", number: 1), envelope: bytes("answers of a person"))
      return [
        try transaction.eraseEnvelope(of: "s", at: 5, reason: "asked for"),
        try transaction.eraseEnvelope(of: "s", at: 6, reason: "again"),
        try transaction.eraseEnvelope(of: "none", at: 6, reason: "unknown"),
      ]
    }
    #expect(answers == [true, false, false])
    try await store.read { (reading) throws in
      #expect(try reading.envelope(of: "s") == nil)
      let found = try reading.submissions(of: .deal("1"))
      #expect(found.map(\.submission.id) == ["s"])
      #expect(found.allSatisfy { $0.envelope == nil })
    }
  }
}

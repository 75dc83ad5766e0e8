import FEEL
import Foundation
import Glibc
import Sales
import Testing

@testable import Store

/// Faults that hit a whole process: each runs in one of its own.
@Suite("SQLite store: processes that are killed or not let write")
struct ProcessTests {
  static func submission(_ id: String, number: Int64) -> StoredSubmission {
    StoredSubmission(
      id: id, device: "d", sequence: Int(number), person: "p", record: .deal("1"), assessment: "A", version: 1,
      capturedAt: 1, adjustedAt: 1, receivedAt: 1, number: number, sha256: "s", state: .judged,
      receipt: [], status: 201)
  }

  /// Takes submissions in from eight tasks, notes each acknowledged one in a file, and is killed in the middle.
  static func writeUntilKilled(_ path: String) async throws {
    let store = try await Store.open(path: path)
    let acknowledged = Glibc.open(path + ".acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let delay = Double.random(in: 0.02...0.25)
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: delay)
      kill(getpid(), SIGKILL)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...8 {
        group.addTask {
          for _ in 1...100_000 {
            let id = UUID().uuidString
            try await store.write { transaction in
              let number = try transaction.nextSubmissionNumber()
              _ = try transaction.insertSubmission(submission(id, number: number), envelope: bytes("envelope \(id)"))
              _ = try transaction.appendAudit(
                at: number, actor: "p", action: "submit", subject: Text(id), payload: bytes(id), salt: [1, 2, 3])
            }
            // One write to a file opened for appending: whole or not at all, also when the process is killed.
            let line = id + "\n"
            _ = Glibc.write(acknowledged, line, line.utf8.count)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Writes more than the disk takes, and again once it takes it.
  static func writeAgainstALimit(_ path: String) async throws {
    // The most that a file may grow to stands in for a full disk: the log meets it in the middle of a commit.
    signal(SIGXFSZ, SIG_IGN)
    let store = try await Store.open(path: path)
    try await store.write { _ = try $0.insertSubmission(ProcessTests.submission("a", number: 1), envelope: [1]) }
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    let before = limit.rlim_cur
    limit.rlim_cur = rlim_t(PrivateFile.size(path + "-wal") + 5000)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    let failed = await withTaskGroup(of: StoreError?.self) { group in
      for number in 2...20 {
        group.addTask {
          do {
            try await store.write { transaction in
              _ = try transaction.insertSubmission(
                ProcessTests.submission("s\(number)", number: transaction.nextSubmissionNumber()),
                envelope: Array(repeating: 7, count: 9000))
            }
            return nil
          } catch {
            return error as? StoreError
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
    }
    #expect(failed.count == 19)
    for error in failed {
      guard case .notCommitted = error else { return #expect(error == .notCommitted(path: path, reason: "")) }
      #expect(error.description.contains("send the same request with the same key again"))
    }
    #expect(try await store.read { try $0.submissions(of: .deal("1")).map(\.submission.id) } == ["a"])
    await #expect(throws: StoreError.self) { try await store.probe() }
    limit.rlim_cur = before
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    try await store.probe()
    try await store.write { transaction in
      for number in 2...20 {
        _ = try transaction.insertSubmission(
          ProcessTests.submission("s\(number)", number: Int64(number)), envelope: [2])
      }
    }
    #expect(try await store.write { try $0.nextSubmissionNumber() } == 21)
    await store.close()
  }

  @Test("kill -9 loses nothing that was acknowledged and leaves nothing half", .timeLimit(.minutes(2)))
  func killed() async throws {
    let folder = try StoreFolder()
    for _ in 1...10 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.file as String] in
        try await ProcessTests.writeUntilKilled(path)
      }
      #expect(UncleanStop.isLikely(folder.file))
    }
    let lines = try String(contentsOfFile: folder.file + ".acknowledged", encoding: .utf8)
    let acknowledged = lines.split(separator: "\n").map(String.init)
    #expect(acknowledged.count > 10)
    let store = try await Store.open(path: folder.file)
    let (submissions, verification) = try await store.read { reading in
      (try reading.submissions(of: .deal("1")), try reading.verifyAudit())
    }
    let stored = Set(submissions.map(\.submission.id))
    #expect(acknowledged.filter { !stored.contains($0) } == [])
    #expect(submissions.map(\.submission.number) == Array(1...Int64(submissions.count)))
    #expect(submissions.allSatisfy { $0.envelope == bytes("envelope \($0.submission.id)") })
    #expect(verification.firstBad == nil)
    #expect(verification.count == submissions.count)
    await store.close()
  }

  /// Opens a file that it has no right to change.
  static func openForReading(_ path: String) async throws {
    // Rights do not bind the superuser.
    if geteuid() == 0 { setuid(65_534) }
    let told = await #expect(throws: StoreError.self) { try await Store.open(path: path) }
    let words = told?.description ?? ""
    #expect(words.contains("may only be read") || words.contains("that you may write to it"), "\(words)")
  }

  @Test("a commit that the disk refuses fails its whole batch, and the store heals by itself", .timeLimit(.minutes(1)))
  func refusedCommit() async throws {
    let folder = try StoreFolder()
    await #expect(processExitsWith: .success) { [path = folder.file as String] in
      try await ProcessTests.writeAgainstALimit(path)
    }
  }

  /// Writes to a store that another process has open.
  static func writeBeside(_ path: String) async throws {
    #expect(!UncleanStop.isLikely(path))
    let store = try await Store.open(path: path)
    for number in 1...50 {
      try await store.write { transaction in
        _ = try transaction.insertSubmission(
          ProcessTests.submission("there \(number)", number: transaction.nextSubmissionNumber()), envelope: [])
      }
    }
    await store.close()
  }

  @Test("a file that may only be read is told as such, and nothing is changed", .timeLimit(.minutes(1)))
  func readOnly() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    await store.close()
    let before = FileManager.default.contents(atPath: folder.file)
    chmod(folder.file, 0o444)
    chmod(folder.path, 0o555)
    await #expect(processExitsWith: .success) { [path = folder.file as String] in
      try await ProcessTests.openForReading(path)
    }
    chmod(folder.path, 0o700)
    #expect(FileManager.default.contents(atPath: folder.file) == before)
  }

  @Test("two processes write at the same time, and both find everything", .timeLimit(.minutes(1)))
  func twoProcesses() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    async let here: Void = withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...50 {
        group.addTask {
          try await store.write { transaction in
            _ = try transaction.insertSubmission(
              ProcessTests.submission("here \(number)", number: transaction.nextSubmissionNumber()), envelope: [])
          }
        }
      }
      try await group.waitForAll()
    }
    await #expect(processExitsWith: .success) { [path = folder.file as String] in
      try await ProcessTests.writeBeside(path)
    }
    try await here
    let numbers = try await store.read { try $0.submissions(of: .deal("1")).map(\.submission.number) }
    #expect(numbers == Array(1...100))
    await store.close()
  }
}

import FEEL
import Foundation
import Synchronization
import Testing

@testable import Store

@Suite("Store: copies of the whole store")
struct BackupTests {
  /// Writes one entry after the other until it is told to stop.
  private final class Writing: Sendable {
    private let state = Mutex((acknowledged: 0, isOver: false))
    var acknowledged: Int { state.withLock { $0.acknowledged } }

    func run(_ store: Store) async throws {
      var number = 0
      while !state.withLock({ $0.isOver }) {
        number += 1
        let text = "entry \(number)"
        _ = try await store.write {
          try $0.appendAudit(
            at: 1, actor: "p", action: "a", subject: Text(text), payload: bytes(String(repeating: text, count: 200)),
            salt: Array(repeating: 1, count: 16))
        }
        state.withLock { $0.acknowledged += 1 }
      }
    }

    func end() { state.withLock { $0.isOver = true } }
  }

  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test("A copy taken while writes go on is whole and holds exactly what was acknowledged until a moment")
  func underLoad() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    let writing = Writing()
    async let writer: Void = writing.run(store)
    // Enough pages that the copy takes several steps.
    while writing.acknowledged < 1500 { try await Task.sleep(for: .milliseconds(5)) }
    for round in 1...3 {
      let file = folder.path + "/copy-\(round).sqlite"
      let before = writing.acknowledged
      let steps = Mutex(0)
      let told = try await store.backUp(to: file, at: 1_000 + Int64(round)) { done, total in
        steps.withLock { $0 += 1 }
        #expect(done <= total)
      }
      let after = writing.acknowledged
      #expect(after > before, "writes went on meanwhile")
      #expect(steps.withLock { $0 } > 1)
      let copy = try await Store.inspect(file)
      #expect(copy.audit.firstBad == nil)
      #expect(copy.audit.count >= before && copy.audit.count <= after + 1)
      #expect(copy.head.hash == told.head.hash)
      #expect(copy.copiedAt == 1_000 + Int64(round))
      #expect(copy.schema == Schema.version)
      #expect(try mode(file) == 0o600)
    }
    writing.end()
    try await writer
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["copy-1.sqlite", "copy-2.sqlite", "copy-3.sqlite", "store.sqlite", "store.sqlite-shm", "store.sqlite-wal"])
    await store.close()
  }

  @Test("A file that is there is never written over unless that is said, and the store never")
  func existing() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    let file = folder.path + "/copy.sqlite"
    try Data("mine".utf8).write(to: URL(filePath: file))
    await #expect(throws: StoreError.exists(path: file)) { try await store.backUp(to: file, at: 1) }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    await #expect(throws: StoreError.self) { try await store.backUp(to: folder.file, replacing: true, at: 1) }
    _ = try await store.backUp(to: file, replacing: true, at: 1)
    #expect(try await Store.inspect(file).copiedAt == 1)
    await #expect(throws: StoreError.self) { try await store.backUp(to: folder.path + "/none/copy", at: 1) }
    #expect(try await store.read { try $0.schemaVersion() } == Schema.version)
    await store.close()
  }

  @Test("What a killed copy left is written over; one that another process is making is left alone")
  func leftovers() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    let file = folder.path + "/copy.sqlite"
    try Data("half a copy".utf8).write(to: URL(filePath: file + ".partial"))
    let descriptor = open(file + ".partial", O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    await #expect(throws: StoreError.busy(path: file + ".partial")) { try await store.backUp(to: file, at: 1) }
    #expect(try String(contentsOfFile: file + ".partial", encoding: .utf8) == "half a copy")
    close(descriptor)
    _ = try await store.backUp(to: file, at: 1)
    #expect(!FileManager.default.fileExists(atPath: file + ".partial"))
    await store.close()
  }

  @Test("A copy that was changed, cut off or is another file is told")
  func badCopies() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    for number in 1...50 {
      _ = try await store.write {
        try $0.appendAudit(
          at: Int64(number), actor: "p", action: "a", subject: "s", payload: Array(repeating: 7, count: 4000),
          salt: Array(repeating: 1, count: 16))
      }
    }
    let file = folder.path + "/copy.sqlite"
    _ = try await store.backUp(to: file, at: 1)
    await store.close()
    let whole = try Data(contentsOf: URL(filePath: file))

    var damaged = whole
    for place in 40_000..<60_000 { damaged[place] = 0xA5 }
    try damaged.write(to: URL(filePath: file))
    await #expect(throws: StoreError.self) { try await Store.inspect(file) }
    try whole.prefix(whole.count / 2).write(to: URL(filePath: file))
    await #expect(throws: StoreError.self) { try await Store.inspect(file) }
    try Data("no store".utf8).write(to: URL(filePath: file))
    await #expect(throws: StoreError.self) { try await Store.inspect(file) }
    await #expect(throws: StoreError.notAStore(path: folder.path + "/none", reason: "there is no such file")) {
      try await Store.inspect(folder.path + "/none")
    }
  }

  @Test("A copy takes the store's place, and the store that was there stays whole under its new name")
  func restoring() async throws {
    let folder = try StoreFolder()
    func append(_ store: Store, _ subject: Text) async throws {
      _ = try await store.write {
        try $0.appendAudit(
          at: 1, actor: "p", action: "a", subject: subject, payload: [], salt: Array(repeating: 1, count: 16))
      }
    }
    var store = try await Store.open(path: folder.file)
    try await append(store, "before")
    let file = folder.path + "/copy.sqlite"
    _ = try await store.backUp(to: file, at: 1)
    try await append(store, "after")
    await store.close()
    #expect(await Store.users(of: folder.file).isOpen == false)
    let old = folder.path + "/old.sqlite"
    #expect(try await Store.restore(from: file, to: folder.file, keepingOldAs: old))
    store = try await Store.open(path: folder.file)
    #expect(try await store.read { try $0.audit(after: 0, limit: 9).map(\.subject) } == ["before"])
    #expect(try await store.read { try $0.lastDone(.backup) }?.at == 1)
    await store.close()
    #expect(try await Store.inspect(old).audit.count == 2)
    #expect(try mode(folder.file) == 0o600)
  }
}

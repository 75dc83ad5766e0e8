import FEEL
import Foundation
import Sales
import Testing

@testable import Store

@Suite("SQLite store: who may write, and into which file")
struct FenceTests {
  private func record(_ id: String) -> StoredRecord {
    StoredRecord(key: .deal(Text(id)), document: [65], state: [], revision: 1, updatedAt: 1)
  }

  private func take(_ store: Store, _ holder: String, now: Int64) async throws -> LeaseAnswer {
    try await store.write {
      try $0.takeLease(name: "server", holder: holder, pid: 42, host: "h", now: now, length: 100)
    }
  }

  @Test("a process whose lease another took writes nothing, and is told who has it")
  func takenOver() async throws {
    let folder = try StoreFolder()
    let (first, second) = (try await Store.open(path: folder.file), try await Store.open(path: folder.file))
    #expect(try await take(first, "a", now: 0) == .taken(token: 1))
    first.fence(by: "server", holder: "a", token: 1)
    try await first.write { [self] in try $0.saveRecord(record("1")) }
    // It ran out, but nobody took it: it is still the first one's.
    try await first.write { [self] in try $0.saveRecord(record("2")) }
    #expect(try await take(second, "b", now: 200) == .taken(token: 2))
    second.fence(by: "server", holder: "b", token: 2)
    let told = StoreError.takenOver(path: folder.file, process: 42, host: "h")
    await #expect(throws: told) { try await first.write { [self] in try $0.saveRecord(record("3")) } }
    await #expect(throws: told) { try await first.probe() }
    try await second.write { [self] in try $0.saveRecord(record("4")) }
    #expect(try await first.read { try $0.records(after: nil, limit: 9).map(\.key.id) } == ["1", "2", "4"])
    first.liftFence("server")
    try await first.write { [self] in try $0.saveRecord(record("5")) }
    await first.close()
    await second.close()
  }

  @Test("a file that was moved away, or another in its place, is neither written nor read; put back, it goes on")
  func moved() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    try await store.write { [self] in try $0.saveRecord(record("1")) }
    let away = folder.path + "/away"
    let told = StoreError.moved(path: folder.file)
    try FileManager.default.moveItem(atPath: folder.file, toPath: away)
    await #expect(throws: told) { try await store.write { [self] in try $0.saveRecord(record("2")) } }
    await #expect(throws: told) { try await store.read { try $0.recordCount() } }
    try FileManager.default.copyItem(atPath: away, toPath: folder.file)
    await #expect(throws: told) { try await store.write { [self] in try $0.saveRecord(record("2")) } }
    await #expect(throws: told) { try await store.probe() }
    try FileManager.default.removeItem(atPath: folder.file)
    try FileManager.default.moveItem(atPath: away, toPath: folder.file)
    try await store.write { [self] in try $0.saveRecord(record("2")) }
    #expect(try await store.read { try $0.recordCount() } == 2)
    // The log is part of the store: what is committed lies in it first.
    try FileManager.default.moveItem(atPath: folder.file + "-wal", toPath: away)
    await #expect(throws: told) { try await store.write { [self] in try $0.saveRecord(record("3")) } }
    try FileManager.default.moveItem(atPath: away, toPath: folder.file + "-wal")
    try await store.write { [self] in try $0.saveRecord(record("3")) }
    await store.close()
  }
}

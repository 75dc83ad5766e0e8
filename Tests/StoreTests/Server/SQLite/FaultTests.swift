import Cryptography
import FEEL
import Foundation
import Sales
import Testing

@testable import Store

@Suite("SQLite store: faults")
struct FaultTests {
  func record(_ id: String, size: Int = 2) -> StoredRecord {
    StoredRecord(
      key: .deal(Text(id)), document: Array(repeating: 65, count: size), state: [], revision: 1, updatedAt: 1)
  }

  /// A closed store with some records in it.
  func filled(_ folder: StoreFolder, records: Int = 200) async throws {
    let store = try await Store.open(path: folder.file)
    try await store.write { transaction in
      for number in 1...records { try transaction.saveRecord(record("\(number)", size: 2000)) }
    }
    await store.close()
  }

  /// The error that opening gives, and that the file is as it was.
  func refusal(_ folder: StoreFolder) async throws -> StoreError {
    let before = FileManager.default.contents(atPath: folder.file)
    let told = await #expect(throws: StoreError.self) { try await Store.open(path: folder.file) }
    #expect(FileManager.default.contents(atPath: folder.file) == before)
    return try #require(told)
  }

  @Test("the file is readable by its owner only, also where it was put back with more rights")
  func privacy() async throws {
    let folder = try StoreFolder()
    for _ in 1...2 {
      let store = try await Store.open(path: folder.file)
      try await store.write { try $0.saveRecord(record("1")) }
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.posixPermissions] as? Int
        #expect(mode == 0o600, "\(name)")
      }
      await store.close()
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.file)
    }
  }

  @Test("commits are synchronised with the disk")
  func durability() async throws {
    let store = try await Engine.sqlite.store()
    let pragmas = try await store.write { transaction in
      try ["synchronous", "foreign_keys", "secure_delete"].map { try transaction.number("PRAGMA \($0)") }
    }
    #expect(pragmas == [2, 1, 1])
  }

  @Test("a full disk fails the write that has no room and says so; reads go on, and so do writes once there is room")
  func full() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file, maximumPages: 150)
    try await store.write { try $0.saveRecord(record("before")) }
    try await store.probe()
    let told = await #expect(throws: StoreError.self) {
      try await store.write { transaction in
        for number in 1...500 { try transaction.saveRecord(record("\(number)", size: 10_000)) }
      }
    }
    #expect(told == .diskFull(path: folder.file))
    #expect(told?.description.contains("the disk is full, so nothing was saved") == true)
    #expect(try await store.read { try $0.records(after: nil, limit: 9).map(\.key.id) } == ["before"])
    // Fill it up with what fits, and a probe knows.
    var written = 1
    while (try? await store.write { [written] in try $0.saveRecord(record("\(written)", size: 3000)) }) != nil {
      written += 1
    }
    await #expect(throws: StoreError.diskFull(path: folder.file)) { try await store.probe() }
    #expect(try await store.read { try $0.recordCount() } == written)
    try await store.write { try $0.run("DELETE FROM record WHERE id <> 'before'") }
    try await store.probe()
    try await store.write { try $0.saveRecord(record("after", size: 3000)) }
    #expect(try await store.read { try $0.recordCount() } == 2)
    await store.close()
  }

  @Test("in one batch only the body that has no room fails")
  func fullForOne() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file, maximumPages: 150)
    let written = await withTaskGroup(of: Bool.self) { group in
      for number in 1...60 {
        group.addTask {
          let size = number.isMultiple(of: 10) ? 2_000_000 : 100
          return (try? await store.write { try $0.saveRecord(record("\(number)", size: size)) }) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(written == 54)
    #expect(try await store.read { try $0.recordCount() } == 54)
    await store.close()
  }

  @Test("a file that is no database is refused with what to do, and left alone")
  func notADatabase() async throws {
    let folder = try StoreFolder()
    let text = String(repeating: "this is a letter and no database. ", count: 100)
    try text.write(toFile: folder.file, atomically: false, encoding: .utf8)
    let told = try await refusal(folder)
    guard case .notAStore = told else { return #expect(told == .notAStore(path: folder.file, reason: "")) }
    #expect(told.description.contains("is not a store of stagecraft"))
    #expect(told.description.contains("put the last backup in its place"))
  }

  @Test("another program's database, and a rep's device file, are refused and left alone")
  func notOurs() async throws {
    let other = try StoreFolder()
    let store = try await Store.open(path: other.file)
    try await store.write { try $0.run("PRAGMA application_id = 7") }
    await store.close()
    #expect(try await refusal(other) == .notAStore(path: other.file, reason: "it belongs to another program"))
    let device = try StoreFolder()
    _ = try DeviceFile(path: device.file, device: "d")
    #expect(try await refusal(device) == .notAStore(path: device.file, reason: "it is a rep's device file"))
  }

  @Test("a store of a later version is refused")
  func newer() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    try await store.write { try $0.run("INSERT INTO migration (number, name, checksum) VALUES (99, 'later', 'x')") }
    await store.close()
    let told = try await refusal(folder)
    #expect(told == .newerSchema(path: folder.file, found: 99, known: Schema.version))
    #expect(told.description.contains("has schema 99"))
  }

  @Test("a schema whose step is another than ours is refused")
  func otherSchema() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    try await store.write { try $0.run("UPDATE migration SET checksum = 'x' WHERE number = 1") }
    await store.close()
    let told = await #expect(throws: StoreError.self) { try await Store.open(path: folder.file) }
    guard case .storeDamaged(_, let reason) = told else { return #expect(told == nil) }
    #expect(reason == "step 1 of its schema is not this version's step of that number")
  }

  @Test("a store of which only the mark was made is made whole")
  func migrating() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    #expect(try await store.read { try $0.schemaVersion() } == Schema.version)
    #expect(Schema.migrations.map(\.number) == Array(1...Schema.version))
    let tables = try await store.read {
      try $0.list("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'migration'") {
        try $0.next() as Text
      }
    }
    try await store.write { transaction in
      try transaction.run("PRAGMA defer_foreign_keys = ON")
      for table in tables { try transaction.run("DROP TABLE \(table)") }
      try transaction.run("DELETE FROM migration")
    }
    await store.close()
    let again = try await Store.open(path: folder.file)
    #expect(try await again.read { try $0.schemaVersion() } == Schema.version)
    #expect(try await again.read { try $0.recordCount() } == 0)
    await again.close()
  }

  @Test("a store from before the first release is refused, with what to do")
  func older() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    try await store.write { try $0.run("UPDATE migration SET name = 'playbooks' WHERE number = 1") }
    await store.close()
    let told = try await refusal(folder)
    #expect(told == .olderSchema(path: folder.file))
    #expect(told.description.contains("make a new one with `stagecraft init`"))
  }

  @Test("two processes that make the store at the same time make one")
  func madeTwice() async throws {
    let folder = try StoreFolder()
    let versions = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 1...4 {
        group.addTask {
          let store = try await Store.open(path: folder.file)
          let version = try await store.read { try $0.schemaVersion() }
          await store.close()
          return version
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(versions == Array(repeating: Schema.version, count: 4))
  }

  @Test("damage in the middle is told when it is met, with how to restore")
  func damaged() async throws {
    let folder = try StoreFolder()
    try await filled(folder)
    let handle = try #require(FileHandle(forUpdatingAtPath: folder.file))
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: size / 2 / 4096 * 4096)
    try handle.write(contentsOf: Data(repeating: 0x55, count: 16_384))
    try handle.close()
    let store = try await Store.open(path: folder.file)
    let told = await #expect(throws: StoreError.self) {
      try await store.read { reading in
        _ = try reading.records(after: nil, limit: 1000)
        _ = try reading.list("SELECT id FROM record ORDER BY owner") { try $0.next() as Text }
      }
    }
    guard case .storeDamaged = told else { return #expect(told == .storeDamaged(path: folder.file, reason: "")) }
    #expect(told?.description.contains("put the last backup in their place") == true)
    await store.close()
  }

  @Test("damage is found before anything is served where the last stop was not a clean one")
  func damagedUnclean() async throws {
    let folder = try StoreFolder()
    let copy = try StoreFolder()
    try await filled(folder)
    let store = try await Store.open(path: folder.file)
    try await store.write { try $0.saveRecord(record("last")) }
    // What a stop in the middle leaves: the file and its log.
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: folder.file + ending, toPath: copy.file + ending)
    }
    await store.close()
    let intact = try StoreFolder()
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: copy.file + ending, toPath: intact.file + ending)
    }
    #expect(UncleanStop.isLikely(intact.file))
    let healed = try await Store.open(path: intact.file)
    #expect(try await healed.read { try $0.record(.deal("last")) } != nil)
    await healed.close()

    let handle = try #require(FileHandle(forUpdatingAtPath: copy.file))
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: size / 2 / 4096 * 4096)
    try handle.write(contentsOf: Data(repeating: 0x55, count: 16_384))
    try handle.close()
    let told = await #expect(throws: StoreError.self) { try await Store.open(path: copy.file) }
    guard case .storeDamaged = told else { return #expect(told == .storeDamaged(path: copy.file, reason: "")) }
    #expect(told?.description.contains("Stop stagecraft, move the file") == true)
  }

  @Test("a path that cannot be made is told with the path")
  func absentFolder() async throws {
    let told = await #expect(throws: StoreError.self) {
      try await Store.open(path: "/proc/no-such-folder/store.sqlite")
    }
    #expect(told?.description.contains("/proc/no-such-folder/store.sqlite cannot be opened") == true)
  }

  @Test("what was erased is in none of the store's files any more, once the log is cleared")
  func erased() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    let secret = "the answers of a person who wants them erased"
    try await store.write { transaction in
      _ = try transaction.appendAudit(
        at: 1, actor: "p", action: "a", subject: "s", payload: bytes(secret), salt: Array(repeating: 9, count: 16))
    }
    try await store.write { try $0.eraseAudit(1, at: 2, reason: "asked for") }
    func holds(_ text: String) throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { name in
        FileManager.default.contents(atPath: folder.path + "/" + name)?.range(of: Data(text.utf8)) != nil
      }
    }
    #expect(try holds(secret))
    try await store.clearLog()
    #expect(try holds(secret) == false)
    #expect(try holds("asked for"))
    await store.close()
  }

  @Test("no file of the store holds a token's text")
  func tokens() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    let secret = "sc_4f9c1a7b2e8d"
    try await store.write { transaction in
      try transaction.insertToken(
        AccessToken(
          id: "t", hash: Hexadecimal.sha256(bytes(secret)), person: "p", name: "laptop", createdAt: 1, kind: "link"))
      _ = try transaction.useLink(hash: Hexadecimal.sha256(bytes(secret)), at: 2)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let content = try #require(FileManager.default.contents(atPath: folder.path + "/" + name))
      #expect(content.range(of: Data(secret.utf8)) == nil, "\(name)")
    }
    await store.close()
  }
}

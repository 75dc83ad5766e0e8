import FEEL
import Foundation
import Sales
import Synchronization
import Testing

@testable import Store

@Suite("SQLite store: group commit")
struct GroupCommitTests {
  struct Stop: Error, Equatable { let number: Int }

  func record(_ id: String) -> StoredRecord {
    StoredRecord(key: .deal(Text(id)), document: bytes("{}"), state: [], revision: 1, updatedAt: 1)
  }

  @Test("of many bodies at once each that throws fails alone, with its own error")
  func alone() async throws {
    let store = try await Engine.sqlite.store()
    let failed = try await withThrowingTaskGroup(of: Int?.self) { group in
      for number in 1...300 {
        group.addTask {
          do {
            try await store.write { transaction in
              try transaction.saveRecord(record("\(number)"))
              if number.isMultiple(of: 3) { throw Stop(number: number) }
              // A refused statement is caught by the body, and the rest of it counts.
              _ = try? transaction.run("INSERT INTO effect (id) VALUES ('x')")
            }
            return nil
          } catch let stop as Stop {
            return stop.number
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
    }
    #expect(Set(failed) == Set((1...300).filter { $0.isMultiple(of: 3) }))
    let ids = try await store.read { try $0.records(after: nil, limit: 1000).map(\.key.id.string) }
    #expect(Set(ids) == Set((1...300).filter { !$0.isMultiple(of: 3) }.map(String.init)))
  }

  @Test("a body that spoils the whole transaction fails alone; its neighbours run again")
  func spoiled() async throws {
    let store = try await Engine.sqlite.store()
    let results = await withTaskGroup(of: Bool.self) { group in
      for number in 1...100 {
        group.addTask {
          do {
            try await store.write { transaction in
              try transaction.saveRecord(record("\(number)"))
              if number.isMultiple(of: 10) { try transaction.run("ROLLBACK") }
            }
            return true
          } catch {
            return false
          }
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(results == 90)
    #expect(try await store.read { try $0.recordCount() } == 90)
  }

  @Test("what was acknowledged is seen by the next read")
  func readYourWrites() async throws {
    let store = try await Engine.sqlite.store()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...64 {
        group.addTask {
          try await store.write { try $0.saveRecord(record("\(number)")) }
          let found = try await store.read { try $0.record(.deal(Text("\(number)"))) }
          #expect(found != nil)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("a reader sees one state of the store, whatever is written meanwhile")
  func snapshots() async throws {
    let store = try await Engine.sqlite.store()
    let hasBegun = Mutex(false)
    async let counts = store.read { reading in
      let before = try reading.recordCount()
      hasBegun.withLock { $0 = true }
      // Long enough for a write; the write itself never waits for a reader.
      Thread.sleep(forTimeInterval: 0.2)
      return [before, try reading.recordCount()]
    }
    for _ in 1...1000 where !hasBegun.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
    try await store.write { try $0.saveRecord(record("1")) }
    #expect(try await counts == [0, 0])
    #expect(try await store.read { try $0.recordCount() } == 1)
  }

  @Test("a transaction that is kept beyond its body is closed")
  func escaped() async throws {
    final class Keeper: @unchecked Sendable { var reading: StoreReading? }
    let store = try await Engine.sqlite.store()
    let keeper = Keeper()
    try await store.write { keeper.reading = $0 }
    let transaction = try #require(keeper.reading)
    #expect(throws: StoreError.closed(path: store.store.path)) { try transaction.recordCount() }
    try await store.read { keeper.reading = $0 }
    let reading = try #require(keeper.reading)
    #expect(throws: StoreError.closed(path: store.store.path)) { try reading.recordCount() }
  }

  @Test("a reader cannot write")
  func readOnlyReaders() async throws {
    let store = try await Engine.sqlite.store()
    await #expect(throws: StoreError.self) {
      try await store.read { _ = try $0.connected().run("DELETE FROM record", []) }
    }
  }

  @Test("a closed store does what it was given, and refuses what comes after")
  func closing() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    let written = await withTaskGroup(of: Bool.self) { group in
      for number in 1...200 {
        group.addTask { (try? await store.write { try $0.saveRecord(record("\(number)")) }) != nil }
      }
      group.addTask {
        await store.close()
        return false
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    await #expect(throws: StoreError.closed(path: folder.file)) { try await store.write { _ in } }
    await #expect(throws: StoreError.closed(path: folder.file)) { try await store.read { try $0.recordCount() } }
    await store.close()
    let again = try await Store.open(path: folder.file)
    #expect(try await again.read { try $0.recordCount() } == written)
    // The last who closes leaves one file that is all of the store.
    await again.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["store.sqlite"])
  }

  @Test("32 writers at once commit at least 8 times as fast as one after the other")
  func rate() async throws {
    let store = try await Engine.sqlite.store()
    let clock = ContinuousClock()
    @Sendable func save(_ id: String) async throws -> Duration {
      let began = clock.now
      try await store.write { try $0.saveRecord(record(id)) }
      return clock.now - began
    }
    for number in 1...20 { _ = try await save("warm \(number)") }
    let count = 150
    let alone = try await clock.measure { for number in 1...count { _ = try await save("alone \(number)") } }
    let each = 60
    var waits: [Duration] = []
    let together = try await clock.measure {
      waits = try await withThrowingTaskGroup(of: [Duration].self) { group in
        for writer in 1...32 {
          group.addTask {
            var waits: [Duration] = []
            for number in 1...each { waits.append(try await save("\(writer) \(number)")) }
            return waits
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
    }
    waits.sort()
    let single = Double(count) / (alone / .seconds(1))
    let grouped = Double(32 * each) / (together / .seconds(1))
    print(
      "group commit: one writer \(Int(single))/s, 32 writers \(Int(grouped))/s, ratio",
      "\((grouped / single * 10).rounded() / 10); median wait \(waits[waits.count / 2]), p99",
      "\(waits[waits.count * 99 / 100])")
    #expect(try await store.read { try $0.recordCount() } == 20 + count + 32 * each)
    // Where the disk synchronises quickly, the processor and whoever else uses it set the rate, not the commits; the
    // benchmark measures that.
    if alone / count > .milliseconds(4) { #expect(grouped >= 8 * single) }
  }
}

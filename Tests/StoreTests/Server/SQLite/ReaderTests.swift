import Dispatch
import Foundation
import Testing

@testable import Store

/// Reads go on beside each other on connections of their own; a brief one stays on its thread.
@Suite("reads share a few connections", .timeLimit(.minutes(1)))
struct ReaderTests {
  @Test("while every connection is busy a brief read waits like any other, and gets its turn")
  func busy() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file, readers: 1)
    let (long, goOn) = await longRead(store)
    async let brief = store.read(briefly: true) { try $0.directoryGeneration() }
    async let other = store.read { try $0.directoryGeneration() }
    goOn.signal()
    #expect(try await [long.value, brief, other] == [0, 0, 0])
    await store.close()
  }

  @Test("a brief read sees one snapshot, whatever is committed meanwhile, and the next one sees that too")
  func snapshot() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file)
    let isRead = DispatchSemaphore(value: 0)
    let goOn = DispatchSemaphore(value: 0)
    async let before = Task.detached {
      try await store.read(briefly: true) { reading in
        let first = try reading.directoryGeneration()
        isRead.signal()
        goOn.wait()
        return [first, try reading.directoryGeneration()]
      }
    }.value
    await hasBegun(isRead)
    try await store.write { try $0.changeDirectory() }
    goOn.signal()
    #expect(try await before == [0, 0])
    #expect(try await store.read(briefly: true) { try $0.directoryGeneration() } == 1)
    await store.close()
  }

  @Test("closing waits for reads that were taken; later ones are refused")
  func closing() async throws {
    let folder = try StoreFolder()
    let store = try await Store.open(path: folder.file, readers: 1)
    let (long, goOn) = await longRead(store)
    let behind = Task { try await store.read { try $0.directoryGeneration() } }
    let closed = Task { await store.close() }
    goOn.signal()
    await closed.value
    #expect(try await long.value == 0)
    // It came before the store was closed or after: it was done or refused, and never hangs.
    switch await behind.result {
    case .success(let number): #expect(number == 0)
    case .failure(let error): #expect(error as? StoreError == .closed(path: folder.file))
    }
    await #expect(throws: StoreError.closed(path: folder.file)) {
      try await store.read(briefly: true) { try $0.directoryGeneration() }
    }
  }

  /// A read that has begun and goes on until it is signalled to.
  private func longRead(_ store: Store) async -> (read: Task<Int64, any Error>, goOn: DispatchSemaphore) {
    let goOn = DispatchSemaphore(value: 0)
    let began = DispatchSemaphore(value: 0)
    let read = Task {
      try await store.read { reading in
        began.signal()
        goOn.wait()
        return try reading.directoryGeneration()
      }
    }
    await hasBegun(began)
    return (read, goOn)
  }

  /// Waits on a thread that may block.
  private func hasBegun(_ semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        semaphore.wait()
        continuation.resume()
      }
    }
  }
}

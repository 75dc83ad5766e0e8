import FEEL
import Foundation
import Sales
import Testing

@testable import Store

/// The databases that the conformance suite runs against. Every test of `Conformance/` takes one as its argument, so that
/// the next driver is one more case here and nothing else.
enum Engine: CaseIterable {
  case sqlite

  /// An empty store, which goes away with the test.
  func store() async throws -> OpenStore {
    let folder = try StoreFolder()
    return OpenStore(try await Store.open(path: folder.file), folder)
  }
}

/// A store together with the folder that it needs. (Tests get an object instead of working in a closure: the compiler
/// mixes up closures that stand in `#expect` within a closure.)
final class OpenStore: Sendable {
  let store: Store
  let folder: StoreFolder

  init(_ store: Store, _ folder: StoreFolder) {
    self.store = store
    self.folder = folder
  }

  @discardableResult
  func write<R: Sendable>(_ body: @escaping @Sendable (StoreTransaction) throws -> R) async throws -> R {
    try await store.write(body)
  }

  func read<R: Sendable>(_ body: @escaping @Sendable (StoreReading) throws -> R) async throws -> R {
    try await store.read(body)
  }
}

/// A folder that goes away with the test.
final class StoreFolder: Sendable {
  let path = NSTemporaryDirectory() + "stagecraft-" + UUID().uuidString
  var file: String { path + "/store.sqlite" }
  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension RecordKey {
  /// An opportunity by its id.
  static func deal(_ id: Text) -> RecordKey { RecordKey(kind: "opportunity", id: id) }
}

extension StoreTransaction {
  /// Rows that a step would make, put there without one.
  func saveRecord(_ record: StoredRecord) throws { try upsert(record) }
  func saveOutcome(_ outcome: RecordOutcome) throws { try upsert(outcome) }
  func saveProposal(_ proposal: StoredProposal) throws { try upsert(proposal) }
  func saveAsk(_ ask: Ask) throws { try upsert(ask) }
}

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

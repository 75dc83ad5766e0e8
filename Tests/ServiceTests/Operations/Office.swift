import FEEL
import Foundation
import Logging
import Sales
import Store
import Synchronization

@testable import Service

/// A clock that stands until a test moves it.
final class HandClock: TimeSource {
  private let state: Mutex<Int64>
  private let system = SystemTime()

  init(_ now: Int64 = 1_774_000_000_000) { state = Mutex(now) }

  func now() -> Int64 { state.withLock { $0 } }
  func move(by milliseconds: Int64) { state.withLock { $0 += milliseconds } }
  func identifier() -> String { system.identifier() }
  func random(_ count: Int) -> [UInt8] { system.random(count) }
  func jitter() -> Int64 { 500_000 }
  func offset(of zone: Text, at instant: Int64) -> Int32 { 0 }
}

/// One store in a folder that goes away with it, and services over it, each as if in a process of its own.
final class Office: Sendable {
  let path: String
  let clock = HandClock()
  var store: String { path + "/store.sqlite" }

  init() throws {
    path = NSTemporaryDirectory() + "office-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func application() async throws -> Application {
    Application(
      store: try await Store.open(path: store), time: clock,
      logger: Logger(label: "office") { _ in SwiftLogNoOpLogHandler() })
  }

  /// A playbook with these people.
  static func playbook(_ people: [(id: Text, role: Text)], keep: Keeping = Keeping()) -> [UInt8] {
    PlaybookDefinition(
      kinds: [
        RecordKindDefinition(name: "opportunity", attributes: [AttributeDefinition(name: "name", type: .string)])
      ],
      pipelines: [
        PipelineDefinition(
          name: "Opportunities", kind: "opportunity",
          stages: [
            StageDefinition(name: "Prospecting", status: .open, rank: 1, funnel: 1, probability: Decimal34(10)),
            StageDefinition(name: "Discovery", status: .open, rank: 2, funnel: 2, probability: Decimal34(25)),
            StageDefinition(name: "Closed Won", status: .won, rank: 3, funnel: 3, probability: Decimal34(100)),
            StageDefinition(name: "Closed Lost", status: .lost, rank: 4, funnel: 4, probability: Decimal34(0)),
          ])
      ],
      policy: PolicyDefinition(
        people: people.map { PersonDefinition(id: $0.id, owner: nil, role: $0.role, unit: nil) }, keep: keep)
    ).canonical()
  }
}

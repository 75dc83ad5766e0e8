import Foundation
import Store

/// How often a second one row can be committed to a store, one after the other: what the disk gives.
enum CommitBenchmark {
  static func run(_ file: String, seconds: Double) async throws {
    let store = try await Store.open(path: file)
    let start = Date()
    var commits = 0
    while -start.timeIntervalSinceNow < seconds {
      let number = Int64(commits)
      try await store.write { transaction in
        try transaction.saveConnectionState(ConnectionState(connection: "benchmark", changedAt: number))
      }
      commits += 1
    }
    print(String(format: "%.0f", Double(commits) / -start.timeIntervalSinceNow))
    await store.close()
  }
}

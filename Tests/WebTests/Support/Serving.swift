import Foundation
import Hummingbird
import Testing

@testable import Web

/// Runs a door at 127.0.0.1 while something is done with it, and ends it then. Bound and asked by one address: the name
/// `localhost` may stand for another one, or for none.
///
/// - Throws: what the work throws, or `NotServing` where nothing listens within 90 seconds.
func withServing(
  _ configuration: WebConfiguration = WebConfiguration(port: 0),
  _ work: @Sendable @escaping (_ port: Int) async throws -> Void
) async throws {
  try await withServing({ told in try await TestDoor.make(configuration, whenRunning: told).run() }, work)
}

/// The same for any server that tells its port.
func withServing(
  _ serve: @Sendable @escaping (_ told: @escaping @Sendable (Int) async -> Void) async throws -> Void,
  _ work: @Sendable @escaping (_ port: Int) async throws -> Void
) async throws {
  let (ports, told) = AsyncStream.makeStream(of: Int.self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { told.finish() }
      try await serve { told.yield($0) }
    }
    group.addTask {
      try await Task.sleep(for: .seconds(90))
      told.finish()
      // The work goes on for as long as the test's own limit lets it.
      try await Task.sleep(for: .seconds(600))
    }
    group.addTask {
      var iterator = ports.makeAsyncIterator()
      guard let port = await iterator.next() else { throw NotServing() }
      try await work(port)
    }
    defer { group.cancelAll() }
    // The first to end is the work, unless the server cannot even start.
    try await group.next()
  }
}

/// Runs calls that block on a thread of its own, so that they do not hold the server's threads up.
func onThread(_ work: @Sendable @escaping () throws -> Void) async throws {
  try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
    Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
  }
}

struct NotServing: Error {}

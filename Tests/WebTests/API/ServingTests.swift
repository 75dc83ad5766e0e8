import Hummingbird
import Testing

@testable import Web

@Suite("Serving", .timeLimit(.minutes(5)))
struct ServingTests {
  @Test("a door tells the port that it got, and ends when it is told to")
  func port() async throws {
    let (ports, told) = AsyncStream.makeStream(of: Int.self)
    let door = try await TestDoor.make(whenRunning: { told.yield($0) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await door.run() }
      var iterator = ports.makeAsyncIterator()
      let port = try #require(await iterator.next())
      #expect(port > 0 && port < 65536)
      group.cancelAll()
      // Ended by being cancelled: with or without an error, but it does end.
      _ = await group.nextResult()
    }
  }
}
